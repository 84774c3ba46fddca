// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Post-training quantization. The argument is the number of threads. Bars: GPTQ of a 1024x1024
// layer with a given Hessian under 1 s on 2 threads; PTQ of the digits model with its calibration
// and accuracy under 150 ms; a live score after a change under 100 ms.
#include "core/methods/analysis/live_accuracy.h"
#include "core/methods/ptq/gptq.h"
#include "core/methods/ptq/ptq.h"
#include "core/support/random.h"
#include "core/training/checkpoint.h"

#include <benchmark/benchmark.h>

#include <cmath>

namespace {

using namespace zeropoint;

struct Sample {
    Transformer<float> model;
    std::shared_ptr<const Dataset> data;

    explicit Sample(const char* name)
        : Sample(loadCheckpoint(std::string(ZEROPOINT_SAMPLES) + "/" + name + ".safetensors")
                     .value()) {}

private:
    explicit Sample(Checkpoint checkpoint)
        : model(std::move(checkpoint.model)),
          data(openTask(checkpoint.info.task, model.config().context).value()) {}
};

QuantScheme perChannel(const char* format) {
    QuantScheme scheme;
    scheme.format = format;
    scheme.granularity = Granularity::Channel;
    return scheme;
}

QuantRecipe weightsAndActivations(PtqMethod method) {
    QuantRecipe recipe;
    recipe.base.weight = perChannel("int4");
    recipe.base.method = method;
    recipe.base.activation.mode = ActivationMode::Static;
    return recipe;
}

void gptqLayer(benchmark::State& state) {
    constexpr std::size_t size = 1024;
    Random random(1);
    std::vector<float> weight(size * size);
    for (float& value : weight) {
        value = static_cast<float>(0.02 * random.normal());
    }
    // Neighbouring columns hang together, as those of activations do.
    std::vector<double> hessian(size * size);
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j) {
            hessian[i * size + j] = std::pow(0.9, std::abs(double(i) - double(j)));
        }
    }
    const Tensor layer("layer", {size, size}, std::move(weight));
    QuantScheme scheme = perChannel("int4");
    scheme.granularity = Granularity::Group;
    scheme.groupSize = 128;
    ThreadPool pool(static_cast<unsigned>(state.range(0)));
    const Execution execution{&pool, {}, {}};
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(gptqWeight(layer, scheme, hessian, {}, execution).value());
    }
}
BENCHMARK(gptqLayer)
    ->Name("gptq-1024/group-128")
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

void ptqOfDigits(benchmark::State& state, PtqMethod method) {
    const Sample sample("digits");
    const QuantRecipe recipe = weightsAndActivations(method);
    ThreadPool pool(static_cast<unsigned>(state.range(0)));
    const Execution execution{&pool, {}, {}};
    BatchRunner<float> runner;
    while (state.KeepRunning()) {
        const auto quantized = applyPtq(sample.model, *sample.data, recipe, execution).value();
        benchmark::DoNotOptimize(
            evaluateOn(quantized.model, *sample.data, runner, execution).value());
    }
}
BENCHMARK_CAPTURE(ptqOfDigits, rtn, PtqMethod::RoundToNearest)
    ->Name("ptq-digits/rtn")
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(ptqOfDigits, gptq, PtqMethod::Gptq)
    ->Name("ptq-digits/gptq")
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(ptqOfDigits, awq, PtqMethod::Awq)
    ->Name("ptq-digits/awq")
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(ptqOfDigits, adaround, PtqMethod::AdaRound)
    ->Name("ptq-digits/adaround")
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(ptqOfDigits, hqq, PtqMethod::Hqq)
    ->Name("ptq-digits/hqq")
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

/// A hand drags the range of one layer, or of all.
void liveScore(benchmark::State& state, const char* name, bool all) {
    const Sample sample(name);
    QuantRecipe recipe = weightsAndActivations(PtqMethod::RoundToNearest);
    recipe.overrides = {{"layers.1.ff1", recipe.base}};
    ThreadPool pool(static_cast<unsigned>(state.range(0)));
    const Execution execution{&pool, {}, {}};
    auto live = LiveAccuracy::create(sample.model, *sample.data, recipe, 500, execution).value();
    double range = 0.5;
    while (state.KeepRunning()) {
        range = range > 0.4 ? 0.2 : range + 0.01;
        SiteRecipe& dragged = all ? recipe.base : recipe.overrides[0].recipe;
        dragged.weight->range = {RangeMethod::Kind::Explicit, 99.9, -range, range};
        benchmark::DoNotOptimize(live.score(recipe, execution).value());
    }
}
BENCHMARK_CAPTURE(liveScore, digitsOne, "digits", false)
    ->Name("live-score/digits-one-layer")
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(liveScore, digitsAll, "digits", true)
    ->Name("live-score/digits-all-layers")
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(liveScore, sortOne, "sort", false)
    ->Name("live-score/sort-one-layer")
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
