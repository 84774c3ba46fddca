// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/minifloat.h"

#include "core/numerics/rounding.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

std::uint64_t signMask(const NumberFormat& format) {
    return format.isSigned ? std::uint64_t{1} << (format.bits - 1) : 0;
}

std::uint64_t magnitudeMask(const NumberFormat& format) {
    return ~std::uint64_t{0} >> (64 - format.exponentBits - format.mantissaBits);
}

/// All ones in the exponent, zeros in the mantissa: infinity where the format has one.
std::uint64_t infinityCode(const NumberFormat& format) {
    return ((std::uint64_t{1} << format.exponentBits) - 1) << format.mantissaBits;
}

std::uint64_t nanCode(const NumberFormat& format, bool negative) {
    const std::uint64_t sign = negative ? signMask(format) : 0;
    switch (format.specials) {
        case Specials::Ieee:
            return sign | infinityCode(format) | (std::uint64_t{1} << (format.mantissaBits - 1));
        case Specials::NanOnly:
            return sign | magnitudeMask(format);
        case Specials::NanIsZero:
            return signMask(format);
        case Specials::ScaleOnly:
            return magnitudeMask(format);
        case Specials::None:
            break;
    }
    return 0;
}

/// What a value beyond the largest becomes when the format's own rule decides.
std::uint64_t overflowCode(const NumberFormat& format, bool negative) {
    const std::uint64_t sign = negative ? signMask(format) : 0;
    switch (format.specials) {
        case Specials::Ieee:
            return sign | infinityCode(format);
        case Specials::None:
            return sign | largestFiniteCode(format);
        default:
            return nanCode(format, negative);
    }
}

std::uint64_t encodeScale(const NumberFormat& format, const Unpacked& parts,
                          const EncodeOptions& options) {
    if (parts.significand == 0 || parts.negative) {
        return options.overflow == Overflow::Saturate ? 0 : nanCode(format, false);
    }
    // Without mantissa bits the significand rounds to 1 or 2: a tie always goes to the even 2.
    const std::uint64_t rounded = roundShifted(parts.significand, 52, false, options);
    const std::int64_t code = parts.exponent + format.bias + static_cast<int>(rounded) - 1;
    if (code > static_cast<std::int64_t>(largestFiniteCode(format))) {
        const bool saturates =
            options.overflow == Overflow::Saturate || neverRoundsAway(options.rounding, false);
        return saturates ? largestFiniteCode(format) : nanCode(format, false);
    }
    return static_cast<std::uint64_t>(std::max<std::int64_t>(code, 0));
}

/// 2^exponent for exponents of normal doubles.
double powerOfTwo(int exponent) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52);
}

}  // namespace

Unpacked unpack(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    const std::uint64_t fraction = bits & ((std::uint64_t{1} << 52) - 1);
    const int field = static_cast<int>((bits >> 52) & 0x7FF);
    Unpacked parts{(bits >> 63) != 0, field - 1023, fraction | (std::uint64_t{1} << 52)};
    if (field == 0) {
        const int shift = fraction == 0 ? 0 : std::countl_zero(fraction) - 11;
        parts.significand = fraction << shift;
        parts.exponent = -1022 - shift;
    }
    return parts;
}

int smallestExponent(const NumberFormat& format) {
    return format.specials == Specials::ScaleOnly ? -format.bias : 1 - format.bias;
}

std::uint64_t largestFiniteCode(const NumberFormat& format) {
    switch (format.specials) {
        case Specials::Ieee:
            return infinityCode(format) - 1;
        case Specials::NanOnly:
        case Specials::ScaleOnly:
            return magnitudeMask(format) - 1;
        default:
            return magnitudeMask(format);
    }
}

std::uint64_t encodeMinifloat(const NumberFormat& format, double value,
                              const EncodeOptions& options) {
    if (format.bits == 64) {
        return std::bit_cast<std::uint64_t>(value);
    }
    const Unpacked parts = unpack(value);
    if (parts.exponent == 1024) {
        return std::isnan(value) ? nanCode(format, parts.negative)
                                 : overflowCode(format, parts.negative);
    }
    if (format.specials == Specials::ScaleOnly) {
        return encodeScale(format, parts, options);
    }
    const int smallest = smallestExponent(format);
    const int exponent = std::max(parts.exponent, smallest);
    const int shift = 52 - format.mantissaBits + exponent - parts.exponent;
    const std::uint64_t rounded = roundShifted(parts.significand, shift, parts.negative, options);
    // The leading one of `rounded` adds itself to the exponent field, and so does a carry.
    const std::uint64_t magnitude =
        (static_cast<std::uint64_t>(exponent - smallest) << format.mantissaBits) + rounded;
    const std::uint64_t largest = largestFiniteCode(format);
    if (magnitude > largest && options.overflow == Overflow::Specified &&
        !neverRoundsAway(options.rounding, parts.negative)) {
        return overflowCode(format, parts.negative);
    }
    const std::uint64_t code = std::min(magnitude, largest);
    if (code == 0 && format.specials == Specials::NanIsZero) {
        return 0;
    }
    return (parts.negative ? signMask(format) : 0) | code;
}

double decodeMinifloat(const NumberFormat& format, std::uint64_t code) {
    if (format.bits == 64) {
        return std::bit_cast<double>(code);
    }
    const bool negative = (code & signMask(format)) != 0;
    const std::uint64_t magnitude = code & magnitudeMask(format);
    const auto field = static_cast<int>(magnitude >> format.mantissaBits);
    const std::uint64_t mantissa = magnitude & ((std::uint64_t{1} << format.mantissaBits) - 1);
    double value = 0;
    if (magnitude > largestFiniteCode(format)) {
        const bool infinite = format.specials == Specials::Ieee && mantissa == 0;
        value = infinite ? std::numeric_limits<double>::infinity()
                         : std::numeric_limits<double>::quiet_NaN();
    } else if (format.specials == Specials::NanIsZero && negative && magnitude == 0) {
        return std::numeric_limits<double>::quiet_NaN();
    } else if (field == 0 && format.specials != Specials::ScaleOnly) {
        value = static_cast<double>(mantissa) *
                powerOfTwo(smallestExponent(format) - format.mantissaBits);
    } else {
        value =
            std::bit_cast<double>((static_cast<std::uint64_t>(field - format.bias + 1023) << 52) |
                                  (mantissa << (52 - format.mantissaBits)));
    }
    return negative ? -value : value;
}

NumberClass classifyMinifloat(const NumberFormat& format, std::uint64_t code) {
    const std::uint64_t magnitude = code & magnitudeMask(format);
    if (magnitude > largestFiniteCode(format)) {
        const bool infinite =
            format.specials == Specials::Ieee && magnitude == infinityCode(format);
        return infinite ? NumberClass::Infinite : NumberClass::Nan;
    }
    if (format.specials == Specials::ScaleOnly) {
        return NumberClass::Normal;
    }
    if (magnitude == 0) {
        const bool nan = format.specials == Specials::NanIsZero && (code & signMask(format)) != 0;
        return nan ? NumberClass::Nan : NumberClass::Zero;
    }
    return (magnitude >> format.mantissaBits) == 0 ? NumberClass::Subnormal : NumberClass::Normal;
}

std::uint64_t stepMinifloat(const NumberFormat& format, std::uint64_t code, bool up) {
    if (classifyMinifloat(format, code) == NumberClass::Nan) {
        return code;
    }
    const std::uint64_t sign = code & signMask(format);
    const std::uint64_t magnitude = code & magnitudeMask(format);
    if (magnitude == 0 && format.isSigned) {
        return up ? 1 : signMask(format) | 1;
    }
    if ((sign != 0) == up) {  // towards zero
        const bool noNegativeZero = format.specials == Specials::NanIsZero && magnitude == 1;
        return magnitude == 0 ? code : noNegativeZero ? 0 : sign | (magnitude - 1);
    }
    const std::uint64_t end =
        format.specials == Specials::Ieee ? infinityCode(format) : largestFiniteCode(format);
    return magnitude == end ? code : sign | (magnitude + 1);
}

}  // namespace zeropoint
