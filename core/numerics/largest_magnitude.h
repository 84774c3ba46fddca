// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <limits>
#include <span>

namespace zeropoint {

/// The largest |x| of the finite values; 0 when there is none. Without branches, for vectors.
inline float largestMagnitude(std::span<const float> values) {
    float largest = 0;
    for (const float value : values) {
        const float magnitude = std::abs(value);
        const bool counts = magnitude > largest && magnitude <= std::numeric_limits<float>::max();
        largest = counts ? magnitude : largest;
    }
    return largest;
}

}  // namespace zeropoint
