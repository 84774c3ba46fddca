// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/gguf/gguf_metadata.h"

#include <array>
#include <bit>
#include <charconv>

namespace zeropoint {
namespace {

using Type = GgufValueType;

/// Elements of a list and bytes of a text that are kept to be shown.
constexpr std::uint64_t mostShown = 8;
constexpr std::size_t mostTextBytes = 4096;

template <typename T>
std::string numberText(T value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

std::string textOf(Type type, std::uint64_t bits) {
    switch (type) {
        case Type::I8:
            return numberText(static_cast<std::int8_t>(bits));
        case Type::I16:
            return numberText(static_cast<std::int16_t>(bits));
        case Type::I32:
            return numberText(static_cast<std::int32_t>(bits));
        case Type::I64:
            return numberText(static_cast<std::int64_t>(bits));
        case Type::F32:
            return numberText(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
        case Type::F64:
            return numberText(std::bit_cast<double>(bits));
        case Type::Bool:
            return bits != 0 ? "true" : "false";
        default:
            return numberText(bits);
    }
}

std::optional<GgufValue> readScalar(GgufInput& input, Type type) {
    GgufValue value{type, 0, {}};
    if (type == Type::Text) {
        auto text = input.text();
        if (!text) {
            return std::nullopt;
        }
        value.text = text->substr(0, mostTextBytes);
        return value;
    }
    const auto bits = input.number(ggufWidth(type));
    if (!bits) {
        return std::nullopt;
    }
    value.bits = *bits;
    value.text = textOf(type, *bits);
    return value;
}

/// Passes over the elements of a list that are not shown.
bool skipElements(GgufInput& input, Type type, std::uint64_t count) {
    if (type != Type::Text) {
        return input.bytes().skip(count * static_cast<std::uint64_t>(ggufWidth(type)));
    }
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto length = input.number(8);
        if (!length || !input.bytes().skip(*length)) {
            return false;
        }
    }
    return true;
}

std::optional<GgufValue> readList(GgufInput& input, int depth);

std::optional<GgufValue> readValue(GgufInput& input, Type type, int depth) {
    return type == Type::List ? readList(input, depth) : readScalar(input, type);
}

/// Lists of lists are read one by one: each takes its twelve bytes at least.
std::optional<GgufValue> readList(GgufInput& input, int depth) {
    constexpr int mostDepth = 16;
    const auto type = input.number(4);
    const auto count = input.number(8);
    if (!type || !count || *type > static_cast<std::uint64_t>(Type::F64) || depth > mostDepth) {
        return std::nullopt;
    }
    const auto element = static_cast<Type>(*type);
    const bool nested = element == Type::List;
    const auto least = static_cast<std::uint64_t>(nested                  ? 12
                                                  : element == Type::Text ? 8
                                                                          : ggufWidth(element));
    if (*count > input.bytes().left() / least) {
        return std::nullopt;
    }
    GgufValue list{Type::List, 0, "["};
    const std::uint64_t shown = std::min(*count, mostShown);
    for (std::uint64_t i = 0; i < shown; ++i) {
        const auto value = readValue(input, element, depth + 1);
        if (!value) {
            return std::nullopt;
        }
        list.text += (i == 0 ? "" : ", ") + value->text.substr(0, 256);
    }
    list.text += *count > shown ? ", ...] (" + numberText(*count) + ")" : "]";
    for (std::uint64_t i = shown; nested && i < *count; ++i) {
        if (!readList(input, depth + 1)) {
            return std::nullopt;
        }
    }
    const bool whole = nested || skipElements(input, element, *count - shown);
    return whole ? std::optional(list) : std::nullopt;
}

}  // namespace

int ggufWidth(GgufValueType type) {
    constexpr std::array widths = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};
    return widths[static_cast<std::size_t>(type)];
}

std::optional<std::uint64_t> GgufInput::number(int bytes) {
    const auto value = m_bytes.number(bytes);
    if (!value || m_order == ByteOrder::Little) {
        return value;
    }
    std::uint64_t swapped = 0;
    for (int i = 0; i < bytes; ++i) {
        swapped |= (*value >> (8 * i) & 0xFF) << (8 * (bytes - 1 - i));
    }
    return swapped;
}

std::optional<std::string> GgufInput::text() {
    const auto length = number(8);
    return length ? m_bytes.text(*length) : std::nullopt;
}

std::optional<GgufValue> readGgufValue(GgufInput& input, std::uint64_t type) {
    if (type > static_cast<std::uint64_t>(Type::F64)) {
        return std::nullopt;
    }
    return readValue(input, static_cast<Type>(type), 0);
}

}  // namespace zeropoint
