// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/weight_shapes.h"

#include "core/memory/shape_list_private.h"

#include <iterator>

namespace zeropoint {
namespace {

struct RoleRow {
    WeightRole role;
    std::string_view name;
    bool linear;
};

constexpr RoleRow roles[] = {
    {WeightRole::Embedding, "token_embd", false},
    {WeightRole::Positions, "position_embd", false},
    {WeightRole::Head, "output", false},
    {WeightRole::Norm, "norm", false},
    {WeightRole::Bias, "bias", false},
    {WeightRole::Query, "attn_q", true},
    {WeightRole::Key, "attn_k", true},
    {WeightRole::Value, "attn_v", true},
    {WeightRole::AttentionOut, "attn_output", true},
    {WeightRole::QueryDown, "attn_q_a", true},
    {WeightRole::QueryUp, "attn_q_b", true},
    {WeightRole::KvDown, "attn_kv_a", true},
    {WeightRole::KvUp, "attn_kv_b", true},
    {WeightRole::Gate, "ffn_gate", true},
    {WeightRole::Up, "ffn_up", true},
    {WeightRole::Down, "ffn_down", true},
    {WeightRole::ExpertGate, "ffn_gate_exps", true},
    {WeightRole::ExpertUp, "ffn_up_exps", true},
    {WeightRole::ExpertDown, "ffn_down_exps", true},
    {WeightRole::SharedGate, "ffn_gate_shexp", true},
    {WeightRole::SharedUp, "ffn_up_shexp", true},
    {WeightRole::SharedDown, "ffn_down_shexp", true},
    {WeightRole::Router, "ffn_gate_inp", false},
    {WeightRole::MixerIn, "ssm_in", true},
    {WeightRole::MixerStep, "ssm_dt", true},
    {WeightRole::MixerSmall, "ssm_conv1d", false},
    {WeightRole::MixerOut, "ssm_out", true},
};

const RoleRow& rowOf(WeightRole role) {
    return roles[static_cast<std::size_t>(role)];
}

void addFeedForward(const Architecture& a, ShapeList& list) {
    if (a.gatedFfn) {
        list.matrix(WeightRole::Gate, a.ffn, a.hidden);
    }
    list.matrix(WeightRole::Up, a.ffn, a.hidden);
    list.matrix(WeightRole::Down, a.hidden, a.ffn);
    if (a.ffnBias) {
        list.row(WeightRole::Bias, (a.gatedFfn ? 2 : 1) * a.ffn + a.hidden);
    }
}

void addExperts(const Architecture& a, ShapeList& list) {
    const ExpertLayers& e = *a.experts;
    list.matrix(WeightRole::Router, e.count, a.hidden);
    list.row(WeightRole::Bias, e.routerBias ? e.count : 0);
    if (a.gatedFfn) {
        list.experts(WeightRole::ExpertGate, e.ffn, a.hidden, e);
    }
    list.experts(WeightRole::ExpertUp, e.ffn, a.hidden, e);
    list.experts(WeightRole::ExpertDown, a.hidden, e.ffn, e);
    if (e.expertBias) {
        list.experts(WeightRole::Bias, 1, (a.gatedFfn ? 2 : 1) * e.ffn + a.hidden, e);
    }
    if (e.sharedFfn > 0) {
        if (a.gatedFfn) {
            list.matrix(WeightRole::SharedGate, e.sharedFfn, a.hidden);
        }
        list.matrix(WeightRole::SharedUp, e.sharedFfn, a.hidden);
        list.matrix(WeightRole::SharedDown, a.hidden, e.sharedFfn);
    }
    list.row(WeightRole::Bias, e.sharedGate ? a.hidden : 0);
}

void addLayer(const Architecture& a, std::size_t layer, ShapeList& list) {
    list.setLayer(static_cast<int>(layer));
    const std::int64_t norm = a.hidden * static_cast<int>(a.norm);
    list.row(WeightRole::Norm, norm * a.normsPerLayer);
    list.row(WeightRole::Norm, a.extraNormValues);
    addMixer(a, a.layers[layer], list);
    if (hasExperts(a, layer)) {
        addExperts(a, list);
    } else {
        addFeedForward(a, list);
    }
}

}  // namespace

std::string_view roleName(WeightRole role) {
    return rowOf(role).name;
}

const WeightRole* findRole(std::string_view name) {
    for (const RoleRow& row : roles) {
        if (row.name == name) {
            return &row.role;
        }
    }
    return nullptr;
}

bool isLinear(WeightRole role) {
    return rowOf(role).linear;
}

bool isDown(WeightRole role) {
    return role == WeightRole::Down || role == WeightRole::ExpertDown ||
           role == WeightRole::SharedDown;
}

std::vector<WeightShape> weightShapes(const Architecture& a) {
    ShapeList list;
    list.matrix(WeightRole::Embedding, a.vocabulary, a.hidden);
    if (a.positionRows > 0) {
        list.matrix(WeightRole::Positions, a.positionRows, a.hidden);
    }
    for (std::size_t layer = 0; layer < a.layers.size(); ++layer) {
        addLayer(a, layer, list);
    }
    list.setLayer(-1);
    list.row(WeightRole::Norm, a.finalNorm ? a.hidden * static_cast<int>(a.norm) : 0);
    if (!a.tied) {
        list.matrix(WeightRole::Head, a.vocabulary, a.hidden);
    }
    list.row(WeightRole::Bias, a.headBias ? a.vocabulary : 0);
    list.row(WeightRole::Bias, a.extraParameters);
    return list.take();
}

ParameterCount countParameters(const std::vector<WeightShape>& shapes) {
    ParameterCount count;
    for (const WeightShape& shape : shapes) {
        count.total += shape.parameters();
        count.active += shape.activeParameters();
        if (shape.role == WeightRole::Embedding || shape.role == WeightRole::Positions) {
            count.embedding += shape.parameters();
        }
    }
    return count;
}

}  // namespace zeropoint
