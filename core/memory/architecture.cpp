// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/architecture.h"

#include "core/memory/weight_shapes.h"

#include <algorithm>

namespace zeropoint {
namespace {

// Far above every model, and low enough that the bits of no matrix overflow 64 bits.
constexpr std::int64_t most = 1 << 18;
constexpr std::int64_t mostHeads = 1 << 12;
constexpr std::int64_t mostHeadDim = 1 << 14;
constexpr std::int64_t mostExperts = 1 << 14;
constexpr double mostParameters = 1e15;
constexpr std::int64_t mostVocabulary = 1 << 24;
constexpr std::int64_t mostContext = std::int64_t{1} << 32;

struct Size {
    const char* name;
    std::int64_t value;
    std::int64_t largest = most;
    std::int64_t smallest = 1;
};

Result<void> refuseShape(const Architecture& architecture, std::string what, std::string remedy) {
    return fail(ErrorCode::InvalidArgument, std::move(what),
                architecture.id.empty() ? "architecture" : architecture.id, std::move(remedy));
}

std::vector<Size> sizesOf(const Architecture& a) {
    std::vector<Size> sizes = {
        {"layers", static_cast<std::int64_t>(a.layers.size()), 4096},
        {"hidden", a.hidden},
        {"heads", a.heads, mostHeads},
        {"kv_heads", a.kvHeads, mostHeads},
        {"head_dim", a.headDim, mostHeadDim},
        {"ffn", a.ffn, most, 0},
        {"vocabulary", a.vocabulary, mostVocabulary},
        {"context", a.context, mostContext, 0},
        {"position_rows", a.positionRows, mostContext, 0},
        {"window", a.window, mostContext, 0},
        {"norms_per_layer", a.normsPerLayer, 16, 0},
        {"extra_norm_values", a.extraNormValues, most, 0},
        {"extra_parameters", a.extraParameters, mostContext, 0},
    };
    const auto add = [&sizes](std::initializer_list<Size> more) {
        sizes.insert(sizes.end(), more);
    };
    if (const auto& l = a.latent) {
        add({{"latent.kv_rank", l->kvRank},
             {"latent.q_rank", l->qRank, most, 0},
             {"latent.rope_dim", l->ropeDim, most, 0},
             {"latent.nope_dim", l->nopeDim},
             {"latent.value_dim", l->valueDim}});
    }
    if (const auto& f = a.fullLayers) {
        add({{"full_layers.kv_heads", f->kvHeads, mostHeads},
             {"full_layers.head_dim", f->headDim, mostHeadDim}});
    }
    if (const auto& e = a.experts) {
        add({{"experts.count", e->count, mostExperts},
             {"experts.active", e->active, e->count},
             {"experts.ffn", e->ffn},
             {"experts.shared_ffn", e->sharedFfn, most, 0},
             {"experts.dense_layers", e->denseLayers, 4096, 0},
             {"experts.every", e->every, 4096},
             {"experts.offset", e->offset, 4096, 0}});
    }
    if (const auto& d = a.deltaRule) {
        add({{"delta_rule.convolution", d->convolution},
             {"delta_rule.key_heads", d->keyHeads, mostHeads},
             {"delta_rule.key_dim", d->keyDim, mostHeadDim},
             {"delta_rule.value_heads", d->valueHeads, mostHeads},
             {"delta_rule.value_dim", d->valueDim, mostHeadDim}});
    }
    if (const auto& s = a.stateSpace) {
        add({{"state_space.state", s->state},
             {"state_space.convolution", s->convolution},
             {"state_space.expand", s->expand, 64},
             {"state_space.step_rank", s->stepRank}});
    }
    return sizes;
}

bool holds(const Architecture& architecture, LayerKind kind) {
    return std::find(architecture.layers.begin(), architecture.layers.end(), kind) !=
           architecture.layers.end();
}

Result<void> checkHeads(const Architecture& a, std::int64_t kvHeads, const char* name) {
    if (a.heads % kvHeads == 0) {
        return {};
    }
    return refuseShape(a,
                       std::to_string(kvHeads) + " KV heads do not divide " +
                           std::to_string(a.heads) + " heads (" + name + ")",
                       "Each KV head serves the same number of heads: give a divisor");
}

Result<void> checkParts(const Architecture& a) {
    if ((holds(a, LayerKind::Window) || holds(a, LayerKind::Chunk)) && a.window == 0) {
        return refuseShape(a, "Windowed layers need a window", "Give \"window\" in tokens");
    }
    if (holds(a, LayerKind::DeltaRule) != a.deltaRule.has_value()) {
        return refuseShape(a, "Layers 'L' and \"delta_rule\" come together",
                           "Give both or neither");
    }
    if (holds(a, LayerKind::StateSpace) != a.stateSpace.has_value()) {
        return refuseShape(a, "Layers 'M' and \"state_space\" come together",
                           "Give both or neither");
    }
    for (std::size_t layer = 0; layer < a.layers.size(); ++layer) {
        if (!hasExperts(a, layer) && a.ffn == 0) {
            return refuseShape(a, "Layer " + std::to_string(layer) + " has no FFN width",
                               "Give \"ffn\"");
        }
    }
    return {};
}

/// Each matrix fits into 64 bits; their sum may not.
Result<void> checkTotal(const Architecture& a) {
    double total = 0;
    for (const WeightShape& shape : weightShapes(a)) {
        total += static_cast<double>(shape.parameters());
    }
    if (total > mostParameters) {
        return refuseShape(a, "The shapes have more than 1e15 parameters", "Correct the sizes");
    }
    return {};
}

}  // namespace

bool isAttention(LayerKind kind) {
    return kind == LayerKind::Full || isWindowed(kind);
}

bool isWindowed(LayerKind kind) {
    return kind == LayerKind::Window || kind == LayerKind::Chunk;
}

FullLayerHeads headsOf(const Architecture& architecture, LayerKind kind) {
    if (kind == LayerKind::Full && architecture.fullLayers) {
        return *architecture.fullLayers;
    }
    return {architecture.kvHeads, architecture.headDim, false};
}

bool hasExperts(const Architecture& architecture, std::size_t layer) {
    const auto& experts = architecture.experts;
    const auto at = static_cast<std::int64_t>(layer);
    return experts && at >= experts->denseLayers && (at - experts->offset) % experts->every == 0;
}

const char* attentionName(const Architecture& architecture) {
    if (architecture.latent) {
        return "MLA";
    }
    if (architecture.kvHeads == architecture.heads) {
        return "MHA";
    }
    return architecture.kvHeads == 1 ? "MQA" : "GQA";
}

Result<void> validate(const Architecture& architecture) {
    for (const Size& size : sizesOf(architecture)) {
        if (size.value < size.smallest || size.value > size.largest) {
            return refuseShape(architecture,
                               std::string(size.name) + " is " + std::to_string(size.value),
                               "Give a whole number from " + std::to_string(size.smallest) +
                                   " to " + std::to_string(size.largest));
        }
    }
    if (auto sound = checkHeads(architecture, architecture.kvHeads, "kv_heads"); !sound) {
        return sound;
    }
    if (const auto& full = architecture.fullLayers) {
        if (auto sound = checkHeads(architecture, full->kvHeads, "full_layers.kv_heads"); !sound) {
            return sound;
        }
    }
    if (auto sound = checkParts(architecture); !sound) {
        return sound;
    }
    return checkTotal(architecture);
}

}  // namespace zeropoint
