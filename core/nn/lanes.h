// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/lanes.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
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

/// The 16 lanes in registers of the CPU level's width. An array of lanes would be read and written
/// in memory at each step. For the core's .cpp files only, like all that depends on the level.
template <typename T>
struct LaneRegisters {
    typedef T Part __attribute__((vector_size(lanes::registerBytes)));
    static constexpr std::size_t perPart = lanes::registerBytes / sizeof(T);
    static constexpr std::size_t count = laneCount / perPart;
    Part parts[count];

    explicit LaneRegisters(T value) {
#pragma GCC unroll 8
        for (std::size_t p = 0; p < count; ++p) {
            parts[p] = Part{} + value;
        }
    }

    /// Calls use(part, the values that belong to it) for each part of 16 values.
    template <typename Use>
    void update(const T* values, Use use) {
#pragma GCC unroll 8
        for (std::size_t p = 0; p < count; ++p) {
            Part own;
            lanes::loadWhole(values + p * perPart, own);
            use(parts[p], own);
        }
    }

    void store(T (&out)[laneCount]) const {
        std::memcpy(out, parts, sizeof out);
    }
};

/// Sum of term(i) for i in [0, count).
template <typename T, typename Term>
T laneSum(std::size_t count, Term term) {
    LaneRegisters<T> sums(T(0));
    std::size_t i = 0;
    for (; i + laneCount <= count; i += laneCount) {
        T terms[laneCount];
        for (std::size_t l = 0; l < laneCount; ++l) {
            terms[l] = term(i + l);
        }
        sums.update(terms, [](auto& sum, const auto& own) { sum += own; });
    }
    T all[laneCount];
    sums.store(all);
    for (std::size_t l = 0; i < count; ++i, ++l) {
        all[l] += term(i);
    }
    return foldLanes(all);
}

/// The smallest and the largest of count values; plus and minus infinity for none. NaN is passed
/// over.
template <typename T>
struct LaneExtremes {
    T least;
    T most;
};
template <typename T>
LaneExtremes<T> laneExtremes(const T* values, std::size_t count) {
    LaneRegisters<T> least(std::numeric_limits<T>::infinity());
    LaneRegisters<T> most(-std::numeric_limits<T>::infinity());
    std::size_t i = 0;
    for (; i + laneCount <= count; i += laneCount) {
        least.update(values + i, [](auto& low, const auto& own) { low = own < low ? own : low; });
        most.update(values + i,
                    [](auto& high, const auto& own) { high = own > high ? own : high; });
    }
    T low[laneCount];
    T high[laneCount];
    least.store(low);
    most.store(high);
    LaneExtremes<T> extremes{low[0], high[0]};
    for (std::size_t l = 1; l < laneCount; ++l) {
        extremes.least = low[l] < extremes.least ? low[l] : extremes.least;
        extremes.most = high[l] > extremes.most ? high[l] : extremes.most;
    }
    for (; i < count; ++i) {
        extremes.least = values[i] < extremes.least ? values[i] : extremes.least;
        extremes.most = values[i] > extremes.most ? values[i] : extremes.most;
    }
    return extremes;
}

/// The largest of count values; minus infinity for none. NaN is passed over.
template <typename T>
T laneMax(const T* values, std::size_t count) {
    return laneExtremes(values, count).most;
}

}  // namespace zeropoint
