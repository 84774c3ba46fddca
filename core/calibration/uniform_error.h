// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/number_format.h"

#include <span>

namespace zeropoint {

/// The integers first..last as levels, values in steps of them.
struct UniformGrid {
    double first = 0;
    double last = 0;
    Rounding rounding = Rounding::NearestEven;
};

/// Mean squared (stochastic: expected squared) rounding error of values spread over whole steps,
/// in squared steps: 1/12 to nearest, 1/6 stochastic, 1/3 for the directed roundings.
double errorPerStep(Rounding rounding);

/// Integral of the squared (stochastic: expected squared) rounding error from 0 to t, in steps.
/// Every whole step adds the same amount, so this is closed form: with n the level of t and
/// f = t - n it is n * errorPerStep + f^3 / 3, which also holds beyond the ends, where n stays.
double cumulativeError(double t, const UniformGrid& grid);

/// sum_i weights[i] * (cumulativeError(t_{i+1}) - cumulativeError(t_i)) with t_i = begin + i*step.
double weightedError(double begin, double step, std::span<const double> weights,
                     const UniformGrid& grid);

}  // namespace zeropoint
