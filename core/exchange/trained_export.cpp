// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/trained_export.h"

#include "core/exchange/onnx_export.h"
#include "core/exchange/trained_gguf.h"
#include "core/exchange/trained_vocabulary.h"
#include "core/methods/ptq/ptq.h"
#include "core/methods/ptq/quantized_file.h"
#include "core/training/training_run.h"

#include <algorithm>

namespace zeropoint {
namespace {

constexpr std::string_view modelKey = "zeropoint.model";

Result<QuantizedModel> quantizedBy(const QuantRecipe& recipe, const TrainedModel& trained,
                                   const Execution& execution) {
    TaskSpec task = trained.task;
    return openData(task, trained.model->config().context).and_then([&](const auto& data) {
        return applyPtq(*trained.model, *data, recipe, execution);
    });
}

std::vector<std::pair<std::string, std::string>> metadataOf(const TrainedModel& trained) {
    std::vector<std::pair<std::string, std::string>> metadata = {
        {std::string(modelKey), toJson(trained.model->config())},
        {"zeropoint.task", std::string(taskName(trained.task.kind))}};
    if (trained.task.alphabet) {
        metadata.emplace_back("zeropoint.alphabet", trained.task.alphabet->characters());
    }
    return metadata;
}

Result<TrainedReport> writeAsOnnx(const std::string& path, OnnxSource source,
                                  const Execution& execution) {
    return writeOnnx(path, source, execution).map([](const OnnxReport& written) {
        return TrainedReport{
            written.bytes, written.weights, written.activations, written.opset, {}};
    });
}

Result<TrainedReport> exportOnnx(const TrainedModel& trained, const std::string& path,
                                 const TrainedExport& how, const Execution& execution) {
    auto metadata = metadataOf(trained);
    if (!how.recipe && !how.scheme) {
        return writeAsOnnx(path, {trained.model, {}, false, std::move(metadata)}, execution);
    }
    const QuantRecipe recipe = how.recipe ? *how.recipe : recipeOf(*how.scheme);
    metadata.emplace_back(recipeKey, toJson(recipe));
    return quantizedBy(recipe, trained, execution).and_then([&](const QuantizedModel& quantized) {
        return writeAsOnnx(
            path, {&quantized.model, quantized.sites, how.dequantized, std::move(metadata)},
            execution);
    });
}

Result<TrainedReport> exportGguf(const TrainedModel& trained, const std::string& path,
                                 const TrainedExport& how, const Execution& execution) {
    if (how.recipe || how.dequantized) {
        return fail(ErrorCode::InvalidArgument,
                    "A GGUF file of a trained model takes a format for its weights and no more",
                    how.recipe ? "--recipe" : "--dequantized",
                    "Give --format q8_0 or another type of GGUF, or write .onnx");
    }
    const auto vocabulary = vocabularyOf(trained.task, trained.model->config().vocabulary);
    return planTrainedGguf(*trained.model, trained.name, vocabulary, how.scheme, execution)
        .and_then([&](const GgufConversion& made) {
            return writeGguf(path, made.output, execution).map([&](std::uint64_t bytes) {
                TrainedReport report;
                report.bytes = bytes;
                report.weights = made.quantized.size();
                report.notes = made.notes;
                return report;
            });
        });
}

Result<TrainedReport> exportQuantized(const TrainedModel& trained, const std::string& path,
                                      const QuantRecipe& recipe, const Execution& execution) {
    return quantizedBy(recipe, trained, execution).and_then([&](const QuantizedModel& quantized) {
        return writeQuantizedModel(path, quantized, execution).map([&](std::uint64_t bytes) {
            TrainedReport report;
            report.bytes = bytes;
            for (const auto& site : quantized.sites) {
                report.weights += site->weight && site->recipe.weight ? 1 : 0;
                report.activations += site->input ? 1 : 0;
            }
            return report;
        });
    });
}

}  // namespace

bool isCheckpoint(const WeightFile& file) {
    return std::ranges::any_of(file.metadata(),
                               [](const auto& pair) { return pair.first == modelKey; }) &&
           std::ranges::any_of(file.metadata(),
                               [](const auto& pair) { return pair.first == "zeropoint.training"; });
}

QuantRecipe recipeOf(const QuantScheme& scheme) {
    QuantRecipe recipe;
    recipe.base.weight = scheme;
    recipe.embeddings = true;
    recipe.calibration.batches = 0;
    return recipe;
}

Result<TrainedReport> exportTrained(const TrainedModel& trained, const std::string& path,
                                    const TrainedExport& how, const Execution& execution) {
    if (path.ends_with(".onnx")) {
        return exportOnnx(trained, path, how, execution);
    }
    if (path.ends_with(".gguf")) {
        return exportGguf(trained, path, how, execution);
    }
    if (path.ends_with(".safetensors") && how.recipe) {
        return exportQuantized(trained, path, *how.recipe, execution);
    }
    return fail(ErrorCode::InvalidArgument, "A trained model is not written in this format", path,
                "End the name with .onnx or .gguf");
}

}  // namespace zeropoint
