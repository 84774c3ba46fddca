// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What it costs that a shipped model leaves: the largest of them (text) as an ONNX graph in FP32,
// with INT8 weights by channel, and with static INT8 activations, which takes calibration batches;
// and as a GGUF. Each is the whole export, from the model in memory to the file (1 s for ONNX).
#include "core/exchange/trained_export.h"
#include "core/training/checkpoint.h"
#include "support/scratch_files.h"

#include <benchmark/benchmark.h>

#include <string>
#include <utility>

namespace {

using namespace zeropoint;

TrainedExport weightsAlone() {
    QuantScheme scheme;
    scheme.format = "int8";
    scheme.granularity = Granularity::Channel;
    return {scheme, {}, false};
}

TrainedExport staticActivations() {
    QuantRecipe recipe = recipeOf(*weightsAlone().scheme);
    recipe.calibration.batches = 2;
    recipe.calibration.sequences = 8;
    recipe.base.activation.mode = ActivationMode::Static;
    recipe.base.activation.scheme.format = "int8";
    return {{}, recipe, false};
}

void exportModel(benchmark::State& state, const char* ending, const TrainedExport& how) {
    const auto checkpoint = loadCheckpoint(std::string(ZEROPOINT_SAMPLES) + "/text.safetensors");
    if (!checkpoint) {
        state.SkipWithError("the shipped model cannot be read");
        return;
    }
    const Folder folder;
    const std::string path = folder.file("model") + ending;
    ThreadPool pool;
    while (state.KeepRunning()) {
        const auto report = exportTrained({&checkpoint->model, checkpoint->info.task, "text"}, path,
                                          how, {&pool, {}, {}});
        if (!report) {
            state.SkipWithError(report.error().what.c_str());
            return;
        }
        benchmark::DoNotOptimize(report->bytes);
    }
}

BENCHMARK_CAPTURE(exportModel, fp32, ".onnx", TrainedExport{})
    ->Name("onnx_export/fp32")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(exportModel, int8, ".onnx", weightsAlone())
    ->Name("onnx_export/int8_weights")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(exportModel, staticInt8, ".onnx", staticActivations())
    ->Name("onnx_export/int8_static_activations")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(exportModel, gguf, ".gguf", TrainedExport{})
    ->Name("onnx_export/gguf")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
