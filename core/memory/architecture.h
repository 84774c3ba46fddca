// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace zeropoint {

/// What mixes tokens in a layer, by the letter that layer patterns use.
enum class LayerKind : char {
    Full = 'F',        ///< attention over the whole context
    Window = 'S',      ///< attention over a sliding window
    Chunk = 'C',       ///< attention within chunks of the window's length
    DeltaRule = 'L',   ///< gated delta rule: a state of fixed size, no cache
    StateSpace = 'M',  ///< Mamba: a state of fixed size, no cache
};
bool isAttention(LayerKind kind);
/// Keeps no more than a window of the context.
bool isWindowed(LayerKind kind);

/// Multi-head latent attention (DeepSeek-V2, 2024): keys and values are made of one short row.
struct LatentAttention {
    std::int64_t kvRank = 0;
    std::int64_t qRank = 0;  ///< 0: queries come straight from the hidden state
    std::int64_t ropeDim = 0;
    std::int64_t nopeDim = 0;
    std::int64_t valueDim = 0;
};

/// Heads of the full layers where they differ from those of the windowed ones.
struct FullLayerHeads {
    std::int64_t kvHeads = 0;
    std::int64_t headDim = 0;
    bool valueIsKey = false;  ///< no V matrix; both are cached all the same
};

/// Mixture of experts: layer l has one when l >= denseLayers and (l - offset) % every == 0.
struct ExpertLayers {
    std::int64_t count = 0;
    std::int64_t active = 0;  ///< for each token
    std::int64_t ffn = 0;     ///< width of one expert
    std::int64_t sharedFfn = 0;
    bool sharedGate = false;
    std::int64_t denseLayers = 0;
    std::int64_t every = 1;
    std::int64_t offset = 0;
    bool routerBias = false;
    bool expertBias = false;
};

struct DeltaRule {
    std::int64_t convolution = 0;
    std::int64_t keyHeads = 0;
    std::int64_t keyDim = 0;
    std::int64_t valueHeads = 0;
    std::int64_t valueDim = 0;
};

struct StateSpace {
    std::int64_t state = 0;
    std::int64_t convolution = 0;
    std::int64_t expand = 0;
    std::int64_t stepRank = 0;
};

/// Numbers that a norm holds for each value of its row.
enum class NormWeights { None = 0, Scale = 1, ScaleAndShift = 2 };
/// Norms on queries and keys: none, one row of a head's width each, or one over all heads.
enum class QkNorm { None, Head, Full };

/// The shapes of a decoder, from which every parameter, cache and state follows. Counts are 1 or
/// more where the part exists.
struct Architecture {
    std::string id;      ///< "llama-3.1-8b"
    std::string name;    ///< "Llama 3.1 8B"
    std::string family;  ///< "llama"
    std::vector<LayerKind> layers;
    std::int64_t hidden = 0;
    std::int64_t heads = 0;
    std::int64_t kvHeads = 0;
    std::int64_t headDim = 0;
    std::int64_t ffn = 0;
    bool gatedFfn = true;  ///< three matrices (gate, up, down), else two
    std::int64_t vocabulary = 0;
    std::int64_t context = 0;  ///< longest that the model is made for
    bool tied = false;         ///< the output head is the embedding
    std::int64_t positionRows = 0;
    std::int64_t window = 0;
    std::optional<LatentAttention> latent;
    std::optional<FullLayerHeads> fullLayers;
    bool gatedQuery = false;  ///< the query projection is doubled by an output gate
    bool sinks = false;       ///< one number for each head and layer
    NormWeights norm = NormWeights::Scale;
    std::int64_t normsPerLayer = 2;
    bool finalNorm = true;
    QkNorm qkNorm = QkNorm::None;
    std::int64_t extraNormValues = 0;  ///< for each layer
    bool qkvBias = false;
    bool attentionOutBias = false;
    bool ffnBias = false;
    bool headBias = false;
    std::optional<ExpertLayers> experts;
    std::optional<DeltaRule> deltaRule;
    std::optional<StateSpace> stateSpace;
    std::int64_t extraParameters = 0;  ///< of the whole model

    std::int64_t published = 0;   ///< count that the model's makers give, 0 when unknown
    bool publishedExact = false;  ///< to the last digit, else rounded
    std::string deviation;        ///< why `published` is missing or more than 0.5 % off
    std::string unsure;           ///< what of the shapes was not read from a source
    std::vector<std::string> sources;
};

/// The heads of a layer of this kind.
FullLayerHeads headsOf(const Architecture& architecture, LayerKind kind);
bool hasExperts(const Architecture& architecture, std::size_t layer);

/// "MHA", "GQA", "MQA" or "MLA".
const char* attentionName(const Architecture& architecture);

/// InvalidArgument with the field that is at fault: sizes below 1 or above what any model has, KV
/// heads that do not divide the heads, windowed layers without a window, parts that are missing.
Result<void> validate(const Architecture& architecture);

}  // namespace zeropoint
