// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/trace.h"

#include <utility>

namespace zeropoint {
namespace {

std::int64_t dimensionOf(std::size_t size) {
    return static_cast<std::int64_t>(size);
}

}  // namespace

template <typename T>
std::vector<TraceEntry<T>> trace(const Transformer<T>& model, const ForwardState<T>& state) {
    const TransformerConfig& config = model.config();
    const std::int64_t s = dimensionOf(state.sequences);
    const std::int64_t l = dimensionOf(state.length);
    const Shape stream{s, l, dimensionOf(config.width)};
    const Shape hidden{s, l, dimensionOf(config.mlpWidth())};
    std::vector<TraceEntry<T>> entries{{"embedded", stream, state.embedded}};
    for (std::size_t layer = 0; layer < state.blocks.size(); ++layer) {
        const BlockKept<T>& kept = state.blocks[layer];
        const std::string name = "layers." + std::to_string(layer) + ".";
        entries.push_back({name + "ln1_out", stream, kept.norm1Out});
        entries.push_back({name + "q", stream, kept.q});
        entries.push_back({name + "k", stream, kept.k});
        entries.push_back({name + "v", stream, kept.v});
        entries.push_back(
            {name + "attn_probs", {s, dimensionOf(config.heads), l, l}, kept.probabilities});
        entries.push_back({name + "context", stream, kept.context});
        entries.push_back({name + "after_attn", stream, kept.afterAttention});
        entries.push_back({name + "ln2_out", stream, kept.norm2Out});
        entries.push_back({name + "hidden", hidden, kept.hidden});
        entries.push_back({name + "activated", hidden, kept.activated});
        entries.push_back({name + "out", stream, kept.out});
    }
    entries.push_back({"ln_f_out", stream, state.finalNormOut});
    const std::int64_t outputs = dimensionOf(config.outputs);
    entries.push_back(
        {"logits", config.pooled ? Shape{s, outputs} : Shape{s, l, outputs}, state.logits});
    return entries;
}

template std::vector<TraceEntry<float>> trace<float>(const Transformer<float>&,
                                                     const ForwardState<float>&);
template std::vector<TraceEntry<double>> trace<double>(const Transformer<double>&,
                                                       const ForwardState<double>&);

}  // namespace zeropoint
