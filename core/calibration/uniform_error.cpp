// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/uniform_error.h"

#include "core/statistics/lanes.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

using lanes::Doubles;

double levelOf(double t, Rounding rounding) {
    switch (rounding) {
        case Rounding::NearestEven:
        case Rounding::HalfAway:
        case Rounding::HalfUp:
            return std::floor(t + 0.5);
        case Rounding::Ceil:
            return std::ceil(t);
        case Rounding::TowardZero:
            return std::trunc(t);
        case Rounding::Floor:
        case Rounding::Stochastic:
            return std::floor(t);
    }
    return t;
}

bool roundsToNearest(Rounding rounding) {
    return rounding == Rounding::NearestEven || rounding == Rounding::HalfAway ||
           rounding == Rounding::HalfUp;
}

/// The nearest-rounding case of cumulativeError over eight lanes. Adding and taking away
/// 1.5 * 2^52 rounds to an integer on every CPU level.
void cumulativeNearest(const Doubles& t, const UniformGrid& grid, Doubles& out) {
    constexpr double magic = 6755399441055744.0;
    const Doubles first = Doubles{} + grid.first;
    const Doubles last = Doubles{} + grid.last;
    Doubles n = t > first ? t : first;
    n = n < last ? n : last;
    n = (n + magic) - magic;
    const Doubles f = t - n;
    out = n * (1.0 / 12) + f * f * f * (1.0 / 3);
}

}  // namespace

double errorPerStep(Rounding rounding) {
    return roundsToNearest(rounding)          ? 1.0 / 12
           : rounding == Rounding::Stochastic ? 1.0 / 6
                                              : 1.0 / 3;
}

double cumulativeError(double t, const UniformGrid& grid) {
    const double n = std::clamp(levelOf(t, grid.rounding), grid.first, grid.last);
    const double f = t - n;
    const bool inside = t >= grid.first && t <= grid.last;
    if (grid.rounding == Rounding::Stochastic && inside) {
        return n / 6 + f * f / 2 - f * f * f / 3;
    }
    return n * errorPerStep(grid.rounding) + f * f * f / 3;
}

double weightedError(double begin, double step, std::span<const double> weights,
                     const UniformGrid& grid) {
    std::size_t i = 0;
    double sum = 0;
    if (roundsToNearest(grid.rounding)) {
        const Doubles ramp = {0, 1, 2, 3, 4, 5, 6, 7};
        Doubles lower;
        Doubles upper;
        Doubles weight;
        Doubles sums{};
        for (; i + lanes::width <= weights.size(); i += lanes::width) {
            const Doubles index = ramp + static_cast<double>(i);
            cumulativeNearest(index * step + begin, grid, lower);
            cumulativeNearest((index + 1.0) * step + begin, grid, upper);
            std::memcpy(&weight, weights.data() + i, sizeof weight);
            sums += weight * (upper - lower);
        }
        sum = lanes::total(sums);
    }
    for (; i < weights.size(); ++i) {
        const double t = begin + static_cast<double>(i) * step;
        const double next = begin + static_cast<double>(i + 1) * step;
        sum += weights[i] * (cumulativeError(next, grid) - cumulativeError(t, grid));
    }
    return sum;
}

}  // namespace zeropoint
