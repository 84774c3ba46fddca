// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/block_curve.h"

#include "core/calibration/curve_ranges.h"
#include "core/calibration/exact_error.h"
#include "core/metrics/block_error.h"
#include "core/scheme/affine.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace zeropoint {
namespace {

/// What a share is taken of: the reach of some values.
RealRange reachOf(std::span<const float> values, bool hasMinimum) {
    RealRange range;
    for (const float value : values) {
        if (std::isfinite(value)) {
            range.lo = std::min<double>(range.lo, value);
            range.hi = std::max<double>(range.hi, value);
        }
    }
    if (!hasMinimum) {
        range.hi = std::max(-range.lo, range.hi);
        range.lo = -range.hi;
    }
    return range;
}

/// Calls use(first, count) for every block of every row, short ones at the end of a row included.
template <typename Use>
void forBlocks(const Tensor& tensor, const BlockFormat& format, Use use) {
    const std::size_t length =
        tensor.shape().empty() ? 1 : static_cast<std::size_t>(tensor.shape().back());
    const auto block = static_cast<std::size_t>(format.valuesPerBlock);
    for (std::size_t row = 0; length > 0 && row < tensor.size(); row += length) {
        for (std::size_t at = 0; at < length; at += block) {
            use(row + at, std::min(block, length - at));
        }
    }
}

/// The tensor clipped block by block.
std::vector<float> clip(const Tensor& tensor, const BlockFormat& format, double share) {
    const std::span<const float> all = tensor.values();
    std::vector<float> clipped(all.begin(), all.end());
    forBlocks(tensor, format, [&](std::size_t first, std::size_t count) {
        const RealRange reach = reachOf(all.subspan(first, count), format.hasMinimum);
        const auto lo = static_cast<float>(reach.lo * share);
        const auto hi = static_cast<float>(reach.hi * share);
        for (std::size_t i = first; i < first + count; ++i) {
            clipped[i] = std::isfinite(all[i]) ? std::clamp(all[i], lo, hi) : all[i];
        }
    });
    return clipped;
}

}  // namespace

Result<ErrorCurve> blockErrorCurve(const Tensor& tensor, const BlockFormat& format,
                                   std::size_t points, const Execution& execution, ScaleRule rule) {
    if (points == 0) {
        return fail(ErrorCode::InvalidArgument, "A curve has at least one point", "points");
    }
    const RealRange range = reachOf(tensor.values(), format.hasMinimum);
    ErrorCurve curve;
    for (std::size_t i = 0; i < points; ++i) {
        const double share = static_cast<double>(i + 1) / static_cast<double>(points);
        const Tensor input(tensor.name(), tensor.shape(), clip(tensor, format, share));
        const Result<ErrorSums> sums = blockErrors(tensor.values(), input, format, rule, execution);
        if (!sums) {
            return tl::unexpected(sums.error());
        }
        curve.points.push_back(rangeErrorOf(*sums, {range.lo * share, range.hi * share}));
        if (execution.progress) {
            execution.progress(share);
        }
    }
    markBest(curve);
    return curve;
}

}  // namespace zeropoint
