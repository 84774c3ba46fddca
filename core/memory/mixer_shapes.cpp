// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/shape_list_private.h"

namespace zeropoint {
namespace {

void addLatentAttention(const Architecture& a, ShapeList& list) {
    const LatentAttention& l = *a.latent;
    const std::int64_t query = a.heads * (l.nopeDim + l.ropeDim);
    if (l.qRank > 0) {
        list.matrix(WeightRole::QueryDown, l.qRank, a.hidden);
        list.row(WeightRole::Norm, l.qRank);
        list.matrix(WeightRole::QueryUp, query, l.qRank);
    } else {
        list.matrix(WeightRole::Query, query, a.hidden);
    }
    list.matrix(WeightRole::KvDown, l.kvRank + l.ropeDim, a.hidden);
    list.row(WeightRole::Norm, l.kvRank);
    list.matrix(WeightRole::KvUp, a.heads * (l.nopeDim + l.valueDim), l.kvRank);
    list.matrix(WeightRole::AttentionOut, a.hidden, a.heads * l.valueDim);
}

std::int64_t qkNormValues(const Architecture& a, const FullLayerHeads& own) {
    switch (a.qkNorm) {
        case QkNorm::None:
            return 0;
        case QkNorm::Head:
            return 2 * own.headDim;
        case QkNorm::Full:
            return (a.heads + own.kvHeads) * own.headDim;
    }
    return 0;
}

void addAttention(const Architecture& a, LayerKind kind, ShapeList& list) {
    if (a.latent) {
        addLatentAttention(a, list);
        return;
    }
    const FullLayerHeads own = headsOf(a, kind);
    const std::int64_t query = a.heads * own.headDim;
    const std::int64_t key = own.kvHeads * own.headDim;
    list.matrix(WeightRole::Query, a.gatedQuery ? 2 * query : query, a.hidden);
    list.matrix(WeightRole::Key, key, a.hidden);
    if (!own.valueIsKey) {
        list.matrix(WeightRole::Value, key, a.hidden);
    }
    list.matrix(WeightRole::AttentionOut, a.hidden, query);
    list.row(WeightRole::Bias, a.qkvBias ? query + 2 * key : 0);
    list.row(WeightRole::Bias, a.attentionOutBias ? a.hidden : 0);
    list.row(WeightRole::Norm, qkNormValues(a, own));
    list.row(WeightRole::Bias, a.sinks ? a.heads : 0);
}

// Gated DeltaNet (Yang et al. 2024) as Qwen3-Next lays it out: query, key, value and output gate in
// one projection, the two gates of the state in another, a short convolution over the first three.
void addDeltaRule(const Architecture& a, ShapeList& list) {
    const DeltaRule& d = *a.deltaRule;
    const std::int64_t keys = d.keyHeads * d.keyDim;
    const std::int64_t values = d.valueHeads * d.valueDim;
    list.matrix(WeightRole::MixerIn, 2 * keys + 2 * values, a.hidden);
    list.matrix(WeightRole::MixerStep, 2 * d.valueHeads, a.hidden);
    list.matrix(WeightRole::MixerSmall, 2 * keys + values, d.convolution);
    list.row(WeightRole::Bias, 2 * d.valueHeads);
    list.row(WeightRole::Norm, d.valueDim);
    list.matrix(WeightRole::MixerOut, a.hidden, values);
}

// Mamba (Gu and Dao 2023) with Jamba's norms on step, B and C.
void addStateSpace(const Architecture& a, ShapeList& list) {
    const StateSpace& s = *a.stateSpace;
    const std::int64_t inner = s.expand * a.hidden;
    list.matrix(WeightRole::MixerIn, 2 * inner, a.hidden);
    list.matrix(WeightRole::MixerSmall, inner, s.convolution);
    list.row(WeightRole::Bias, inner);
    list.matrix(WeightRole::MixerStep, s.stepRank + 2 * s.state, inner);
    list.matrix(WeightRole::MixerStep, inner, s.stepRank);
    list.row(WeightRole::Bias, inner);
    list.matrix(WeightRole::MixerSmall, inner, s.state);
    list.row(WeightRole::Bias, inner);
    list.row(WeightRole::Norm, s.stepRank + 2 * s.state);
    list.matrix(WeightRole::MixerOut, a.hidden, inner);
}

}  // namespace

void addMixer(const Architecture& a, LayerKind kind, ShapeList& list) {
    switch (kind) {
        case LayerKind::Full:
        case LayerKind::Window:
        case LayerKind::Chunk:
            addAttention(a, kind, list);
            return;
        case LayerKind::DeltaRule:
            addDeltaRule(a, list);
            return;
        case LayerKind::StateSpace:
            addStateSpace(a, list);
            return;
    }
}

}  // namespace zeropoint
