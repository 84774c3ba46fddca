// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/gguf_mix.h"

#include "core/numerics/block_format.h"

#include <algorithm>
#include <iterator>

namespace zeropoint {
namespace {

constexpr GgufMix mixes[] = {
    {"f32", "f32", "nothing: every matrix in FP32"},
    {"f16", "f16", "nothing: every matrix in FP16"},
    {"q8_0", "q8_0", "nothing"},
    {"q6_k", "q6_k", "nothing"},
    {"q5_k_m", "q5_k", "half of the V and down projections to q6_k"},
    {"q5_k_s", "q5_k", "nothing"},
    {"q5_k", "q5_k", "nothing"},
    {"q4_k_m", "q4_k", "half of the V and down projections to q6_k"},
    {"q4_k_s", "q4_k", "V of the first four layers and the first eighth of down to q5_k"},
    {"q4_k", "q4_k", "nothing"},
    {"q3_k_l", "q3_k", "V, output and down projections to q5_k"},
    {"q3_k_m", "q3_k",
     "V, output and down projections to q4_k, V of the first two layers and the first sixteenth of "
     "down to q5_k"},
    {"q3_k_s", "q3_k", "nothing"},
    {"q3_k", "q3_k", "nothing"},
    {"q2_k", "q2_k", "V to q4_k (q3_k without shared heads), output and down projections to q3_k"},
    {"q2_k_s", "q2_k", "V (where heads share it) and the first eighth of down to q4_k"},
    {"iq4_xs", "iq4_xs", "V to q5_k; without an importance matrix the first eighth of down too"},
    {"iq4_nl", "iq4_nl", "V to q5_k; without an importance matrix the first eighth of down too"},
    {"q5_1", "q5_1", "nothing"},
    {"q5_0", "q5_0", "with an importance matrix the first eighth of down to q5_1"},
    {"q4_1", "q4_1", "nothing"},
    {"q4_0", "q4_0", "with an importance matrix the first eighth of down to q4_1"},
};

/// The first and the last eighth of the layers, and every third between them.
bool takesMoreBits(std::int64_t layer, std::int64_t layers) {
    return layer < layers / 8 || layer >= 7 * layers / 8 || (layer - layers / 8) % 3 == 2;
}

struct Place {
    WeightRole role;
    std::int64_t layer;
    std::int64_t layers;
    bool sharedHeads;  ///< four or more heads to a KV head
    bool importanceMatrix;
    bool falcon;  ///< llama.cpp has rules of its own for it

    bool firstDown() const { return isDown(role) && layer < layers / 8; }
    bool moreBits() const { return takesMoreBits(layer, layers); }
};

/// Families whose GGUF holds Q, K and V of a layer in one matrix (attn_qkv), by the names of
/// catalogue and config.json.
bool joinsQkv(std::string_view family) {
    constexpr std::string_view joined[] = {"gpt2", "falcon",    "mpt",         "pythia", "gpt_neox",
                                           "qwen", "starcoder", "gpt_bigcode", "phi3"};
    return std::find(std::begin(joined), std::end(joined), family) != std::end(joined);
}

std::string_view joinedType(const GgufMix& mix) {
    if (mix.label == "q4_k_m") {
        return "q5_k";
    }
    if (mix.label == "q5_k_m") {
        return "q6_k";
    }
    return mix.label == "q3_k_m" || mix.label == "q3_k_l" ? "q4_k" : mix.base;
}

std::string_view valueType(const GgufMix& mix, const Place& at) {
    if (mix.label == "q4_k_m" || mix.label == "q5_k_m") {
        return at.moreBits() ? "q6_k" : mix.base;
    }
    if (mix.label == "q4_k_s") {
        return at.layer < 4 ? "q5_k" : mix.base;
    }
    if (mix.label == "q3_k_l") {
        return "q5_k";
    }
    if (mix.label == "q3_k_m") {
        return at.layer < 2 ? "q5_k" : "q4_k";
    }
    if (mix.label == "q2_k") {
        return at.sharedHeads ? "q4_k" : "q3_k";
    }
    if (mix.label == "q2_k_s" && at.sharedHeads) {
        return "q4_k";
    }
    const bool fourBits = mix.label == "iq4_xs" || mix.label == "iq4_nl";
    return fourBits && at.sharedHeads ? "q5_k" : mix.base;
}

std::string_view falconDownType(const GgufMix& mix, const Place& at) {
    const bool first = at.layer < at.layers / 16;
    if (mix.label == "q4_k_m") {
        return first ? "q6_k" : at.moreBits() ? "q5_k" : "q4_k";
    }
    if (mix.label == "q3_k_m") {
        return first ? "q5_k" : at.moreBits() ? "q4_k" : "q3_k";
    }
    return mix.label == "q3_k_l" ? "q4_k" : mix.base;
}

std::string_view downType(const GgufMix& mix, const Place& at) {
    const bool ownRule = mix.label == "q4_k_m" || mix.label == "q4_k_s" || mix.label == "q3_k_m" ||
                         mix.label == "q3_k_l";
    if (at.falcon && ownRule) {
        return falconDownType(mix, at);
    }
    if (mix.label == "q4_k_m" || mix.label == "q5_k_m") {
        return at.moreBits() ? "q6_k" : mix.base;
    }
    if (mix.label == "q3_k_l") {
        return "q5_k";
    }
    if (mix.label == "q3_k_m") {
        return at.layer < at.layers / 16 ? "q5_k" : "q4_k";
    }
    if (mix.label == "q2_k") {
        return "q3_k";
    }
    if (!at.firstDown()) {
        return mix.base;
    }
    if (mix.label == "q4_k_s") {
        return "q5_k";
    }
    if (mix.label == "q2_k_s") {
        return "q4_k";
    }
    if (mix.label == "iq4_xs" || mix.label == "iq4_nl") {
        return at.importanceMatrix ? mix.base : "q5_k";
    }
    if (at.importanceMatrix && (mix.label == "q4_0" || mix.label == "q5_0")) {
        return mix.label == "q4_0" ? "q4_1" : "q5_1";
    }
    return mix.base;
}

std::string_view outputType(const GgufMix& mix, const Place& at) {
    if (mix.label == "q3_k_l") {
        return at.falcon ? "q4_k" : "q5_k";
    }
    if (at.falcon) {
        return mix.base;
    }
    if (mix.label == "q3_k_m") {
        return "q4_k";
    }
    return mix.label == "q2_k" ? "q3_k" : mix.base;
}

std::string_view raised(const GgufMix& mix, const Place& at) {
    if (at.role == WeightRole::Value) {
        return valueType(mix, at);
    }
    if (isDown(at.role)) {
        return downType(mix, at);
    }
    return at.role == WeightRole::AttentionOut ? outputType(mix, at) : mix.base;
}

bool isKType(std::string_view type) {
    return type.size() == 4 && type.substr(2) == "_k";
}

/// Two model shapes that llama.cpp treats apart: 80 layers with eight heads to a KV head, whose V
/// is small beside what depends on it, and mixtures of eight experts, whose attention is.
std::string_view special(std::string_view type, const GgufMix& mix, const Place& at,
                         const Architecture& a) {
    const bool value = at.role == WeightRole::Value;
    if (value && at.layers == 80 && a.heads == 8 * a.kvHeads &&
        (type == "q3_k" || type == "q4_k")) {
        type = "q5_k";
    }
    if (a.experts && a.experts->count == 8 && type != "f16" && type != "f32") {
        if (value || at.role == WeightRole::Key) {
            return "q8_0";
        }
        if (at.role == WeightRole::AttentionOut) {
            const bool small = mix.base == "q2_k" || mix.base == "q3_k" || mix.base == "q4_k" ||
                               mix.base == "iq4_nl" || mix.base == "iq4_xs";
            const bool left = mix.label == "q3_k_l" || mix.label == "q2_k_s";
            return small && !left ? "q5_k" : mix.base;
        }
    }
    return type;
}

std::string_view headType(std::string_view base, const Architecture& a) {
    if (a.family == "falcon" && base != "f32" && base != "f16") {
        return "q8_0";
    }
    return base == "f32" || base == "f16" || base == "q8_0" ? base : "q6_k";
}

}  // namespace

std::span<const GgufMix> ggufMixes() {
    return mixes;
}

const GgufMix* findGgufMix(std::string_view label) {
    for (const GgufMix& mix : mixes) {
        if (mix.label == label) {
            return &mix;
        }
    }
    return nullptr;
}

std::string_view ggufType(const GgufMix& mix, const WeightShape& shape, const Architecture& a,
                          bool importanceMatrix) {
    if (shape.role == WeightRole::Head || (shape.role == WeightRole::Embedding && a.tied)) {
        return ggufFallback(headType(mix.base, a), shape.columns);
    }
    if (shape.role == WeightRole::Embedding) {
        return ggufFallback(mix.base, shape.columns);
    }
    if (!isLinear(shape.role)) {
        return "f32";
    }
    const bool ofQkv = shape.role == WeightRole::Query || shape.role == WeightRole::Key ||
                       shape.role == WeightRole::Value;
    if (ofQkv && joinsQkv(a.family)) {
        return ggufFallback(joinedType(mix), shape.columns);
    }
    const Place at{shape.role,
                   shape.layer,
                   static_cast<std::int64_t>(a.layers.size()),
                   a.heads >= 4 * a.kvHeads,
                   importanceMatrix,
                   a.family == "falcon"};
    return ggufFallback(special(raised(mix, at), mix, at, a), shape.columns);
}

std::string_view ggufFallback(std::string_view type, std::int64_t columns) {
    const auto fills = [columns](std::string_view name) {
        const BlockFormat* blocks = findBlockFormat(name);
        return blocks == nullptr || columns % blocks->valuesPerBlock == 0;
    };
    if (fills(type)) {
        return type;
    }
    std::string_view smaller = "f16";
    if (type == "q2_k" || type == "q3_k") {
        smaller = "q4_0";
    } else if (type == "q4_k") {
        smaller = "q5_0";
    } else if (type == "q5_k") {
        smaller = "q5_1";
    } else if (isKType(type)) {
        smaller = "q8_0";
    } else if (type == "iq4_xs") {
        smaller = "iq4_nl";
    }
    return fills(smaller) ? smaller : "f16";
}

}  // namespace zeropoint
