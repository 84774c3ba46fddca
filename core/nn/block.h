// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/activation.h"
#include "core/nn/attention.h"
#include "core/nn/dropout.h"
#include "core/nn/linear.h"
#include "core/nn/norm.h"

#include <span>

namespace zeropoint {

/// Shapes of this file: R = sequences * length rows, D = width, F = MLP width; every span of the
/// residual stream is [R, D].

/// The parameters of one pre-norm block as a pass sees them.
template <typename T>
struct Block {
    NormKind norm = NormKind::LayerNorm;
    ActivationKind activation = ActivationKind::Gelu;
    double dropout = 0;
    std::size_t index = 0;  ///< its place in the model: dropout draws other numbers in each
    std::span<const T> norm1Weight, norm1Bias, norm2Weight, norm2Bias;
    Linear<T> q, k, v, o, ff1, ff2;
};

/// Where the gradients of a block's parameters are added; empty spans are not computed.
template <typename T>
struct BlockGradient {
    std::span<T> norm1Weight, norm1Bias, norm2Weight, norm2Bias;
    LinearGradient<T> q, k, v, o, ff1, ff2;
};

/// What the forward pass keeps: for the backward pass, and for whoever wants to look.
template <typename T>
struct BlockKept {
    std::span<const T> input;
    NormKept<T> norm1, norm2;
    std::span<T> norm1Out, q, k, v;
    std::span<T> probabilities;  ///< [sequences, heads, length, length]
    std::span<T> context;        ///< attention's output before O
    std::span<T> afterAttention, norm2Out;
    std::span<T> hidden;      ///< [R, F] ff1's output
    std::span<T> activated;   ///< [R, F]
    std::span<T> derivative;  ///< [R, F] of the activation; training only
    std::span<T> out;
    std::span<T> attentionMask, mlpMask;  ///< dropout's factors; training with dropout only
    std::span<const T> qInput, kInput, vInput, oInput, ff1Input,
        ff2Input;  ///< what the products used
};

/// Keeps everything in the arena.
template <typename T>
BlockKept<T> blockForward(const Block<T>& block, const AttentionShape& shape, const Pass& pass,
                          const DropoutKey& key, std::span<const T> input, Arena& arena);

/// stream: gradient of the block's output -> gradient of its input, in place.
template <typename T>
void blockBackward(const Block<T>& block, const AttentionShape& shape, const Pass& pass,
                   const BlockKept<T>& kept, std::span<T> stream, const BlockGradient<T>& gradient,
                   Arena& arena);

}  // namespace zeropoint
