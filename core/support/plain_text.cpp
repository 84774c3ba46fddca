// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/plain_text.h"

namespace zeropoint {
namespace {

void appendEscaped(std::string& out, std::string_view bytes) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += "\\x";
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
}

/// Calls known(bytes, character) or, for each byte that belongs to none, unknown(byte).
template <typename Known, typename Unknown>
void forEachCharacter(std::string_view text, Known known, Unknown unknown) {
    while (!text.empty()) {
        const std::string_view before = text;
        if (const auto character = takeUtf8(text)) {
            known(before.substr(0, before.size() - text.size()), *character);
        } else {
            unknown(text.substr(0, 1));
            text.remove_prefix(1);
        }
    }
}

}  // namespace

std::optional<char32_t> takeUtf8(std::string_view& text) {
    if (text.empty()) {
        return std::nullopt;
    }
    const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(0);
    const std::size_t length = first < 0x80   ? 1
                               : first < 0xC2 ? 0
                               : first < 0xE0 ? 2
                               : first < 0xF0 ? 3
                               : first < 0xF5 ? 4
                                              : 0;
    if (length == 0 || text.size() < length) {
        return std::nullopt;
    }
    char32_t character = length == 1 ? first : first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) {
            return std::nullopt;
        }
        character = (character << 6) | (byte(i) & 0x3FU);
    }
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (character < smallest[length] || character > 0x10FFFF ||
        (character >= 0xD800 && character < 0xE000)) {
        return std::nullopt;
    }
    text.remove_prefix(length);
    return character;
}

bool isHidden(char32_t character) {
    return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x061C ||
           character == 0x200E || character == 0x200F ||
           (character >= 0x2028 && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069);
}

std::string plainText(std::string_view text) {
    std::string out;
    forEachCharacter(
        text,
        [&](std::string_view bytes, char32_t character) {
            if (isHidden(character)) {
                appendEscaped(out, bytes);
            } else {
                out += bytes;
            }
        },
        [&](std::string_view byte) { appendEscaped(out, byte); });
    return out;
}

std::string validUtf8(std::string_view text) {
    std::string out;
    forEachCharacter(
        text, [&](std::string_view bytes, char32_t) { out += bytes; },
        [&](std::string_view) { out += "\xEF\xBF\xBD"; });
    return out;
}

}  // namespace zeropoint
