// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/block_engine.h"
#include "core/numerics/nf4.h"
#include "core/numerics/number_format.h"

// NF4 in the block size that QLoRA uses, as a block with a byte map; nf4.h has every block size
// and double quantization.
namespace zeropoint {
namespace {

const LevelTable& nf4Levels() {
    static const LevelTable levels = levelTable(numberFormat("nf4"));
    return levels;
}

struct Nf4Block {
    static constexpr int values = 64;
    static constexpr int bytes = 36;
    static constexpr bool hasMinimum = false;
    static constexpr LevelEnds ends{-1, 1, 1 - 0.6961928F, 1 - 0.72295684F};

    static int shiftOf(int index) { return index % 2 == 0 ? 4 : 0; }

    static BlockTerm term(const std::uint8_t* block, int index) {
        float scale = 0;
        std::memcpy(&scale, block, sizeof(scale));
        const int code = (block[4 + index / 2] >> shiftOf(index)) & 0xF;
        return {code, nf4Levels()[static_cast<std::size_t>(code)], scale, 0};
    }

    static const LevelTable& table() { return nf4Levels(); }

    static void codes(const std::uint8_t* block, int first, std::uint8_t* codes) {
        unpackPairs(block + 4 + first / 2, 4, codes);
    }

    static void bitsOf(int index, std::vector<BlockBits>& bits) {
        bits.push_back({BlockRole::Code, 8 * (4 + index / 2) + shiftOf(index), 4, 0});
        bits.push_back({BlockRole::Scale, 0, 32, 0});
    }

    static void encode(const float* in, const BlockOptions&, std::uint8_t* block) {
        const float scale = largestMagnitude({in, values});
        std::memcpy(block, &scale, sizeof(scale));
        encodeNf4({in, values}, scale, block + 4);
    }
};

constexpr BlockField fields[] = {
    {"absmax", BlockRole::Scale, 0, 4, "FP32 scale: the largest magnitude"},
    {"codes", BlockRole::Code, 4, 32, "4-bit codes, the first value in the high nibble"}};

const BlockFormat rows[] = {
    blockRow<Nf4Block>("nf4-64", "NF4, blocks of 64", "nf4", fields, "x = absmax * level[q]",
                       "Dettmers et al. 2023, QLoRA"),
};

}  // namespace

std::span<const BlockFormat> nf4Blocks() {
    return rows;
}

}  // namespace zeropoint
