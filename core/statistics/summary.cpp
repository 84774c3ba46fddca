// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/summary.h"

#include "core/statistics/lanes.h"
#include "core/statistics/moments.h"
#include "core/statistics/plain_sums.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

namespace zeropoint {
namespace {

using lanes::Doubles;
using lanes::Floats;
using lanes::Ints;

/// What one shard saw. Counts are of values, min and max hold only when something was finite.
struct ShardSummary {
    Moments moments;
    std::size_t nan = 0;
    std::size_t infinite = 0;
    std::size_t zeros = 0;
    std::size_t negatives = 0;
    float min = std::numeric_limits<float>::infinity();
    float max = -std::numeric_limits<float>::infinity();
};

/// A value of the shard near its middle: the median of a few, so that one outlier does not spoil
/// the shifted sums. Falls back to the first finite value; false when there is none.
bool chooseShift(std::span<const float> values, float& shift) {
    constexpr std::size_t probes = 9;
    std::array<float, probes> finite{};
    std::size_t found = 0;
    for (std::size_t i = 0; i < probes; ++i) {
        const float value = values[i * (values.size() - 1) / (probes - 1)];
        if (std::isfinite(value)) {
            finite[found++] = value;
        }
    }
    if (found > 0) {
        std::nth_element(finite.begin(), finite.begin() + found / 2, finite.begin() + found);
        shift = finite[found / 2];
        return true;
    }
    const auto first = std::find_if(values.begin(), values.end(),
                                    [](float value) { return std::isfinite(value); });
    if (first != values.end()) {
        shift = *first;
    }
    return first != values.end();
}

/// Sums over eight lanes, in a fast form for values that are all finite, and in one in which a
/// value that is not is replaced by the shift, which adds nothing.
struct LaneSums {
    Doubles s1{};
    Doubles s2{};
    Doubles s3{};
    Doubles s4{};
    Floats min{};
    Floats max{};
    Ints finite{};
    Ints nan{};
    Ints zeros{};
    Ints negatives{};

    template <bool AllFinite, SummaryDetail Detail>
    void add(const Floats& x, const Floats& shift) {
        constexpr bool shape = Detail == SummaryDetail::Shape;
        Floats kept = x;
        zeros -= x == 0.0F;
        if constexpr (AllFinite) {
            if constexpr (shape) {
                negatives -= x < 0.0F;
            }
        } else {
            Ints isFinite;
            lanes::finiteMask(x, isFinite);
            kept = isFinite ? x : shift;
            finite -= isFinite;
            nan -= ~(x <= std::numeric_limits<float>::infinity());
            if constexpr (shape) {
                negatives -= (x < 0.0F) & isFinite;
            }
        }
        min = kept < min ? kept : min;
        max = kept > max ? kept : max;
        Doubles d;
        Doubles wideShift;
        lanes::widen(kept, d);
        lanes::widen(shift, wideShift);
        d -= wideShift;
        const Doubles d2 = d * d;
        s1 += d;
        s2 += d2;
        if constexpr (shape) {
            s3 += d2 * d;
            s4 += d2 * d2;
        }
    }
};

template <bool AllFinite, SummaryDetail Detail>
LaneSums sumLanes(std::span<const float> values, float shift) {
    const Floats shifts = Floats{} + shift;
    LaneSums sums;
    sums.min = shifts;
    sums.max = shifts;
    for (std::size_t i = 0; i < values.size(); i += lanes::width) {
        Floats x;
        lanes::load(values.data() + i, x);
        sums.template add<AllFinite, Detail>(x, shifts);
    }
    return sums;
}

/// `values` fill whole lanes; `padding` of them are NaN that stand for nothing.
ShardSummary collect(const LaneSums& sums, float shift, std::size_t finite, std::size_t size,
                     std::size_t padding) {
    ShardSummary out;
    out.nan = static_cast<std::size_t>(lanes::total(sums.nan)) - padding;
    out.infinite = size - finite - out.nan;
    out.zeros = static_cast<std::size_t>(lanes::total(sums.zeros));
    out.negatives = static_cast<std::size_t>(lanes::total(sums.negatives));
    for (std::size_t lane = 0; lane < lanes::width; ++lane) {
        out.min = std::min(out.min, sums.min[lane]);
        out.max = std::max(out.max, sums.max[lane]);
    }
    out.moments = Moments::fromShifted(finite, shift, lanes::total(sums.s1), lanes::total(sums.s2),
                                       lanes::total(sums.s3), lanes::total(sums.s4));
    return out;
}

/// Where sums without a shift are good enough, which they are for most weights.
std::optional<ShardSummary> plainSpread(std::span<const float> values) {
    if (values.empty() || values.size() % plainSumsStep != 0) {
        return std::nullopt;
    }
    const PlainSums sums = plainSums(values);
    const auto moments = sums.moments();
    if (!moments) {
        return std::nullopt;
    }
    ShardSummary out;
    out.moments = *moments;
    out.zeros = sums.zeros;
    out.min = sums.min;
    out.max = sums.max;
    return out;
}

template <SummaryDetail Detail>
ShardSummary summarizeShard(std::span<const float> values) {
    if constexpr (Detail == SummaryDetail::Spread) {
        if (const auto spread = plainSpread(values)) {
            return *spread;
        }
    }
    float shift = 0;
    if (!chooseShift(values, shift)) {
        ShardSummary out;
        out.nan = static_cast<std::size_t>(std::count_if(
            values.begin(), values.end(), [](float value) { return std::isnan(value); }));
        out.infinite = values.size() - out.nan;
        return out;
    }
    if (values.size() % lanes::width == 0) {
        const LaneSums sums = sumLanes<true, Detail>(values, shift);
        if (std::isfinite(lanes::total(sums.s1))) {
            return collect(sums, shift, values.size(), values.size(), 0);
        }
    }
    std::vector<float> padded(values.begin(), values.end());
    const std::size_t padding = (lanes::width - values.size() % lanes::width) % lanes::width;
    padded.resize(values.size() + padding, std::numeric_limits<float>::quiet_NaN());
    const LaneSums sums = sumLanes<false, Detail>(padded, shift);
    return collect(sums, shift, static_cast<std::size_t>(lanes::total(sums.finite)), values.size(),
                   padding);
}

Summary reduce(std::span<const ShardSummary> shards, SummaryDetail detail) {
    Summary summary;
    Moments moments;
    float min = std::numeric_limits<float>::infinity();
    float max = -std::numeric_limits<float>::infinity();
    for (const ShardSummary& shard : shards) {
        summary.nan += shard.nan;
        summary.infinite += shard.infinite;
        summary.zeros += shard.zeros;
        summary.negatives += shard.negatives;
        min = std::min(min, shard.min);
        max = std::max(max, shard.max);
        moments.join(shard.moments);
    }
    summary.finite = moments.count;
    summary.count = summary.finite + summary.nan + summary.infinite;
    if (summary.finite > 0) {
        summary.min = min;
        summary.max = max;
        summary.mean = moments.mean;
    }
    if (max > min) {
        summary.std = std::sqrt(moments.variance());
    }
    if (max > min && detail == SummaryDetail::Shape) {
        summary.skew = moments.skew();
        summary.kurtosis = moments.kurtosis();
    }
    return summary;
}

}  // namespace

Summary summarize(std::span<const float> values, const Execution& execution, SummaryDetail detail) {
    constexpr std::size_t shardSize = std::size_t{1} << 16;
    std::vector<ShardSummary> shards((values.size() + shardSize - 1) / shardSize);
    runShards(execution, shards.size(), [&](std::size_t i) {
        const std::size_t begin = i * shardSize;
        const auto shard = values.subspan(begin, std::min(shardSize, values.size() - begin));
        shards[i] = detail == SummaryDetail::Shape ? summarizeShard<SummaryDetail::Shape>(shard)
                                                   : summarizeShard<SummaryDetail::Spread>(shard);
    });
    return reduce(shards, detail);
}

}  // namespace zeropoint
