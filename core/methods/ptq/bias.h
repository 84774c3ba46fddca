// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/ptq/site_inputs.h"
#include "core/methods/recipe/quant_recipe.h"
#include "core/methods/recipe/quantized_layer.h"

#include <span>
#include <vector>

namespace zeropoint {

/// Bias correction (Nagel, van Baalen, Blankevoort, Welling 2019, "Data-Free Quantization Through
/// Weight Equalization and Bias Correction", section 4.2, with the input's mean measured instead
/// of derived): rounding moves the mean of a layer's outputs by W' E[x'] - W E[x]; taking that
/// away from the bias puts the mean back where it was.
/// master [out, in]; returns what to add to the bias [out].
std::vector<float> biasCorrection(std::span<const float> master, const QuantizedSite& site,
                                  const SiteInput& input);

/// A bias as integer hardware adds it to its accumulator: whole multiples, 32 bits wide, of
/// (weight scale of the output's channel) * (input scale). See integer_matmul.h.
std::vector<float> integerBias(std::span<const float> bias, const QuantizedSite& site);

}  // namespace zeropoint
