// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/tensor.h"

#include <span>
#include <vector>

namespace zeropoint {

/// SmoothQuant: Xiao, Lin, Seznec, Wu, Demouth, Han 2022, "SmoothQuant: Accurate and Efficient
/// Post-Training Quantization for Large Language Models" (equation 4). Factors of the columns of a
/// layer's input,
///   s_j = max|X_j|^alpha / max|W_j|^(1 - alpha)
/// move the share alpha of the activations' outliers into the weights: (X / s) (W diag(s))^T.
/// inputMagnitudes [in]: max|X_j|; weights [out, in] of all layers that read the input. A column
/// of zeros on either side keeps the factor 1.
std::vector<float> smoothQuantScales(std::span<const float> inputMagnitudes,
                                     std::span<const Tensor> weights, double alpha);

}  // namespace zeropoint
