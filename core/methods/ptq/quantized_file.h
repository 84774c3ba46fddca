// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/ptq/ptq.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstdint>
#include <string>

namespace zeropoint {

/// Writes a quantized model as a .safetensors file whose tensors take exactly
/// `quantized.size.bytes()` bytes. A site S has
///   S.weight.codes (U8, packed), .scale, .zero_point (U8, packed)
///   .scale_codes (F8_E4M3), .second_scale and .scale_mean (F32) instead of .scale under double
///   quantization: scale = code * second_scale + scale_mean
///   .real_zero instead of .zero_point for HQQ
///   S.weight.blocks (U8) and .tensor_scale (F32, NVFP4) for block formats
///   S.input_scale (F16), S.input.scale and S.input.zero_point
///   S.bias_codes (I32) for integer biases
/// and everything else stands under its own name in the format of the rest. The recipe and the
/// model's configuration are metadata. Returns the size of the file; errors as writeWeights.
Result<std::uint64_t> writeQuantizedModel(const std::string& path, const QuantizedModel& quantized,
                                          const Execution& execution = {});

}  // namespace zeropoint
