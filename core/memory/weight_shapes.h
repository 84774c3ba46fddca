// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/architecture.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace zeropoint {

/// What a weight does, by the names that GGUF gives its tensors where it has one.
enum class WeightRole {
    Embedding,
    Positions,
    Head,
    Norm,
    Bias,  ///< and every other row of single numbers
    Query,
    Key,
    Value,
    AttentionOut,
    QueryDown,  ///< latent attention's low-rank parts
    QueryUp,
    KvDown,
    KvUp,
    Gate,
    Up,
    Down,
    ExpertGate,
    ExpertUp,
    ExpertDown,
    SharedGate,
    SharedUp,
    SharedDown,
    Router,
    MixerIn,  ///< of delta-rule and state-space layers
    MixerStep,
    MixerSmall,  ///< convolutions and state matrices, which nobody quantizes
    MixerOut,
};

/// "token_embd", "attn_q", "ffn_down_exps".
std::string_view roleName(WeightRole role);
/// Null when no role has the name.
const WeightRole* findRole(std::string_view name);

/// A matrix of a layer's work that quantizers take: no embedding, head, norm, bias or router.
bool isLinear(WeightRole role);
/// gate, up, down in every form: dense, expert, shared.
bool isDown(WeightRole role);

/// `copies` matrices of rows x columns; a row is what one output reads, and what blocks lie in.
struct WeightShape {
    WeightRole role = WeightRole::Norm;
    int layer = -1;  ///< -1: outside the layers
    std::int64_t rows = 1;
    std::int64_t columns = 0;
    std::int64_t copies = 1;  ///< experts
    std::int64_t active = 1;  ///< of them, for one token

    std::int64_t parameters() const { return rows * columns * copies; }
    std::int64_t activeParameters() const { return rows * columns * active; }
};

/// Every weight of a valid architecture, tied ones once.
std::vector<WeightShape> weightShapes(const Architecture& architecture);

struct ParameterCount {
    std::int64_t total = 0;
    std::int64_t active = 0;  ///< used for one token, embedding included
    std::int64_t embedding = 0;
};
ParameterCount countParameters(const std::vector<WeightShape>& shapes);

}  // namespace zeropoint
