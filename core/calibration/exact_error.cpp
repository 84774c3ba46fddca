// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/exact_error.h"

#include "core/calibration/curve_ranges.h"
#include "core/statistics/extremes.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

/// Small enough for the level-2 cache, in which all ranges find the values again.
constexpr std::size_t pieceValues = std::size_t{1} << 15;
constexpr std::size_t piecesPerShard = 8;

struct Tools {
    ParamChooser chooser;
    Quantizer quantizer;
};

Result<Tools> toolsOf(const QuantScheme& scheme) {
    return ParamChooser::make(scheme).and_then([&](const ParamChooser& chooser) {
        return Quantizer::make(scheme).map([&](const Quantizer& quantizer) {
            return Tools{chooser, quantizer};
        });
    });
}

/// What a range comes to before any value is read.
struct Plan {
    QuantParams params;
    RealRange clip;
};

std::vector<Plan> plansOf(std::span<const RealRange> ranges, const ParamChooser& chooser) {
    std::vector<Plan> plans;
    plans.reserve(ranges.size());
    for (const RealRange& range : ranges) {
        const QuantParams params = chooser.choose(range.lo, range.hi);
        plans.push_back(
            {params, chooser.clipRange(chooser.clippingRange(range.lo, range.hi), params)});
    }
    return plans;
}

/// ranges(full, chooser) makes the curve's ranges of the values' extremes.
template <typename Ranges>
Result<ErrorCurve> curveOf(std::span<const float> values, const QuantScheme& scheme,
                           std::size_t points, const Execution& execution, Ranges rangesOf) {
    if (points == 0) {
        return fail(ErrorCode::InvalidArgument, "A curve has at least one point", "points");
    }
    const Result<Tools> tools = toolsOf(scheme);
    if (!tools) {
        return tl::unexpected(tools.error());
    }
    const ParamChooser& chooser = tools->chooser;
    const Extremes ends = extremes(values, execution);
    if (execution.stopRequested()) {  // then they are those of a part
        return fail(ErrorCode::Cancelled, "The measurement was stopped");
    }
    if (ends.finite == 0) {
        return ErrorCurve{};
    }
    const std::vector<RealRange> ranges = rangesOf(chooser.clippingRange(ends.min, ends.max));
    // A plain cast has one error whatever the range.
    const bool same = !chooser.element().scaled;
    const std::span<const RealRange> distinct(ranges.data(), same ? 1 : ranges.size());
    const std::vector<ErrorSums> sums =
        exactErrors(values, distinct, chooser, tools->quantizer, execution);
    if (execution.stopRequested()) {
        return fail(ErrorCode::Cancelled, "The measurement was stopped");
    }
    ErrorCurve curve;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const RealRange asked = chooser.clippingRange(ranges[i].lo, ranges[i].hi);
        curve.points.push_back(rangeErrorOf(sums[same ? 0 : i], asked));
    }
    markBest(curve);
    return curve;
}

}  // namespace

std::vector<ErrorSums> exactErrors(std::span<const float> values, std::span<const RealRange> ranges,
                                   const ParamChooser& chooser, const Quantizer& quantizer,
                                   const Execution& execution) {
    const std::vector<Plan> plans = plansOf(ranges, chooser);
    constexpr std::size_t shardValues = pieceValues * piecesPerShard;
    const std::size_t count = (values.size() + shardValues - 1) / shardValues;
    std::vector<std::vector<ErrorSums>> shards(count, std::vector<ErrorSums>(plans.size()));
    runShards(execution, count, [&](std::size_t shard) {
        const std::size_t end = std::min(values.size(), (shard + 1) * shardValues);
        for (std::size_t from = shard * shardValues; from < end && !execution.stopRequested();
             from += pieceValues) {
            const auto piece = values.subspan(from, std::min(pieceValues, end - from));
            for (std::size_t i = 0; i < plans.size(); ++i) {
                shards[shard][i].join(quantizer.error(piece, plans[i].params, plans[i].clip, from));
            }
        }
    });
    std::vector<ErrorSums> all(plans.size());
    for (const std::vector<ErrorSums>& shard : shards) {
        for (std::size_t i = 0; i < plans.size(); ++i) {
            all[i].join(shard[i]);
        }
    }
    return all;
}

RangeError rangeErrorOf(const ErrorSums& sums, const RealRange& asked) {
    const auto count =
        sums.count > 0 ? static_cast<double>(sums.count) : std::numeric_limits<double>::quiet_NaN();
    RangeError out;
    out.lo = asked.lo;
    out.hi = asked.hi;
    out.clipMse = sums.clipError / count;
    out.roundMse = sums.roundError / count;
    out.mse = out.clipMse + out.roundMse;
    out.sqnrDb = decibels(sums.signal, sums.error(), sums.count);
    out.clippedFraction = static_cast<double>(sums.clipped) / count;
    out.maxAbsError = sums.maxError;
    return out;
}

Result<ErrorCurve> exactErrorCurve(std::span<const float> values, const QuantScheme& scheme,
                                   std::size_t points, const Execution& execution) {
    return curveOf(values, scheme, points, execution,
                   [&](const RealRange& full) { return shrinkingRanges(full, points); });
}

Result<ErrorCurve> exactErrorCurve(std::span<const float> values, const QuantScheme& scheme,
                                   RangeEnd moving, double fixedEnd, double from, double to,
                                   std::size_t points, const Execution& execution) {
    return curveOf(values, scheme, points, execution, [&](const RealRange&) {
        return movingRanges(moving, fixedEnd, from, to, points);
    });
}

Result<RangeError> exactError(std::span<const float> values, double lo, double hi,
                              const QuantScheme& scheme, const Execution& execution) {
    if (!std::isfinite(lo) || !std::isfinite(hi) || lo > hi) {
        return fail(ErrorCode::InvalidArgument, "A range goes from a finite number up to another",
                    "range", "Give LO below HI");
    }
    const Result<Tools> tools = toolsOf(scheme);
    if (!tools) {
        return tl::unexpected(tools.error());
    }
    const RealRange range{lo, hi};
    const ErrorSums sums =
        exactErrors(values, {&range, 1}, tools->chooser, tools->quantizer, execution).front();
    if (execution.stopRequested()) {
        return fail(ErrorCode::Cancelled, "The measurement was stopped");
    }
    return rangeErrorOf(sums, tools->chooser.clippingRange(lo, hi));
}

}  // namespace zeropoint
