// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/scale_rule.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace zeropoint {

/// What the bits of a block mean.
enum class BlockRole {
    Scale,       ///< factor of the whole block
    Minimum,     ///< what is added or subtracted in the whole block
    SubScale,    ///< factor of a part of the block, in units of the scale
    SubMinimum,  ///< the same for the minimum
    Code,        ///< the low or only bits of the values' codes
    HighBits,    ///< the high bits of codes that are wider than a nibble or a pair
};

/// One field of a block's byte map; the fields follow one another without gaps.
struct BlockField {
    std::string_view name;  ///< "d", "qs"
    BlockRole role = BlockRole::Code;
    int byteOffset = 0;
    int bytes = 0;
    std::string_view meaning;  ///< "FP16 scale", "32 codes of 4 bits"
};

/// Some bits of a block that one value is made of: `bits` bits from bit `firstBit` (bit 0 is the
/// lowest of byte 0, bit 8 the lowest of byte 1), shifted up by `shift` in the number they form.
struct BlockBits {
    BlockRole role = BlockRole::Code;
    int firstBit = 0;
    int bits = 0;
    int shift = 0;
};

/// The equation of one value with its numbers: value = scale * level + minimum.
struct BlockTerm {
    int code = 0;       ///< the value's own bits
    float level = 0;    ///< what the code stands for before the scale
    float scale = 0;    ///< scale of the block times the part's own
    float minimum = 0;  ///< 0 in formats without one
};

/// The outermost levels of a block's codes before the scale, and the steps that lead to them.
struct LevelEnds {
    float lowest = 0;
    float highest = 0;
    float lowestStep = 0;
    float highestStep = 0;
};

struct BlockOptions {
    ScaleRule scaleRule = ScaleRule::Floor;  ///< read by formats that choose by a rule
    float tensorScale = 1;                   ///< NVFP4: the FP32 factor of the whole tensor
};

/// A format in which neighbours share a scale: `valuesPerBlock` values along the last axis take
/// `bytesPerBlock` bytes. Rows live for the whole program.
struct BlockFormat {
    std::string_view id;       ///< "q4_0", "mxfp4"
    std::string_view name;     ///< "Q4_0", "MXFP4"
    std::string_view element;  ///< id of the number format of the codes, empty for none of them
    int valuesPerBlock = 0;
    int bytesPerBlock = 0;
    int bytesPerTensor = 0;  ///< beside the blocks
    bool hasMinimum = false;
    bool hasScaleRule = false;  ///< MX: the power of two is chosen by BlockOptions::scaleRule
    LevelEnds ends;             ///< of formats that quantize; zeros for the others
    std::span<const BlockField> fields;
    std::string_view formula;
    std::string_view source;

    void (*decodeBlock)(const std::uint8_t* block, const BlockOptions& options,
                        float* values) = nullptr;
    void (*encodeBlock)(const float* values, const BlockOptions& options,
                        std::uint8_t* block) = nullptr;  ///< null: decode only
    BlockTerm (*term)(const std::uint8_t* block, int index) = nullptr;
    void (*bitsOf)(int index, std::vector<BlockBits>& bits) = nullptr;

    bool quantizes() const { return encodeBlock != nullptr; }
    /// Counted from the bytes of the blocks.
    double bitsPerWeight() const { return 8.0 * bytesPerBlock / valuesPerBlock; }
};

/// All block formats in the order in which tables show them.
std::span<const BlockFormat> blockFormats();

/// By id ("q4_k"); null when unknown.
const BlockFormat* findBlockFormat(std::string_view id);

/// Bytes of `values` values. A count that is no multiple of the block: InvalidArgument.
Result<std::size_t> blockBytes(const BlockFormat& format, std::size_t values);

/// Values to blocks. NaN becomes 0; infinities become the largest finite magnitude of their block
/// and scales beyond their own format its largest value, so that no block holds infinities.
/// Errors: InvalidArgument (a count that is no multiple of the block), Unsupported (a format that
/// is decoded only), Cancelled.
Result<std::vector<std::byte>> quantizeBlocks(const BlockFormat& format,
                                              std::span<const float> values,
                                              const BlockOptions& options = {},
                                              const Execution& execution = {});

/// Blocks to values. bytes.size() must be blockBytes(out.size()): else InvalidArgument.
Result<void> dequantizeBlocks(const BlockFormat& format, std::span<const std::byte> bytes,
                              std::span<float> out, const BlockOptions& options = {},
                              const Execution& execution = {});

/// The bits of the block that make value `index`, its own first, then those it shares.
std::vector<BlockBits> bitsOfValue(const BlockFormat& format, int index);

/// The equation of value `index` of a block of format.bytesPerBlock bytes.
BlockTerm termOfValue(const BlockFormat& format, std::span<const std::byte> block, int index,
                      const BlockOptions& options = {});

}  // namespace zeropoint
