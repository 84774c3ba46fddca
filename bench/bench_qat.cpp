// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What fake quantizers cost: a training step (forward, backward, AdamW with clipping) through INT8
// weights per channel and INT8 inputs with an averaged range, as the ratio to the plain step of the
// same model. Plain and quantized steps alternate in one loop and processor time is counted, so
// that a busy machine slows down neither alone. The bar is 1.15. What stands against PyTorch's
// quantization-aware step (its better one of one and two threads) is the wall time of ours.
#include "core/methods/qat/qat.h"
#include "core/training/batch_runner.h"
#include "core/training/optimizer.h"
#include "support/clocks.h"
#include "support/models.h"
#include "support/peer.h"
#include "support/registration.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <ctime>
#include <string>
#include <vector>

namespace {

using namespace zeropoint;

QuantRecipe int8Recipe(bool symmetricInputs) {
    QuantRecipe recipe;
    recipe.base.weight = QuantScheme{};
    recipe.base.weight->granularity = Granularity::Channel;
    recipe.base.activation.mode = ActivationMode::Static;
    recipe.base.activation.scheme.format = symmetricInputs ? "int8" : "uint8";
    recipe.base.activation.scheme.symmetric = symmetricInputs;
    return recipe;
}

/// One model with what training it needs.
class Run {
public:
    explicit Run(const TransformerConfig& config)
        : m_model(Transformer<float>::create(config, 1).value()) {}

    void quantize(const QatConfig& config) {
        attachQat(m_model, int8Recipe(config.inputs != InputTraining::Observed), config).value();
    }

    double seconds(const BatchStorage& batch, ThreadPool& pool) {
        const std::clock_t start = std::clock();
        benchmark::DoNotOptimize(m_runner.gradients(m_model, batch.view(), {}, &pool, m_gradients));
        clipGradients<float>(m_gradients, gradientNorm<float>(m_model.parameters(), m_gradients),
                             1.0);
        m_optimizer.step(m_model.parameters(), m_gradients, 1e-3, &pool);
        return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    }

private:
    Transformer<float> m_model;
    BatchRunner<float> m_runner;
    Optimizer<float> m_optimizer;
    AlignedVector<float> m_gradients;
};

void qatStep(benchmark::State& state, const TransformerConfig& config, std::size_t sequences,
             const QatConfig& qat, unsigned threads) {
    using Clock = std::chrono::steady_clock;
    ThreadPool pool(threads);
    const BatchStorage batch = randomBatch(config, sequences);
    Run plain(config);
    Run quantized(config);
    quantized.quantize(qat);
    std::vector<double> plainSeconds;
    std::vector<double> quantizedSeconds;
    while (state.KeepRunning()) {
        plainSeconds.push_back(plain.seconds(batch, pool));
        const Clock::time_point start = Clock::now();
        quantizedSeconds.push_back(quantized.seconds(batch, pool));
        state.SetIterationTime(std::chrono::duration<double>(Clock::now() - start).count());
    }
    state.counters["fp32_cpu_ms"] = median(plainSeconds) * 1e3;
    state.counters["cpu_seconds"] = median(quantizedSeconds);
    state.counters["to_fp32"] = median(quantizedSeconds) / median(plainSeconds);
}

void addStep(const std::string& name, const TransformerConfig& config, std::size_t sequences,
             const QatConfig& qat) {
    for (const unsigned threads : {1U, 2U}) {
        benchmark::RegisterBenchmark(
            (name + "_on_" + std::to_string(threads)).c_str(),
            [=](benchmark::State& state) { qatStep(state, config, sequences, qat, threads); })
            ->Unit(benchmark::kMillisecond)
            ->UseManualTime();
    }
}

void registerAll() {
    const PeerFigures peer = peerFigures("torch_transformer.py vision_qat_step character_qat_step");
    addPeer(peer, "vision_qat_step");
    addStep("vision_qat_step/averaged", visionModel(), 64, {});
    addStep("vision_qat_step/lsq", visionModel(), 64, {WeightTraining::Lsq, InputTraining::Lsq});
    addPeer(peer, "character_qat_step");
    addStep("character_qat_step/averaged", characterModel(), 16, {});
    addStep("character_qat_step/lsq", characterModel(), 16,
            {WeightTraining::Lsq, InputTraining::Lsq});
}

const Registration registration(registerAll);

}  // namespace
