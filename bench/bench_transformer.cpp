// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A training step (forward, backward, AdamW with clipping) and an evaluation, at the two shapes
// that the project's bars name, on one thread and on two. The yardstick is PyTorch's better one of
// both (support/torch_transformer.py does the same jobs).
#include "core/support/random.h"
#include "core/training/batch_runner.h"
#include "core/training/optimizer.h"
#include "support/peer.h"

#include <benchmark/benchmark.h>

#include <map>
#include <string>
#include <vector>

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

void trainingStep(benchmark::State& state, const TransformerConfig& config, std::size_t sequences,
                  unsigned threads) {
    ThreadPool pool(threads);
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

void evaluation(benchmark::State& state, const TransformerConfig& config, std::size_t sequences,
                unsigned threads) {
    ThreadPool pool(threads);
    const auto model = Transformer<float>::create(config, 1).value();
    const RandomBatch data(config, sequences);
    BatchRunner<float> runner;
    for (auto _ : state) {
        benchmark::DoNotOptimize(runner.evaluate(model, data.batch, {}, &pool));
    }
}

template <typename Job>
void addThreads(const std::string& name, Job job, const TransformerConfig& config,
                std::size_t sequences) {
    for (const unsigned threads : {1U, 2U}) {
        benchmark::RegisterBenchmark(
            (name + "/zeropoint_on_" + std::to_string(threads)).c_str(),
            [=](benchmark::State& state) { job(state, config, sequences, threads); })
            ->Unit(benchmark::kMillisecond)
            ->UseRealTime();
    }
}

bool registerAll() {
    const std::map<std::string, double> peer = peerFigures(
        "torch_transformer.py vision_step character_step "
        "vision_evaluation");
    addPeer(peer, "vision_step");
    addThreads("vision_step", trainingStep, visionModel(), 64);
    addPeer(peer, "character_step");
    addThreads("character_step", trainingStep, characterModel(), 16);
    addPeer(peer, "vision_evaluation");
    addThreads("vision_evaluation", evaluation, visionModel(), 360);
    return true;
}

const bool registered = registerAll();

}  // namespace
