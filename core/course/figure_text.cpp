// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/figure_text.h"

#include "core/support/in_quotes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace zeropoint::course {
namespace {

constexpr int usualDigits = 4;
constexpr int sizeDigits = 3;
constexpr int mostDigits = 17;
constexpr std::size_t tieDigits = 40;  ///< more than a number has that lies beside a tie
constexpr double mostWhole = 1e15;
constexpr int leastPlainExponent = -4;
constexpr int mostPlainExponent = 7;
constexpr const char* minusSign = "\u2212";
constexpr const char* thinSpace = "\u2009";
constexpr const char* fixedSpace = "\u00A0";

struct Unit {
    std::string_view name;
    double size;
};
constexpr std::array<Unit, 9> units{{{"B", 1},
                                     {"kB", 1e3},
                                     {"MB", 1e6},
                                     {"GB", 1e9},
                                     {"TB", 1e12},
                                     {"KiB", 1024.0},
                                     {"MiB", 1048576.0},
                                     {"GiB", 1073741824.0},
                                     {"TiB", 1099511627776.0}}};

std::string written(double value, std::chars_format format, int precision) {
    std::array<char, 400> buffer{};
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format, precision);
    return error == std::errc() ? std::string(buffer.data(), end) : "?";
}

/// A tie goes away from zero, as on the page beside: 99.25 with one decimal is 99.3.
std::string digitsOf(double value, std::chars_format format, int precision) {
    std::string exact = written(value, format, precision + int{tieDigits});
    exact.erase(std::min(exact.find('e'), exact.size()));
    const bool tie = exact.size() > tieDigits && exact[exact.size() - tieDigits] == '5' &&
                     exact.find_last_not_of('0') == exact.size() - tieDigits;
    return written(tie ? std::nextafter(value, std::copysign(HUGE_VAL, value)) : value, format,
                   precision);
}

std::string shortest(double value) {
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

std::string raised(int exponent) {
    static constexpr std::array<const char*, 10> digits{"\u2070", "\u00B9", "\u00B2", "\u00B3",
                                                        "\u2074", "\u2075", "\u2076", "\u2077",
                                                        "\u2078", "\u2079"};
    std::string text = exponent < 0 ? "\u207B" : "";
    for (const char digit : std::to_string(std::abs(exponent))) {
        text += digits[static_cast<std::size_t>(digit - '0')];
    }
    return text;
}

/// Groups thousands, sets the minus and the decimal sign; "e-05" becomes a power of ten.
std::string polish(std::string text, bool trim, std::string_view point) {
    std::string sign;
    if (text.starts_with('-')) {
        sign = minusSign;
        text.erase(0, 1);
    }
    std::string power;
    if (const std::size_t e = text.find('e'); e != std::string::npos) {
        power = "\u00D710" + raised(std::atoi(text.c_str() + e + 1));
        text.erase(e);
    }
    std::string fraction;
    if (const std::size_t dot = text.find('.'); dot != std::string::npos) {
        fraction = text.substr(dot + 1);
        text.erase(dot);
    }
    while (trim && fraction.ends_with('0')) {
        fraction.pop_back();
    }
    if (text.size() > 4) {
        for (std::size_t at = text.size(); at > 3;) {
            at -= 3;
            text.insert(at, thinSpace);
        }
    }
    const bool zero = text == "0" && fraction.find_first_not_of('0') == std::string::npos;
    return (zero ? "" : sign) + text + (fraction.empty() ? "" : std::string(point) + fraction) +
           power;
}

std::string significant(double value, int digits, std::string_view point) {
    if (value == 0) {
        return "0";
    }
    const std::string scientific = digitsOf(value, std::chars_format::scientific, digits - 1);
    const int exponent = std::atoi(scientific.c_str() + scientific.find('e') + 1);
    if (exponent < leastPlainExponent || exponent >= std::max(digits, mostPlainExponent)) {
        return polish(scientific, true, point);
    }
    // Of more digits than are asked for the rounded ones stay: 61 234 with three is 61 200.
    const double rounded = std::strtod(scientific.c_str(), nullptr);
    return polish(digitsOf(rounded, std::chars_format::fixed, std::max(0, digits - 1 - exponent)),
                  true, point);
}

std::string usual(double value, std::string_view point) {
    const bool whole = std::abs(value) < mostWhole && value == std::floor(value);
    return whole ? polish(digitsOf(value, std::chars_format::fixed, 0), false, point)
                 : significant(value, usualDigits, point);
}

std::optional<int> wholeOf(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool sound = error == std::errc() && end == text.data() + text.size() && number >= 0 &&
                       number <= mostDigits;
    return sound ? std::optional(number) : std::nullopt;
}

/// ".2", "3" or nothing before a unit.
Result<std::string> inDigits(double value, std::string_view digits, int absent,
                             std::string_view form, std::string_view point) {
    const bool decimals = digits.starts_with('.');
    const auto count = wholeOf(decimals ? digits.substr(1) : digits);
    if (digits.empty()) {
        return significant(value, absent, point);
    }
    if (!count || (!decimals && *count == 0)) {
        return fail(ErrorCode::InvalidArgument, inQuotes(form) + " is no form of a figure", {},
                    "Give digits (3), decimals (.2), %, GB, MiB, exact or sci");
    }
    return decimals ? polish(digitsOf(value, std::chars_format::fixed, *count), false, point)
                    : significant(value, *count, point);
}

}  // namespace

Result<std::string> figureText(double value, std::string_view form, std::string_view point) {
    if (std::isnan(value)) {
        return std::string("NaN");
    }
    if (std::isinf(value)) {
        return std::string(value > 0 ? "\u221E" : "\u2212\u221E");
    }
    if (form.empty()) {
        return usual(value, point);
    }
    if (form == "exact") {
        return polish(shortest(value), false, point);
    }
    if (form == "sci") {
        return polish(digitsOf(value, std::chars_format::scientific, usualDigits - 1), true, point);
    }
    if (form.ends_with('%')) {
        auto text = inDigits(100 * value, form.substr(0, form.size() - 1), sizeDigits, form, point);
        return text ? Result<std::string>(*text + fixedSpace + '%') : text;
    }
    for (const Unit& unit : units) {
        const std::string_view digits =
            form.substr(0, form.size() - std::min(form.size(), unit.name.size()));
        const bool ends = form.ends_with(unit.name) &&
                          digits.find_first_not_of(".0123456789") == std::string_view::npos;
        if (ends) {
            auto text = inDigits(value / unit.size, digits, sizeDigits, form, point);
            return text ? Result<std::string>(*text + fixedSpace + std::string(unit.name)) : text;
        }
    }
    return inDigits(value, form, usualDigits, form, point);
}

}  // namespace zeropoint::course
