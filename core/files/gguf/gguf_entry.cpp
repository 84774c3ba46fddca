// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/gguf/gguf_entry.h"

#include "core/files/little_endian.h"

#include <algorithm>
#include <bit>

namespace zeropoint {
namespace {

using Type = GgufValueType;

constexpr std::uint64_t headerBytes = 24;  // magic, version, count of tensors, count of keys
constexpr int mostDepth = 16;

bool copyText(GgufInput& input, std::string& bytes) {
    const auto text = input.text();
    if (text) {
        appendGgufText(bytes, *text);
    }
    return text.has_value();
}

bool copyValue(GgufInput& input, std::uint64_t type, std::string& bytes, int depth);

/// A list takes no more memory than the bytes that follow in the file.
bool copyList(GgufInput& input, std::string& bytes, int depth) {
    const auto type = input.number(4);
    const auto count = input.number(8);
    if (!type || !count || depth > mostDepth) {
        return false;
    }
    appendLittleEndian(bytes, *type, 4);
    appendLittleEndian(bytes, *count, 8);
    for (std::uint64_t i = 0; i < *count; ++i) {
        if (!copyValue(input, *type, bytes, depth + 1)) {
            return false;
        }
    }
    return true;
}

bool copyValue(GgufInput& input, std::uint64_t type, std::string& bytes, int depth) {
    if (type > static_cast<std::uint64_t>(Type::F64)) {
        return false;
    }
    const auto known = static_cast<Type>(type);
    if (known == Type::Text || known == Type::List) {
        return known == Type::Text ? copyText(input, bytes) : copyList(input, bytes, depth);
    }
    const int width = ggufWidth(known);
    const auto value = input.number(width);
    if (value) {
        appendLittleEndian(bytes, *value, width);
    }
    return value.has_value();
}

GgufEntry numberEntry(std::string key, Type type, std::uint64_t bits) {
    GgufEntry entry{std::move(key), type, {}};
    appendLittleEndian(entry.bytes, bits, ggufWidth(type));
    return entry;
}

/// The head of a list; its elements are to follow.
GgufEntry listEntry(std::string key, Type elements, std::size_t count) {
    GgufEntry entry{std::move(key), Type::List, {}};
    appendLittleEndian(entry.bytes, static_cast<std::uint64_t>(elements), 4);
    appendLittleEndian(entry.bytes, count, 8);
    return entry;
}

tl::unexpected<Error> unreadable(const ByteSource& source) {
    return fail(ErrorCode::Malformed, "The keys of the file cannot be read", source.name(),
                "Copy or download it again: it is damaged or was not copied whole");
}

}  // namespace

std::optional<std::uint64_t> GgufEntry::number() const {
    const bool whole =
        type != Type::F32 && type != Type::F64 && type != Type::Text && type != Type::List;
    if (!whole) {
        return std::nullopt;
    }
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        value |= std::uint64_t{static_cast<std::uint8_t>(bytes[i])} << (8 * i);
    }
    const bool isSigned =
        type == Type::I8 || type == Type::I16 || type == Type::I32 || type == Type::I64;
    const bool negative = isSigned && (value >> (8 * bytes.size() - 1) & 1) != 0;
    return negative ? std::nullopt : std::optional(value);
}

Result<std::vector<GgufEntry>> readGgufEntries(const ByteSource& source,
                                               const std::stop_token& stop) {
    ByteInput bytes(source, 4);
    GgufInput input(bytes);
    const auto version = bytes.number(4);
    const bool swapped = version && (*version & 0xFFFF) == 0;
    input.setOrder(swapped ? ByteOrder::Big : ByteOrder::Little);
    const auto tensors = input.number(8);
    const auto count = input.number(8);
    if (!tensors || !count || source.size() < headerBytes) {
        return unreadable(source);
    }
    std::vector<GgufEntry> entries;
    for (std::uint64_t i = 0; i < *count; ++i) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "Reading was stopped", source.name());
        }
        GgufEntry entry;
        auto key = input.text();
        const auto type = key ? input.number(4) : std::nullopt;
        if (!type || !copyValue(input, *type, entry.bytes, 0)) {
            return unreadable(source);
        }
        entry.key = std::move(*key);
        entry.type = static_cast<Type>(*type);
        entries.push_back(std::move(entry));
    }
    return entries;
}

GgufEntry ggufText(std::string key, std::string_view value) {
    GgufEntry entry{std::move(key), Type::Text, {}};
    appendGgufText(entry.bytes, value);
    return entry;
}

GgufEntry ggufU32(std::string key, std::uint32_t value) {
    return numberEntry(std::move(key), Type::U32, value);
}

GgufEntry ggufF32(std::string key, float value) {
    return numberEntry(std::move(key), Type::F32, std::bit_cast<std::uint32_t>(value));
}

GgufEntry ggufBool(std::string key, bool value) {
    return numberEntry(std::move(key), Type::Bool, value ? 1 : 0);
}

GgufEntry ggufTexts(std::string key, std::span<const std::string> values) {
    GgufEntry entry = listEntry(std::move(key), Type::Text, values.size());
    for (const std::string& value : values) {
        appendGgufText(entry.bytes, value);
    }
    return entry;
}

GgufEntry ggufFloats(std::string key, std::span<const float> values) {
    GgufEntry entry = listEntry(std::move(key), Type::F32, values.size());
    for (const float value : values) {
        appendLittleEndian(entry.bytes, std::bit_cast<std::uint32_t>(value), 4);
    }
    return entry;
}

GgufEntry ggufIntegers(std::string key, std::span<const std::int32_t> values) {
    GgufEntry entry = listEntry(std::move(key), Type::I32, values.size());
    for (const std::int32_t value : values) {
        appendLittleEndian(entry.bytes, static_cast<std::uint32_t>(value), 4);
    }
    return entry;
}

void appendGgufText(std::string& bytes, std::string_view text) {
    appendLittleEndian(bytes, text.size(), 8);
    bytes += text;
}

void setEntry(std::vector<GgufEntry>& entries, GgufEntry entry) {
    const auto found = std::ranges::find(entries, entry.key, &GgufEntry::key);
    if (found == entries.end()) {
        entries.push_back(std::move(entry));
    } else {
        *found = std::move(entry);
    }
}

const GgufEntry* findEntry(std::span<const GgufEntry> entries, std::string_view key) {
    const auto found = std::ranges::find(entries, key, &GgufEntry::key);
    return found == entries.end() ? nullptr : &*found;
}

}  // namespace zeropoint
