// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace zeropoint {

enum class FormatKind {
    Minifloat,  ///< sign, exponent, mantissa
    Integer,    ///< two's complement or unsigned codes; a scheme gives them scale and zero point
    CodeBook,   ///< a table of values; the code is an index
};

/// Which codes of a minifloat are not ordinary finite numbers.
enum class Specials {
    Ieee,       ///< all-ones exponent: mantissa 0 is infinity, the rest NaN
    NanOnly,    ///< OCP "FN": only the all-ones magnitude is NaN, no infinity (E4M3FN)
    NanIsZero,  ///< "FNUZ": the code of negative zero is the one NaN, no infinity
    None,       ///< every code is a finite number (FP6, FP4)
    ScaleOnly,  ///< E8M0: unsigned powers of two, no zero, all-ones is NaN
};

enum class Rounding { NearestEven, HalfAway, HalfUp, Floor, Ceil, TowardZero, Stochastic };

/// What becomes of a finite value beyond the largest: the format's own rule, or the other.
enum class Overflow {
    Specified,  ///< as the format's specification converts: to infinity, to NaN, or saturating
    Saturate,   ///< to the largest finite value
};

enum class NumberClass { Zero, Subnormal, Normal, Infinite, Nan };

/// One scalar number format, described by data: a new small float is one row of the table in
/// number_format_table.cpp. Rows live for the whole program, so pointers to them stay valid.
///
/// Code layout of a minifloat, most significant first: sign (if signed), exponent, mantissa.
/// value = (-1)^sign * 2^(exponent - bias) * (1 + mantissa / 2^mantissaBits), and with exponent 0
/// value = (-1)^sign * 2^(1 - bias) * mantissa / 2^mantissaBits (subnormal).
struct NumberFormat {
    std::string_view id;    ///< as the command line writes it: "fp8-e4m3"
    std::string_view name;  ///< as a table shows it: "FP8 E4M3"
    FormatKind kind = FormatKind::Minifloat;
    int bits = 0;          ///< 1..64
    int exponentBits = 0;  ///< 0 for integers and code books
    int mantissaBits = 0;  ///< for integers: magnitude bits (bits - sign)
    int bias = 0;
    bool isSigned = true;
    Specials specials = Specials::None;
    std::span<const float>
        book;  ///< CodeBook: value of each code; codes beyond it are unused (NaN)
    std::span<const float> levels;        ///< CodeBook: the same values, rising
    std::span<const std::uint8_t> order;  ///< CodeBook: the code of each level
    std::string_view source;              ///< the document that defines it
};

/// All formats in the order in which tables show them.
std::span<const NumberFormat> numberFormats();

/// By id or a documented alias ("e4m3" for "fp8-e4m3", "half" for "fp16"); null when unknown.
const NumberFormat* findNumberFormat(std::string_view id);

/// By id of a format that is known to exist; a wrong id is a programming error and aborts.
const NumberFormat& numberFormat(std::string_view id);

struct EncodeOptions {
    Rounding rounding = Rounding::NearestEven;
    Overflow overflow = Overflow::Specified;
    std::uint64_t random = 0;  ///< the 64 random bits that stochastic rounding consumes
};

/// The code nearest to `value`, rounded once from the double. Integers round and saturate to
/// their limits, and so do code books. NaN keeps its sign and becomes the quiet NaN of the format
/// (FP64 keeps its payload), and 0, or what is nearest to it, where there is none. Infinities stay
/// infinite, become NaN where only that exists (E4M3FN), else the largest value.
/// E8M0 has no zero and no sign: zero and negatives become NaN, or 2^-127 with Overflow::Saturate.
/// Rounding towards zero (also Floor of a positive value) never overflows, as in IEEE 754.
std::uint64_t encode(const NumberFormat& format, double value, const EncodeOptions& options = {});

/// The exact value of a code. Bits above format.bits are ignored.
double decode(const NumberFormat& format, std::uint64_t code);

NumberClass classify(const NumberFormat& format, std::uint64_t code);

/// What a format can hold. Infinite or NaN where a row has no meaning (an integer's subnormals).
struct FormatLimits {
    double max = 0;           ///< largest finite value
    double lowest = 0;        ///< most negative finite value, 0 when unsigned
    double minNormal = 0;     ///< smallest positive normal value; 1 for integers
    double minSubnormal = 0;  ///< smallest positive value; equals minNormal without subnormals
    double epsilon = 0;       ///< distance from 1 to the next larger value; 1 for integers
    bool hasInfinity = false;
    bool hasNan = false;
};
FormatLimits limits(const NumberFormat& format);

/// The fields of a code as strings of '0' and '1', most significant first. An integer has its
/// sign bit (if signed) in `sign` and the rest in `mantissa`; a code book has all in `mantissa`.
struct BitFields {
    std::string sign;
    std::string exponent;
    std::string mantissa;
};
BitFields bitFields(const NumberFormat& format, std::uint64_t code);

/// Distance between the neighbours that enclose `value`: the step of the format there. For a
/// value that is itself a power of two this is the step away from zero; beyond the largest value
/// it is the last step. NaN for NaN and infinities.
double unitInLastPlace(const NumberFormat& format, double value);

/// The code of the next larger or smaller *value*; at the ends (and for NaN) the same code.
/// Zeros as in IEEE 754 nextUp: up from the smallest negative is -0 (0 where there is no -0), and
/// up from either zero is the smallest positive.
std::uint64_t nextCode(const NumberFormat& format, std::uint64_t code);
std::uint64_t previousCode(const NumberFormat& format, std::uint64_t code);

/// "0x3DCC": bits/4 (rounded up) hexadecimal digits.
std::string toHex(const NumberFormat& format, std::uint64_t code);

}  // namespace zeropoint
