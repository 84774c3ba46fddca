// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/recipe/quant_recipe.h"
#include "core/methods/recipe/quantized_weight.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

namespace zeropoint {

/// HQQ: Badri and Shaji 2023, "Half-Quadratic Quantization of Large Machine Learning Models". Needs
/// no data: finds the real zero point z of each unit that makes x' = scale * (q - z) err least in
/// the norm |e|^p, p < 1, which forgives a few large errors. Scales are those of the unit's own
/// extremes (not widened to 0); in turns
///   e = shrink(w - x'), sign(x) max(0, |x| - |x|^(p-1) / beta)
///   z = mean over the unit of q - (w - e) / scale, then q = round(w / scale + z)
/// with beta growing from 10 by 1 per cent. Each unit keeps its best turn, the start included.
///
/// scheme: an integer format; its symmetry and range method are not read. Scales and zero points
/// are rounded to its scale format (FP32 for E8M0 and Double zero points). Unsupported for other
/// formats, Cancelled.
Result<QuantizedWeight> hqqWeight(const Tensor& weight, const QuantScheme& scheme,
                                  const HqqSettings& settings, const Execution& execution = {});

}  // namespace zeropoint
