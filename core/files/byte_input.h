// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/byte_source.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace zeropoint {

/// The bytes of a source one after another. Every take returns nothing past the end, and no
/// length is believed before that many bytes are known to follow.
class ByteInput {
public:
    /// Long texts end early, as if the source did, when they are stopped.
    ByteInput(const ByteSource& source, std::uint64_t offset, std::stop_token stop = {})
        : m_source(source), m_position(offset), m_stop(std::move(stop)) {}

    std::uint64_t position() const { return m_position; }
    std::uint64_t left() const {
        return m_position < m_source.size() ? m_source.size() - m_position : 0;
    }
    /// False, and nothing happens, when fewer follow.
    bool skip(std::uint64_t bytes);
    std::optional<std::uint8_t> byte();
    /// Little-endian, 1 to 8 bytes.
    std::optional<std::uint64_t> number(int bytes);
    std::optional<std::string> text(std::uint64_t length);
    /// Up to the next line feed, which is taken but not returned; at most 1 MiB.
    std::optional<std::string> line();

private:
    bool refill();
    std::span<const std::byte> buffered() const;

    const ByteSource& m_source;
    std::uint64_t m_position;
    std::stop_token m_stop;
    std::vector<std::byte> m_buffer;
    std::uint64_t m_bufferStart = 0;
};

}  // namespace zeropoint
