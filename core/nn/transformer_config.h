// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/activation.h"
#include "core/nn/norm.h"
#include "core/support/error.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace zeropoint {

enum class InputKind {
    Tokens,   ///< symbols of a vocabulary, looked up in an embedding table
    Patches,  ///< rows of `patchSize` numbers (an image cut into squares), embedded by a linear
              ///< layer
};

/// Everything that a transformer's shape depends on. Pre-norm blocks:
///   x = embed(input) + positions;  per block  x += O attn(norm1 x);  x += ff2 act(ff1 norm2 x);
///   logits = head(final norm(x)), of the mean over the positions when pooled.
struct TransformerConfig {
    InputKind input = InputKind::Tokens;
    std::size_t vocabulary = 64;  ///< Tokens: symbols that may come in
    std::size_t patchSize = 4;    ///< Patches: numbers in a patch
    std::size_t context = 64;     ///< most positions of a sequence
    std::size_t outputs = 64;     ///< logits of a position, or of a sequence when pooled
    std::size_t layers = 2;
    std::size_t width = 32;
    std::size_t heads = 4;
    std::size_t mlpRatio = 4;  ///< the MLP's hidden width is mlpRatio * width
    bool causal = true;
    bool tiedHead = false;  ///< the head's weight is the embedding table
    bool pooled = false;
    NormKind norm = NormKind::LayerNorm;
    ActivationKind activation = ActivationKind::Gelu;
    double dropout = 0;  ///< of the embedding and of both residual branches

    std::size_t mlpWidth() const { return mlpRatio * width; }
    bool operator==(const TransformerConfig&) const = default;
};

/// Says what does not fit: a width that the heads do not divide, zero layers, a tied head whose
/// outputs differ from the vocabulary, sizes above the limits (width 1024, 48 layers, context
/// 4096, vocabulary 65,536, and 200 million parameters in all).
Result<void> validate(const TransformerConfig& config);

/// Parameters that a model of this configuration has (a valid one).
std::size_t parameterCount(const TransformerConfig& config);

/// One JSON object; the form that checkpoints carry.
std::string toJson(const TransformerConfig& config);
/// Reads what toJson wrote, and validates it.
Result<TransformerConfig> transformerConfigFromJson(std::string_view text);

}  // namespace zeropoint
