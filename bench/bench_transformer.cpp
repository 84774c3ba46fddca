// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A training step (forward, backward, AdamW with clipping) and an evaluation, at the two shapes
// that the project's bars name, on one thread and on two. The yardstick is PyTorch
// (support/torch_transformer.py does the same jobs). Beside both stands the time that the job's
// matrix products alone would take at the peak of the CPU: what no program can be faster than.
#include "core/support/cpu_level.h"
#include "core/training/batch_runner.h"
#include "core/training/optimizer.h"
#include "support/models.h"
#include "support/multiply_add_peak.h"
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

/// Floating-point operations of the matrix products of one forward pass that cannot be left out:
/// every linear layer over its rows, and attention over the pairs of positions that see each other.
double forwardProducts(const TransformerConfig& config, std::size_t sequences) {
    const double length = static_cast<double>(config.context);
    const double rows = static_cast<double>(sequences) * length;
    double operations = 0;
    for (const WeightSite& site : Transformer<float>::create(config, 1).value().sites()) {
        const bool once = config.pooled && site.name == "head";
        const double weights = static_cast<double>(site.out * site.in);
        operations += site.linear ? 2 * weights * (once ? rows / length : rows) : 0;
    }
    const double pairs = config.causal ? length * (length + 1) / 2 : length * length;
    return operations + 4.0 * static_cast<double>(sequences * config.layers * config.width) * pairs;
}

/// A training step needs each product twice more, for the gradients of weights and of inputs; the
/// patches are no one's output and need none.
double stepProducts(const TransformerConfig& config, std::size_t sequences) {
    const double patches = config.input == InputKind::Patches
                               ? 2.0 * static_cast<double>(sequences * config.context *
                                                           config.patchSize * config.width)
                               : 0;
    return 3 * forwardProducts(config, sequences) - patches;
}

void addProductsAtPeak(const std::string& name, double operations, unsigned threads) {
    static const double peak = multiplyAddPeak(cpuLevel());
    if (peak > 0) {
        addMeasured(name + "/products_at_peak", {operations / peak / threads, operations / peak});
    }
}

/// One thread against PyTorch's one, and two threads against its better choice of one and two.
template <typename Job>
void addJob(const PeerFigures& peer, const std::string& name, Job job, double products,
            const TransformerConfig& config, std::size_t sequences) {
    const auto add = [&](const std::string& own, unsigned threads) {
        benchmark::RegisterBenchmark(
            (own + "/zeropoint").c_str(),
            [=](benchmark::State& state) { job(state, config, sequences, threads); })
            ->Unit(benchmark::kMillisecond)
            ->MeasureProcessCPUTime()
            ->UseRealTime();
        addProductsAtPeak(own, products, threads);
    };
    addPeer(peer, name + "_on_1", name + "_1_thread");
    add(name + "_1_thread", 1);
    addPeer(peer, name, name + "_2_threads", "pytorch_better_of_1_and_2");
    add(name + "_2_threads", 2);
}

void registerAll() {
    const PeerFigures peer =
        peerFigures("torch_transformer.py vision_step character_step vision_evaluation");
    const auto addStep = [&](const std::string& name, const TransformerConfig& config,
                             std::size_t sequences) {
        addJob(peer, name, trainingStep, stepProducts(config, sequences), config, sequences);
    };
    addStep("vision_step", visionModel(), 64);
    addStep("character_step", characterModel(), 16);
    addJob(peer, "vision_evaluation", evaluation, forwardProducts(visionModel(), 360),
           visionModel(), 360);
}

const Registration registration(registerAll);

}  // namespace
