// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/block_engine.h"
#include "core/numerics/number_format.h"
#include "core/numerics/packed_bits.h"
#include "core/numerics/small_float.h"

#include <array>
#include <bit>

// OCP Microscaling (MX): 32 elements share one power of two (E8M0). The scale byte comes first,
// then the elements packed from the lowest bit on.
namespace zeropoint {
namespace {

constexpr int mxValues = 32;
constexpr int scaleBias = 127;
constexpr int largestScale = 127;

/// floor(log2) and the significand's 23 bits of a positive finite float, subnormals included.
struct Binary {
    int exponent = 0;
    std::uint32_t fraction = 0;
};
Binary binaryOf(float value) {
    int exponent = 0;
    const float significand = std::frexp(value, &exponent) * 2;
    return {exponent - 1, std::bit_cast<std::uint32_t>(significand) & 0x7FFFFFU};
}

/// The shared exponent by the rule of the options. `emax` and `largestFraction` (23 bits) are the
/// exponent and significand of the largest element.
int sharedExponent(float largest, int emax, std::uint32_t largestFraction, int mantissaBits,
                   ScaleRule rule) {
    if (largest == 0) {
        return -scaleBias;
    }
    const Binary amax = binaryOf(largest);
    int exponent = amax.exponent - emax;
    if (rule == ScaleRule::Ceil && amax.fraction > largestFraction) {
        ++exponent;
    }
    // Rounding to the element's mantissa reaches the next power of two from half a step below it.
    const std::uint32_t halfStep = 1U << (22 - mantissaBits);
    if (rule == ScaleRule::Even && amax.fraction + halfStep >= (1U << 23)) {
        ++exponent;
    }
    return std::clamp(exponent, -scaleBias, largestScale);
}

float scaleOf(std::uint8_t code) {
    constexpr std::uint32_t smallest = 0x00400000;  // 2^-127, a subnormal float
    constexpr std::uint32_t nan = 0x7FC00000;
    const std::uint32_t bits = code == 0xFF ? nan
                               : code == 0  ? smallest
                                            : std::uint32_t{code} << 23;
    return std::bit_cast<float>(bits);
}

/// The value of every code of an element format.
template <typename Element>
const std::array<float, 1 << Element::bits>& levelsOf() {
    static const auto levels = [] {
        std::array<float, 1 << Element::bits> values{};
        for (std::size_t code = 0; code < values.size(); ++code) {
            values[code] = static_cast<float>(decode(numberFormat(Element::id), code));
        }
        return values;
    }();
    return levels;
}

/// The value of an FP8 code: above `largest` infinity, above `infinity` NaN. Subnormal codes take
/// the exponent of the smallest normal number, whose leading one is then taken away: floats that
/// are subnormal themselves are slow. By masks, since the compiler makes branches of choices here,
/// and no vectors then.
template <typename Format>
float levelOfByte(std::uint32_t code, std::int32_t largest, std::int32_t infinity) {
    constexpr int dropped = 23 - Format::mantissaBits;
    constexpr std::int32_t rebias = (127 - Format::bias) << 23;
    const auto magnitude = static_cast<std::int32_t>(code & 0x7FU);
    const std::int32_t subnormal = (magnitude - (1 << Format::mantissaBits)) >> 31;
    const std::int32_t taken = subnormal & (rebias + (1 << 23));
    const std::int32_t whole = (magnitude << dropped) + rebias + (subnormal & (1 << 23));
    const float value = std::bit_cast<float>(whole) - std::bit_cast<float>(taken);
    const std::int32_t beyond = (largest - magnitude) >> 31;
    const std::int32_t quiet = ((infinity - magnitude) >> 31) & 0x00400000;
    const std::int32_t bits =
        (std::bit_cast<std::int32_t>(value) & ~beyond) | (beyond & (infinityBits | quiet));
    const std::uint32_t sign = (code & 0x80U) << 24;
    return std::bit_cast<float>(sign | static_cast<std::uint32_t>(bits));
}

/// The value of a code: by the element's own arithmetic, which becomes vector code, where it has
/// some; codes of a few bits are taken apart one by one anyway, and looked up.
template <typename Element>
float levelOf(int code) {
    if constexpr (requires { Element::level(0U); }) {
        return Element::level(static_cast<std::uint32_t>(code));
    } else {
        return levelsOf<Element>()[static_cast<std::size_t>(code)];
    }
}

struct ElementE4M3 : E4M3 {
    static constexpr LevelEnds ends{-448, 448, 32, 32};
    static constexpr int emax = 8;
    static float level(std::uint32_t code) {
        return levelOfByte<E4M3>(code, 0x7E, 0x7E);  // all beyond the largest is NaN
    }
};
struct ElementE5M2 : E5M2 {
    static constexpr LevelEnds ends{-57344, 57344, 8192, 8192};
    static constexpr int emax = 15;
    static float level(std::uint32_t code) { return levelOfByte<E5M2>(code, 0x7B, 0x7C); }
};
struct ElementE3M2 : E3M2 {
    static constexpr std::string_view id = "fp6-e3m2";
    static constexpr LevelEnds ends{-28, 28, 4, 4};
    static constexpr int emax = 4;
};
struct ElementE2M3 : E2M3 {
    static constexpr std::string_view id = "fp6-e2m3";
    static constexpr LevelEnds ends{-7.5F, 7.5F, 0.5F, 0.5F};
    static constexpr int emax = 2;
};
struct ElementE2M1 : E2M1 {
    static constexpr std::string_view id = "fp4-e2m1";
    static constexpr LevelEnds ends{-6, 6, 2, 2};
    static constexpr int emax = 2;
};

/// Two's complement in units of 1/64, so that the largest, 127/64, lies just below 2.
struct ElementInt8 {
    static constexpr LevelEnds ends{-127.0F / 64, 127.0F / 64, 1.0F / 64, 1.0F / 64};
    static constexpr int bits = 8;
    static constexpr int mantissaBits = 6;
    static constexpr int emax = 0;
    static constexpr std::uint32_t largest = 0x7F;
    static float level(std::uint32_t code) {
        return static_cast<float>(static_cast<std::int8_t>(code)) / 64;
    }
    static std::uint8_t encodeSaturated(float value) {
        const float scaled = std::clamp(value * 64, -127.0F, 127.0F);
        return static_cast<std::uint8_t>(static_cast<std::int8_t>(std::nearbyint(scaled)));
    }
};

template <typename Element>
struct Mx {
    static constexpr int values = mxValues;
    static constexpr int bytes = 1 + mxValues * Element::bits / 8;
    static constexpr bool hasMinimum = false;
    static constexpr bool usesScaleRule = true;
    static constexpr LevelEnds ends = Element::ends;

    static BlockTerm term(const std::uint8_t* block, int index) {
        const int code = getPacked(block + 1, Element::bits, index);
        return {code, levelOf<Element>(code), scaleOf(block[0]), 0};
    }

    static const LevelTable& table() requires(Element::bits == 4) { return levelsOf<Element>(); }

    static void codes(const std::uint8_t* block, int first, std::uint8_t* codes) {
        unpackPairs(block + 1 + first / 2, 0, codes);
    }

    static void bitsOf(int index, std::vector<BlockBits>& bits) {
        bits.push_back({BlockRole::Code, 8 + Element::bits * index, Element::bits, 0});
        bits.push_back({BlockRole::Scale, 0, 8, 0});
    }

    static void encode(const float* in, const BlockOptions& options, std::uint8_t* block) {
        constexpr std::uint32_t fractionMask = (1U << Element::mantissaBits) - 1;
        constexpr std::uint32_t largestFraction = (Element::largest & fractionMask)
                                                  << (23 - Element::mantissaBits);
        const int exponent =
            sharedExponent(largestMagnitude({in, values}), Element::emax, largestFraction,
                           Element::mantissaBits, options.scaleRule);
        const float factor = std::ldexp(1.0F, -exponent);
        block[0] = static_cast<std::uint8_t>(exponent + scaleBias);
        for (int i = 0; i < values; ++i) {
            putPacked(block + 1, Element::bits, i, Element::encodeSaturated(in[i] * factor));
        }
    }
};

/// ggml's MXFP4: value j low and value j + 16 high in byte j, ties to the smaller magnitude.
struct GgufMxfp4 {
    static constexpr int values = mxValues;
    static constexpr int bytes = 17;
    static constexpr bool hasMinimum = false;
    static constexpr bool usesScaleRule = true;
    static constexpr LevelEnds ends = ElementE2M1::ends;

    static BlockTerm term(const std::uint8_t* block, int index) {
        const NibblePlace place = halvesPlace(index, 16);
        const int code = (block[1 + place.byte] >> place.shift) & 0xF;
        return {code, levelsOf<ElementE2M1>()[static_cast<std::size_t>(code)], scaleOf(block[0]),
                0};
    }

    static const LevelTable& table() { return levelsOf<ElementE2M1>(); }

    static void codes(const std::uint8_t* block, int first, std::uint8_t* codes) {
        unpackHalves(block + 1, first, codes);
    }

    static void bitsOf(int index, std::vector<BlockBits>& bits) {
        bits.push_back(nibbleBits(1, halvesPlace(index, 16)));
        bits.push_back({BlockRole::Scale, 0, 8, 0});
    }

    static int nearest(float value) {
        const auto& levels = levelsOf<ElementE2M1>();
        int best = 0;
        for (int code = 1; code < 16; ++code) {
            const float distance = std::abs(levels[static_cast<std::size_t>(code)] - value);
            const float shortest = std::abs(levels[static_cast<std::size_t>(best)] - value);
            best = distance < shortest ? code : best;
        }
        return best;
    }

    static void encode(const float* in, const BlockOptions& options, std::uint8_t* block) {
        const int exponent = sharedExponent(largestMagnitude({in, values}), ElementE2M1::emax,
                                            1U << 22, 1, options.scaleRule);
        const float factor = std::ldexp(1.0F, -exponent);
        block[0] = static_cast<std::uint8_t>(exponent + scaleBias);
        for (int i = 0; i < values; ++i) {
            const NibblePlace place = halvesPlace(i, 16);
            block[1 + place.byte] |=
                static_cast<std::uint8_t>(nearest(in[i] * factor) << place.shift);
        }
    }
};

constexpr BlockField scaleField{"scale", BlockRole::Scale, 0, 1, "E8M0 scale: 2^(code - 127)"};
constexpr BlockField fields8[] = {scaleField, {"elements", BlockRole::Code, 1, 32, "8-bit codes"}};
constexpr BlockField fields6[] = {
    scaleField, {"elements", BlockRole::Code, 1, 24, "6-bit codes, four in three bytes"}};
constexpr BlockField fields4[] = {
    scaleField, {"elements", BlockRole::Code, 1, 16, "4-bit codes, even values in low nibbles"}};
constexpr BlockField fieldsGguf[] = {
    scaleField,
    {"qs", BlockRole::Code, 1, 16, "4-bit codes: value j low, value j + 16 high in byte j"}};

constexpr std::string_view ocp = "OCP Microscaling Formats (MX) 1.0";
constexpr std::string_view product = "x = scale * element";
const BlockFormat rows[] = {
    blockRow<Mx<ElementE4M3>>("mxfp8-e4m3", "MXFP8 E4M3", "fp8-e4m3", fields8, product, ocp),
    blockRow<Mx<ElementE5M2>>("mxfp8-e5m2", "MXFP8 E5M2", "fp8-e5m2", fields8, product, ocp),
    blockRow<Mx<ElementE2M3>>("mxfp6-e2m3", "MXFP6 E2M3", "fp6-e2m3", fields6, product, ocp),
    blockRow<Mx<ElementE3M2>>("mxfp6-e3m2", "MXFP6 E3M2", "fp6-e3m2", fields6, product, ocp),
    blockRow<Mx<ElementE2M1>>("mxfp4", "MXFP4", "fp4-e2m1", fields4, product, ocp),
    blockRow<Mx<ElementInt8>>("mxint8", "MXINT8", "int8", fields8, "x = scale * q / 64", ocp),
    blockRow<GgufMxfp4>("mxfp4-gguf", "MXFP4 (GGUF)", "fp4-e2m1", fieldsGguf, product, "ggml"),
};

}  // namespace

std::span<const BlockFormat> mxBlocks() {
    return rows;
}

}  // namespace zeropoint
