// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/conversion_note.h"
#include "core/files/weight_file.h"
#include "core/methods/recipe/quant_recipe.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/training/checkpoint.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace zeropoint {

/// A model that was trained here, on its way out.
struct TrainedModel {
    const Transformer<float>* model = nullptr;
    TaskSpec task;     ///< with the alphabet of a text model
    std::string name;  ///< what a file calls it
};

/// How a trained model leaves.
struct TrainedExport {
    std::optional<QuantScheme> scheme;  ///< of the weights, rounded to nearest
    std::optional<QuantRecipe> recipe;  ///< everything that quantizing can do; instead of a scheme
    bool dequantized = false;           ///< the values as they are read back instead of codes
};

struct TrainedReport {
    std::uint64_t bytes = 0;      ///< of the file
    std::size_t weights = 0;      ///< that are quantized in it
    std::size_t activations = 0;  ///< likewise: inputs of layers
    int opset = 0;                ///< of an ONNX file
    std::vector<ConversionNote> notes;
};

/// Whether a file is a checkpoint that 'train' wrote.
bool isCheckpoint(const WeightFile& file);

/// The recipe that rounds every matrix but the learned positions to `scheme`, without data.
QuantRecipe recipeOf(const QuantScheme& scheme);

/// Writes a model: .onnx (onnx_export.h), .gguf (trained_gguf.h; no recipe), or .safetensors with
/// a recipe (core/methods/ptq/quantized_file.h). A recipe that looks at activations opens the task
/// for its calibration batches. InvalidArgument for another ending; errors of what is called.
Result<TrainedReport> exportTrained(const TrainedModel& trained, const std::string& path,
                                    const TrainedExport& how = {}, const Execution& execution = {});

}  // namespace zeropoint
