// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/onnx_graph_private.h"
#include "core/methods/recipe/quantized_layer.h"
#include "core/support/error.h"

#include <string>

namespace zeropoint {

inline constexpr int plainOpset = 17;    ///< LayerNormalization
inline constexpr int blockedOpset = 21;  ///< DequantizeLinear in blocks, 4-bit codes

/// What keeps a site out of QuantizeLinear and DequantizeLinear: InvalidArgument with the site and
/// the part. `dequantized`: its weight is written as values, so that only its inputs matter.
Result<void> checkForOnnx(const QuantizedSite& site, bool dequantized);

/// The opset that the weight of a site needs.
int opsetOf(const QuantizedWeight& weight);

/// The weight's codes, scales and zero points as initializers and the value that they stand for,
/// [out, in]. A site that checkForOnnx passes.
std::string addWeight(OnnxGraph& graph, const std::string& name, const QuantizedWeight& weight);

/// x through the division by the site's column factors and its static quantizer.
std::string addInput(OnnxGraph& graph, const QuantizedSite& site, std::string x, bool quantizes);

}  // namespace zeropoint
