// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/recipe/quant_recipe.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <span>
#include <vector>

namespace zeropoint {

/// A quantized layer whose columns AWQ scales, whatever method makes its codes.
struct AwqLayer {
    Tensor weight;  ///< [out, in]
    QuantScheme scheme;
};

/// AWQ: Lin, Tang, Tang, Yang, Dang, Han 2023, "AWQ: Activation-aware Weight Quantization for LLM
/// Compression and Acceleration". Columns that large inputs meet are scaled up before rounding and
/// so err less: s_j = mean|X_j|^a, divided by sqrt(max s * min s), with the exponent a in [0, 1)
/// that makes the layers' mean squared output error least. a = 0 is round-to-nearest, so AWQ is
/// never worse than it on the calibration rows. magnitudes [in]: mean|X_j|; hessian [in, in] of the
/// same rows; all layers read the same input. half: factors are such as FP16 holds. Fails as
/// roundWeight does; Cancelled.
Result<std::vector<float>> awqScales(std::span<const AwqLayer> layers,
                                     std::span<const float> magnitudes,
                                     std::span<const double> hessian, const AwqSettings& settings,
                                     bool half, const Execution& execution = {});

/// W diag(s), s [in].
Tensor scaleColumns(const Tensor& weight, std::span<const float> scales);

}  // namespace zeropoint
