// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/byte_input.h"
#include "core/files/stored_tensor.h"

#include <cstdint>
#include <optional>
#include <string>

namespace zeropoint {

/// Numbers and texts of a GGUF file in its byte order.
class GgufInput {
public:
    explicit GgufInput(ByteInput& bytes) : m_bytes(bytes) {}

    void setOrder(ByteOrder order) { m_order = order; }
    std::optional<std::uint64_t> number(int bytes);
    std::optional<std::string> text();
    ByteInput& bytes() { return m_bytes; }

private:
    ByteInput& m_bytes;
    ByteOrder m_order = ByteOrder::Little;
};

/// The types of metadata values, by their codes in the file.
enum class GgufValueType : std::uint32_t {
    U8,
    I8,
    U16,
    I16,
    U32,
    I32,
    F32,
    Bool,
    Text,
    List,
    U64,
    I64,
    F64,
};

/// Bytes of a value of fixed size; 0 for texts and lists.
int ggufWidth(GgufValueType type);

struct GgufValue {
    GgufValueType type = GgufValueType::U8;
    std::uint64_t bits = 0;  ///< of a number
    std::string text;        ///< what a reader sees; long lists and texts are cut
};

/// Reads a value of a type; nothing when the type is unknown or the value is cut off.
std::optional<GgufValue> readGgufValue(GgufInput& input, std::uint64_t type);

}  // namespace zeropoint
