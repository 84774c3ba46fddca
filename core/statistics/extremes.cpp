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
using lanes::Ints;

struct LaneExtremes {
    Floats min = Floats{} + std::numeric_limits<float>::infinity();
    Floats max = Floats{} - std::numeric_limits<float>::infinity();
    Doubles sum{};
    Ints finite{};

    void add(const Floats& x) {
        Ints isFinite;
        lanes::finiteMask(x, isFinite);
        finite -= isFinite;
        // A value that is not finite compares false with both neutral elements' replacements.
        const Floats low = isFinite ? x : Floats{} + std::numeric_limits<float>::infinity();
        const Floats high = isFinite ? x : Floats{} - std::numeric_limits<float>::infinity();
        min = low < min ? low : min;
        max = high > max ? high : max;
        Doubles wide;
        lanes::widen(isFinite ? x : Floats{}, wide);
        sum += wide;
    }
};

}  // namespace

void Extremes::join(const Extremes& other) {
    if (other.finite == 0) {
        return;
    }
    min = finite == 0 ? other.min : std::min(min, other.min);
    max = finite == 0 ? other.max : std::max(max, other.max);
    finite += other.finite;
    sum += other.sum;
}

Extremes extremes(std::span<const float> values) {
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
    Extremes out;
    out.finite = static_cast<std::size_t>(lanes::total(even.finite) + lanes::total(odd.finite));
    out.sum = lanes::total(even.sum) + lanes::total(odd.sum);
    float min = std::numeric_limits<float>::infinity();
    float max = -std::numeric_limits<float>::infinity();
    for (std::size_t lane = 0; lane < lanes::width; ++lane) {
        min = std::min({min, even.min[lane], odd.min[lane]});
        max = std::max({max, even.max[lane], odd.max[lane]});
    }
    for (; i < values.size(); ++i) {
        if (std::isfinite(values[i])) {
            min = std::min(min, values[i]);
            max = std::max(max, values[i]);
            out.sum += values[i];
            ++out.finite;
        }
    }
    if (out.finite > 0) {
        out.min = min;
        out.max = max;
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
