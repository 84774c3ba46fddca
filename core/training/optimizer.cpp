// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/optimizer.h"

#include "core/nn/lanes.h"
#include "core/training/batch_runner.h"

#include <cmath>

namespace zeropoint {
namespace {

/// The numbers of one AdamW step, in the order in which PyTorch applies them.
template <typename T>
struct AdamStep {
    T beta1, beta2, epsilon;
    T stepSize;        ///< rate / (1 - beta1^t)
    T rootCorrection;  ///< sqrt(1 - beta2^t)
    T keep;            ///< 1 - rate * weightDecay

    AdamStep(const OptimizerConfig& config, double rate, std::uint64_t step)
        : beta1(static_cast<T>(config.beta1)),
          beta2(static_cast<T>(config.beta2)),
          epsilon(static_cast<T>(config.epsilon)),
          stepSize(static_cast<T>(rate / (1 - std::pow(config.beta1, static_cast<double>(step))))),
          rootCorrection(
              static_cast<T>(std::sqrt(1 - std::pow(config.beta2, static_cast<double>(step))))),
          keep(static_cast<T>(1 - rate * config.weightDecay)) {}

    void apply(T* p, const T* g, T* m, T* v, std::size_t size, bool decays) const {
        const T kept = decays ? keep : T(1);
        for (std::size_t i = 0; i < size; ++i) {
            // 1 - beta in T, as the decay beside it: PyTorch's FP32 takes it from double, which
            // makes its second moments 1.3e-5 of themselves larger. Shipped models are trained so.
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            p[i] = p[i] * kept - stepSize * (m[i] / (std::sqrt(v[i]) / rootCorrection + epsilon));
        }
    }
};

template <typename T>
void applySgd(const OptimizerConfig& config, T rate, const ParameterEntry& entry, T* p, const T* g,
              T* v) {
    const T momentum = static_cast<T>(config.momentum);
    const T keep = entry.decays ? 1 - rate * static_cast<T>(config.weightDecay) : T(1);
    for (std::size_t i = 0; i < entry.size; ++i) {
        v[i] = momentum * v[i] + g[i];
        p[i] = p[i] * keep - rate * v[i];
    }
}

}  // namespace

template <typename T>
void Optimizer<T>::allocate(std::size_t size) {
    m_first.resize(size);
    m_second.resize(m_config.kind == OptimizerKind::AdamW ? size : 0);
}

template <typename T>
void Optimizer<T>::restore(std::uint64_t steps, std::size_t size) {
    m_steps = steps;
    allocate(size);
}

template <typename T>
void Optimizer<T>::step(Parameters<T>& parameters, std::span<const T> gradients,
                        double learningRate, ThreadPool* pool) {
    allocate(parameters.size());
    ++m_steps;
    const AdamStep<T> adam(m_config, learningRate, m_steps);
    T* p = parameters.all().data();
    const std::vector<ParameterEntry>& entries = parameters.entries();
    runOn(pool, entries.size(), [&](std::size_t i) {
        const ParameterEntry& entry = entries[i];
        const std::size_t at = entry.offset;
        if (!entry.trainable) {
            return;
        }
        if (m_config.kind == OptimizerKind::AdamW) {
            adam.apply(p + at, gradients.data() + at, m_first.data() + at, m_second.data() + at,
                       entry.size, entry.decays);
        } else {
            applySgd(m_config, static_cast<T>(learningRate), entry, p + at, gradients.data() + at,
                     m_first.data() + at);
        }
    });
}

template <typename T>
double gradientNorm(const Parameters<T>& parameters, std::span<const T> gradients) {
    double sum = 0;
    for (const ParameterEntry& entry : parameters.entries()) {
        const T* g = gradients.data() + entry.offset;
        sum += laneSum<double>(entry.trainable ? entry.size : 0, [g](std::size_t i) {
            return static_cast<double>(g[i]) * static_cast<double>(g[i]);
        });
    }
    return std::sqrt(sum);
}

template <typename T>
void clipGradients(std::span<T> gradients, double norm, double largest) {
    if (largest <= 0 || !(norm > largest)) {
        return;
    }
    const T factor = static_cast<T>(largest / norm);
    for (T& g : gradients) {
        g *= factor;
    }
}

#define ZEROPOINT_INSTANTIATE(T)                                               \
    template class Optimizer<T>;                                               \
    template double gradientNorm<T>(const Parameters<T>&, std::span<const T>); \
    template void clipGradients<T>(std::span<T>, double, double);
ZEROPOINT_INSTANTIATE(float)
ZEROPOINT_INSTANTIATE(double)
#undef ZEROPOINT_INSTANTIATE

}  // namespace zeropoint
