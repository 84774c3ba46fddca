// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/lanes.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

namespace zeropoint {

/// Sums and maxima in 16 lanes that are folded in a fixed order: the compiler may use vectors of
/// any width, and the order of the additions stays the same on every CPU level.
constexpr std::size_t laneCount = 16;

/// The low and the high half of a vector.
template <typename T, std::size_t count>
struct Halves {
    typedef T Whole __attribute__((vector_size(count * sizeof(T))));
    typedef T Half __attribute__((vector_size(count / 2 * sizeof(T))));
    Half low;
    Half high;

    explicit Halves(const Whole& whole)
        : Halves(whole, std::make_integer_sequence<int, count / 2>()) {}

private:
    template <int... lane>
    Halves(const Whole& whole, std::integer_sequence<int, lane...>)
        : low(__builtin_shufflevector(whole, whole, lane...)),
          high(__builtin_shufflevector(whole, whole, (lane + static_cast<int>(count / 2))...)) {}
};

/// Lane l takes in lane l + count / 2, and so on down to one: in registers, by shuffles.
template <typename T, std::size_t count, typename Vector, typename Combine>
T foldVector(const Vector& lanes, Combine combine) {
    if constexpr (count == 2) {
        T first = lanes[0];
        combine(first, T(lanes[1]));
        return first;
    } else {
        Halves<T, count> halves(lanes);
        combine(halves.low, halves.high);
        return foldVector<T, count / 2>(halves.low, combine);
    }
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

    /// The rest of less than 16 values, which term(i) gives: what fills the lanes up is `neutral`.
    template <typename Term, typename Use>
    void updateRest(std::size_t first, std::size_t count, T neutral, Term term, Use use) {
        T terms[laneCount];
        std::fill(terms, terms + laneCount, neutral);
        for (std::size_t l = 0; first + l < count; ++l) {
            terms[l] = term(first + l);
        }
        update(terms, use);
    }

    /// All lanes in one value; combine(left, right) leaves its result in the left one.
    template <typename Combine>
    T fold(Combine combine) {
#pragma GCC unroll 4
        for (std::size_t half = count / 2; half > 0; half /= 2) {
#pragma GCC unroll 4
            for (std::size_t p = 0; p < half; ++p) {
                combine(parts[p], parts[p + half]);
            }
        }
        return foldVector<T, perPart>(parts[0], combine);
    }
};

inline constexpr auto addLane = [](auto& sum, const auto& own) { sum += own; };

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
        sums.update(terms, addLane);
    }
    if (i < count) {
        sums.updateRest(i, count, T(0), term, addLane);
    }
    return sums.fold(addLane);
}

/// The smallest and the largest of count values; plus and minus infinity for none. NaN is passed
/// over.
template <typename T>
struct LaneExtremes {
    T least;
    T most;
};

/// The smaller or the larger one; `known` where the other is NaN.
inline constexpr auto takeLesser = [](auto& known, const auto& other) {
    known = other < known ? other : known;
};
inline constexpr auto takeGreater = [](auto& known, const auto& other) {
    known = other > known ? other : known;
};

template <typename T>
LaneExtremes<T> laneExtremes(const T* values, std::size_t count) {
    LaneRegisters<T> least(std::numeric_limits<T>::infinity());
    LaneRegisters<T> most(-std::numeric_limits<T>::infinity());
    std::size_t i = 0;
    for (; i + laneCount <= count; i += laneCount) {
        least.update(values + i, takeLesser);
        most.update(values + i, takeGreater);
    }
    LaneExtremes<T> extremes{least.fold(takeLesser), most.fold(takeGreater)};
    for (; i < count; ++i) {
        takeLesser(extremes.least, values[i]);
        takeGreater(extremes.most, values[i]);
    }
    return extremes;
}

/// The largest of count values; minus infinity for none. NaN is passed over.
template <typename T>
T laneMax(const T* values, std::size_t count) {
    LaneRegisters<T> most(-std::numeric_limits<T>::infinity());
    std::size_t i = 0;
    for (; i + laneCount <= count; i += laneCount) {
        most.update(values + i, takeGreater);
    }
    T largest = most.fold(takeGreater);
    for (; i < count; ++i) {
        takeGreater(largest, values[i]);
    }
    return largest;
}

}  // namespace zeropoint
