// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <limits>

namespace zeropoint::lanes {

/// Eight values side by side, as the compiler's own vectors: it maps them to whatever the CPU
/// level has (two SSE registers, one AVX register ...). Every level adds the same lanes in the
/// same order, so sums have the same digits everywhere. For the core's .cpp files only: pass by
/// reference, since the way such values are passed depends on the level.
constexpr std::size_t width = 8;
using Floats = float __attribute__((vector_size(32)));
using Ints = std::int32_t __attribute__((vector_size(32)));
using Doubles = double __attribute__((vector_size(64)));
using Longs = std::int64_t __attribute__((vector_size(64)));

/// Registers as wide as the level has them: the compiler keeps wider vectors in memory.
#if defined(__AVX512BW__)
constexpr std::size_t registerBytes = 64;
#elif defined(__AVX2__)
constexpr std::size_t registerBytes = 32;
#else
constexpr std::size_t registerBytes = 16;
#endif

/// A vector out of memory of any alignment, straight into its registers: memcpy often goes through
/// the stack.
template <typename Vector>
void loadWhole(const void* from, Vector& to) {
    struct [[gnu::packed, gnu::may_alias]] Stored {
        Vector value;
    };
    to = static_cast<const Stored*>(from)->value;
}

inline void load(const float* from, Floats& to) {
    loadWhole(from, to);
}
inline void store(const Floats& from, float* to) {
    std::memcpy(to, &from, sizeof from);
}
inline void store(const Ints& from, std::int32_t* to) {
    std::memcpy(to, &from, sizeof from);
}

inline void widen(const Floats& from, Doubles& to) {
    for (std::size_t lane = 0; lane < width; ++lane) {
        to[lane] = from[lane];
    }
}

inline void absolute(const Floats& from, Floats& to) {
    to = (Floats)((Ints)from & 0x7FFFFFFF);
}

/// All bits of a lane are set where the value is neither NaN nor infinite.
inline void finiteMask(const Floats& from, Ints& to) {
    Floats magnitude;
    absolute(from, magnitude);
    to = magnitude <= std::numeric_limits<float>::max();
}

/// Sum of the lanes in a fixed tree.
inline double total(const Doubles& v) {
    return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]));
}

inline std::int64_t total(const Ints& v) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < width; ++i) {
        sum += v[i];
    }
    return sum;
}

}  // namespace zeropoint::lanes
