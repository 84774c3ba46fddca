// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/parameters.h"
#include "core/support/parallel.h"

#include <cstdint>
#include <span>
#include <vector>

namespace zeropoint {

enum class OptimizerKind {
    AdamW,  ///< Loshchilov and Hutter 2019: moments with bias correction, decoupled weight decay
    Sgd,    ///< with momentum: v = momentum * v + g; p -= rate * v; decoupled weight decay
};

struct OptimizerConfig {
    OptimizerKind kind = OptimizerKind::AdamW;
    double beta1 = 0.9;
    double beta2 = 0.999;
    double epsilon = 1e-8;
    double momentum = 0.9;      ///< Sgd only
    double weightDecay = 0.01;  ///< p -= rate * weightDecay * p, on parameters that decay

    bool operator==(const OptimizerConfig&) const = default;
};

/// The state of an optimizer over a model's parameters, in their flat layout.
template <typename T>
class Optimizer {
public:
    explicit Optimizer(const OptimizerConfig& config = {}) : m_config(config) {}

    /// One step on the trainable parameters; gradients in their layout. Element by element, so the
    /// same bits on any number of threads.
    void step(Parameters<T>& parameters, std::span<const T> gradients, double learningRate,
              ThreadPool* pool = nullptr);

    const OptimizerConfig& config() const { return m_config; }
    std::uint64_t steps() const { return m_steps; }
    /// AdamW: exp_avg and exp_avg_sq; Sgd: velocity and nothing. Empty before the first step.
    std::span<T> firstMoment() { return m_first; }
    std::span<T> secondMoment() { return m_second; }
    /// Bytes of state that it keeps: what training costs beside weights and gradients.
    std::size_t bytes() const { return (m_first.size() + m_second.size()) * sizeof(T); }

    /// Takes up a saved state: `steps` done, moments of `size` values to be filled by the caller.
    void restore(std::uint64_t steps, std::size_t size);

private:
    void allocate(std::size_t size);

    OptimizerConfig m_config;
    std::uint64_t m_steps = 0;
    AlignedVector<T> m_first;
    AlignedVector<T> m_second;
};

/// Euclidean norm of the gradients of the trainable parameters, accumulated in double in a fixed
/// order.
template <typename T>
double gradientNorm(const Parameters<T>& parameters, std::span<const T> gradients);

/// Scales the gradients down to `largest` when norm exceeds it. largest 0: no clipping.
template <typename T>
void clipGradients(std::span<T> gradients, double norm, double largest);

extern template class Optimizer<float>;
extern template class Optimizer<double>;

}  // namespace zeropoint
