// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/error_curve.h"

#include "core/calibration/curve_ranges.h"
#include "core/calibration/error_estimator.h"
#include "core/numerics/parse_number.h"

#include <cmath>
#include <vector>

namespace zeropoint {
namespace {

/// A constant tensor has a range of one point: lo == hi is the caller's business, lo > hi is not.
Result<RealRange> checkedRange(double lo, double hi) {
    if (!std::isfinite(lo) || !std::isfinite(hi) || lo > hi) {
        return fail(ErrorCode::InvalidArgument, "A range goes from a finite number up to another",
                    shortestText(lo) + "," + shortestText(hi), "Give LO below HI");
    }
    return RealRange{lo, hi};
}

ErrorCurve evaluate(const ErrorEstimator& estimator, const std::vector<RealRange>& ranges) {
    ErrorCurve curve;
    curve.points.reserve(ranges.size());
    for (const RealRange& range : ranges) {
        // A plain cast has one error whatever the range.
        const bool same = !curve.points.empty() && !estimator.chooser().element().scaled;
        curve.points.push_back(same ? curve.points.front() : estimator.at(range.lo, range.hi));
    }
    markBest(curve);
    return curve;
}

}  // namespace

Result<RangeError> estimateError(const FineHistogram& histogram, double lo, double hi,
                                 const QuantScheme& scheme) {
    return checkedRange(lo, hi).and_then([&](const RealRange& range) {
        return ErrorEstimator::make(histogram, scheme).map([&](const ErrorEstimator& estimator) {
            return estimator.at(range.lo, range.hi);
        });
    });
}

ErrorCurve errorCurve(const FineHistogram& histogram, const QuantScheme& scheme,
                      std::size_t points) {
    const Result<ErrorEstimator> estimator = ErrorEstimator::make(histogram, scheme);
    if (!estimator || histogram.empty() || points == 0) {
        return {};
    }
    const RealRange full = estimator->chooser().clippingRange(histogram.lo, histogram.hi);
    return evaluate(*estimator, shrinkingRanges(full, points));
}

ErrorCurve errorCurve(const FineHistogram& histogram, const QuantScheme& scheme, RangeEnd moving,
                      double fixedEnd, double from, double to, std::size_t points) {
    const Result<ErrorEstimator> estimator = ErrorEstimator::make(histogram, scheme);
    if (!estimator || histogram.empty() || points == 0) {
        return {};
    }
    return evaluate(*estimator, movingRanges(moving, fixedEnd, from, to, points));
}

}  // namespace zeropoint
