// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/block.h"

#include <algorithm>

namespace zeropoint {
namespace {

constexpr std::uint64_t sitesPerBlock = 2;

template <typename T>
void addTo(std::span<const T> from, std::span<T> to) {
    for (std::size_t i = 0; i < to.size(); ++i) {
        to[i] += from[i];
    }
}

template <typename T>
NormKept<T> takeNormKept(std::size_t rows, Arena& arena) {
    return {arena.take<T>(rows), arena.take<T>(rows)};
}

/// Drops values of a residual branch; returns the mask (empty when nothing is dropped).
template <typename T>
std::span<T> dropBranch(const Block<T>& block, const AttentionShape& shape, const Pass& pass,
                        DropoutKey key, std::uint64_t site, std::span<T> branch, Arena& arena) {
    if (!pass.training || block.dropout == 0) {
        return {};
    }
    key.site = 1 + block.index * sitesPerBlock + site;  // site 0 is the embedding
    const std::span<T> mask = arena.take<T>(branch.size());
    dropoutForward(block.dropout, key, shape.length * shape.width, branch, mask);
    return mask;
}

/// Gradient of a branch before its dropout: the stream itself, or a masked copy.
template <typename T>
std::span<const T> branchGradient(std::span<const T> mask, std::span<T> stream, Arena& arena) {
    if (mask.empty()) {
        return stream;
    }
    const std::span<T> masked = arena.take<T>(stream.size());
    std::copy(stream.begin(), stream.end(), masked.begin());
    dropoutBackward(mask, masked);
    return masked;
}

template <typename T>
void attentionBranch(const Block<T>& block, const AttentionShape& shape, const Pass& pass,
                     const DropoutKey& key, BlockKept<T>& kept, Arena& arena) {
    const std::size_t size = kept.input.size();
    kept.norm1 = takeNormKept<T>(shape.rows(), arena);
    kept.norm1Out = arena.take<T>(size);
    normForward<T>(block.norm, kept.input, block.norm1Weight, block.norm1Bias, kept.norm1Out,
                   kept.norm1);
    kept.q = arena.take<T>(size);
    kept.k = arena.take<T>(size);
    kept.v = arena.take<T>(size);
    kept.qInput = linearForward<T>(block.q, pass, kept.norm1Out, kept.q, arena);
    kept.kInput = linearForward<T>(block.k, pass, kept.norm1Out, kept.k, arena);
    kept.vInput = linearForward<T>(block.v, pass, kept.norm1Out, kept.v, arena);
    kept.probabilities = arena.take<T>(shape.probabilityCount());
    kept.context = arena.take<T>(size);
    if (pass.stop.stop_requested()) {
        return;
    }
    attentionForward<T>(shape, kept.q, kept.k, kept.v, kept.probabilities, kept.context);
    kept.afterAttention = arena.take<T>(size);
    kept.oInput = linearForward<T>(block.o, pass, kept.context, kept.afterAttention, arena);
    kept.attentionMask = dropBranch(block, shape, pass, key, 0, kept.afterAttention, arena);
    addTo<T>(kept.input, kept.afterAttention);
}

template <typename T>
void mlpBranch(const Block<T>& block, const AttentionShape& shape, const Pass& pass,
               const DropoutKey& key, BlockKept<T>& kept, Arena& arena) {
    const std::size_t size = kept.input.size();
    const std::size_t hiddenSize = shape.rows() * block.ff1.out;
    kept.norm2 = takeNormKept<T>(shape.rows(), arena);
    kept.norm2Out = arena.take<T>(size);
    normForward<T>(block.norm, kept.afterAttention, block.norm2Weight, block.norm2Bias,
                   kept.norm2Out, kept.norm2);
    kept.hidden = arena.take<T>(hiddenSize);
    kept.ff1Input = linearForward<T>(block.ff1, pass, kept.norm2Out, kept.hidden, arena);
    kept.activated = arena.take<T>(hiddenSize);
    kept.derivative = arena.take<T>(pass.training ? hiddenSize : 0);
    activationForward<T>(block.activation, kept.hidden, kept.activated, kept.derivative);
    kept.out = arena.take<T>(size);
    kept.ff2Input = linearForward<T>(block.ff2, pass, kept.activated, kept.out, arena);
    kept.mlpMask = dropBranch(block, shape, pass, key, 1, kept.out, arena);
    addTo<T>(kept.afterAttention, kept.out);
}

template <typename T>
void mlpBackward(const Block<T>& block, const AttentionShape& shape, const Pass& pass,
                 const BlockKept<T>& kept, std::span<T> stream, const BlockGradient<T>& gradient,
                 Arena& arena) {
    const Arena::Mark mark = arena.mark();
    const std::span<const T> branch = branchGradient<T>(kept.mlpMask, stream, arena);
    const std::span<T> hidden = arena.take<T>(shape.rows() * block.ff1.out);
    linearBackward<T>(block.ff2, pass, kept.activated, kept.ff2Input, branch, hidden,
                      Store::Replace, gradient.ff2, arena);
    activationBackward<T>(kept.derivative, hidden);
    const std::span<T> norm = arena.take<T>(stream.size());
    linearBackward<T>(block.ff1, pass, kept.norm2Out, kept.ff1Input, hidden, norm, Store::Replace,
                      gradient.ff1, arena);
    normBackward<T>(block.norm, kept.afterAttention, block.norm2Weight, kept.norm2, norm, stream,
                    gradient.norm2Weight, gradient.norm2Bias);
    arena.release(mark);
}

template <typename T>
void attentionBranchBackward(const Block<T>& block, const AttentionShape& shape, const Pass& pass,
                             const BlockKept<T>& kept, std::span<T> stream,
                             const BlockGradient<T>& gradient, Arena& arena) {
    const Arena::Mark mark = arena.mark();
    const std::span<const T> branch = branchGradient<T>(kept.attentionMask, stream, arena);
    const std::size_t size = stream.size();
    const std::span<T> context = arena.take<T>(size);
    linearBackward<T>(block.o, pass, kept.context, kept.oInput, branch, context, Store::Replace,
                      gradient.o, arena);
    const std::span<T> q = arena.take<T>(size);
    const std::span<T> k = arena.take<T>(size);
    const std::span<T> v = arena.take<T>(size);
    if (pass.stop.stop_requested()) {
        return;
    }
    attentionBackward<T>(shape, kept.q, kept.k, kept.v, kept.probabilities, context, q, k, v,
                         arena.take<T>(shape.length * shape.length));
    const std::span<T> norm = arena.take<T>(size);
    linearBackward<T>(block.q, pass, kept.norm1Out, kept.qInput, q, norm, Store::Replace,
                      gradient.q, arena);
    linearBackward<T>(block.k, pass, kept.norm1Out, kept.kInput, k, norm, Store::Add, gradient.k,
                      arena);
    linearBackward<T>(block.v, pass, kept.norm1Out, kept.vInput, v, norm, Store::Add, gradient.v,
                      arena);
    normBackward<T>(block.norm, kept.input, block.norm1Weight, kept.norm1, norm, stream,
                    gradient.norm1Weight, gradient.norm1Bias);
    arena.release(mark);
}

}  // namespace

template <typename T>
BlockKept<T> blockForward(const Block<T>& block, const AttentionShape& shape, const Pass& pass,
                          const DropoutKey& key, std::span<const T> input, Arena& arena) {
    BlockKept<T> kept;
    kept.input = input;
    attentionBranch(block, shape, pass, key, kept, arena);
    if (!pass.stop.stop_requested()) {
        mlpBranch(block, shape, pass, key, kept, arena);
    }
    return kept;
}

template <typename T>
void blockBackward(const Block<T>& block, const AttentionShape& shape, const Pass& pass,
                   const BlockKept<T>& kept, std::span<T> stream, const BlockGradient<T>& gradient,
                   Arena& arena) {
    mlpBackward(block, shape, pass, kept, stream, gradient, arena);
    attentionBranchBackward(block, shape, pass, kept, stream, gradient, arena);
}

#define ZEROPOINT_INSTANTIATE(T)                                                               \
    template BlockKept<T> blockForward<T>(const Block<T>&, const AttentionShape&, const Pass&, \
                                          const DropoutKey&, std::span<const T>, Arena&);      \
    template void blockBackward<T>(const Block<T>&, const AttentionShape&, const Pass&,        \
                                   const BlockKept<T>&, std::span<T>, const BlockGradient<T>&, \
                                   Arena&);
ZEROPOINT_INSTANTIATE(float)
ZEROPOINT_INSTANTIATE(double)
#undef ZEROPOINT_INSTANTIATE

}  // namespace zeropoint
