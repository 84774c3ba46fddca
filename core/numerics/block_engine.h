// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/block_format.h"
#include "core/numerics/half.h"
#include "core/numerics/largest_magnitude.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <utility>
#include <vector>

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
    return floatOfHalf(load16(bytes));
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

/// How many neighbours have their codes and scales at places that are plain sums of the index: 16,
/// unless a format says more.
template <typename Format>
constexpr int stretchOf() {
    if constexpr (requires { Format::stretch; }) {
        return Format::stretch;
    } else {
        return 16;
    }
}

/// Each stretch is code of its own, which the compiler turns into vectors.
template <typename Format, int First>
void decodeStretch(const std::uint8_t* block, const BlockOptions& options, float* values) {
    constexpr int count = stretchOf<Format>();
#pragma GCC unroll 1  // whole loops become vectors, unrolled ones do not
    for (int i = 0; i < count; ++i) {
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
    static_assert(Format::values % stretchOf<Format>() == 0);
    const auto decode = [&]<int... Part>(std::integer_sequence<int, Part...>) {
        (decodeStretch<Format, Part * stretchOf<Format>()>(block, options, values), ...);
    };
    decode(std::make_integer_sequence<int, Format::values / stretchOf<Format>()>());
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
