// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/arena.h"
#include "core/nn/linear_attachment.h"
#include "core/nn/matrix_product.h"

#include <cstddef>
#include <span>

namespace zeropoint {

/// One linear layer as a pass sees it: y = x W^T + b. Shapes: x [rows, in], y [rows, out],
/// weight [out, in] (the effective one when something is attached), bias [out] or empty.
template <typename T>
struct Linear {
    std::span<const T> weight;
    std::span<const T> bias;
    std::size_t in = 0;
    std::size_t out = 0;
    LinearAttachment<T>* attachment = nullptr;  ///< null: none
    OwnSpans<const T> own;
};

/// Where the gradients of a layer's parameters are added; an empty span is not computed.
template <typename T>
struct LinearGradient {
    std::span<T> weight;  ///< of the effective weight
    std::span<T> bias;
    OwnSpans<T> own;
};

/// Writes y; returns the input that the product used (x itself, or what the attachment made of
/// it, kept in the arena): the backward pass wants it.
template <typename T>
std::span<const T> linearForward(const Linear<T>& layer, const Pass& pass, std::span<const T> x,
                                 std::span<T> y, Arena& arena);

/// xGradient (empty: not wanted) is replaced or added to; gradient's spans are added to.
/// `effective` is what linearForward returned for this x.
template <typename T>
void linearBackward(const Linear<T>& layer, const Pass& pass, std::span<const T> x,
                    std::span<const T> effective, std::span<const T> yGradient,
                    std::span<T> xGradient, Store store, const LinearGradient<T>& gradient,
                    Arena& arena);

}  // namespace zeropoint
