// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/curve_ranges.h"

#include <algorithm>

namespace zeropoint {

std::vector<RealRange> shrinkingRanges(const RealRange& full, std::size_t points) {
    std::vector<RealRange> ranges;
    ranges.reserve(points);
    for (std::size_t i = 0; i < points; ++i) {
        const double share = static_cast<double>(i + 1) / static_cast<double>(points);
        ranges.push_back({full.lo * share, full.hi * share});
    }
    return ranges;
}

std::vector<RealRange> movingRanges(RangeEnd moving, double fixedEnd, double from, double to,
                                    std::size_t points) {
    const double last = points > 1 ? static_cast<double>(points - 1) : 1.0;
    std::vector<RealRange> ranges;
    ranges.reserve(points);
    for (std::size_t i = 0; i < points; ++i) {
        const double end = from + (to - from) * static_cast<double>(i) / last;
        ranges.push_back(moving == RangeEnd::Hi ? RealRange{std::min(fixedEnd, end), end}
                                                : RealRange{end, std::max(fixedEnd, end)});
    }
    return ranges;
}

void markBest(ErrorCurve& curve) {
    const auto best =
        std::min_element(curve.points.begin(), curve.points.end(),
                         [](const RangeError& a, const RangeError& b) { return a.mse < b.mse; });
    curve.best = static_cast<std::size_t>(best - curve.points.begin());
}

bool hasBest(const ErrorCurve& curve) {
    if (curve.points.empty()) {
        return false;
    }
    const double least = curve.points[curve.best].mse;
    return std::ranges::any_of(curve.points,
                               [least](const RangeError& point) { return point.mse > least; });
}

}  // namespace zeropoint
