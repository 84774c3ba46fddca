// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A training step (forward, backward, AdamW with clipping) and an evaluation, at the two shapes
// that the project's bars name, on one thread and on two. The yardstick is PyTorch
// (support/torch_transformer.py does the same jobs).
#include "core/training/batch_runner.h"
#include "core/training/optimizer.h"
#include "support/models.h"
#include "support/peer.h"
#include "support/registration.h"

#include <benchmark/benchmark.h>

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

/// One thread against PyTorch's one, and two threads against its better choice of one and two.
template <typename Job>
void addJob(const PeerFigures& peer, const std::string& name, Job job,
            const TransformerConfig& config, std::size_t sequences) {
    const auto add = [&](const std::string& own, unsigned threads) {
        benchmark::RegisterBenchmark(
            (own + "/zeropoint").c_str(),
            [=](benchmark::State& state) { job(state, config, sequences, threads); })
            ->Unit(benchmark::kMillisecond)
            ->MeasureProcessCPUTime()
            ->UseRealTime();
    };
    addPeer(peer, name + "_on_1", name + "_1_thread");
    add(name + "_1_thread", 1);
    addPeer(peer, name, name + "_2_threads", "pytorch_better_of_1_and_2");
    add(name + "_2_threads", 2);
}

void registerAll() {
    const PeerFigures peer =
        peerFigures("torch_transformer.py vision_step character_step vision_evaluation");
    addJob(peer, "vision_step", trainingStep, visionModel(), 64);
    addJob(peer, "character_step", trainingStep, characterModel(), 16);
    addJob(peer, "vision_evaluation", evaluation, visionModel(), 360);
}

const Registration registration(registerAll);

}  // namespace
