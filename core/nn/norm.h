// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace zeropoint {

enum class NormKind {
    LayerNorm,  ///< (x - mean) / sqrt(var + eps) * weight + bias, var biased (Ba et al. 2016)
    RmsNorm,    ///< x / sqrt(mean(x^2) + eps) * weight (Zhang and Sennrich 2019); no bias
};

constexpr double normEpsilon = 1e-5;

/// Shapes: x, y and their gradients [rows, width]; weight, bias [width]; kept numbers [rows].

/// What the backward pass needs of the forward pass. RmsNorm leaves `mean` unused.
template <typename T>
struct NormKept {
    std::span<T> mean;         ///< [rows]
    std::span<T> inverseRoot;  ///< [rows] 1 / sqrt(var + eps)
};

template <typename T>
void normForward(NormKind kind, std::span<const T> x, std::span<const T> weight,
                 std::span<const T> bias, std::span<T> y, const NormKept<T>& kept);

/// xGradient += the gradient that flows through the norm (residual paths add up there);
/// weightGradient, biasGradient += theirs (empty: not wanted).
template <typename T>
void normBackward(NormKind kind, std::span<const T> x, std::span<const T> weight,
                  const NormKept<T>& kept, std::span<const T> yGradient, std::span<T> xGradient,
                  std::span<T> weightGradient, std::span<T> biasGradient);

}  // namespace zeropoint
