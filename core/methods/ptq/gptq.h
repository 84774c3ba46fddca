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

/// GPTQ: Frantar, Ashkboos, Hoefler, Alistarh 2022, "GPTQ: Accurate Post-Training Quantization for
/// Generative Pre-trained Transformers" (algorithm 1). Columns are rounded one after the other;
/// what column i loses is made up for by the columns that follow:
///   U = upper Cholesky factor of the inverse of H + damping * mean(diag H) * I
///   e_i = (w_i - q_i) / U_ii;   w_j -= e_i U_ij for j > i
/// in blocks of columns, so that most of the work is matrix products. Scales and zero points are
/// those of round-to-nearest on the weight as it was ("static groups"), which lets columns be taken
/// in any order: by falling diagonal of H with actOrder.
///
/// weight [out, in]; hessian [in, in], symmetric, as inputHessian gives it. Columns that no input
/// reaches (zero diagonal) are rounded to nearest. Block formats are refused, as is a Hessian of
/// another size or one that is not positive definite even when damped: InvalidArgument. Cancelled.
/// Rows are independent and shared out to the threads: the same codes on any number.
Result<QuantizedWeight> gptqWeight(const Tensor& weight, const QuantScheme& scheme,
                                   std::span<const double> hessian, const GptqSettings& settings,
                                   const Execution& execution = {});

}  // namespace zeropoint
