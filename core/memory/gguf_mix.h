// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/weight_shapes.h"

#include <span>
#include <string_view>

namespace zeropoint {

/// What llama.cpp's quantizer makes of a model under one label ("q4_k_m"): a base type, and the
/// matrices that it raises. Norms, biases and routers stay FP32; the output head (or the embedding
/// that is tied to it) is q6_k under types of fewer bits; rows that no block fills fall back to a
/// type with smaller blocks. Labels are recipes and changed over time: these are those of 2024 on.
struct GgufMix {
    std::string_view label;
    std::string_view base;
    std::string_view what;  ///< the raised matrices, in words
};

std::span<const GgufMix> ggufMixes();
/// By label, or a bare GGUF type ("q5_k": every matrix of that type). Null when unknown.
const GgufMix* findGgufMix(std::string_view label);

/// The type of a weight under a mix; "f32" for what is not quantized.
std::string_view ggufType(const GgufMix& mix, const WeightShape& shape,
                          const Architecture& architecture, bool importanceMatrix);

/// The type that a row of so many values gets where `type` does not fill it.
std::string_view ggufFallback(std::string_view type, std::int64_t columns);

}  // namespace zeropoint
