// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/config_families_private.h"
#include "core/support/in_quotes.h"

#include <algorithm>

namespace zeropoint {
namespace {

/// "layer_types", where the file has it, says what each layer does.
bool readLayerTypes(ConfigFields& config, Architecture& a) {
    const nlohmann::json* types = config.list("layer_types");
    if (types == nullptr) {
        return false;
    }
    if (types->size() != a.layers.size()) {
        config.refuse(ErrorCode::Malformed,
                      "'layer_types' has " + std::to_string(types->size()) + " entries for " +
                          std::to_string(a.layers.size()) + " layers",
                      "Correct the configuration");
        return true;
    }
    for (std::size_t i = 0; i < types->size(); ++i) {
        const nlohmann::json& entry = (*types)[i];
        const std::string type = entry.is_string() ? entry.get<std::string>() : std::string();
        if (type == "full_attention") {
            a.layers[i] = LayerKind::Full;
        } else if (type == "sliding_attention") {
            a.layers[i] = LayerKind::Window;
        } else if (type == "chunked_attention") {
            a.layers[i] = LayerKind::Chunk;
        } else if (type == "linear_attention") {
            a.layers[i] = LayerKind::DeltaRule;
        } else {
            config.refuse(ErrorCode::Unsupported, "A kind of layer is not known: " + inQuotes(type),
                          "Give the sizes by hand");
        }
    }
    return true;
}

/// Every `period`-th layer is full, the others windowed.
void setPeriod(Architecture& a, std::int64_t period) {
    for (std::size_t i = 0; i < a.layers.size(); ++i) {
        const bool full = period > 0 && (static_cast<std::int64_t>(i) + 1) % period == 0;
        a.layers[i] = full ? LayerKind::Full : LayerKind::Window;
    }
}

void setAll(Architecture& a, LayerKind kind) {
    std::fill(a.layers.begin(), a.layers.end(), kind);
}

}  // namespace

void readWindow(ConfigFields& config, Architecture& a) {
    a.window = config.numberOr({"sliding_window"}, 0);
    if (!readLayerTypes(config, a) && a.window > 0 && a.window < a.context) {
        setAll(a, LayerKind::Window);
    }
}

void readExperts(ConfigFields& config, Architecture& a) {
    ExpertLayers e;
    e.count = config.need({"num_experts", "num_local_experts", "n_routed_experts"});
    e.active = config.need({"num_experts_per_tok", "num_experts_per_token"});
    e.ffn = config.numberOr({"moe_intermediate_size"}, a.ffn);
    e.every = config.numberOr({"decoder_sparse_step", "moe_layer_freq"}, 1);
    e.offset = e.every > 1 ? e.every - 1 : 0;
    e.sharedFfn = config.numberOr({"shared_expert_intermediate_size"}, 0);
    e.sharedGate = e.sharedFfn > 0;
    e.denseLayers = config.numberOr({"first_k_dense_replace"}, 0);
    e.sharedFfn += config.numberOr({"n_shared_experts"}, 0) * e.ffn;
    const nlohmann::json* dense = config.list("mlp_only_layers");
    if (e.every < 1 || (dense != nullptr && !dense->empty())) {
        config.refuse(ErrorCode::Unsupported, "The layers with experts follow no known pattern",
                      "Give the model as a catalogue of your own");
        return;
    }
    a.experts = e;
}

void readGemma(ConfigFields& config, Architecture& a) {
    if (a.family == "gemma") {
        return;
    }
    a.window = config.numberOr({"sliding_window"}, 4096);
    if (!readLayerTypes(config, a)) {
        setPeriod(a, config.numberOr({"sliding_window_pattern"}, a.family == "gemma2" ? 2 : 6));
    }
}

void readPhi(ConfigFields&, Architecture& a) {
    a.headBias = true;
}

/// What the smallest of the family does otherwise: it normalizes after each part, and its
/// embeddings are narrower than its layers.
void readOpt(ConfigFields& config, Architecture& a) {
    if (config.numberOr({"word_embed_proj_dim"}, a.hidden) != a.hidden) {
        config.refuse(ErrorCode::Unsupported, "Embeddings of another width than the layers",
                      "Give the sizes by hand");
    }
    a.finalNorm = config.flag("do_layer_norm_before", true) &&
                  !config.flag("_remove_final_layer_norm", false);
}

void readMpt(ConfigFields& config, Architecture& a) {
    config.readObject("attn_config", [&](ConfigFields& attention) {
        const bool shared = attention.text("attn_type") == "multiquery_attention";
        a.kvHeads = attention.numberOr({"kv_n_heads"}, shared ? 1 : a.kvHeads);
        a.qkNorm = attention.flag("qk_ln", false) ? QkNorm::Full : QkNorm::None;
        const bool learned = !attention.flag("alibi", true) && !attention.flag("rope", false);
        a.positionRows = learned && config.flag("learned_pos_emb", true) ? a.context : 0;
    });
    if (!config.flag("no_bias", true)) {
        a.qkvBias = a.attentionOutBias = a.ffnBias = true;
        a.norm = NormWeights::ScaleAndShift;
    }
}

/// Its attention has biases on the way in alone.
void readGlm4(ConfigFields&, Architecture& a) {
    a.attentionOutBias = false;
}

void readFalcon(ConfigFields& config, Architecture& a) {
    const bool isNew = config.flag("new_decoder_architecture", false);
    if (!isNew) {
        a.kvHeads = config.flag("multi_query", true) ? 1 : a.heads;
    }
    // Falcon 40B norms attention and FFN apart, Falcon 2 11B of the same architecture does not.
    const std::int64_t inParallel = isNew ? config.numberOr({"num_ln_in_parallel_attn"}, 2) : 1;
    a.normsPerLayer = config.flag("parallel_attn", true) ? inParallel : 2;
    a.qkvBias = a.attentionOutBias = a.ffnBias = config.flag("bias", false);
}

void readBigCode(ConfigFields& config, Architecture& a) {
    a.kvHeads = config.flag("multi_query", true) ? 1 : a.heads;
}

void readOlmo(ConfigFields&, Architecture& a) {
    a.finalNorm = false;
}

void readLatent(ConfigFields& config, Architecture& a) {
    LatentAttention l;
    l.kvRank = config.need({"kv_lora_rank"});
    l.qRank = config.numberOr({"q_lora_rank"}, 0);
    l.ropeDim = config.need({"qk_rope_head_dim"});
    l.nopeDim = config.need({"qk_nope_head_dim"});
    l.valueDim = config.need({"v_head_dim"});
    a.latent = l;
    a.headDim = l.nopeDim + l.ropeDim;
    a.kvHeads = a.heads;
    if (!config.number({"n_routed_experts", "num_experts", "num_local_experts"})) {
        return;
    }
    readExperts(config, a);
    // DeepSeek-V3 selects experts with a bias of its own, one number an expert.
    if (a.experts && config.text("topk_method") == "noaux_tc") {
        const auto layers = static_cast<std::int64_t>(a.layers.size());
        a.extraParameters = (layers - a.experts->denseLayers) * a.experts->count;
    }
}

void readGptOss(ConfigFields& config, Architecture& a) {
    readExperts(config, a);
    if (a.experts) {
        a.experts->routerBias = a.experts->expertBias = true;
    }
    a.sinks = true;
    a.attentionOutBias = true;
    a.window = config.numberOr({"sliding_window"}, 128);
    if (!readLayerTypes(config, a)) {
        setPeriod(a, 2);
    }
}

void readDeltaRule(ConfigFields& config, Architecture& a) {
    DeltaRule d;
    d.convolution = config.need({"linear_conv_kernel_dim"});
    d.keyHeads = config.need({"linear_num_key_heads"});
    d.keyDim = config.need({"linear_key_head_dim"});
    d.valueHeads = config.need({"linear_num_value_heads"});
    d.valueDim = config.need({"linear_value_head_dim"});
    a.deltaRule = d;
    a.gatedQuery = true;
    if (config.number({"num_experts"})) {
        readExperts(config, a);
    }
    if (!readLayerTypes(config, a)) {
        const std::int64_t period = config.numberOr({"full_attention_interval"}, 4);
        for (std::size_t i = 0; i < a.layers.size(); ++i) {
            const bool full = period > 0 && (static_cast<std::int64_t>(i) + 1) % period == 0;
            a.layers[i] = full ? LayerKind::Full : LayerKind::DeltaRule;
        }
    }
}

/// Layers without positions attend to everything, the others within chunks; some models have
/// experts in every second layer alone. `intermediate_size` is that of the experts.
void readLlama4(ConfigFields& config, Architecture& a) {
    ExpertLayers e;
    e.count = config.need({"num_local_experts"});
    e.active = config.need({"num_experts_per_tok"});
    e.ffn = a.ffn;
    e.sharedFfn = a.ffn;
    e.every = config.numberOr({"interleave_moe_layer_step"}, 1);
    e.offset = e.every - 1;
    a.experts = e;
    a.ffn = config.numberOr({"intermediate_size_mlp"}, a.ffn);
    a.window = config.numberOr({"attention_chunk_size"}, 0);
    if (e.every < 1) {
        config.refuse(ErrorCode::Malformed, "'interleave_moe_layer_step' is 0",
                      "Correct the configuration");
    }
    if (!readLayerTypes(config, a) && a.window > 0) {
        setPeriod(a, config.numberOr({"no_rope_layer_interval"}, 4));
        std::replace(a.layers.begin(), a.layers.end(), LayerKind::Window, LayerKind::Chunk);
    }
}

void readJamba(ConfigFields& config, Architecture& a) {
    constexpr std::int64_t hiddenForRank = 16;  // "auto"
    StateSpace s;
    s.state = config.numberOr({"mamba_d_state"}, 16);
    s.convolution = config.numberOr({"mamba_d_conv"}, 4);
    s.expand = config.numberOr({"mamba_expand"}, 2);
    s.stepRank = config.text("mamba_dt_rank") == "auto"
                     ? (a.hidden + hiddenForRank - 1) / hiddenForRank
                     : config.need({"mamba_dt_rank"});
    a.stateSpace = s;
    const std::int64_t period = config.numberOr({"attn_layer_period"}, 8);
    const std::int64_t offset = config.numberOr({"attn_layer_offset"}, 4);
    ExpertLayers e;
    e.count = config.need({"num_experts"});
    e.active = config.need({"num_experts_per_tok"});
    e.ffn = a.ffn;
    e.every = config.numberOr({"expert_layer_period"}, 2);
    e.offset = config.numberOr({"expert_layer_offset"}, 1);
    if (period < 1 || e.every < 1) {
        config.refuse(ErrorCode::Malformed, "A period of layers is 0", "Correct the configuration");
        return;
    }
    if (e.count > 1) {
        a.experts = e;
    }
    for (std::size_t i = 0; i < a.layers.size(); ++i) {
        const bool full = static_cast<std::int64_t>(i) % period == offset;
        a.layers[i] = full ? LayerKind::Full : LayerKind::StateSpace;
    }
}

void readBitNet(ConfigFields&, Architecture& a) {
    a.extraNormValues = a.hidden + a.ffn;
}

}  // namespace zeropoint
