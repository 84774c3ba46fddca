// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/double_quantization.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace zeropoint {

/// NF4 as QLoRA stores weights (Dettmers et al. 2023): blocks of values over their largest
/// magnitude, 4-bit codes, one FP32 scale a block, or those scales quantized once more.
struct Nf4Options {
    int blockSize = 64;  ///< an even number of values, 2 or more
    bool doubleQuantization = false;
    int scaleBlock = 256;  ///< 1 or more
};

struct Nf4Tensor {
    std::size_t count = 0;
    Nf4Options options;
    std::vector<std::uint8_t> codes;  ///< two a byte, the first in the high nibble
    std::vector<float> scales;        ///< without double quantization: one a block
    DoubleQuantization doubled;       ///< with it: in their place

    std::size_t bytes() const;
    /// 0 for an empty tensor.
    double bitsPerWeight() const;
    /// The scale of a block, as it is read back.
    float scaleOf(std::size_t block) const;
};

/// The last block may be shorter. NaN becomes 0, infinities the block's largest finite magnitude.
/// InvalidArgument for options outside their range, Cancelled.
Result<Nf4Tensor> quantizeNf4(std::span<const float> values, const Nf4Options& options,
                              const Execution& execution = {});

/// out.size() must be tensor.count.
Result<void> dequantizeNf4(const Nf4Tensor& tensor, std::span<float> out,
                           const Execution& execution = {});

/// The codes of a block, two a byte, the first in the high nibble, added to bytes of zero: the
/// level nearest to value / scale. Infinities saturate; a scale of 0 gives the code of zero.
void encodeNf4(std::span<const float> values, float scale, std::uint8_t* codes);

/// What a weight pays, in bits: 4 for the code, 32 / blockSize for the scale, and with double
/// quantization 8 / blockSize + 32 / (blockSize * scaleBlock) instead.
struct BitCost {
    std::string_view name;
    double bitsPerWeight = 0;
};
std::vector<BitCost> nf4Ledger(const Nf4Options& options);

/// How the sixteen levels come from the normal distribution, one step after the other.
struct Nf4Step {
    std::string_view title;
    std::string_view formula;
    std::vector<double> values;
};
/// 1. the outermost probability 1 - (1/32 + 1/30) / 2; 2. eight probabilities from there towards
/// one half and their quantiles, 3. seven for the negative side; 4. joined with an exact zero and
/// sorted; 5. divided by the largest. The last step's values are the NF4 table.
std::vector<Nf4Step> nf4Construction();

}  // namespace zeropoint
