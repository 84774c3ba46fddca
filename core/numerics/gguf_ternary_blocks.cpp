// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/block_engine.h"

#include <array>

// The ternary blocks of GGUF files (ggml): 256 values of -1, 0 or 1 times one FP16 scale.
namespace zeropoint {
namespace {

constexpr std::string_view ggml = "ggml";

int ternaryCode(float value, float factor) {
    return static_cast<int>(std::lround(value * factor)) + 1;
}

constexpr LevelEnds ternaryEnds{-1, 1, 1, 1};

/// Five digits of base 3 in a byte, as the fraction code / 243 scaled to 256: multiplying by 3
/// moves the next digit above the byte.
struct Tq1 {
    static constexpr int values = 256;
    static constexpr int bytes = 54;
    static constexpr bool hasMinimum = false;
    static constexpr LevelEnds ends = ternaryEnds;
    static constexpr std::array<int, 5> powers = {1, 3, 9, 27, 81};

    struct Place {
        int byte = 0;
        int digit = 0;
    };
    /// 160 values in 32 bytes, 80 in 16, the last 16 in 4 (four digits each).
    static Place place(int index) {
        if (index < 160) {
            return {index % 32, index / 32};
        }
        if (index < 240) {
            return {32 + (index - 160) % 16, (index - 160) / 16};
        }
        return {48 + (index - 240) % 4, (index - 240) / 4};
    }

    static BlockTerm term(const std::uint8_t* block, int index) {
        const Place own = place(index);
        const int shifted = (block[own.byte] * powers[static_cast<std::size_t>(own.digit)]) & 0xFF;
        const int code = (shifted * 3) >> 8;
        return {code, static_cast<float>(code - 1), loadHalf(block + 52), 0};
    }

    static void bitsOf(int index, std::vector<BlockBits>& bits) {
        bits.push_back({BlockRole::Code, 8 * place(index).byte, 8, 0});  // a digit has no own bits
        bits.push_back(halfScaleBits(52));
    }

    static void encode(const float* in, const BlockOptions&, std::uint8_t* block) {
        const float scale = largestMagnitude({in, values});
        const float factor = scale != 0 ? 1.0F / scale : 0.0F;
        storeHalf(block + 52, scale);
        std::array<int, 52> digits{};
        for (int i = 0; i < values; ++i) {
            const Place own = place(i);
            digits[static_cast<std::size_t>(own.byte)] +=
                ternaryCode(in[i], factor) * powers[static_cast<std::size_t>(4 - own.digit)];
        }
        for (std::size_t i = 0; i < digits.size(); ++i) {
            block[i] = static_cast<std::uint8_t>((digits[i] * 256 + 242) / 243);
        }
    }
};

/// Each 128 values: byte j of 32 holds values j, j + 32, j + 64, j + 96.
struct Tq2 {
    static constexpr int values = 256;
    static constexpr int bytes = 66;
    static constexpr bool hasMinimum = false;
    static constexpr LevelEnds ends = ternaryEnds;

    static int byteOf(int index) { return 32 * (index / 128) + index % 32; }
    static int shiftOf(int index) { return 2 * (index % 128 / 32); }

    static BlockTerm term(const std::uint8_t* block, int index) {
        const int code = (block[byteOf(index)] >> shiftOf(index)) & 3;
        return {code, static_cast<float>(code - 1), loadHalf(block + 64), 0};
    }

    static void levels(const std::uint8_t* block, int first, std::int8_t* levels) {
        const std::uint8_t* codes = block + byteOf(first);
        const int shift = shiftOf(first);
        makeLevels([=](int i) { return ((codes[i] >> shift) & 3) - 1; }, levels);
    }

    static void bitsOf(int index, std::vector<BlockBits>& bits) {
        bits.push_back({BlockRole::Code, 8 * byteOf(index) + shiftOf(index), 2, 0});
        bits.push_back(halfScaleBits(64));
    }

    static void encode(const float* in, const BlockOptions&, std::uint8_t* block) {
        const float scale = largestMagnitude({in, values});
        const float factor = scale != 0 ? 1.0F / scale : 0.0F;
        storeHalf(block + 64, scale);
        for (int i = 0; i < values; ++i) {
            block[byteOf(i)] |= static_cast<std::uint8_t>(ternaryCode(in[i], factor) << shiftOf(i));
        }
    }
};

constexpr BlockField tq1Fields[] = {{"qs", BlockRole::Code, 0, 48, "five base-3 digits a byte"},
                                    {"qh", BlockRole::Code, 48, 4, "four base-3 digits a byte"},
                                    {"d", BlockRole::Scale, 52, 2, "FP16 scale"}};
constexpr BlockField tq2Fields[] = {{"qs", BlockRole::Code, 0, 64, "2-bit codes"},
                                    {"d", BlockRole::Scale, 64, 2, "FP16 scale"}};

const BlockFormat rows[] = {
    blockRow<Tq1>("tq1_0", "TQ1_0", "ternary", tq1Fields, "x = d * (q - 1)", ggml),
    blockRow<Tq2>("tq2_0", "TQ2_0", "ternary", tq2Fields, "x = d * (q - 1)", ggml),
};

}  // namespace

std::span<const BlockFormat> ggufTernaryBlocks() {
    return rows;
}

}  // namespace zeropoint
