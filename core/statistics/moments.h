// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace zeropoint {

/// Central moments of a set of values, in the form in which two sets can be joined without
/// cancellation (Chan, Golub, LeVeque 1979; Pebay 2008): sums of (x - mean)^k.
struct Moments {
    std::size_t count = 0;
    double mean = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;

    /// From the sums of d, d^2, d^3, d^4 with d = x - shift. Accurate while the shift lies within
    /// a few standard deviations of the mean.
    static Moments fromShifted(std::size_t count, double shift, double s1, double s2, double s3,
                               double s4);

    void join(const Moments& other);

    double variance() const;  ///< of the population
    double skew() const;      ///< standardised, 0 without variance
    double kurtosis() const;  ///< standardised (3 for a normal), 0 without variance
};

}  // namespace zeropoint
