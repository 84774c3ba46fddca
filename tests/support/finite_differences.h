// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/random.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace zeropoint::test {

inline std::vector<double> randomValues(std::size_t count, std::uint64_t seed) {
    Random random(seed);
    std::vector<double> values(count);
    for (double& value : values) {
        value = random.normal();
    }
    return values;
}

inline double dot(std::span<const double> a, std::span<const double> b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += a[i] * b[i];
    }
    return sum;
}

/// Largest deviation of an analytic gradient from the central difference of `loss` with respect
/// to each of `values`, relative to 1 + the gradient's size.
template <typename Loss>
double gradientError(std::span<double> values, std::span<const double> gradient, Loss loss) {
    constexpr double step = 1e-5;
    double worst = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double kept = values[i];
        values[i] = kept + step;
        const double above = loss();
        values[i] = kept - step;
        const double below = loss();
        values[i] = kept;
        const double numeric = (above - below) / (2 * step);
        worst = std::max(worst, std::abs(numeric - gradient[i]) / (1 + std::abs(numeric)));
    }
    return worst;
}

}  // namespace zeropoint::test
