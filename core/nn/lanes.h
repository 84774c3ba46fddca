// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>

namespace zeropoint {

/// Sums and maxima in 16 lanes that are folded in a fixed order: the compiler may use vectors of
/// any width, and the order of the additions stays the same on every CPU level.
constexpr std::size_t laneCount = 16;

template <typename T>
T foldLanes(const T (&lanes)[laneCount]) {
    T folded[laneCount];
    std::copy(lanes, lanes + laneCount, folded);
    for (std::size_t half = laneCount / 2; half > 0; half /= 2) {
        for (std::size_t l = 0; l < half; ++l) {
            folded[l] += folded[l + half];
        }
    }
    return folded[0];
}

/// Sum of term(i) for i in [0, count).
template <typename T, typename Term>
T laneSum(std::size_t count, Term term) {
    T lanes[laneCount] = {};
    std::size_t i = 0;
    for (; i + laneCount <= count; i += laneCount) {
        for (std::size_t l = 0; l < laneCount; ++l) {
            lanes[l] += term(i + l);
        }
    }
    for (std::size_t l = 0; i < count; ++i, ++l) {
        lanes[l] += term(i);
    }
    return foldLanes(lanes);
}

/// The largest of count values; minus infinity for none. NaN is passed over.
template <typename T>
T laneMax(const T* values, std::size_t count) {
    T lanes[laneCount];
    std::fill(lanes, lanes + laneCount, -std::numeric_limits<T>::infinity());
    std::size_t i = 0;
    for (; i + laneCount <= count; i += laneCount) {
        for (std::size_t l = 0; l < laneCount; ++l) {
            lanes[l] = values[i + l] > lanes[l] ? values[i + l] : lanes[l];
        }
    }
    for (std::size_t l = 0; i < count; ++i, ++l) {
        lanes[l] = values[i] > lanes[l] ? values[i] : lanes[l];
    }
    T largest = lanes[0];
    for (const T lane : lanes) {
        largest = lane > largest ? lane : largest;
    }
    return largest;
}

}  // namespace zeropoint
