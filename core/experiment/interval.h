// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace zeropoint {

struct Interval {
    double low = 0;
    double high = 0;

    bool operator==(const Interval&) const = default;
};

/// 95 % interval of a share from `hits` of `count` (Wilson 1927): stays within [0, 1] and says
/// something at 0 and at 1, unlike the normal approximation. [0, 1] for a count of 0.
Interval wilsonInterval(std::size_t hits, std::size_t count);
/// The same for a share in [0, 1] of `count` > 0 observations, which may be an effective number.
Interval wilsonInterval(double share, double count);

/// 0 of nothing.
double mean(std::span<const double> values);
/// With n - 1; 0 for fewer than two values.
double standardDeviation(std::span<const double> values);

/// 97.5 % quantile of Student's t with `degrees` >= 1 degrees of freedom, to 1e-4.
double studentQuantile975(std::size_t degrees);

/// 95 % interval of the mean, mean +- t sd / sqrt(n); the value itself for fewer than two.
Interval meanInterval(std::span<const double> values);

}  // namespace zeropoint
