// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/repeated_values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace zeropoint {
namespace {

constexpr std::size_t mostDifferent = 1024;
constexpr std::size_t stretch = std::size_t{1} << 16;  // between two looks at the stop

/// Whether any of the first values repeats: of ordinary weights none does.
bool someRepeat(std::span<const float> values) {
    std::array<float, 64> first{};
    const std::span<const float> head = values.first(std::min(values.size(), first.size()));
    const auto end = std::copy_if(head.begin(), head.end(), first.begin(),
                                  [](float x) { return std::isfinite(x); });
    std::sort(first.begin(), end);
    return std::adjacent_find(first.begin(), end) != end;
}

}  // namespace

RepeatedValues repeatedValues(std::span<const float> values, const Execution& execution) {
    if (!someRepeat(values)) {
        return {};
    }
    const std::size_t most = std::min(mostDifferent, values.size() / 4);
    std::unordered_map<float, double> counts;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i % stretch == 0 && execution.stopRequested()) {
            return {};
        }
        if (std::isfinite(values[i])) {
            ++counts[values[i]];
        }
        if (counts.size() > most) {
            return {};
        }
    }
    RepeatedValues repeated;
    for (const auto& [value, count] : counts) {
        repeated.values.push_back(value);
    }
    std::ranges::sort(repeated.values);
    for (const float value : repeated.values) {
        repeated.counts.push_back(counts[value]);
    }
    return repeated;
}

}  // namespace zeropoint
