// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/level_lookup.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace zeropoint {

/// Codes of four bits as they lie in memory.
struct Nibbles {
    enum class Order {
        LowFirst,   ///< two a byte, the first in its low bits
        HighFirst,  ///< the same with the first in the high bits
        Awq,        ///< eight a 32-bit word: code j stands where AWQ keeps it
        OneAWord,   ///< one a 32-bit word, `shift` bits up
    };
    const std::byte* bytes = nullptr;
    Order order = Order::LowFirst;
    unsigned shift = 0;

    std::uint8_t at(std::size_t index) const;
};

/// Bits below code j of a word of eight, in each order.
inline constexpr std::array<std::array<std::uint32_t, 8>, 3> nibbleShifts = {
    {{0, 4, 8, 12, 16, 20, 24, 28}, {4, 0, 12, 8, 20, 16, 28, 24}, {0, 16, 4, 20, 8, 24, 12, 28}}};

inline std::uint8_t Nibbles::at(std::size_t index) const {
    const bool single = order == Order::OneAWord;
    const std::size_t byte = single ? 4 * index : index / 2;
    if (order == Order::LowFirst || order == Order::HighFirst) {
        const bool high = (index % 2 != 0) == (order == Order::LowFirst);
        return std::to_integer<std::uint8_t>(bytes[byte] >> (high ? 4 : 0) & std::byte{15});
    }
    std::uint32_t word = 0;
    std::memcpy(&word, bytes + (single ? byte : index / 8 * 4), sizeof word);
    return static_cast<std::uint8_t>(word >> (single ? shift : nibbleShifts[2][index % 8]) & 15U);
}

/// Scales and zero points of values side by side; zeros and biases may be null.
struct NibbleGrid {
    const float* scales = nullptr;
    const float* zeros = nullptr;
    const float* biases = nullptr;
};

#if defined(__AVX512F__) || defined(__AVX2__)
inline constexpr bool decodesNibbles = true;

/// What the widest vectors do at once. A table of 16 levels is one register or two, and a look-up
/// reads four bits of each index: shifting words is all the unpacking that codes need.
namespace nibble_lanes {

#if defined(__AVX512F__)
inline constexpr std::size_t width = 16;
using Floats = __m512;
using Words = __m512i;
#else
inline constexpr std::size_t width = 8;
using Floats = __m256;
using Words = __m256i;
#endif

template <typename Vector>
Vector load(const void* from) {
    Vector values;
    std::memcpy(&values, from, sizeof values);
    return values;
}
inline void store(float* to, Floats values) {
    std::memcpy(to, &values, sizeof values);
}

#if defined(__AVX512F__)
struct Table {
    Floats levels;
};

inline Table tableOf(const LevelTable& levels) {
    return {load<Floats>(levels.data())};
}
template <typename Change>
Table changed(const Table& table, Change change) {
    return {change(table.levels)};
}
inline Floats lookUp(const Table& table, Words index) {
    return _mm512_permutexvar_ps(index, table.levels);
}
inline Words shiftsOf(const std::array<std::uint32_t, 8>& shifts) {
    return _mm512_broadcast_i64x4(load<__m256i>(shifts.data()));
}
/// The words of the next `width` codes, each as often as it has codes. By way of one permutation:
/// words that pass through registers for integers take twice the time of all the rest.
inline Words spread(const std::byte* bytes) {
    const Words each = _mm512_set_epi32(1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    const auto* words = reinterpret_cast<const __m128i*>(bytes);
    return _mm512_permutexvar_epi32(each, _mm512_castsi128_si512(_mm_loadl_epi64(words)));
}
inline Words shifted(Words words, Words shifts) {
    return _mm512_srlv_epi32(words, shifts);
}
#else
struct Table {
    Floats low;
    Floats high;
};

inline Table tableOf(const LevelTable& levels) {
    return {load<Floats>(levels.data()), load<Floats>(levels.data() + 8)};
}
template <typename Change>
Table changed(const Table& table, Change change) {
    return {change(table.low), change(table.high)};
}
/// Permutations read three bits of an index; the fourth, moved to the sign, chooses.
inline Floats lookUp(const Table& table, Words index) {
    const Floats chooser = _mm256_castsi256_ps(_mm256_slli_epi32(index, 28));
    return _mm256_blendv_ps(_mm256_permutevar8x32_ps(table.low, index),
                            _mm256_permutevar8x32_ps(table.high, index), chooser);
}
inline Words shiftsOf(const std::array<std::uint32_t, 8>& shifts) {
    return load<Words>(shifts.data());
}
inline Words spread(const std::byte* bytes) {
    return _mm256_set1_epi32(load<int>(bytes));
}
inline Words shifted(Words words, Words shifts) {
    return _mm256_srlv_epi32(words, shifts);
}
#endif

/// Indices of the codes from `at` on, which is a multiple of `width`.
template <bool OneAWord>
Words indices(const Nibbles& nibbles, std::size_t at, Words shifts) {
    return shifted(OneAWord ? load<Words>(nibbles.bytes + 4 * at) : spread(nibbles.bytes + at / 2),
                   shifts);
}

inline Words shiftsOf(const Nibbles& nibbles) {
    if (nibbles.order == Nibbles::Order::OneAWord) {
        std::array<std::uint32_t, 8> same{};
        same.fill(nibbles.shift);
        return shiftsOf(same);
    }
    return shiftsOf(nibbleShifts[static_cast<std::size_t>(nibbles.order)]);
}

/// The values that an entry of the grid makes of the levels.
inline Table tableOf(const Table& levels, const NibbleGrid& grid, std::size_t entry) {
    const float zero = grid.zeros == nullptr ? 0.0F : grid.zeros[entry];
    const float scale = grid.scales[entry];
    Table table = changed(levels, [&](Floats values) { return (values - zero) * scale; });
    if (grid.biases != nullptr) {
        const float bias = grid.biases[entry];
        table = changed(table, [&](Floats values) { return values + bias; });
    }
    return table;
}

/// Whole groups of a length that the compiler knows: loops over a few vectors cost more than what
/// they do.
template <bool OneAWord, std::size_t Group>
void decodeShort(Nibbles nibbles, const LevelTable& levels, NibbleGrid grid, std::span<float> out) {
    const Table plain = tableOf(levels);
    const Words shifts = shiftsOf(nibbles);
    for (std::size_t at = 0; at < out.size(); at += Group) {
        const Table table = tableOf(plain, grid, at / Group);
#pragma GCC unroll 8
        for (std::size_t i = at; i < at + Group; i += width) {
            store(out.data() + i, lookUp(table, indices<OneAWord>(nibbles, i, shifts)));
        }
    }
}

template <bool OneAWord>
void decodeGroups(const Nibbles& nibbles, const LevelTable& levels, NibbleGrid grid,
                  std::size_t first, std::size_t group, std::span<float> out) {
    if (first == group && out.size() % group == 0) {
        switch (group) {
            case 16:
                return decodeShort<OneAWord, 16>(nibbles, levels, grid, out);
            case 32:
                return decodeShort<OneAWord, 32>(nibbles, levels, grid, out);
            case 64:
                return decodeShort<OneAWord, 64>(nibbles, levels, grid, out);
            default:
                break;
        }
    }
    const Table plain = tableOf(levels);
    const Words shifts = shiftsOf(nibbles);
    const std::size_t whole = out.size() / width * width;
    std::size_t entry = 0;
    for (std::size_t at = 0, end = first; at < out.size(); end += group, ++entry) {
        const Table table = tableOf(plain, grid, entry);
        for (const std::size_t last = end < whole ? end : whole; at < last; at += width) {
            store(out.data() + at, lookUp(table, indices<OneAWord>(nibbles, at, shifts)));
        }
        for (const std::size_t last = end < out.size() ? end : out.size(); at < last; ++at) {
            const float zero = grid.zeros == nullptr ? 0.0F : grid.zeros[entry];
            const float value = (levels[nibbles.at(at)] - zero) * grid.scales[entry];
            out[at] = grid.biases == nullptr ? value : value + grid.biases[entry];
        }
    }
}

template <bool OneAWord>
void decodeOwn(const Nibbles& nibbles, const LevelTable& levels, NibbleGrid grid,
               std::span<float> out) {
    const Table table = tableOf(levels);
    const Words shifts = shiftsOf(nibbles);
    const std::size_t whole = out.size() / width * width;
    for (std::size_t at = 0; at < whole; at += width) {
        Floats values = lookUp(table, indices<OneAWord>(nibbles, at, shifts));
        if (grid.zeros != nullptr) {
            values -= load<Floats>(grid.zeros + at);
        }
        store(out.data() + at, values * load<Floats>(grid.scales + at));
    }
    for (std::size_t at = whole; at < out.size(); ++at) {
        const float zero = grid.zeros == nullptr ? 0.0F : grid.zeros[at];
        out[at] = (levels[nibbles.at(at)] - zero) * grid.scales[at];
    }
}

}  // namespace nibble_lanes

/// out[i] = (level of code i - zero) * scale + bias, an entry of the grid for the first `first`
/// values and then one for each `group`; both are multiples of 16.
inline void decodeNibbleGroups(const Nibbles& nibbles, const LevelTable& levels, NibbleGrid grid,
                               std::size_t first, std::size_t group, std::span<float> out) {
    nibbles.order == Nibbles::Order::OneAWord
        ? nibble_lanes::decodeGroups<true>(nibbles, levels, grid, first, group, out)
        : nibble_lanes::decodeGroups<false>(nibbles, levels, grid, first, group, out);
}

/// The same with an entry for each value, without biases.
inline void decodeNibbles(const Nibbles& nibbles, const LevelTable& levels, NibbleGrid grid,
                          std::span<float> out) {
    nibbles.order == Nibbles::Order::OneAWord
        ? nibble_lanes::decodeOwn<true>(nibbles, levels, grid, out)
        : nibble_lanes::decodeOwn<false>(nibbles, levels, grid, out);
}
#else
inline constexpr bool decodesNibbles = false;
#endif

}  // namespace zeropoint
