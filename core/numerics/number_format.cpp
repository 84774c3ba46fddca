// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/number_format.h"

#include "core/numerics/code_book.h"
#include "core/numerics/minifloat.h"
#include "core/numerics/rounding.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

std::uint64_t maskOf(const NumberFormat& format) {
    return ~std::uint64_t{0} >> (64 - format.bits);
}

std::uint64_t encodeInteger(const NumberFormat& format, double value,
                            const EncodeOptions& options) {
    const std::uint64_t largest = (std::uint64_t{1} << format.mantissaBits) - 1;
    const bool negative = std::signbit(value);
    const std::uint64_t limit = !negative ? largest : format.isSigned ? largest + 1 : 0;
    if (std::isnan(value)) {
        return 0;
    }
    const Unpacked parts = unpack(value);
    const bool large = parts.exponent > format.mantissaBits;
    const std::uint64_t magnitude =
        large ? limit
              : std::min(limit,
                         roundShifted(parts.significand, 52 - parts.exponent, negative, options));
    return (negative ? ~magnitude + 1 : magnitude) & maskOf(format);
}

std::int64_t integerValue(const NumberFormat& format, std::uint64_t code) {
    const auto value = static_cast<std::int64_t>(code & maskOf(format));
    const std::int64_t half = std::int64_t{1} << (format.bits - 1);
    return format.isSigned && value >= half ? value - 2 * half : value;
}

std::uint64_t stepInteger(const NumberFormat& format, std::uint64_t code, bool up) {
    const auto next = static_cast<double>(integerValue(format, code) + (up ? 1 : -1));
    return encodeInteger(format, next, {});
}

FormatLimits limitsOfMinifloat(const NumberFormat& format) {
    FormatLimits result;
    result.max = decodeMinifloat(format, largestFiniteCode(format));
    result.lowest = format.isSigned ? -result.max : 0;
    result.minNormal = std::ldexp(1.0, smallestExponent(format));
    result.minSubnormal = format.specials == Specials::ScaleOnly
                              ? result.minNormal
                              : std::ldexp(result.minNormal, -format.mantissaBits);
    result.epsilon = std::ldexp(1.0, -format.mantissaBits);
    result.hasInfinity = format.specials == Specials::Ieee;
    result.hasNan = format.specials != Specials::None;
    return result;
}

FormatLimits limitsOfInteger(const NumberFormat& format) {
    FormatLimits result;
    result.max = std::ldexp(1.0, format.mantissaBits) - 1;
    result.lowest = format.isSigned ? -result.max - 1 : 0;
    result.minNormal = 1;
    result.minSubnormal = 1;
    result.epsilon = 1;
    return result;
}

FormatLimits limitsOfCodeBook(const NumberFormat& format) {
    FormatLimits result;
    result.max = format.book[format.order.back()];
    result.lowest = format.book[format.order.front()];
    const auto positive = std::ranges::find_if(
        format.order, [&](std::uint8_t code) { return format.book[code] > 0; });
    result.minNormal = format.book[*positive];
    result.minSubnormal = none;
    result.epsilon = none;
    return result;
}

std::uint64_t stepCode(const NumberFormat& format, std::uint64_t code, bool up) {
    const std::uint64_t own = code & maskOf(format);
    switch (format.kind) {
        case FormatKind::Minifloat:
            return stepMinifloat(format, own, up);
        case FormatKind::Integer:
            return stepInteger(format, own, up);
        case FormatKind::CodeBook:
            return stepCodeBook(format, own, up);
    }
    return own;
}

}  // namespace

std::uint64_t encode(const NumberFormat& format, double value, const EncodeOptions& options) {
    switch (format.kind) {
        case FormatKind::Minifloat:
            return encodeMinifloat(format, value, options);
        case FormatKind::Integer:
            return encodeInteger(format, value, options);
        case FormatKind::CodeBook:
            return encodeCodeBook(format, value, options);
    }
    return 0;
}

double decode(const NumberFormat& format, std::uint64_t code) {
    switch (format.kind) {
        case FormatKind::Minifloat:
            return decodeMinifloat(format, code);
        case FormatKind::Integer:
            return static_cast<double>(integerValue(format, code));
        case FormatKind::CodeBook: {
            const std::uint64_t index = code & maskOf(format);
            return index < format.book.size() ? static_cast<double>(format.book[index]) : none;
        }
    }
    return 0;
}

NumberClass classify(const NumberFormat& format, std::uint64_t code) {
    if (format.kind == FormatKind::Minifloat) {
        return classifyMinifloat(format, code);
    }
    const double value = decode(format, code);
    return std::isnan(value) ? NumberClass::Nan
           : value == 0      ? NumberClass::Zero
                             : NumberClass::Normal;
}

FormatLimits limits(const NumberFormat& format) {
    switch (format.kind) {
        case FormatKind::Minifloat:
            return limitsOfMinifloat(format);
        case FormatKind::Integer:
            return limitsOfInteger(format);
        case FormatKind::CodeBook:
            return limitsOfCodeBook(format);
    }
    return {};
}

BitFields bitFields(const NumberFormat& format, std::uint64_t code) {
    std::string digits(static_cast<std::size_t>(format.bits), '0');
    for (int bit = 0; bit < format.bits; ++bit) {
        if (((code >> bit) & 1) != 0) {
            digits[static_cast<std::size_t>(format.bits - 1 - bit)] = '1';
        }
    }
    const bool hasSign = format.isSigned && format.kind != FormatKind::CodeBook;
    const std::size_t sign = hasSign ? 1 : 0;
    const auto exponent = static_cast<std::size_t>(format.exponentBits);
    return {digits.substr(0, sign), digits.substr(sign, exponent), digits.substr(sign + exponent)};
}

double unitInLastPlace(const NumberFormat& format, double value) {
    if (!std::isfinite(value)) {
        return none;
    }
    if (format.kind == FormatKind::Integer) {
        return 1;
    }
    if (format.kind == FormatKind::CodeBook) {
        return codeBookStep(format, value);
    }
    const int largest = std::ilogb(decodeMinifloat(format, largestFiniteCode(format)));
    const int smallest = smallestExponent(format);
    const int exponent = value == 0 ? smallest : std::clamp(std::ilogb(value), smallest, largest);
    return std::ldexp(1.0, exponent - format.mantissaBits);
}

std::uint64_t nextCode(const NumberFormat& format, std::uint64_t code) {
    return stepCode(format, code, true);
}

std::uint64_t previousCode(const NumberFormat& format, std::uint64_t code) {
    return stepCode(format, code, false);
}

std::string toHex(const NumberFormat& format, std::uint64_t code) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text = "0x";
    const std::uint64_t own = code & maskOf(format);
    for (int shift = (format.bits - 1) / 4 * 4; shift >= 0; shift -= 4) {
        text += digits[(own >> shift) & 0xF];
    }
    return text;
}

}  // namespace zeropoint
