// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/block_curve.h"

#include "core/metrics/error_report.h"
#include "core/quantization/block_tensor.h"
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

/// A tensor clipped block by block, and which of its values that changed.
struct Clipped {
    std::vector<float> values;
    std::vector<bool> changed;
};

Clipped clip(const Tensor& tensor, const BlockFormat& format, double share) {
    const std::span<const float> all = tensor.values();
    Clipped clipped{{all.begin(), all.end()}, std::vector<bool>(all.size())};
    forBlocks(tensor, format, [&](std::size_t first, std::size_t count) {
        const RealRange reach = reachOf(all.subspan(first, count), format.hasMinimum);
        const auto lo = static_cast<float>(reach.lo * share);
        const auto hi = static_cast<float>(reach.hi * share);
        for (std::size_t i = first; i < first + count; ++i) {
            if (std::isfinite(all[i])) {
                clipped.values[i] = std::clamp(all[i], lo, hi);
                clipped.changed[i] = clipped.values[i] != all[i];
            }
        }
    });
    return clipped;
}

ErrorSums sumsOf(std::span<const float> x, std::span<const float> back,
                 const std::vector<bool>& clipped) {
    ErrorSums sums;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!std::isfinite(x[i])) {
            continue;
        }
        const double error = double{back[i]} - double{x[i]};
        ++sums.count;
        sums.signal += double{x[i]} * double{x[i]};
        sums.error += error * error;
        sums.maxError = std::max(sums.maxError, std::abs(error));
        if (clipped[i]) {
            ++sums.clipped;
            sums.clipError += error * error;
        }
    }
    return sums;
}

RangeError pointOf(const ErrorSums& sums, const RealRange& range, double share) {
    const ErrorReport report = reportOf(sums);
    return {range.lo * share,       range.hi * share,  report.mse,
            report.clipMse,         report.roundMse,   report.sqnrDb,
            report.clippedFraction, report.maxAbsError};
}

}  // namespace

Result<ErrorCurve> blockErrorCurve(const Tensor& tensor, const BlockFormat& format,
                                   std::size_t points, const Execution& execution) {
    if (points == 0) {
        return fail(ErrorCode::InvalidArgument, "A curve has at least one point", "points");
    }
    const RealRange range = reachOf(tensor.values(), format.hasMinimum);
    ErrorCurve curve;
    for (std::size_t i = 0; i < points; ++i) {
        const double share = static_cast<double>(i + 1) / static_cast<double>(points);
        Clipped clipped = clip(tensor, format, share);
        const Tensor input(tensor.name(), tensor.shape(), std::move(clipped.values));
        const Result<Tensor> back =
            throughBlocks(input, format, {execution.pool, {}, execution.stop});
        if (!back) {
            return tl::unexpected(back.error());
        }
        curve.points.push_back(
            pointOf(sumsOf(tensor.values(), back->values(), clipped.changed), range, share));
        if (curve.points.back().mse < curve.points[curve.best].mse) {
            curve.best = i;
        }
        if (execution.progress) {
            execution.progress(share);
        }
    }
    return curve;
}

}  // namespace zeropoint
