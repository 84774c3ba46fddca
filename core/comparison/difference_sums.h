// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace zeropoint {

/// Sums over pairs of values a and b, in double; stretches of a tensor join in order. Values of A
/// that are NaN or infinite are left out; a finite a whose b is not finite has an infinite error.
struct DifferenceSums {
    std::uint64_t count = 0;    ///< pairs whose a is finite
    std::uint64_t leftOut = 0;  ///< pairs whose a is not
    std::uint64_t unlike = 0;   ///< of those left out, pairs that are not the same infinity or NaN
    double signal = 0;          ///< sum a^2
    double error = 0;           ///< sum (a - b)^2
    double largest = 0;         ///< largest |a - b|

    /// Spans of one length.
    void add(std::span<const float> a, std::span<const float> b);
    void join(const DifferenceSums& other);

    /// Whether every value of B is that of A.
    bool equal() const { return error == 0 && unlike == 0; }
    /// The norm of the differences over that of A: 0 when equal, infinite where A is zero
    /// everywhere and B is not, NaN without a value.
    double relativeError() const;
    /// 10 log10(signal / error); infinite without an error, NaN without a value.
    double sqnrDb() const;
    /// NaN without a value.
    double maxAbsError() const;
};

}  // namespace zeropoint
