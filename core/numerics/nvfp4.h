// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace zeropoint {

/// The FP32 factor of a whole NVFP4 tensor: amax / (448 * 6), so that the block with the largest
/// value gets the largest E4M3 scale. Finite values count; 1 when all are zero.
/// Give it to BlockOptions::tensorScale when quantizing and again when reading.
float nvfp4TensorScale(std::span<const float> values);

}  // namespace zeropoint
