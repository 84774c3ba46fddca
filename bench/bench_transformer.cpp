// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A training step (forward, backward, AdamW with clipping) and an evaluation, at the two shapes
// that the project's bars name. The argument is the number of threads.
#include "core/support/random.h"
#include "core/training/batch_runner.h"
#include "core/training/optimizer.h"

#include <benchmark/benchmark.h>

namespace {

using namespace zeropoint;

TransformerConfig visionModel() {
    TransformerConfig config;
    config.input = InputKind::Patches;
    config.patchSize = 4;
    config.context = 16;
    config.outputs = 10;
    config.layers = 2;
    config.width = 64;
    config.heads = 4;
    config.causal = false;
    config.pooled = true;
    return config;
}

TransformerConfig characterModel() {
    TransformerConfig config;
    config.vocabulary = 97;
    config.outputs = 97;
    config.context = 64;
    config.layers = 4;
    config.width = 128;
    config.heads = 4;
    return config;
}

struct RandomBatch {
    std::vector<std::int32_t> tokens;
    std::vector<std::int32_t> targets;
    std::vector<float> patches;
    Batch<float> batch;

    RandomBatch(const TransformerConfig& config, std::size_t sequences) {
        Random random(1);
        const std::size_t rows = sequences * config.context;
        const bool patchInput = config.input == InputKind::Patches;
        for (std::size_t i = 0; i < rows; ++i) {
            tokens.push_back(static_cast<std::int32_t>(random.below(config.vocabulary)));
        }
        for (std::size_t i = 0; i < rows * config.patchSize; ++i) {
            patches.push_back(static_cast<float>(random.uniform()));
        }
        for (std::size_t i = 0; i < (config.pooled ? sequences : rows); ++i) {
            targets.push_back(static_cast<std::int32_t>(random.below(config.outputs)));
        }
        batch = {sequences, config.context, 0, tokens, {}, targets};
        if (patchInput) {
            batch.tokens = {};
            batch.patches = patches;
        }
    }
};

void trainingStep(benchmark::State& state, const TransformerConfig& config, std::size_t sequences) {
    ThreadPool pool(static_cast<unsigned>(state.range(0)));
    auto model = Transformer<float>::create(config, 1).value();
    const RandomBatch data(config, sequences);
    BatchRunner<float> runner;
    Optimizer<float> optimizer;
    AlignedVector<float> gradients;
    for (auto _ : state) {
        benchmark::DoNotOptimize(runner.gradients(model, data.batch, {}, &pool, gradients));
        clipGradients<float>(gradients, gradientNorm<float>(model.parameters(), gradients), 1.0);
        optimizer.step(model.parameters(), gradients, 1e-3, &pool);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(sequences));
}

void visionStep(benchmark::State& state) {
    trainingStep(state, visionModel(), 64);
}
void characterStep(benchmark::State& state) {
    trainingStep(state, characterModel(), 16);
}

void visionEvaluation(benchmark::State& state) {
    ThreadPool pool(static_cast<unsigned>(state.range(0)));
    const TransformerConfig config = visionModel();
    const auto model = Transformer<float>::create(config, 1).value();
    const RandomBatch data(config, 360);
    BatchRunner<float> runner;
    for (auto _ : state) {
        benchmark::DoNotOptimize(runner.evaluate(model, data.batch, {}, &pool));
    }
}

}  // namespace

BENCHMARK(visionStep)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(characterStep)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(visionEvaluation)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
