// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/number_format.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace zeropoint {

/// One value, and how formats are to store it.
struct NumberQuestion {
    double value = 0;
    double absMax = 1;         ///< |max| of the data that scales are made for, above 0
    bool scaleFloats = false;  ///< floats of 8 bits or fewer take a scale too
    Rounding rounding = Rounding::NearestEven;
    Overflow overflow = Overflow::Specified;
    std::uint64_t seed = 0;  ///< of stochastic rounding
    /// A code that was chosen where several mean the value (NaN payloads, the two zeros of a code
    /// book); one that means another value is not taken.
    std::optional<std::uint64_t> code = {};
};

/// What became of a value beside its figures.
enum class NumberTag { None, Underflow, Overflow, Saturated, Subnormal, Infinite, Nan };

/// One value in one format.
struct NumberFacts {
    const NumberFormat* format = nullptr;
    double scale = 1;  ///< stored = decode(code) * scale; 1 for formats that take none
    std::uint64_t code = 0;
    double value = 0;     ///< what was asked for
    double stored = 0;    ///< what the code means
    double error = 0;     ///< stored - value; 0 when both are the same infinity
    double relative = 0;  ///< error / |value|; 0 for an exact zero, infinite for an inexact one
    double ulp = 0;       ///< distance between the stored values that enclose the value
    double lowest = 0;    ///< smallest finite stored value
    double max = 0;       ///< largest finite stored value
    NumberClass kind = NumberClass::Zero;
    NumberTag tag = NumberTag::None;

    double errorInUlp() const { return error / ulp; }
    bool isExact() const { return error == 0; }
};

/// Whether a format's codes are multiplied with a scale: those of integers and code books always.
bool takesScale(const NumberFormat& format, bool scaleFloats);
/// What they are multiplied with: |max| goes to the largest code, of two's complement to the
/// shorter side; 1 for formats that take no scale.
double numberScale(const NumberFormat& format, const NumberQuestion& question);

NumberFacts numberFacts(const NumberFormat& format, const NumberQuestion& question);

/// What another code of the same format means, for the number line.
double storedValue(const NumberFacts& facts, std::uint64_t code);
/// The step at a magnitude as a share of it: stored values there are so far apart. NaN beyond the
/// format's range and where it has no step.
double relativeStep(const NumberFacts& facts, double magnitude);

/// The value stored in one format after the other, each taking what the one before left.
std::vector<NumberFacts> conversionChain(NumberQuestion question,
                                         std::span<const std::string_view> formats);

/// The least value above 0 that a format of at most 16 bits stores, by decoding every code: also
/// for code books, which have no subnormal values to ask for.
double smallestPositive(const NumberFormat& format);

}  // namespace zeropoint
