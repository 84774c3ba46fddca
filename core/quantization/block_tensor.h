// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/block_format.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace zeropoint {

/// Blocks lie along the last axis and start anew in each row; zeros pad the last block of a row
/// whose length is no multiple of the block (ggml itself refuses such rows).
std::uint64_t blockTensorBytes(const Shape& shape, const BlockFormat& format);

/// The tensor quantized into blocks and read back. NVFP4's factor of the whole tensor is chosen
/// from its values. Unsupported where the format is decoded only; Cancelled.
Result<Tensor> throughBlocks(const Tensor& tensor, const BlockFormat& format,
                             const Execution& execution = {}, ScaleRule rule = ScaleRule::Floor);

/// A tensor as the bytes of its blocks, row after row.
struct BlockTensor {
    Shape shape;  ///< of the values
    const BlockFormat* format = nullptr;
    BlockOptions options;          ///< what reading them back needs: NVFP4's factor of the tensor
    std::vector<std::byte> bytes;  ///< `bytesPerRow` for each row of the last axis
    std::size_t bytesPerRow = 0;
};

/// Errors as throughBlocks, whose values dequantizing the result gives.
Result<BlockTensor> quantizeToBlocks(const Tensor& tensor, const BlockFormat& format,
                                     const Execution& execution = {},
                                     ScaleRule rule = ScaleRule::Floor);
Result<Tensor> dequantize(const BlockTensor& blocks, const std::string& name,
                          const Execution& execution = {});

}  // namespace zeropoint
