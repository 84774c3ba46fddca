// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/gguf/gguf_metadata.h"
#include "core/support/error.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint {

/// A key of a GGUF file with the whole of its value, to be written again: WeightFile::metadata()
/// has what people read of it, cut where it is long.
struct GgufEntry {
    std::string key;
    GgufValueType type = GgufValueType::U8;
    std::string bytes;  ///< what follows the type in a little-endian file

    /// The value of a whole number; nothing for other types and for negative ones.
    std::optional<std::uint64_t> number() const;
};

/// The keys of a GGUF file in its order, whatever its byte order. Malformed where they cannot be
/// read, Cancelled.
Result<std::vector<GgufEntry>> readGgufEntries(const ByteSource& source,
                                               const std::stop_token& stop = {});

GgufEntry ggufText(std::string key, std::string_view value);
GgufEntry ggufU32(std::string key, std::uint32_t value);
GgufEntry ggufF32(std::string key, float value);
GgufEntry ggufBool(std::string key, bool value);
GgufEntry ggufTexts(std::string key, std::span<const std::string> values);
GgufEntry ggufFloats(std::string key, std::span<const float> values);
GgufEntry ggufIntegers(std::string key, std::span<const std::int32_t> values);

/// A text as the format writes it: its length, then its bytes.
void appendGgufText(std::string& bytes, std::string_view text);

/// Puts an entry in the place of the one of its key, or behind all.
void setEntry(std::vector<GgufEntry>& entries, GgufEntry entry);
/// Null when there is none.
const GgufEntry* findEntry(std::span<const GgufEntry> entries, std::string_view key);

}  // namespace zeropoint
