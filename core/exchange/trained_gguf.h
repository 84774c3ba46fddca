// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/gguf_conversion.h"
#include "core/nn/transformer.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zeropoint {

/// The small transformer as a GGUF file of the architecture "gpt2", which it is where it reads
/// tokens, sees the past alone and has LayerNorm and GELU: q, k and v become one matrix, positions,
/// norms and biases stay F32. It has no vocabulary ("none"): programs feed it token ids.
/// With a scheme the matrices are quantized as planGguf does, q, k and v apart.
/// InvalidArgument, naming the part, for a model that "gpt2" is not (patches, pooling, RMSNorm,
/// SiLU, an input and output of different vocabularies) and a scheme that GGUF has no type for.
Result<GgufConversion> planTrainedGguf(const Transformer<float>& model, std::string_view name,
                                       const std::optional<QuantScheme>& scheme,
                                       const Execution& execution = {});

}  // namespace zeropoint
