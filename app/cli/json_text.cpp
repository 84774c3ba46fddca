// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_text.h"

#include "core/support/plain_text.h"

#include <string_view>

namespace zeropoint::cli {
namespace {

/// JSON's own form of a character of the basic plane.
std::string escaped(char32_t character) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) {
        text += digits[(character >> shift) & 15];
    }
    return text;
}

}  // namespace

std::string jsonText(const nlohmann::ordered_json& document) {
    const std::string text =
        document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    // Outside of strings the only hidden character is the line break between the fields.
    std::string out;
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view before = rest;
        const auto character = takeUtf8(rest);
        if (character && *character != '\n' && isHidden(*character)) {
            out += escaped(*character);
        } else {
            out += before.substr(0, before.size() - rest.size());
        }
    }
    return out;
}

}  // namespace zeropoint::cli
