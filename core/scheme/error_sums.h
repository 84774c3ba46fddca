// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>

namespace zeropoint {

/// Sums over finite values x and their errors d = x' - x, in double. What error reports are made
/// of; stretches of a tensor join in order.
struct ErrorSums {
    std::size_t count = 0;  ///< finite values
    std::size_t nan = 0;
    std::size_t clipped = 0;  ///< finite values outside the clipping range
    double signal = 0;        ///< sum x^2
    double cross = 0;         ///< sum x d
    double error = 0;         ///< sum d^2
    double clipError = 0;     ///< the part of `error` from values outside the clipping range
    double maxError = 0;      ///< largest |d|

    void join(const ErrorSums& other) {
        count += other.count;
        nan += other.nan;
        clipped += other.clipped;
        signal += other.signal;
        cross += other.cross;
        error += other.error;
        clipError += other.clipError;
        maxError = std::max(maxError, other.maxError);
    }
};

}  // namespace zeropoint
