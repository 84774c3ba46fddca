// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace zeropoint {

/// Multi-head scaled dot-product attention (Vaswani et al. 2017). Shape letters: S sequences of
/// L positions, H heads of width/H values. Row s * L + t is position t of sequence s; head h owns
/// the columns h * width/H onward.
struct AttentionShape {
    std::size_t sequences;
    std::size_t length;
    std::size_t heads;
    std::size_t width;
    bool causal;  ///< position t sees positions 0..t only

    std::size_t headWidth() const { return width / heads; }
    std::size_t rows() const { return sequences * length; }
    std::size_t probabilityCount() const { return sequences * heads * length * length; }
};

/// q, k, v [S*L, width] -> out [S*L, width]; probabilities [S, H, L, L] are kept for the backward
/// pass and for looking at: softmax(q k^T / sqrt(width/H)), exactly 0 where a position must not
/// see.
template <typename T>
void attentionForward(const AttentionShape& shape, std::span<const T> q, std::span<const T> k,
                      std::span<const T> v, std::span<T> probabilities, std::span<T> out);

/// Gradient of out -> gradients of q, k, v (replaced). scratch [L, L].
template <typename T>
void attentionBackward(const AttentionShape& shape, std::span<const T> q, std::span<const T> k,
                       std::span<const T> v, std::span<const T> probabilities,
                       std::span<const T> outGradient, std::span<T> qGradient,
                       std::span<T> kGradient, std::span<T> vGradient, std::span<T> scratch);

/// Softmax of a row's first `seen` values, in place; the rest become 0.
template <typename T>
void softmaxRow(std::span<T> row, std::size_t seen);

}  // namespace zeropoint
