// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/transformer.h"

#include <span>
#include <string>
#include <vector>

namespace zeropoint {

/// One thing that a forward pass computed, by name, to look at: read-only, and valid until the
/// state is used for another pass.
template <typename T>
struct TraceEntry {
    std::string name;
    Shape shape;
    std::span<const T> values;
};

/// Everything that a forward pass kept, in the order of the pass. S sequences, L positions,
/// D width, F MLP width, H heads:
///   embedded [S,L,D]; layers.N.ln1_out, .q, .k, .v, .context, .after_attn, .ln2_out, .out [S,L,D];
///   layers.N.attn_probs [S,H,L,L]; layers.N.hidden (before the activation), .activated [S,L,F];
///   ln_f_out [S,L,D]; logits [S,L,outputs], or [S,outputs] when pooled.
template <typename T>
std::vector<TraceEntry<T>> trace(const Transformer<T>& model, const ForwardState<T>& state);

}  // namespace zeropoint
