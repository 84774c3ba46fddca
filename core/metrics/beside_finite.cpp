// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/beside_finite.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace zeropoint {

bool allFinite(std::span<const float> values) {
    return std::ranges::all_of(values, [](float value) { return std::isfinite(value); });
}

std::vector<float> besideFinite(std::span<const float> values, std::span<const float> others) {
    std::vector<float> kept;
    kept.reserve(others.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isfinite(values[i])) {
            kept.push_back(others[i]);
        }
    }
    return kept;
}

}  // namespace zeropoint
