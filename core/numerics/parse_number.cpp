// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/parse_number.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <numbers>

namespace zeropoint {
namespace {

constexpr std::string_view expected =
    "Expected a decimal number such as 0.1 or -1e-5, a fraction such as 1/3, inf, nan, pi, "
    "a hexadecimal float such as 0x1.8p3, or a bit pattern such as 0x3DCC or 0b0101";

tl::unexpected<Error> refuse(std::string what, std::string_view text,
                             std::string_view remedy = expected) {
    constexpr std::size_t shown = 40;
    std::string where(text.substr(0, shown));
    if (text.size() > shown) {
        where += "...";
    }
    return fail(ErrorCode::InvalidArgument, std::move(what), "'" + where + "'",
                std::string(remedy));
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n\f\v";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string lowered(std::string_view text) {
    std::string result(text);
    for (char& letter : result) {
        letter = lower(letter);
    }
    return result;
}

/// `digits` without a sign. std::from_chars would take a minus of its own, so it is refused here.
Result<double> readUnsigned(std::string_view digits, std::chars_format form,
                            std::string_view whole) {
    double value = 0;
    const char* end = digits.data() + digits.size();
    const bool begins = !digits.empty() && digits.front() != '-';
    const auto [stop, error] = begins
                                   ? std::from_chars(digits.data(), end, value, form)
                                   : std::from_chars_result{nullptr, std::errc::invalid_argument};
    if (error == std::errc::result_out_of_range && stop == end) {
        return refuse("The number is beyond the range of a double", whole,
                      "Magnitudes between 4.9e-324 and 1.8e308, zero and inf are possible");
    }
    if (error != std::errc{} || stop != end) {
        return refuse("Not a number", whole);
    }
    return value;
}

Result<double> readMagnitude(std::string_view text, std::string_view whole) {
    const std::string word = lowered(text);
    if (word == "inf" || word == "infinity") {
        return std::numeric_limits<double>::infinity();
    }
    if (word == "nan") {
        return std::numeric_limits<double>::quiet_NaN();
    }
    if (word == "pi") {
        return std::numbers::pi;
    }
    if (word.starts_with("0x")) {
        return readUnsigned(text.substr(2), std::chars_format::hex, whole);
    }
    if (text.find_first_not_of("0123456789.eE+-") != std::string_view::npos) {
        return refuse("Not a number", whole);
    }
    return readUnsigned(text, std::chars_format::general, whole);
}

Result<double> readFraction(std::string_view text, std::size_t slash, std::string_view whole) {
    const std::string_view below = text.substr(slash + 1);
    const Result<double> numerator =
        readUnsigned(text.substr(0, slash), std::chars_format::general, whole);
    const Result<double> denominator = readUnsigned(below, std::chars_format::general, whole);
    if (!numerator) {
        return numerator;
    }
    if (!denominator) {
        return denominator;
    }
    if (!std::isfinite(*numerator) || !std::isfinite(*denominator)) {
        return refuse("Not a fraction", whole);
    }
    if (*denominator == 0) {
        return refuse("The fraction divides by zero", whole, "Type inf or nan for those values");
    }
    const double value = *numerator / *denominator;
    if (!std::isfinite(value) || (value == 0 && *numerator != 0)) {
        return refuse("The fraction is beyond the range of a double", whole);
    }
    return value;
}

bool isHexadecimalFloat(std::string_view text) {
    return text.find_first_of(".pP") != std::string_view::npos;
}

tl::unexpected<Error> refuseWidth(const NumberFormat& format, std::size_t digits,
                                  std::string_view base, std::size_t given,
                                  std::string_view whole) {
    const std::string name(format.name);
    return refuse("The bit pattern does not have the width of " + name, whole,
                  name + " has " + std::to_string(format.bits) +
                      " bits: " + std::to_string(digits) + " " + std::string(base) + " digits, " +
                      std::to_string(given) + " given");
}

Result<ParsedNumber> readPattern(std::string_view text, const NumberFormat& format,
                                 std::string_view whole) {
    const bool binary = lower(text[1]) == 'b';
    const std::string_view digits = text.substr(2);
    const int base = binary ? 2 : 16;
    const std::string_view allowed = binary ? "01" : "0123456789abcdefABCDEF";
    if (digits.empty() || digits.find_first_not_of(allowed) != std::string_view::npos) {
        return refuse("Not a bit pattern", whole);
    }
    const auto width = static_cast<std::size_t>(binary ? format.bits : (format.bits + 3) / 4);
    const std::string_view baseName = binary ? "binary" : "hexadecimal";
    if (digits.size() != width) {
        return refuseWidth(format, width, baseName, digits.size(), whole);
    }
    std::uint64_t code = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), code, base);
    if (format.bits < 64 && (code >> format.bits) != 0) {
        return refuse("The bit pattern has bits above the width of " + std::string(format.name),
                      whole,
                      std::string(format.name) + " has " + std::to_string(format.bits) +
                          " bits: the largest pattern is " + toHex(format, ~0ULL));
    }
    return ParsedNumber{decode(format, code), code};
}

}  // namespace

Result<ParsedNumber> parseNumber(std::string_view text, const NumberFormat& patternFormat) {
    const std::string_view whole = trimmed(text);
    if (whole.empty()) {
        return refuse("No number was given", whole);
    }
    if (whole.find(',') != std::string_view::npos) {
        return refuse("A comma is not part of a number", whole,
                      "Write the decimal point as '.' and leave out separators of thousands");
    }
    const bool negative = whole.front() == '-';
    const bool hasSign = negative || whole.front() == '+';
    const std::string_view body = whole.substr(hasSign ? 1 : 0);
    const bool prefixed =
        body.size() >= 2 && body[0] == '0' && (lower(body[1]) == 'x' || lower(body[1]) == 'b');
    if (prefixed && !isHexadecimalFloat(body)) {
        if (hasSign) {
            return refuse("A bit pattern takes no sign", whole,
                          "The sign is one of the pattern's own bits");
        }
        return readPattern(body, patternFormat, whole);
    }
    const std::size_t slash = body.find('/');
    const Result<double> magnitude = slash == std::string_view::npos
                                         ? readMagnitude(body, whole)
                                         : readFraction(body, slash, whole);
    if (!magnitude) {
        return tl::unexpected<Error>(magnitude.error());
    }
    return ParsedNumber{negative ? -*magnitude : *magnitude, std::nullopt};
}

std::string shortestText(double value) {
    if (std::isnan(value)) {
        return "nan";
    }
    if (std::isinf(value)) {
        return value < 0 ? "-inf" : "inf";
    }
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end};
}

}  // namespace zeropoint
