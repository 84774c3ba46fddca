// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace zeropoint {

// A layer's activations X (rows x inner) and weights W (inner x columns), both rank 2, whose
// product is what matters; remedies against outliers side by side.

/// A copy of a tensor with one value replaced.
Result<Tensor> plantOutlier(const Tensor& tensor, std::size_t index, float value);

/// A copy of a rank-2 tensor with column `channel` multiplied by `gain`.
Result<Tensor> plantOutlierChannel(const Tensor& tensor, std::size_t channel, float gain);

/// X and W after an exchange that leaves X W as it was (up to float32 rounding).
struct EqualizedPair {
    Tensor activations;
    Tensor weights;
    std::vector<double>
        factors;  ///< what each inner channel of X was divided by; empty: a rotation
};

/// SmoothQuant (Xiao et al. 2023): X_j / s_j and s_j W_j with s_j = max|X_j|^alpha / max|W_j|^(1 -
/// alpha); channels without a value keep 1. alpha in [0, 1].
Result<EqualizedPair> smooth(const Tensor& activations, const Tensor& weights, double alpha = 0.5);

/// X H and H^T W with H the normalised Hadamard matrix of Sylvester's construction times random
/// signs (QuaRot, SpinQuant): an outlier is spread over all channels. The inner dimension must be
/// a power of two: else InvalidArgument.
Result<EqualizedPair> rotate(const Tensor& activations, const Tensor& weights,
                             std::uint64_t seed = 0);

/// Hadamard transform of one vector in place, normalised so that it is its own inverse. The size
/// must be a power of two.
void hadamardTransform(std::span<float> values);

/// PerGroup: scales for stretches of remedyGroup values along the inner dimension of both matrices,
/// which is along the rows of X and down the columns of W.
enum class Remedy { PerTensor, PerToken, PerChannelWeights, PerGroup, Clipping, Smooth, Rotation };
inline constexpr std::int64_t remedyGroup = 32;

struct RemedyResult {
    Remedy remedy;
    double activationSqnrDb = 0;
    double weightSqnrDb = 0;
    double outputSqnrDb = 0;  ///< of X W against the exact product
};

/// Every remedy under the scheme's format: of those that are a choice of scales or ranges only
/// PerTensor where the format has none (blocks, plain casts), which is the format as it is.
/// Rotation is left out where the inner dimension is no power of two.
Result<std::vector<RemedyResult>> compareRemedies(const Tensor& activations, const Tensor& weights,
                                                  const QuantScheme& scheme,
                                                  const Execution& execution = {});

}  // namespace zeropoint
