// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A training step (forward, backward, AdamW with clipping) and an evaluation, at the two shapes
// that the project's bars name, on one thread and on two. The yardstick is PyTorch's better one of
// both (support/torch_transformer.py does the same jobs).
#include "core/training/batch_runner.h"
#include "core/training/optimizer.h"
#include "support/models.h"
#include "support/peer.h"

#include <benchmark/benchmark.h>

#include <map>
#include <string>

namespace {

using namespace zeropoint;

void trainingStep(benchmark::State& state, const TransformerConfig& config, std::size_t sequences,
                  unsigned threads) {
    ThreadPool pool(threads);
    auto model = Transformer<float>::create(config, 1).value();
    const BatchStorage data = randomBatch(config, sequences);
    BatchRunner<float> runner;
    Optimizer<float> optimizer;
    AlignedVector<float> gradients;
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(runner.gradients(model, data.view(), {}, &pool, gradients));
        clipGradients<float>(gradients, gradientNorm<float>(model.parameters(), gradients), 1.0);
        optimizer.step(model.parameters(), gradients, 1e-3, &pool);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(sequences));
}

void evaluation(benchmark::State& state, const TransformerConfig& config, std::size_t sequences,
                unsigned threads) {
    ThreadPool pool(threads);
    const auto model = Transformer<float>::create(config, 1).value();
    const BatchStorage data = randomBatch(config, sequences);
    BatchRunner<float> runner;
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(runner.evaluate(model, data.view(), {}, &pool));
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
