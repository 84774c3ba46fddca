// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/number_format.h"

#include <cstdint>

namespace zeropoint {

/// An integer near x by the rule; `random` is used by Rounding::Stochastic alone. Not for NaN.
double roundToInteger(double x, Rounding rounding, std::uint64_t random);

/// Where rounding changes from the lower to the upper of two neighbouring levels; halfway for the
/// nearest rules, and for stochastic rounding, where it is the even chance.
double roundingBoundary(double lower, double upper, Rounding rounding);

/// The random bits of the value at `index` of a tensor: a hash of seed and index, so that neither
/// the number of threads nor the order of the work matters.
std::uint64_t roundingBits(std::uint64_t seed, std::uint64_t index);

}  // namespace zeropoint
