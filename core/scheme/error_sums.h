// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace zeropoint {

/// Sums over finite values x and their errors d = x' - x, in double. What error reports are made
/// of; stretches of a tensor join in order. A value that reads back as infinite or NaN has an
/// infinite error.
struct ErrorSums {
    std::size_t count = 0;  ///< finite values
    std::size_t nan = 0;
    std::size_t infinite = 0;
    std::size_t clipped = 0;  ///< finite values outside the clip range
    double signal = 0;        ///< sum x^2
    double cross = 0;         ///< sum x d
    double clipError = 0;     ///< sum d^2 of the values outside the clip range
    double roundError = 0;    ///< sum d^2 of the others
    double maxError = 0;      ///< largest |d|

    double error() const { return clipError + roundError; }

    void add(float x, double back, bool isClipped) {
        if (!std::isfinite(x)) {
            ++(std::isnan(x) ? nan : infinite);
            return;
        }
        const double value = x;
        const double d =
            std::isfinite(back) ? back - value : std::numeric_limits<double>::infinity();
        ++count;
        clipped += isClipped ? 1 : 0;
        signal += value * value;
        cross += value * d;
        (isClipped ? clipError : roundError) += d * d;
        maxError = std::max(maxError, std::abs(d));
    }

    void join(const ErrorSums& other) {
        count += other.count;
        nan += other.nan;
        infinite += other.infinite;
        clipped += other.clipped;
        signal += other.signal;
        cross += other.cross;
        clipError += other.clipError;
        roundError += other.roundError;
        maxError = std::max(maxError, other.maxError);
    }
};

/// 10 log10(signal / error): infinite without an error, undefined (NaN) without a value.
inline double decibels(double signal, double error, std::size_t count) {
    if (count == 0) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    return error > 0 ? 10 * std::log10(signal / error) : std::numeric_limits<double>::infinity();
}

}  // namespace zeropoint
