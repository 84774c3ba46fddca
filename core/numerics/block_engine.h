// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/block_format.h"
#include "core/numerics/half.h"
#include "core/numerics/largest_magnitude.h"
#include "core/numerics/level_lookup.h"
#include "core/numerics/number_format.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <utility>
#include <vector>

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace zeropoint {

// A block format is a struct with constants (values, bytes, hasMinimum), term() and bitsOf(), and
// encode() with its level `ends` where it quantizes: the templates below make its row of the table
// out of them.

inline std::uint16_t load16(const std::uint8_t* bytes) {
    return static_cast<std::uint16_t>(bytes[0] | (bytes[1] << 8));
}

inline void store16(std::uint8_t* bytes, std::uint16_t value) {
    bytes[0] = static_cast<std::uint8_t>(value & 0xFF);
    bytes[1] = static_cast<std::uint8_t>(value >> 8);
}

inline float loadHalf(const std::uint8_t* bytes) {
#if defined(__AVX2__) && defined(__F16C__)
    return _cvtsh_ss(load16(bytes));
#else
    return floatOfHalf(load16(bytes));
#endif
}

/// A scale as FP16; beyond its range the largest finite value, never infinity.
inline void storeHalf(std::uint8_t* bytes, float value) {
    constexpr float largest = 65504;
    store16(bytes, halfOfFloat(std::clamp(value, -largest, largest)));
}

/// The bits of one value's code and scales, in a block that begins with an FP16 scale.
inline constexpr BlockBits halfScaleBits(int byteOffset, BlockRole role = BlockRole::Scale) {
    return {role, 8 * byteOffset, 16, 0};
}

/// In many formats byte j holds the codes of value j (low nibble) and j + half (high nibble).
struct NibblePlace {
    int byte = 0;
    int shift = 0;
};
inline constexpr NibblePlace halvesPlace(int index, int half) {
    return {index % half, index < half ? 0 : 4};
}
inline constexpr BlockBits nibbleBits(int byteOffset, NibblePlace place) {
    return {BlockRole::Code, 8 * (byteOffset + place.byte) + place.shift, 4, 0};
}

/// Formats with `static constexpr bool usesTensorScale = true` have an FP32 scale beside the
/// blocks.
template <typename Format>
inline constexpr bool usesTensorScale = requires {
    Format::usesTensorScale;
};

/// Formats with `static constexpr bool usesScaleRule = true` read BlockOptions::scaleRule.
template <typename Format>
inline constexpr bool usesScaleRule = requires {
    Format::usesScaleRule;
};

/// How many neighbours share scale and minimum, and have their codes at places that are plain sums
/// of the index.
inline constexpr int stretch = 16;

/// Formats of small integers find the levels of a stretch together: term() takes each index apart,
/// which compilers make no vectors of.
template <typename Format>
inline constexpr bool hasLevels = requires(const std::uint8_t* block, std::int8_t* levels) {
    Format::levels(block, 0, levels);
};

/// levels[i] = level(i) for all of them.
template <typename Level>
void makeLevels(Level level, std::int8_t* levels) {
#pragma GCC unroll 1  // whole loops become vectors, unrolled ones do not
    for (int i = 0; i < stretch; ++i) {
        levels[i] = static_cast<std::int8_t>(level(i));
    }
}

/// values[i] = scale * levels[i], in the widest vectors: left to itself the compiler takes those
/// that so few bytes fill.
inline void scaleLevels(const std::int8_t* levels, float scale, float* values) {
#if defined(__AVX512F__)
    const __m128i bytes = _mm_load_si128(reinterpret_cast<const __m128i*>(levels));
    const __m512 whole = _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(bytes));
    _mm512_storeu_ps(values, whole * scale);
#elif defined(__AVX2__)
    for (int at = 0; at < stretch; at += 8) {
        const __m128i bytes = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(levels + at));
        const __m256 whole = _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(bytes));
        _mm256_storeu_ps(values + at, whole * scale);
    }
#else
    for (int i = 0; i < stretch; ++i) {
        values[i] = scale * static_cast<float>(levels[i]);
    }
#endif
}

/// Formats of 16 levels in a table find the codes of a stretch together, and their levels by one
/// look-up.
template <typename Format>
inline constexpr bool hasTable = requires(const std::uint8_t* block, std::uint8_t* codes) {
    Format::codes(block, 0, codes);
    Format::table();
};

/// The levels of a format of four bits.
inline LevelTable levelTable(const NumberFormat& format) {
    LevelTable levels{};
    for (std::size_t code = 0; code < levels.size(); ++code) {
        levels[code] = static_cast<float>(decode(format, code));
    }
    return levels;
}

/// Two codes a byte, the even ones in its low bits or, with `evenShift` 4, its high ones.
inline void unpackPairs(const std::uint8_t* bytes, int evenShift, std::uint8_t* codes) {
#if defined(__AVX2__)
    const __m128i pairs = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(bytes));
    const __m128i low = _mm_and_si128(pairs, _mm_set1_epi8(0xF));
    const __m128i high = _mm_and_si128(_mm_srli_epi16(pairs, 4), _mm_set1_epi8(0xF));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(codes),
                     evenShift == 0 ? _mm_unpacklo_epi8(low, high) : _mm_unpacklo_epi8(high, low));
#else
    for (int i = 0; i < stretch / 2; ++i) {
        codes[2 * i] = (bytes[i] >> evenShift) & 0xF;
        codes[2 * i + 1] = (bytes[i] >> (4 - evenShift)) & 0xF;
    }
#endif
}

/// Values j low, j + 16 high in byte j of 16, from value `first` of them on.
inline void unpackHalves(const std::uint8_t* bytes, int first, std::uint8_t* codes) {
    const int shift = halvesPlace(first, stretch).shift;
#pragma GCC unroll 1
    for (int i = 0; i < stretch; ++i) {
        codes[i] = (bytes[i] >> shift) & 0xF;
    }
}

/// values[i] = scale * table[codes[i]].
inline void scaleTable(const LevelTable& table, float scale,
                       const std::array<std::uint8_t, stretch>& codes, float* values) {
    LevelTable products{};
    for (std::size_t i = 0; i < products.size(); ++i) {
        products[i] = scale * table[i];
    }
    lookUp(products, codes, {values, codes.size()});
}

/// Each stretch is code of its own, which the compiler turns into vectors.
template <typename Format, int First>
void decodeStretch(const std::uint8_t* block, const BlockOptions& options, float* values) {
    if constexpr (hasLevels<Format>) {
        static_assert(!usesTensorScale<Format>);
        alignas(stretch) std::int8_t levels[stretch];
        Format::levels(block, First, levels);
        const BlockTerm shared = Format::term(block, First);
        scaleLevels(levels, shared.scale, values + First);
        for (int i = 0; Format::hasMinimum && i < stretch; ++i) {
            values[First + i] += shared.minimum;
        }
        return;
    } else if constexpr (hasTable<Format>) {
        static_assert(!Format::hasMinimum);
        std::array<std::uint8_t, stretch> codes{};
        Format::codes(block, First, codes.data());
        const float own = Format::term(block, First).scale;
        const float scale = usesTensorScale<Format> ? own * options.tensorScale : own;
        scaleTable(Format::table(), scale, codes, values + First);
        return;
    }
#pragma GCC unroll 1  // whole loops become vectors, unrolled ones do not
    for (int i = 0; i < stretch; ++i) {
        const BlockTerm term = Format::term(block, First + i);
        const float scale = usesTensorScale<Format> ? term.scale * options.tensorScale : term.scale;
        values[First + i] = scale * term.level;
        if constexpr (Format::hasMinimum) {
            values[First + i] += term.minimum;
        }
    }
}

/// `values` must not overlap the block: scales need not be read again after each store.
template <typename Format>
void decodeBlockOf(const std::uint8_t* block, const BlockOptions& options,
                   float* __restrict values) {
    static_assert(Format::values % stretch == 0);
    const auto decode = [&]<int... Part>(std::integer_sequence<int, Part...>) {
        (decodeStretch<Format, Part * stretch>(block, options, values), ...);
    };
    decode(std::make_integer_sequence<int, Format::values / stretch>());
}

/// NaN as 0 and infinities as the largest finite magnitude.
template <int Values>
void copyFinite(const float* values, float* clean) {
    const float largest = largestMagnitude({values, Values});
    for (int i = 0; i < Values; ++i) {
        const float value = std::isnan(values[i]) ? 0.0F : values[i];
        clean[i] = std::clamp(value, -largest, largest);
    }
}

template <typename Format>
void encodeBlockOf(const float* values, const BlockOptions& options, std::uint8_t* block) {
    float clean[Format::values];
    copyFinite<Format::values>(values, clean);
    std::memset(block, 0, Format::bytes);
    Format::encode(clean, options, block);
}

template <typename Format>
constexpr BlockFormat blockRow(std::string_view id, std::string_view name, std::string_view element,
                               std::span<const BlockField> fields, std::string_view formula,
                               std::string_view source) {
    BlockFormat row;
    row.id = id;
    row.name = name;
    row.element = element;
    row.valuesPerBlock = Format::values;
    row.bytesPerBlock = Format::bytes;
    row.bytesPerTensor = usesTensorScale<Format> ? 4 : 0;
    row.hasMinimum = Format::hasMinimum;
    row.hasScaleRule = usesScaleRule<Format>;
    row.fields = fields;
    row.formula = formula;
    row.source = source;
    row.decodeBlock = decodeBlockOf<Format>;
    if constexpr (requires(const float* in, std::uint8_t* out) {
                      Format::encode(in, BlockOptions{}, out);
                  }) {
        row.encodeBlock = encodeBlockOf<Format>;
        row.ends = Format::ends;
    }
    row.term = Format::term;
    row.bitsOf = Format::bitsOf;
    return row;
}

/// The parts of the table, each in a file of its own.
std::span<const BlockFormat> ggufBlocks();
std::span<const BlockFormat> ggufSuperBlocks();
std::span<const BlockFormat> ggufTernaryBlocks();
std::span<const BlockFormat> mxBlocks();
std::span<const BlockFormat> nvfp4Blocks();
std::span<const BlockFormat> nf4Blocks();

}  // namespace zeropoint
