// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/value_counts.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {

ValueCounts ValueCounts::over(const RealRange& axis) {
    return {axis.lo, axis.hi, std::vector<std::uint64_t>(bins, 0)};
}

void ValueCounts::add(std::span<const float> values) {
    constexpr auto last = static_cast<float>(bins - 1);
    const auto first = static_cast<float>(lo);
    const float perBin = hi > lo ? static_cast<float>(bins / (hi - lo)) : 0.0F;
    // Two counters a bin take turns: neighbours that are equal do not wait for one another.
    std::vector<std::uint64_t> turns(2 * bins, 0);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const float place = (values[i] - first) * perBin;
        if (!std::isnan(place)) {
            const auto bin = static_cast<std::size_t>(std::clamp(place, 0.0F, last));
            ++turns[(i % 2) * bins + bin];
        }
    }
    for (std::size_t i = 0; i < turns.size(); ++i) {
        counts[i % bins] += turns[i];
    }
}

void ValueCounts::join(const ValueCounts& other) {
    for (std::size_t i = 0; i < counts.size(); ++i) {
        counts[i] += other.counts[i];
    }
}

std::vector<double> ValueCounts::between(std::span<const double> edges) const {
    std::vector<double> result(edges.size() > 1 ? edges.size() - 1 : 0);
    const double width = (hi - lo) / static_cast<double>(bins);
    if (counts.empty() || !(width > 0)) {
        return result;
    }
    constexpr auto all = static_cast<double>(bins);
    for (std::size_t i = 0; i < result.size(); ++i) {
        const double first = std::clamp((edges[i] - lo) / width, 0.0, all);
        const double last = std::clamp((edges[i + 1] - lo) / width, 0.0, all);
        for (auto bin = static_cast<std::size_t>(first); static_cast<double>(bin) < last; ++bin) {
            const auto place = static_cast<double>(bin);
            result[i] += (std::min(place + 1, last) - std::max(place, first)) *
                         static_cast<double>(counts[bin]);
        }
    }
    return result;
}

}  // namespace zeropoint
