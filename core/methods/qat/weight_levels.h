// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/qat/qat_weight.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

namespace zeropoint {

/// The multiple of the scale that a weight is rounded to, as fakeQuantize() does it: clamped first,
/// which gives the same multiple because the ends are whole numbers.
inline std::int32_t levelOf(float weight, const Grid& grid) {
    return static_cast<std::int32_t>(
        std::nearbyint(std::clamp(weight / grid.scale, grid.low, grid.high)));
}

/// use(at, weight, grid) of every weight in the order of memory, with the grid of its unit.
template <typename Use>
void forEachWeight(const QatWeight& part, std::span<const float> master, Use use) {
    std::size_t at = 0;
    for (std::size_t unit = 0; unit < part.grids().size(); ++unit) {
        for (const float weight : part.units().slice(master, unit)) {
            use(at++, weight, part.grids()[unit]);
        }
    }
}

}  // namespace zeropoint
