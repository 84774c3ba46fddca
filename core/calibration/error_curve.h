// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"
#include "core/statistics/fine_histogram.h"
#include "core/support/error.h"

#include <cstddef>
#include <vector>

namespace zeropoint {

/// Error of one clipping range: estimated from a fine histogram here, summed over the values in
/// exact_error.h. Undefined (NaN) where no value is finite.
struct RangeError {
    double lo = 0;
    double hi = 0;
    double mse = 0;
    double clipMse = 0;   ///< the part from values outside the range
    double roundMse = 0;  ///< the rest; the two add up
    double sqnrDb = 0;
    double clippedFraction = 0;
    double maxAbsError = 0;  ///< the most that a value between the histogram's ends can err
};

/// The error that quantizing the histogram's values with this range makes (per tensor), were the
/// values of a bin evenly spread in it. Outliers that widen the bins, few distinct values and
/// spikes make it wrong by any amount: for a hand that moves, not for figures that are kept.
Result<RangeError> estimateError(const FineHistogram& histogram, double lo, double hi,
                                 const QuantScheme& scheme);

/// Error against the range as it shrinks from the full one.
struct ErrorCurve {
    std::vector<RangeError> points;  ///< by growing hi (symmetric: growing |range|)
    std::size_t best = 0;            ///< index of the smallest mse
};

/// Symmetric: hi from a fraction of the largest magnitude up to it, lo = -hi. Asymmetric: both
/// ends shrink towards zero in proportion.
ErrorCurve errorCurve(const FineHistogram& histogram, const QuantScheme& scheme,
                      std::size_t points = 81);

/// Error while one end moves from `from` to `to` and the other stays: what a dragged handle sees.
enum class RangeEnd { Lo, Hi };
ErrorCurve errorCurve(const FineHistogram& histogram, const QuantScheme& scheme, RangeEnd moving,
                      double fixedEnd, double from, double to, std::size_t points = 81);

}  // namespace zeropoint
