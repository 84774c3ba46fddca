// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What fake quantizers cost: a training step (forward, backward, AdamW with clipping) through INT8
// weights per channel and INT8 inputs with an averaged range, as the ratio to the plain step of the
// same model. Plain and quantized steps alternate in one loop and processor time is counted, so
// that a busy machine slows down neither alone. The bar is 1.25. The argument is the number of
// threads.
#include "core/data/dataset.h"
#include "core/methods/qat.h"
#include "core/support/random.h"
#include "core/training/batch_runner.h"
#include "core/training/optimizer.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
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

BatchStorage randomBatch(const TransformerConfig& config, std::size_t sequences) {
    Random random(1);
    BatchStorage batch;
    batch.sequences = sequences;
    batch.length = config.context;
    const std::size_t rows = sequences * config.context;
    if (config.input == InputKind::Patches) {
        batch.patches.resize(rows * config.patchSize);
        std::generate(batch.patches.begin(), batch.patches.end(),
                      [&random] { return static_cast<float>(random.uniform()); });
    } else {
        batch.tokens.resize(rows);
        std::generate(batch.tokens.begin(), batch.tokens.end(),
                      [&] { return static_cast<std::int32_t>(random.below(config.vocabulary)); });
    }
    batch.targets.resize(config.pooled ? sequences : rows);
    std::generate(batch.targets.begin(), batch.targets.end(),
                  [&] { return static_cast<std::int32_t>(random.below(config.outputs)); });
    return batch;
}

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
        attachQat(m_model, int8Recipe(config.inputs != InputTraining::MovingAverage), config)
            .value();
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

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void qatStep(benchmark::State& state, const TransformerConfig& config, std::size_t sequences,
             const QatConfig& qat) {
    ThreadPool pool(static_cast<unsigned>(state.range(0)));
    const BatchStorage batch = randomBatch(config, sequences);
    Run plain(config);
    Run quantized(config);
    quantized.quantize(qat);
    std::vector<double> plainSeconds;
    std::vector<double> quantizedSeconds;
    for (auto _ : state) {
        plainSeconds.push_back(plain.seconds(batch, pool));
        quantizedSeconds.push_back(quantized.seconds(batch, pool));
    }
    state.counters["fp32_ms"] = median(plainSeconds) * 1e3;
    state.counters["qat_ms"] = median(quantizedSeconds) * 1e3;
    state.counters["ratio"] = median(quantizedSeconds) / median(plainSeconds);
}

void visionQat(benchmark::State& state) {
    qatStep(state, visionModel(), 64, {});
}
void characterQat(benchmark::State& state) {
    qatStep(state, characterModel(), 16, {});
}
void visionLsq(benchmark::State& state) {
    qatStep(state, visionModel(), 64, {WeightTraining::Lsq, InputTraining::Lsq});
}

}  // namespace

BENCHMARK(visionQat)->Name("vision step/averaged ranges")->Arg(1)->Arg(2);
BENCHMARK(visionLsq)->Name("vision step/LSQ")->Arg(1)->Arg(2);
BENCHMARK(characterQat)->Name("character step/averaged ranges")->Arg(1)->Arg(2);
