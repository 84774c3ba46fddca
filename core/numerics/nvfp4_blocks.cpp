// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/block_engine.h"
#include "core/numerics/number_format.h"
#include "core/numerics/nvfp4.h"
#include "core/numerics/packed_bits.h"
#include "core/numerics/small_float.h"

#include <array>

namespace zeropoint {
namespace {

constexpr float largestElement = 6;
constexpr float largestScale = 448;

/// Scales use the codes without a sign: an eighth bit is ignored.
float scaleOf(std::uint8_t code) {
    static const auto scales = [] {
        std::array<float, 128> values{};
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] = static_cast<float>(decode(numberFormat("fp8-e4m3"), i));
        }
        return values;
    }();
    return scales[code & 0x7FU];
}

const LevelTable& elements() {
    static const LevelTable levels = levelTable(numberFormat("fp4-e2m1"));
    return levels;
}

float elementOf(int code) {
    return elements()[static_cast<std::size_t>(code & 0xF)];
}

/// 16 elements of E2M1, one E4M3 scale; the whole tensor has one FP32 scale more.
struct Nvfp4 {
    static constexpr int values = 16;
    static constexpr int bytes = 9;
    static constexpr bool hasMinimum = false;
    static constexpr bool usesTensorScale = true;
    static constexpr LevelEnds ends{-6, 6, 2, 2};

    static BlockTerm term(const std::uint8_t* block, int index) {
        const int code = getPacked(block + 1, 4, index);
        return {code, elementOf(code), scaleOf(block[0]), 0};
    }

    static const LevelTable& table() { return elements(); }

    static void codes(const std::uint8_t* block, int first, std::uint8_t* codes) {
        unpackPairs(block + 1 + first / 2, 0, codes);
    }

    static void bitsOf(int index, std::vector<BlockBits>& bits) {
        bits.push_back({BlockRole::Code, 8 + 4 * index, 4, 0});
        bits.push_back({BlockRole::Scale, 0, 7, 0});
    }

    static void encode(const float* in, const BlockOptions& options, std::uint8_t* block) {
        const float largest = largestMagnitude({in, values});
        const float ideal = largest / largestElement / options.tensorScale;
        // A block beside far larger ones keeps the smallest scale instead of losing its values.
        block[0] = std::max(E4M3::encodeSaturated(ideal), static_cast<std::uint8_t>(largest > 0));
        const float scale = scaleOf(block[0]) * options.tensorScale;
        for (int i = 0; i < values; ++i) {
            const float scaled = scale != 0 ? in[i] / scale : 0.0F;
            putPacked(block + 1, 4, i, E2M1::encodeSaturated(scaled));
        }
    }
};

/// ggml's NVFP4: four blocks of 16 together, their scales first.
struct GgufNvfp4 {
    static constexpr int values = 64;
    static constexpr int bytes = 36;
    static constexpr bool hasMinimum = false;

    static NibblePlace place(int index) {
        const NibblePlace inPart = halvesPlace(index % 16, 8);
        return {8 * (index / 16) + inPart.byte, inPart.shift};
    }

    static BlockTerm term(const std::uint8_t* block, int index) {
        const NibblePlace own = place(index);
        const int code = (block[4 + own.byte] >> own.shift) & 0xF;
        return {code, elementOf(code), ggmlScale(block[index / 16]), 0};
    }

    static const LevelTable& table() { return elements(); }

    static void codes(const std::uint8_t* block, int first, std::uint8_t* codes) {
        const std::uint8_t* bytes = block + 4 + first / 2;
        for (int i = 0; i < 8; ++i) {
            codes[i] = bytes[i] & 0xF;
            codes[8 + i] = bytes[i] >> 4;
        }
    }

    /// ggml reads the NaN as 0, and with the unused eighth bit set as the number 480.
    static float ggmlScale(std::uint8_t code) {
        return code == 0x7F ? 0.0F : code == 0xFF ? 480.0F : scaleOf(code);
    }

    static void bitsOf(int index, std::vector<BlockBits>& bits) {
        bits.push_back(nibbleBits(4, place(index)));
        bits.push_back({BlockRole::Scale, 8 * (index / 16), 7, 0});
    }
};

constexpr BlockField fields[] = {
    {"scale", BlockRole::Scale, 0, 1, "E4M3 scale, sign unused"},
    {"elements", BlockRole::Code, 1, 8, "E2M1 codes, even values in low nibbles"}};
constexpr BlockField ggufFields[] = {
    {"d", BlockRole::Scale, 0, 4, "four E4M3 scales, sign unused"},
    {"qs", BlockRole::Code, 4, 32, "E2M1 codes: each 8 bytes hold value j low, j + 8 high"}};

const BlockFormat rows[] = {
    blockRow<Nvfp4>("nvfp4", "NVFP4", "fp4-e2m1", fields, "x = tensor scale * scale * element",
                    "NVIDIA Blackwell (NVFP4)"),
    blockRow<GgufNvfp4>("nvfp4-gguf", "NVFP4 (GGUF)", "fp4-e2m1", ggufFields, "x = scale * element",
                        "ggml"),
};

}  // namespace

std::span<const BlockFormat> nvfp4Blocks() {
    return rows;
}

float nvfp4TensorScale(std::span<const float> values) {
    const float scale = largestMagnitude(values) / (largestScale * largestElement);
    return scale > 0 ? scale : 1.0F;
}

}  // namespace zeropoint
