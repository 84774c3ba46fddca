// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/error_curve.h"

#include "core/calibration/error_estimator.h"
#include "core/numerics/parse_number.h"

#include <algorithm>
#include <cmath>

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

/// Evaluates the ranges range(0), ..., range(points - 1) and marks the best.
template <typename Range>
ErrorCurve evaluate(const ErrorEstimator& estimator, std::size_t points, Range range) {
    ErrorCurve curve;
    curve.points.reserve(points);
    for (std::size_t i = 0; i < points; ++i) {
        const RealRange at = range(i);
        const bool same = !curve.points.empty() && !estimator.chooser().element().scaled;
        curve.points.push_back(same ? curve.points.front() : estimator.at(at.lo, at.hi));
    }
    const auto best =
        std::min_element(curve.points.begin(), curve.points.end(),
                         [](const RangeError& a, const RangeError& b) { return a.mse < b.mse; });
    curve.best = static_cast<std::size_t>(best - curve.points.begin());
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
    return evaluate(*estimator, points, [&](std::size_t i) {
        const double share = static_cast<double>(i + 1) / static_cast<double>(points);
        return RealRange{full.lo * share, full.hi * share};
    });
}

ErrorCurve errorCurve(const FineHistogram& histogram, const QuantScheme& scheme, RangeEnd moving,
                      double fixedEnd, double from, double to, std::size_t points) {
    const Result<ErrorEstimator> estimator = ErrorEstimator::make(histogram, scheme);
    if (!estimator || histogram.empty() || points == 0) {
        return {};
    }
    return evaluate(*estimator, points, [&](std::size_t i) {
        const double last = points > 1 ? static_cast<double>(points - 1) : 1.0;
        const double end = from + (to - from) * static_cast<double>(i) / last;
        return moving == RangeEnd::Hi ? RealRange{std::min(fixedEnd, end), end}
                                      : RealRange{end, std::max(fixedEnd, end)};
    });
}

}  // namespace zeropoint
