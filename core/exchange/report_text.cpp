// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/report_text.h"

#include "core/support/plain_text.h"

#include <array>
#include <charconv>

namespace zeropoint {

std::string numberText(double value, int digits) {
    std::array<char, 64> buffer{};
    char* const begin = buffer.data();
    char* const end = begin + buffer.size();
    const auto done = digits == 0
                          ? std::to_chars(begin, end, value)
                          : std::to_chars(begin, end, value, std::chars_format::general, digits);
    return {begin, done.ptr};
}

std::string cellText(const ReportCell& cell, const ReportColumn& column) {
    const auto* text = std::get_if<std::string>(&cell);
    return text != nullptr ? *text : numberText(std::get<double>(cell), column.digits);
}

std::string htmlText(std::string_view text) {
    std::string escaped;
    for (const char c : plainText(text)) {
        switch (c) {
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '&':
                escaped += "&amp;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            default:
                escaped += c;
        }
    }
    return escaped;
}

}  // namespace zeropoint
