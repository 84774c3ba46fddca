// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/estimate.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint {

/// A question to the estimator as a list of options or a form holds it: names and numbers. What is
/// absent gets its default in requestOf().
struct MemoryChoices {
    std::string mode = "inference";  ///< inference, full, lora, qlora, qat
    /// Of the weights; empty: bf16, and for qlora nf4 in blocks of 64 with double quantization.
    std::string format;
    std::int64_t block = 0;  ///< values of a row that share a scale; 0: as the format says
    std::int64_t doubleQuant = 0;
    std::string scaleFormat = "fp32";  ///< fp32, fp16, bf16, e8m0
    bool asymmetric = false;
    bool importanceMatrix = false;
    std::string embedding, head, norms;  ///< formats of their own; empty: as the plan says
    std::vector<std::string> types;      ///< "attn_v=q8_0"

    std::optional<std::int64_t> context, cells, windowCells;
    std::int64_t batch = 1;
    std::string kvFormat = "f16";
    std::string keyFormat, valueFormat;  ///< empty: kvFormat
    std::string cacheForm = "compact";   ///< compact, latent-transposed, expanded, every-head

    std::int64_t rank = AdapterSettings{}.rank;
    std::vector<std::string> targets = AdapterSettings{}.targets;
    bool adaptersApart = false;
    std::string optimizer = "adamw";  ///< adamw, adamw8bit, sgd
    std::optional<double> bytesPerParameter;
    std::string states;  ///< id of a StateAssumption; empty: that of bytesPerParameter, else 16
    bool checkpointing = false;
    bool keepsScores = false;
    bool everyLogit = false;
    std::string activations = "bf16";  ///< bf16, fp16, fp32
    std::int64_t microBatch = 512;
    std::int64_t overhead = 0;  ///< bytes

    bool operator==(const MemoryChoices&) const = default;
};

/// The request of a model (`model.architecture`, `model.parameters`; the rest of it is replaced).
/// InvalidArgument: a name that is unknown or settings that contradict each other; `where` names
/// the choices with dashes between words ("double-quant, block", "kv-format q9").
Result<MemoryRequest> requestOf(const MemoryChoices& choices, MemoryRequest model);

/// Codes with scales whose block can be chosen: not a float format, a block format or a GGUF mix.
bool takesScales(std::string_view format);

/// Figures of an architecture that are set apart from it; 0 leaves one as it is.
struct ModelSizes {
    std::int64_t layers = 0;
    std::int64_t hidden = 0;
    std::int64_t heads = 0;
    std::int64_t kvHeads = 0;
    std::int64_t headDim = 0;
    std::int64_t ffn = 0;
    std::int64_t vocabulary = 0;

    bool operator==(const ModelSizes&) const = default;
};

/// The same kind of model in other sizes: a pattern of layers goes on or is cut. Published counts
/// no longer hold and are dropped. Not validated.
Architecture resized(Architecture architecture, const ModelSizes& sizes);

}  // namespace zeropoint
