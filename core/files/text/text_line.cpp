// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/text/text_line.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace zeropoint {
namespace {

constexpr std::string_view blanks = " \t";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
    text.remove_prefix(begin);
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

/// Index of the first of `wanted` that stands outside of quotes, or the length.
std::size_t findOutside(std::string_view line, std::string_view wanted) {
    bool inside = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        inside = inside != (line[i] == '"');
        if (!inside && wanted.find(line[i]) != std::string_view::npos) {
            return i;
        }
    }
    return line.size();
}

std::string_view charactersOf(Separator separator) {
    switch (separator) {
        case Separator::Comma:
            return ",";
        case Separator::Semicolon:
            return ";";
        case Separator::Tab:
            return "\t";
        case Separator::Blanks:
            break;
    }
    return blanks;
}

std::optional<float> parse(std::string_view text) {
    if (text.starts_with('+') && !text.starts_with("+-")) {
        text.remove_prefix(1);
    }
    const char* const end = text.data() + text.size();
    float value = 0;
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (stop != end || error == std::errc::invalid_argument) {
        return std::nullopt;
    }
    if (error == std::errc()) {
        return value;
    }
    // Out of float32's range on one side or the other: a wider type knows which.
    long double wide = 0;
    if (std::from_chars(text.data(), end, wide).ec == std::errc()) {
        return static_cast<float>(wide);
    }
    const bool negative = text.starts_with('-');
    text.remove_prefix(negative ? 1 : 0);
    const std::size_t exponent = text.find_first_of("eE");
    const bool tiny = exponent == std::string_view::npos
                          ? text.starts_with('0') || text.starts_with('.')
                          : text.substr(exponent + 1).starts_with('-');
    return std::copysign(tiny ? 0.0F : std::numeric_limits<float>::infinity(),
                         negative ? -1.0F : 1.0F);
}

}  // namespace

Separator separatorOf(std::string_view line) {
    line = trimmed(line);
    for (const Separator separator : {Separator::Semicolon, Separator::Tab, Separator::Comma}) {
        if (findOutside(line, charactersOf(separator)) < line.size()) {
            return separator;
        }
    }
    return Separator::Blanks;
}

LineCells::LineCells(std::string_view line, Separator separator)
    : m_rest(separator == Separator::Blanks ? trimmed(line) : line),
      m_separator(separator),
      m_atEnd(separator == Separator::Blanks && m_rest.empty()) {}

Cell LineCells::take() {
    const std::size_t end = findOutside(m_rest, charactersOf(m_separator));
    const std::string_view text = trimmed(m_rest.substr(0, end));
    m_atEnd = end == m_rest.size();
    m_rest.remove_prefix(m_atEnd ? end : end + 1);
    if (m_separator == Separator::Blanks) {
        m_rest = trimmed(m_rest);
    }
    const bool quoted = text.size() > 1 && text.front() == '"' && text.back() == '"';
    return {quoted ? trimmed(text.substr(1, text.size() - 2)) : text, quoted};
}

std::optional<float> numberOf(std::string_view cell, bool decimalComma) {
    const std::size_t comma = decimalComma ? cell.find(',') : std::string_view::npos;
    if (comma == std::string_view::npos) {
        return parse(cell);
    }
    // One comma and no point: on "1.234,5" people do not agree.
    if (cell.find(',', comma + 1) != std::string_view::npos ||
        cell.find('.') != std::string_view::npos) {
        return std::nullopt;
    }
    std::string text(cell);
    text[comma] = '.';
    return parse(text);
}

}  // namespace zeropoint
