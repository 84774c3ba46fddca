// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/extremes.h"

#include "core/statistics/lanes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace zeropoint {
namespace {

using lanes::Doubles;
using lanes::Floats;

/// Without a look at each value: one that is not finite leaves its trace in the sum.
struct LaneExtremes {
    Floats min = Floats{} + std::numeric_limits<float>::infinity();
    Floats max = Floats{} - std::numeric_limits<float>::infinity();
    Doubles sum{};

    void add(const Floats& x) {
        min = x < min ? x : min;
        max = x > max ? x : max;
        Doubles wide;
        lanes::widen(x, wide);
        sum += wide;
    }
};

Extremes finiteExtremes(std::span<const float> values) {
    Extremes out;
    for (const float value : values) {
        if (std::isfinite(value)) {
            out.join({1, value, value, value});
        }
    }
    return out;
}

/// A block is read once more in the rare case that it holds NaN or infinities.
Extremes blockExtremes(std::span<const float> values) {
    // Two sets of lanes hide the latency of the additions.
    LaneExtremes even;
    LaneExtremes odd;
    std::size_t i = 0;
    for (; i + 2 * lanes::width <= values.size(); i += 2 * lanes::width) {
        Floats x;
        lanes::load(values.data() + i, x);
        even.add(x);
        lanes::load(values.data() + i + lanes::width, x);
        odd.add(x);
    }
    const double sum = lanes::total(even.sum) + lanes::total(odd.sum);
    if (!std::isfinite(sum)) {
        return finiteExtremes(values);
    }
    Extremes out;
    for (std::size_t lane = 0; i > 0 && lane < lanes::width; ++lane) {
        out.join({1, std::min(even.min[lane], odd.min[lane]),
                  std::max(even.max[lane], odd.max[lane]), 0});
    }
    out.finite = i;
    out.sum = sum;
    out.join(finiteExtremes(values.subspan(i)));
    return out;
}

}  // namespace

void Extremes::join(const Extremes& other) {
    if (other.finite == 0) {
        return;
    }
    // An end is a number: a zero that was stored with a sign is 0.
    min = (finite == 0 ? other.min : std::min(min, other.min)) + 0.0;
    max = (finite == 0 ? other.max : std::max(max, other.max)) + 0.0;
    finite += other.finite;
    sum += other.sum;
}

Extremes extremes(std::span<const float> values) {
    constexpr std::size_t block = std::size_t{1} << 14;
    Extremes out;
    for (std::size_t i = 0; i < values.size(); i += block) {
        out.join(blockExtremes(values.subspan(i, std::min(block, values.size() - i))));
    }
    return out;
}

Extremes extremes(std::span<const float> values, const Execution& execution) {
    constexpr std::size_t shardSize = std::size_t{1} << 18;
    std::vector<Extremes> shards((values.size() + shardSize - 1) / shardSize);
    runShards(execution, shards.size(), [&](std::size_t i) {
        const std::size_t begin = i * shardSize;
        shards[i] = extremes(values.subspan(begin, std::min(shardSize, values.size() - begin)));
    });
    Extremes joined;
    for (const Extremes& shard : shards) {
        joined.join(shard);
    }
    return joined;
}

}  // namespace zeropoint
