// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/gguf_conversion.h"
#include "core/nn/transformer.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <optional>
#include <span>
#include <string_view>

namespace zeropoint {

/// The small transformer as a GGUF file of the architecture "gpt2", which it is where it reads
/// tokens, sees the past alone and has LayerNorm and GELU: q, k and v become one matrix, positions,
/// norms and biases stay F32. `vocabulary` are the keys of its tokens (trained_vocabulary.h).
/// With a scheme the matrices are quantized as planGguf does, q, k and v apart.
/// InvalidArgument, naming the part, for a model that "gpt2" is not (patches, pooling, RMSNorm,
/// SiLU, an input and output of different vocabularies) and a scheme that GGUF has no type for.
Result<GgufConversion> planTrainedGguf(const Transformer<float>& model, std::string_view name,
                                       std::span<const GgufEntry> vocabulary,
                                       const std::optional<QuantScheme>& scheme,
                                       const Execution& execution = {});

}  // namespace zeropoint
