// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/block_format.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <cstdint>

namespace zeropoint {

/// Blocks lie along the last axis and start anew in each row; zeros pad the last block of a row
/// whose length is no multiple of the block (ggml itself refuses such rows).
std::uint64_t blockTensorBytes(const Shape& shape, const BlockFormat& format);

/// The tensor quantized into blocks and read back. NVFP4's factor of the whole tensor is chosen
/// from its values. Unsupported where the format is decoded only; Cancelled.
Result<Tensor> throughBlocks(const Tensor& tensor, const BlockFormat& format,
                             const Execution& execution = {});

}  // namespace zeropoint
