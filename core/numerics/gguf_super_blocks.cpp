// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/block_engine.h"

// The K-quants of GGUF files (ggml): 256 values, whose parts have scales of a few bits in units of
// an FP16 scale. Decoded only: ggml finds the scales by a search in float32.
namespace zeropoint {
namespace {

constexpr std::string_view ggml = "ggml";
constexpr int superBlock = 256;

/// Two-bit codes in groups of 128 values: byte j of 32 holds values j, j + 32, j + 64, j + 96.
struct PairPlace {
    int byte = 0;
    int shift = 0;
};
constexpr PairPlace pairPlace(int index) {
    return {32 * (index / 128) + index % 32, 2 * (index % 128 / 32)};
}

BlockBits pairBits(int byteOffset, int index, BlockRole role = BlockRole::Code, int shift = 0) {
    const PairPlace place = pairPlace(index);
    return {role, 8 * (byteOffset + place.byte) + place.shift, 2, shift};
}

int pairOf(const std::uint8_t* codes, int index) {
    const PairPlace place = pairPlace(index);
    return (codes[place.byte] >> place.shift) & 3;
}

struct Q2K {
    static constexpr int values = superBlock;
    static constexpr int bytes = 84;
    static constexpr bool hasMinimum = true;

    static BlockTerm term(const std::uint8_t* block, int index) {
        const int pair = block[index / 16];
        const int code = pairOf(block + 16, index);
        return {code, static_cast<float>(code),
                loadHalf(block + 80) * static_cast<float>(pair & 0xF),
                -(loadHalf(block + 82) * static_cast<float>(pair >> 4))};
    }

    static void levels(const std::uint8_t* block, int first, std::int8_t* levels) {
        const PairPlace place = pairPlace(first);
        const std::uint8_t* codes = block + 16 + place.byte;
        makeLevels([=](int i) { return (codes[i] >> place.shift) & 3; }, levels);
    }

    static void bitsOf(int index, std::vector<BlockBits>& bits) {
        const int pair = 8 * (index / 16);
        bits.push_back(pairBits(16, index));
        bits.push_back({BlockRole::SubScale, pair, 4, 0});
        bits.push_back({BlockRole::SubMinimum, pair + 4, 4, 0});
        bits.push_back(halfScaleBits(80));
        bits.push_back(halfScaleBits(82, BlockRole::Minimum));
    }
};

struct Q3K {
    static constexpr int values = superBlock;
    static constexpr int bytes = 110;
    static constexpr bool hasMinimum = false;
    static constexpr int scales = 96;

    static int scaleOf(const std::uint8_t* block, int part) {
        const std::uint8_t* packed = block + scales;
        const int low = (packed[part % 8] >> (4 * (part / 8))) & 0xF;
        const int high = (packed[8 + part % 4] >> (2 * (part / 4))) & 3;
        return low | (high << 4);
    }

    static BlockTerm term(const std::uint8_t* block, int index) {
        const int high = (block[index % 32] >> (index / 32)) & 1;
        const int code = pairOf(block + 32, index) | (high << 2);
        const float scale =
            loadHalf(block + 108) * static_cast<float>(scaleOf(block, index / 16) - 32);
        return {code, static_cast<float>(code - 4), scale, 0};
    }

    static void levels(const std::uint8_t* block, int first, std::int8_t* levels) {
        const PairPlace place = pairPlace(first);
        const std::uint8_t* low = block + 32 + place.byte;
        const std::uint8_t* high = block + first % 32;
        const int bit = first / 32;
        const auto codeOf = [=](int i) {
            return ((low[i] >> place.shift) & 3) | (((high[i] >> bit) & 1) << 2);
        };
        makeLevels([=](int i) { return codeOf(i) - 4; }, levels);
    }

    static void bitsOf(int index, std::vector<BlockBits>& bits) {
        const int part = index / 16;
        bits.push_back(pairBits(32, index));
        bits.push_back({BlockRole::HighBits, 8 * (index % 32) + index / 32, 1, 2});
        bits.push_back({BlockRole::SubScale, 8 * (scales + part % 8) + 4 * (part / 8), 4, 0});
        bits.push_back({BlockRole::SubScale, 8 * (scales + 8 + part % 4) + 2 * (part / 4), 2, 4});
        bits.push_back(halfScaleBits(108));
    }
};

/// Q4_K and Q5_K pack eight 6-bit scales and eight 6-bit minima into twelve bytes.
struct SixBitScales {
    static int scale(const std::uint8_t* packed, int part) {
        return part < 4 ? packed[part] & 63
                        : (packed[part + 4] & 0xF) | ((packed[part - 4] >> 6) << 4);
    }
    static int minimum(const std::uint8_t* packed, int part) {
        return part < 4 ? packed[part + 4] & 63
                        : (packed[part + 4] >> 4) | ((packed[part] >> 6) << 4);
    }
    static void bitsOf(int offset, int part, std::vector<BlockBits>& bits) {
        const int base = 8 * (offset + part);
        if (part < 4) {
            bits.push_back({BlockRole::SubScale, base, 6, 0});
            bits.push_back({BlockRole::SubMinimum, base + 32, 6, 0});
            return;
        }
        bits.push_back({BlockRole::SubScale, base + 32, 4, 0});
        bits.push_back({BlockRole::SubScale, base - 32 + 6, 2, 4});
        bits.push_back({BlockRole::SubMinimum, base + 32 + 4, 4, 0});
        bits.push_back({BlockRole::SubMinimum, base + 6, 2, 4});
    }
};

/// Each 64 values: byte j of 32 holds value j (low nibble) and j + 32 (high nibble).
template <int Bits>
struct Q45K {
    static constexpr int values = superBlock;
    static constexpr int highBytes = Bits == 5 ? 32 : 0;
    static constexpr int codes = 16 + highBytes;
    static constexpr int bytes = codes + 128;
    static constexpr bool hasMinimum = true;

    static NibblePlace place(int index) {
        return {32 * (index / 64) + index % 32, 4 * (index % 64 / 32)};
    }

    static BlockTerm term(const std::uint8_t* block, int index) {
        const NibblePlace own = place(index);
        int code = (block[codes + own.byte] >> own.shift) & 0xF;
        if constexpr (Bits == 5) {
            code |= ((block[16 + index % 32] >> (index / 32)) & 1) << 4;
        }
        const std::uint8_t* packed = block + 4;
        const int part = index / 32;
        return {code, static_cast<float>(code),
                loadHalf(block) * static_cast<float>(SixBitScales::scale(packed, part)),
                -(loadHalf(block + 2) * static_cast<float>(SixBitScales::minimum(packed, part)))};
    }

    static void levels(const std::uint8_t* block, int first, std::int8_t* levels) {
        const NibblePlace own = place(first);
        const std::uint8_t* low = block + codes + own.byte;
        const std::uint8_t* high = block + 16 + first % 32;
        const int bit = first / 32;
        const auto fifth = [=](int i) { return Bits == 5 ? ((high[i] >> bit) & 1) << 4 : 0; };
        makeLevels([=](int i) { return ((low[i] >> own.shift) & 0xF) | fifth(i); }, levels);
    }

    static void bitsOf(int index, std::vector<BlockBits>& bits) {
        bits.push_back(nibbleBits(codes, place(index)));
        if constexpr (Bits == 5) {
            bits.push_back({BlockRole::HighBits, 8 * (16 + index % 32) + index / 32, 1, 4});
        }
        SixBitScales::bitsOf(4, index / 32, bits);
        bits.push_back(halfScaleBits(0));
        bits.push_back(halfScaleBits(2, BlockRole::Minimum));
    }
};

struct Q6K {
    static constexpr int values = superBlock;
    static constexpr int bytes = 210;
    static constexpr bool hasMinimum = false;

    /// Each 128 values: byte j of 64 holds value j (low nibble) and j + 64 (high nibble).
    static NibblePlace place(int index) {
        return {64 * (index / 128) + index % 64, 4 * (index % 128 / 64)};
    }

    static BlockTerm term(const std::uint8_t* block, int index) {
        const NibblePlace own = place(index);
        const int code = ((block[own.byte] >> own.shift) & 0xF) | (pairOf(block + 128, index) << 4);
        const auto scale = static_cast<std::int8_t>(block[192 + index / 16]);
        return {code, static_cast<float>(code - 32),
                loadHalf(block + 208) * static_cast<float>(scale), 0};
    }

    static void levels(const std::uint8_t* block, int first, std::int8_t* levels) {
        const NibblePlace own = place(first);
        const PairPlace pair = pairPlace(first);
        const std::uint8_t* low = block + own.byte;
        const std::uint8_t* high = block + 128 + pair.byte;
        const auto codeOf = [=](int i) {
            return ((low[i] >> own.shift) & 0xF) | (((high[i] >> pair.shift) & 3) << 4);
        };
        makeLevels([=](int i) { return codeOf(i) - 32; }, levels);
    }

    static void bitsOf(int index, std::vector<BlockBits>& bits) {
        bits.push_back(nibbleBits(0, place(index)));
        bits.push_back(pairBits(128, index, BlockRole::HighBits, 4));
        bits.push_back({BlockRole::SubScale, 8 * (192 + index / 16), 8, 0});
        bits.push_back(halfScaleBits(208));
    }
};

constexpr std::string_view packedScales = "8 scales and 8 minima of 6 bits";
constexpr BlockField q2KFields[] = {
    {"scales", BlockRole::SubScale, 0, 16,
     "16 parts: scale in the low, minimum in the high nibble"},
    {"qs", BlockRole::Code, 16, 64, "2-bit codes"},
    {"d", BlockRole::Scale, 80, 2, "FP16 scale of the scales"},
    {"dmin", BlockRole::Minimum, 82, 2, "FP16 scale of the minima"}};
constexpr BlockField q3KFields[] = {{"hmask", BlockRole::HighBits, 0, 32, "third bit of each code"},
                                    {"qs", BlockRole::Code, 32, 64, "low 2 bits of each code"},
                                    {"scales", BlockRole::SubScale, 96, 12, "16 scales of 6 bits"},
                                    {"d", BlockRole::Scale, 108, 2, "FP16 scale of the scales"}};
constexpr BlockField q4KFields[] = {{"d", BlockRole::Scale, 0, 2, "FP16 scale of the scales"},
                                    {"dmin", BlockRole::Minimum, 2, 2, "FP16 scale of the minima"},
                                    {"scales", BlockRole::SubScale, 4, 12, packedScales},
                                    {"qs", BlockRole::Code, 16, 128, "4-bit codes"}};
constexpr BlockField q5KFields[] = {{"d", BlockRole::Scale, 0, 2, "FP16 scale of the scales"},
                                    {"dmin", BlockRole::Minimum, 2, 2, "FP16 scale of the minima"},
                                    {"scales", BlockRole::SubScale, 4, 12, packedScales},
                                    {"qh", BlockRole::HighBits, 16, 32, "fifth bit of each code"},
                                    {"qs", BlockRole::Code, 48, 128, "low 4 bits of each code"}};
constexpr BlockField q6KFields[] = {
    {"ql", BlockRole::Code, 0, 128, "low 4 bits of each code"},
    {"qh", BlockRole::HighBits, 128, 64, "high 2 bits of each code"},
    {"scales", BlockRole::SubScale, 192, 16, "16 scales, INT8"},
    {"d", BlockRole::Scale, 208, 2, "FP16 scale of the scales"}};

constexpr std::string_view affine = "x = d * s * q - dmin * m";
const BlockFormat rows[] = {
    blockRow<Q2K>("q2_k", "Q2_K", "uint2", q2KFields, affine, ggml),
    blockRow<Q3K>("q3_k", "Q3_K", "int3", q3KFields, "x = d * (s - 32) * (q - 4)", ggml),
    blockRow<Q45K<4>>("q4_k", "Q4_K", "uint4", q4KFields, affine, ggml),
    blockRow<Q45K<5>>("q5_k", "Q5_K", "uint5", q5KFields, affine, ggml),
    blockRow<Q6K>("q6_k", "Q6_K", "int6", q6KFields, "x = d * s * (q - 32)", ggml),
};

}  // namespace

std::span<const BlockFormat> ggufSuperBlocks() {
    return rows;
}

}  // namespace zeropoint
