// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/block_format.h"
#include "core/support/error.h"
#include "core/tensor/tensor.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace zeropoint {

/// One block to look at: values, the bytes that a format makes of them, and what comes back.
struct BlockSample {
    const BlockFormat* format = nullptr;
    BlockOptions options;
    std::vector<float> values;
    std::vector<std::byte> bytes;
    std::vector<float> decoded;

    BlockTerm term(int index) const { return termOfValue(*format, bytes, index, options); }
};

/// Normal values from a seed, quantized and decoded. A format that is only decoded gets the bytes
/// themselves drawn, with small scales, and its values are what they mean.
Result<BlockSample> makeBlockSample(const BlockFormat& format, std::uint64_t seed,
                                    const BlockOptions& options);

/// A block of a tensor, counted row by row; the last of a row may be padded with zeros. Formats
/// that are only decoded refuse it: Unsupported. A block behind the last one is the last.
Result<BlockSample> takeBlockSample(const BlockFormat& format, const Tensor& tensor,
                                    std::uint64_t block, const BlockOptions& options);
/// How many blocks the rows of a tensor make.
std::uint64_t blocksOf(const BlockFormat& format, const Tensor& tensor);

}  // namespace zeropoint
