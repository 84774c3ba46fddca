// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/moments.h"

#include <cstddef>
#include <optional>
#include <span>

namespace zeropoint {

/// Sums of values as they stand, without a shift: the shortest loop that gives a mean and a
/// deviation in double.
struct PlainSums {
    std::size_t count = 0;
    double sum = 0;  ///< not finite where a value is not
    double squares = 0;
    float min = 0;
    float max = 0;
    std::size_t zeros = 0;

    /// Up to the second; nothing where a value is not finite, the mean is more than ten deviations
    /// away from zero so that too many digits would cancel (those need a shift), or the squares are
    /// outside of float.
    std::optional<Moments> moments() const;
};

/// How many values one step takes: plainSums wants a multiple of it, and not 0.
constexpr std::size_t plainSumsStep = 16;
constexpr std::size_t plainCodesStep = 32;       ///< the same of the two below
constexpr std::size_t plainCodesMost = 1 << 18;  ///< which eight counters of 16 bits hold

PlainSums plainSums(std::span<const float> values);

/// The same of values that are decoded on the way: bfloat16 and IEEE half, two bytes each,
/// little-endian. Their count is a multiple of plainCodesStep, and at most plainCodesMost. The
/// first sixteen values of a lane are added in float, so that `sum` errs by at most 2^-20 of the
/// sum of magnitudes and `squares` by as much of itself; seen on Gaussian values: 1e-11 and 3e-8.
PlainSums plainSumsOfBfloat16(std::span<const std::byte> codes);
PlainSums plainSumsOfFloat16(std::span<const std::byte> codes);

}  // namespace zeropoint
