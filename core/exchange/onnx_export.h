// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/recipe/quantized_layer.h"
#include "core/nn/transformer.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace zeropoint {

/// A model on its way into an ONNX file.
struct OnnxSource {
    const Transformer<float>* model = nullptr;  ///< its parameters; nothing attached is looked at
    /// What quantization made of its sites (QuantizedModel::sites); empty: all in FP32.
    std::span<const std::shared_ptr<const QuantizedSite>> sites = {};
    /// Weights as the values that are read back, in FP32, instead of codes; activations likewise.
    bool dequantized = false;
    std::vector<std::pair<std::string, std::string>> metadata = {};
};

struct OnnxReport {
    std::uint64_t bytes = 0;      ///< of the file
    int opset = 0;                ///< 17, or 21 where weights need its 4-bit codes or blocks
    std::size_t weights = 0;      ///< that are codes behind a DequantizeLinear
    std::size_t activations = 0;  ///< that pass QuantizeLinear and DequantizeLinear
};

/// Writes the graph that maps "input" (int64 tokens [batch, length], or float32 patches [batch,
/// length, patch]) to "logits" ([batch, length, outputs], or [batch, outputs] when pooled); batch
/// and length are free up to the model's context. Parameters keep their names and shapes.
///
/// A quantized weight is its codes behind a DequantizeLinear with the scales and zero points of its
/// units: integers of up to 8 bits, per tensor, channel or (opset 21) group. A static activation
/// passes QuantizeLinear and DequantizeLinear, clipped first where its codes are fewer than those
/// of the byte that holds them.
/// InvalidArgument, naming the site and the part, for what these operators cannot hold: formats
/// that are not integers of up to 8 bits, real zero points (HQQ), ranges found anew while running,
/// quantized keys and values. WriteFailed as AtomicFile.
Result<OnnxReport> writeOnnx(const std::string& path, const OnnxSource& source,
                             const Execution& execution = {});

}  // namespace zeropoint
