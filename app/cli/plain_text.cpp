// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plain_text.h"

namespace zeropoint::cli {
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

/// U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069 and the C1 controls, as UTF-8.
std::size_t directionMarkLength(std::string_view text) {
    const auto third = text.size() > 2 ? static_cast<unsigned char>(text[2]) : 0U;
    if (text.starts_with("\xE2\x80") &&
        (third == 0x8E || third == 0x8F || (third >= 0xAA && third <= 0xAE))) {
        return 3;
    }
    if (text.starts_with("\xE2\x81") && third >= 0xA6 && third <= 0xA9) {
        return 3;
    }
    const bool control =
        text.size() > 1 && text[0] == '\xC2' && static_cast<unsigned char>(text[1]) < 0xA0;
    return control ? 2 : 0;
}

}  // namespace

std::string plainText(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto byte = static_cast<unsigned char>(text.front());
        std::size_t escaped = byte < 0x20 || byte == 0x7F ? 1 : directionMarkLength(text);
        if (escaped > 0) {
            appendEscaped(out, text.substr(0, escaped));
        } else {
            out += text.front();
            escaped = 1;
        }
        text.remove_prefix(escaped);
    }
    return out;
}

}  // namespace zeropoint::cli
