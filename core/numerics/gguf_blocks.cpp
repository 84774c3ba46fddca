// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/block_engine.h"
#include "core/numerics/number_format.h"

#include <array>

// The 32-value blocks of GGUF files (ggml): one FP16 scale, some with a minimum. Rounding and the
// order of the float operations follow ggml built without fused multiply-add, to the byte.
namespace zeropoint {
namespace {

constexpr std::string_view ggml = "ggml";
constexpr int half = 16;  ///< value j and value j + 16 share a byte

/// The value of the largest magnitude, the first of equals, with its sign.
float signedExtreme(const float* values) {
    float extreme = 0;
    for (int i = 0; i < 2 * half; ++i) {
        extreme = std::abs(values[i]) > std::abs(extreme) ? values[i] : extreme;
    }
    return extreme;
}

float inverse(float scale) {
    return scale != 0 ? 1.0F / scale : 0.0F;
}

/// Rounds half up, as adding 0.5 and cutting does, for values above -1.
int roundHalfUp(float value, int largest) {
    const float shifted = value + 0.5F;  // ggml's rounding: the sum in float32, then cut
    return std::clamp(static_cast<int>(shifted), 0, largest);
}

int nibble(const std::uint8_t* codes, int index) {
    const NibblePlace place = halvesPlace(index, half);
    return (codes[place.byte] >> place.shift) & 0xF;
}

void putNibble(std::uint8_t* codes, int index, int code) {
    const NibblePlace place = halvesPlace(index, half);
    codes[place.byte] |= static_cast<std::uint8_t>(code << place.shift);
}

/// The bits of a byte as the fifth bits of eight codes.
constexpr auto fifthBitsOfByte = [] {
    std::array<std::array<std::uint8_t, 8>, 256> spread{};
    for (std::size_t byte = 0; byte < spread.size(); ++byte) {
        for (std::size_t bit = 0; bit < 8; ++bit) {
            spread[byte][bit] = static_cast<std::uint8_t>(((byte >> bit) & 1) << 4);
        }
    }
    return spread;
}();

/// Q4_0 (Bits 4) and Q5_0 (Bits 5): the signed extreme becomes the lowest code.
template <int Bits>
struct Symmetric {
    static constexpr int values = 32;
    static constexpr int highBytes = Bits == 5 ? 4 : 0;
    static constexpr int bytes = 2 + highBytes + half;
    static constexpr bool hasMinimum = false;
    static constexpr int zero = 1 << (Bits - 1);
    static constexpr LevelEnds ends{-zero, zero - 1, 1, 1};

    static BlockTerm term(const std::uint8_t* block, int index) {
        const int code = codeOf(block + 2, index);
        return {code, static_cast<float>(code - zero), loadHalf(block), 0};
    }

    static int codeOf(const std::uint8_t* fields, int index) {
        const int low = nibble(fields + highBytes, index);
        if constexpr (Bits == 5) {
            return low | (((fields[index / 8] >> (index % 8)) & 1) << 4);
        }
        return low;
    }

    /// Of the 16 neighbours from `first` on, less `below`.
    static void levelsOf(const std::uint8_t* fields, int first, int below, std::int8_t* levels) {
        std::array<std::uint8_t, half> high{};
        for (int i = 0; Bits == 5 && i < 2; ++i) {
            const auto& bits = fifthBitsOfByte[fields[first / 8 + i]];
            std::memcpy(high.data() + 8 * i, bits.data(), bits.size());
        }
        const std::uint8_t* low = fields + highBytes;
        const int shift = halvesPlace(first, half).shift;
        makeLevels(
            [&](int i) {
                return (((low[i] >> shift) & 0xF) | high[static_cast<std::size_t>(i)]) - below;
            },
            levels);
    }

    static void levels(const std::uint8_t* block, int first, std::int8_t* levels) {
        levelsOf(block + 2, first, zero, levels);
    }

    static void put(std::uint8_t* fields, int index, int code) {
        putNibble(fields + highBytes, index, code & 0xF);
        if constexpr (Bits == 5) {
            fields[index / 8] |= static_cast<std::uint8_t>((code >> 4) << (index % 8));
        }
    }

    static void bitsOfCode(int fields, int index, std::vector<BlockBits>& bits) {
        bits.push_back(nibbleBits(fields + highBytes, halvesPlace(index, half)));
        if constexpr (Bits == 5) {
            bits.push_back({BlockRole::HighBits, 8 * fields + index, 1, 4});
        }
    }

    static void bitsOf(int index, std::vector<BlockBits>& bits) {
        bitsOfCode(2, index, bits);
        bits.push_back(halfScaleBits(0));
    }

    static void encode(const float* in, const BlockOptions&, std::uint8_t* block) {
        const float scale = signedExtreme(in) / static_cast<float>(-zero);
        const float factor = inverse(scale);
        storeHalf(block, scale);
        for (int i = 0; i < values; ++i) {
            const float shifted = in[i] * factor + (static_cast<float>(zero) + 0.5F);
            put(block + 2, i, std::clamp(static_cast<int>(shifted), 0, 2 * zero - 1));
        }
    }
};

/// Q4_1 (Bits 4) and Q5_1 (Bits 5): the minimum is code 0, the maximum the last code.
template <int Bits>
struct Affine {
    using Codes = Symmetric<Bits>;
    static constexpr int values = 32;
    static constexpr int bytes = Codes::bytes + 2;
    static constexpr bool hasMinimum = true;
    static constexpr int largest = (1 << Bits) - 1;
    static constexpr LevelEnds ends{0, largest, 1, 1};

    static BlockTerm term(const std::uint8_t* block, int index) {
        const int code = Codes::codeOf(block + 4, index);
        return {code, static_cast<float>(code), loadHalf(block), loadHalf(block + 2)};
    }

    static void levels(const std::uint8_t* block, int first, std::int8_t* levels) {
        Codes::levelsOf(block + 4, first, 0, levels);
    }

    static void bitsOf(int index, std::vector<BlockBits>& bits) {
        Codes::bitsOfCode(4, index, bits);
        bits.push_back(halfScaleBits(0));
        bits.push_back(halfScaleBits(2, BlockRole::Minimum));
    }

    static void encode(const float* in, const BlockOptions&, std::uint8_t* block) {
        const auto [minimum, maximum] = std::minmax_element(in, in + values);
        const float scale = (*maximum - *minimum) / static_cast<float>(largest);
        const float factor = inverse(scale);
        storeHalf(block, scale);
        storeHalf(block + 2, *minimum);
        for (int i = 0; i < values; ++i) {
            Codes::put(block + 4, i, roundHalfUp((in[i] - *minimum) * factor, largest));
        }
    }
};

struct Q8_0 {
    static constexpr int values = 32;
    static constexpr int bytes = 34;
    static constexpr bool hasMinimum = false;
    static constexpr LevelEnds ends{-128, 127, 1, 1};

    static BlockTerm term(const std::uint8_t* block, int index) {
        const auto code = static_cast<std::int8_t>(block[2 + index]);
        return {block[2 + index], static_cast<float>(code), loadHalf(block), 0};
    }

    static void levels(const std::uint8_t* block, int first, std::int8_t* levels) {
        std::memcpy(levels, block + 2 + first, stretch);
    }

    static void bitsOf(int index, std::vector<BlockBits>& bits) {
        bits.push_back({BlockRole::Code, 8 * (2 + index), 8, 0});
        bits.push_back(halfScaleBits(0));
    }

    static void encode(const float* in, const BlockOptions&, std::uint8_t* block) {
        const float scale = std::abs(signedExtreme(in)) / 127.0F;
        const float factor = inverse(scale);
        storeHalf(block, scale);
        for (int i = 0; i < values; ++i) {
            const float rounded = std::clamp(std::round(in[i] * factor), -128.0F, 127.0F);
            block[2 + i] = static_cast<std::uint8_t>(static_cast<std::int8_t>(rounded));
        }
    }
};

const LevelTable& iq4Levels() {
    static const LevelTable levels = levelTable(numberFormat("iq4nl"));
    return levels;
}

float iq4Level(int code) {
    return iq4Levels()[static_cast<std::size_t>(code)];
}

struct Iq4Nl {
    static constexpr int values = 32;
    static constexpr int bytes = 18;
    static constexpr bool hasMinimum = false;

    static BlockTerm term(const std::uint8_t* block, int index) {
        const int code = nibble(block + 2, index);
        return {code, iq4Level(code), loadHalf(block), 0};
    }

    static const LevelTable& table() { return iq4Levels(); }

    static void codes(const std::uint8_t* block, int first, std::uint8_t* codes) {
        unpackHalves(block + 2, first, codes);
    }

    static void bitsOf(int index, std::vector<BlockBits>& bits) {
        Symmetric<4>::bitsOf(index, bits);
    }
};

/// Super-block of 256: 6-bit scales, four low bits in scales_l and two high bits in scales_h.
struct Iq4Xs {
    static constexpr int values = 256;
    static constexpr int bytes = 136;
    static constexpr bool hasMinimum = false;

    static BlockTerm term(const std::uint8_t* block, int index) {
        const int part = index / 32;
        const int low = (block[4 + part / 2] >> (4 * (part % 2))) & 0xF;
        const int high = (load16(block + 2) >> (2 * part)) & 3;
        const int code = nibble(block + 8 + 16 * part, index % 32);
        const float scale = loadHalf(block) * static_cast<float>((low | (high << 4)) - 32);
        return {code, iq4Level(code), scale, 0};
    }

    static const LevelTable& table() { return iq4Levels(); }

    static void codes(const std::uint8_t* block, int first, std::uint8_t* codes) {
        unpackHalves(block + 8 + 16 * (first / 32), first % 32, codes);
    }

    static void bitsOf(int index, std::vector<BlockBits>& bits) {
        const int part = index / 32;
        bits.push_back(nibbleBits(8 + 16 * part, halvesPlace(index % 32, half)));
        bits.push_back({BlockRole::SubScale, 8 * 4 + 4 * part, 4, 0});
        bits.push_back({BlockRole::SubScale, 8 * 2 + 2 * part, 2, 4});
        bits.push_back(halfScaleBits(0));
    }
};

/// One bit a value: plus or minus the scale.
struct Q1_0 {
    static constexpr int values = 128;
    static constexpr int bytes = 18;
    static constexpr bool hasMinimum = false;

    static BlockTerm term(const std::uint8_t* block, int index) {
        const int code = (block[2 + index / 8] >> (index % 8)) & 1;
        return {code, code != 0 ? 1.0F : -1.0F, loadHalf(block), 0};
    }

    static void bitsOf(int index, std::vector<BlockBits>& bits) {
        bits.push_back({BlockRole::Code, 16 + index, 1, 0});
        bits.push_back(halfScaleBits(0));
    }
};

constexpr BlockField scaleField{"d", BlockRole::Scale, 0, 2, "FP16 scale"};
constexpr BlockField minimumField{"m", BlockRole::Minimum, 2, 2, "FP16 minimum"};
constexpr std::string_view pairs = "4-bit codes: value j low, value j + 16 high in byte j";
constexpr std::string_view fifthBits = "fifth bit of code j in bit j";

constexpr BlockField q40Fields[] = {scaleField, {"qs", BlockRole::Code, 2, 16, pairs}};
constexpr BlockField q41Fields[] = {
    scaleField, minimumField, {"qs", BlockRole::Code, 4, 16, pairs}};
constexpr BlockField q50Fields[] = {scaleField,
                                    {"qh", BlockRole::HighBits, 2, 4, fifthBits},
                                    {"qs", BlockRole::Code, 6, 16, pairs}};
constexpr BlockField q51Fields[] = {scaleField,
                                    minimumField,
                                    {"qh", BlockRole::HighBits, 4, 4, fifthBits},
                                    {"qs", BlockRole::Code, 8, 16, pairs}};
constexpr BlockField q80Fields[] = {scaleField, {"qs", BlockRole::Code, 2, 32, "INT8 codes"}};
constexpr BlockField q10Fields[] = {scaleField, {"qs", BlockRole::Code, 2, 16, "1-bit codes"}};
constexpr BlockField iq4XsFields[] = {
    scaleField,
    {"scales_h", BlockRole::SubScale, 2, 2, "high 2 bits of 8 scales"},
    {"scales_l", BlockRole::SubScale, 4, 4, "low 4 bits of 8 scales"},
    {"qs", BlockRole::Code, 8, 128, "4-bit codes, each 16 bytes as in IQ4_NL"}};

const BlockFormat rows[] = {
    blockRow<Q8_0>("q8_0", "Q8_0", "int8", q80Fields, "x = d * q", ggml),
    blockRow<Symmetric<4>>("q4_0", "Q4_0", "int4", q40Fields, "x = d * (q - 8)", ggml),
    blockRow<Affine<4>>("q4_1", "Q4_1", "uint4", q41Fields, "x = d * q + m", ggml),
    blockRow<Symmetric<5>>("q5_0", "Q5_0", "int5", q50Fields, "x = d * (q - 16)", ggml),
    blockRow<Affine<5>>("q5_1", "Q5_1", "uint5", q51Fields, "x = d * q + m", ggml),
    blockRow<Iq4Nl>("iq4_nl", "IQ4_NL", "iq4nl", q40Fields, "x = d * level[q]", ggml),
    blockRow<Iq4Xs>("iq4_xs", "IQ4_XS", "iq4nl", iq4XsFields, "x = d * (s - 32) * level[q]", ggml),
    blockRow<Q1_0>("q1_0", "Q1_0", "binary", q10Fields, "x = d * (2q - 1)", ggml),
};

}  // namespace

std::span<const BlockFormat> ggufBlocks() {
    return rows;
}

}  // namespace zeropoint
