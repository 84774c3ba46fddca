// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/embedding.h"
#include "core/nn/transformer.h"

#include <algorithm>

namespace zeropoint {
namespace {

constexpr std::uint64_t embeddingSite = 0;

/// The pass as layers see it whose input has `rows` rows a sequence.
Pass withRows(Pass pass, std::size_t rows) {
    pass.sequenceRows = rows;
    return pass;
}

DropoutKey dropoutKey(const Pass& pass, std::size_t firstSequence) {
    return {pass.seed, pass.step, embeddingSite, firstSequence};
}

/// out [sequences, width] = mean over the positions of x [sequences * length, width]
template <typename T>
void poolRows(std::span<const T> x, std::size_t length, std::size_t width, std::span<T> out) {
    const T share = T(1) / static_cast<T>(length);
    std::fill(out.begin(), out.end(), T(0));
    for (std::size_t r = 0; r * width < x.size(); ++r) {
        const T* in = x.data() + r * width;
        T* sum = out.data() + r / length * width;
        for (std::size_t i = 0; i < width; ++i) {
            sum[i] += in[i] * share;
        }
    }
}

/// The gradient of the mean goes to every position in equal parts.
template <typename T>
void poolBackward(std::span<const T> outGradient, std::size_t length, std::size_t width,
                  std::span<T> xGradient) {
    const T share = T(1) / static_cast<T>(length);
    for (std::size_t r = 0; r * width < xGradient.size(); ++r) {
        const T* from = outGradient.data() + r / length * width;
        T* to = xGradient.data() + r * width;
        for (std::size_t i = 0; i < width; ++i) {
            to[i] = from[i] * share;
        }
    }
}

}  // namespace

template <typename T>
AttentionShape Transformer<T>::attentionShape(const ForwardState<T>& state) const {
    return {state.sequences, state.length, m_config.heads, m_config.width, m_config.causal};
}

template <typename T>
void Transformer<T>::embed(const Batch<T>& batch, const Pass& pass, ForwardState<T>& state) const {
    const std::size_t width = m_config.width;
    const std::size_t rows = batch.sequences * batch.length;
    state.embedded = state.arena.template take<T>(rows * width);
    if (m_config.input == InputKind::Tokens) {
        embeddingForward<T>(batch.tokens, batch.length, m_tokenTable, positionTable(), width,
                            state.embedded);
    } else {
        state.patchInput =
            linearForward<T>(m_patch, pass, batch.patches, state.embedded, state.arena);
        addPositions<T>(batch.length, positionTable(), width, state.embedded);
    }
    state.embeddingMask = {};
    if (pass.training && m_config.dropout > 0) {
        state.embeddingMask = state.arena.template take<T>(rows * width);
        dropoutForward(m_config.dropout, dropoutKey(pass, batch.firstSequence),
                       batch.length * width, state.embedded, state.embeddingMask);
    }
}

template <typename T>
void Transformer<T>::readOut(const Pass& pass, ForwardState<T>& state) const {
    const std::size_t rows = state.sequences * state.length;
    const std::size_t width = m_config.width;
    const std::span<const T> x = state.blocks.back().out;
    state.finalNorm = {state.arena.template take<T>(rows), state.arena.template take<T>(rows)};
    state.finalNormOut = state.arena.template take<T>(rows * width);
    normForward<T>(m_config.norm, x, finalNormWeight(), finalNormBias(), state.finalNormOut,
                   state.finalNorm);
    state.headInput = state.finalNormOut;
    if (m_config.pooled) {
        const std::span<T> pooled = state.arena.template take<T>(state.sequences * width);
        poolRows<T>(state.finalNormOut, state.length, width, pooled);
        state.headInput = pooled;
    }
    const std::size_t logitRows = state.headInput.size() / width;
    const std::span<T> logits = state.arena.template take<T>(logitRows * m_config.outputs);
    const Pass own = withRows(pass, m_config.pooled ? 1 : state.length);
    state.headEffectiveInput = linearForward<T>(m_head, own, state.headInput, logits, state.arena);
    state.logits = logits;
}

template <typename T>
void Transformer<T>::forward(const Batch<T>& batch, const Pass& given,
                             ForwardState<T>& state) const {
    const Pass pass = withRows(given, batch.length);
    state.arena.reset();
    state.sequences = batch.sequences;
    state.length = batch.length;
    state.blocks.resize(m_config.layers);
    state.logits = {};
    state.logitsGradient = {};
    embed(batch, pass, state);
    std::span<const T> stream = state.embedded;
    for (std::size_t layer = 0; layer < m_config.layers; ++layer) {
        if (pass.stop.stop_requested()) {
            return;
        }
        state.blocks[layer] =
            blockForward<T>(m_blocks[layer], attentionShape(state), pass,
                            dropoutKey(pass, batch.firstSequence), stream, state.arena);
        stream = state.blocks[layer].out;
    }
    if (!pass.stop.stop_requested()) {
        readOut(pass, state);
    }
}

template <typename T>
Score Transformer<T>::score(const Batch<T>& batch, ForwardState<T>& state, T gradientScale) const {
    if (state.logits.empty()) {
        return {};  // the forward pass was stopped
    }
    if (gradientScale != T(0)) {
        state.logitsGradient = state.arena.template take<T>(state.logits.size());
    }
    const std::size_t length = m_config.pooled ? 1 : batch.length;
    return crossEntropy<T>(state.logits, batch.targets, m_config.outputs, length, gradientScale,
                           state.logitsGradient);
}

template <typename T>
std::span<T> Transformer<T>::wanted(std::size_t index, std::span<T> gradients) const {
    if (index == none || !m_parameters.entries()[index].trainable) {
        return {};
    }
    return m_parameters.slice(gradients, index);
}

template <typename T>
LinearGradient<T> Transformer<T>::linearGradient(const LinearIndex& index,
                                                 std::span<T> gradients) const {
    LinearGradient<T> gradient{wanted(index.weight, gradients), wanted(index.bias, gradients), {}};
    if (const Attached* attached = attachedTo(index.weight); attached != nullptr) {
        gradient.own = ownOf(*attached, gradients);
        if (attached->attachment->changesWeight()) {
            // A frozen master still passes its gradient on to what makes the effective weight.
            gradient.weight = m_parameters.slice(gradients, index.weight);
        }
    }
    return gradient;
}

template <typename T>
BlockGradient<T> Transformer<T>::blockGradient(const BlockIndex& index,
                                               std::span<T> gradients) const {
    return {wanted(index.norm1.weight, gradients), wanted(index.norm1.bias, gradients),
            wanted(index.norm2.weight, gradients), wanted(index.norm2.bias, gradients),
            linearGradient(index.q, gradients),    linearGradient(index.k, gradients),
            linearGradient(index.v, gradients),    linearGradient(index.o, gradients),
            linearGradient(index.ff1, gradients),  linearGradient(index.ff2, gradients)};
}

template <typename T>
std::span<T> Transformer<T>::readOutBackward(const Pass& pass, ForwardState<T>& state,
                                             std::span<T> gradients) const {
    Arena& arena = state.arena;
    const std::size_t size = state.finalNormOut.size();
    const std::span<T> head = arena.template take<T>(state.headInput.size());
    const Pass own = withRows(pass, m_config.pooled ? 1 : state.length);
    linearBackward<T>(m_head, own, state.headInput, state.headEffectiveInput, state.logitsGradient,
                      head, Store::Replace, linearGradient(m_headIndex, gradients), arena);
    std::span<T> norm = head;
    if (m_config.pooled) {
        norm = arena.template take<T>(size);
        poolBackward<T>(head, state.length, m_config.width, norm);
    }
    const std::span<T> stream = arena.template takeZero<T>(size);
    normBackward<T>(m_config.norm, state.blocks.back().out, finalNormWeight(), state.finalNorm,
                    norm, stream, wanted(m_finalNorm.weight, gradients),
                    wanted(m_finalNorm.bias, gradients));
    return stream;
}

template <typename T>
void Transformer<T>::embedBackward(const Batch<T>& batch, const Pass& pass, ForwardState<T>& state,
                                   std::span<T> stream, std::span<T> gradients) const {
    if (!state.embeddingMask.empty()) {
        dropoutBackward<T>(state.embeddingMask, stream);
    }
    if (const std::span<T> positions = wanted(m_positions, gradients); !positions.empty()) {
        positionBackward<T>(batch.length, m_config.width, stream, positions);
    }
    if (m_config.input == InputKind::Patches) {
        linearBackward<T>(m_patch, pass, batch.patches, state.patchInput, stream, {},
                          Store::Replace, linearGradient(m_patchIndex, gradients), state.arena);
        return;
    }
    const std::span<T> table = linearGradient({m_tokens, none}, gradients).weight;
    if (!table.empty()) {
        tokenBackward<T>(batch.tokens, m_config.width, stream, table);
    }
}

template <typename T>
void Transformer<T>::backward(const Batch<T>& batch, const Pass& given, ForwardState<T>& state,
                              std::span<T> gradients) const {
    const Pass pass = withRows(given, batch.length);
    if (state.logitsGradient.empty()) {
        return;  // the forward pass was stopped
    }
    const std::span<T> stream = readOutBackward(pass, state, gradients);
    for (std::size_t layer = m_config.layers; layer-- > 0;) {
        if (pass.stop.stop_requested()) {
            return;
        }
        blockBackward<T>(m_blocks[layer], attentionShape(state), pass, state.blocks[layer], stream,
                         blockGradient(m_blockIndices[layer], gradients), state.arena);
    }
    embedBackward(batch, pass, state, stream, gradients);
}

// Member by member: the other members are defined, and instantiated, in transformer.cpp.
#define ZEROPOINT_INSTANTIATE(T)                                                                 \
    template AttentionShape Transformer<T>::attentionShape(const ForwardState<T>&) const;        \
    template void Transformer<T>::embed(const Batch<T>&, const Pass&, ForwardState<T>&) const;   \
    template void Transformer<T>::embedBackward(const Batch<T>&, const Pass&, ForwardState<T>&,  \
                                                std::span<T>, std::span<T>) const;               \
    template void Transformer<T>::readOut(const Pass&, ForwardState<T>&) const;                  \
    template std::span<T> Transformer<T>::readOutBackward(const Pass&, ForwardState<T>&,         \
                                                          std::span<T>) const;                   \
    template std::span<T> Transformer<T>::wanted(std::size_t, std::span<T>) const;               \
    template LinearGradient<T> Transformer<T>::linearGradient(const LinearIndex&, std::span<T>)  \
        const;                                                                                   \
    template BlockGradient<T> Transformer<T>::blockGradient(const BlockIndex&, std::span<T>)     \
        const;                                                                                   \
    template void Transformer<T>::forward(const Batch<T>&, const Pass&, ForwardState<T>&) const; \
    template Score Transformer<T>::score(const Batch<T>&, ForwardState<T>&, T) const;            \
    template void Transformer<T>::backward(const Batch<T>&, const Pass&, ForwardState<T>&,       \
                                           std::span<T>) const;
ZEROPOINT_INSTANTIATE(float)
ZEROPOINT_INSTANTIATE(double)
#undef ZEROPOINT_INSTANTIATE

}  // namespace zeropoint
