// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/what_if.h"

#include "core/scheme/affine.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {

double scaleWithoutOutermost(const FineHistogram& histogram, const QuantScheme& scheme) {
    constexpr std::uint64_t enough = 100;
    if (histogram.total < enough) {
        return 0;
    }
    const double cut = 1.5 / static_cast<double>(histogram.total);
    const double second = quantile(histogram, cut);
    const double lastButOne = quantile(histogram, 1 - cut);
    const bool low = scheme.symmetric ? -histogram.lo > histogram.hi
                                      : second - histogram.lo > histogram.hi - lastButOne;
    const Result<QuantParams> without = low ? chooseParams(second, histogram.hi, scheme)
                                            : chooseParams(histogram.lo, lastButOne, scheme);
    return without ? without->scale : 0;
}

RangeError mirroredError(const FineHistogram& histogram, const QuantScheme& scheme) {
    QuantScheme other = scheme;
    other.symmetric = true;
    // Unsigned codes have no symmetric grid: as many bits with a sign.
    if (other.format.starts_with("uint")) {
        other.format = other.format.substr(1);
    }
    const double reach = std::max(std::abs(histogram.lo), std::abs(histogram.hi));
    return estimateError(histogram, -reach, reach, other).value_or(RangeError());
}

double countOutside(const FineHistogram& histogram, double end, bool above) {
    if (histogram.lo == histogram.hi) {
        // All values are one: outside or not, never a share of a bin.
        const bool outside = above ? histogram.lo > end : histogram.lo < end;
        return outside ? static_cast<double>(histogram.total) : 0;
    }
    const double margin = histogram.hi - histogram.lo + 1;
    const double edges[] = {above ? end : std::min(histogram.lo, end) - margin,
                            above ? std::max(histogram.hi, end) + margin : end};
    return rebin(histogram, edges).front();
}

}  // namespace zeropoint
