// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/recipe/quant_recipe.h"
#include "core/methods/recipe/quantized_weight.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <span>

namespace zeropoint {

/// AdaRound: Nagel, Amjad, van Baalen, Louizos, Blankevoort 2020, "Up or Down? Adaptive Rounding
/// for Post-Training Quantization". Each weight chooses between the code below and the code above:
///   w~ = scale * clamp(floor(w / scale) + h(v)),  h(v) = clamp(1.2 sigmoid(v) - 0.1, 0, 1)
/// v is learned by Adam on (w~ - w) H (w~ - w)^T / 2, the layer's mean squared output error, plus
/// regularization * sum 1 - |2 h(v) - 1|^b, where b falls from 20 to 2 after a first fifth without
/// it and pushes every h to 0 or 1. The output error is taken relative to that of
/// round-to-nearest, so that one regularization suits every layer. A row whose learned codes err
/// more than the nearest ones at the output keeps the nearest.
///
/// weight [out, in], scheme an integer format, hessian [in, in] (inputHessian). Scales and zero
/// points are those of round-to-nearest. InvalidArgument, Unsupported for other formats, Cancelled.
Result<QuantizedWeight> adaRoundWeight(const Tensor& weight, const QuantScheme& scheme,
                                       std::span<const double> hessian,
                                       const AdaRoundSettings& settings,
                                       const Execution& execution = {});

}  // namespace zeropoint
