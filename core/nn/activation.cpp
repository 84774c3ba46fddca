// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/activation.h"

#include "core/nn/fast_math.h"

namespace zeropoint {
namespace {

/// Keeps: whether the derivative is written too, decided before the loop: a store under a condition
/// is vector code on AVX2 and AVX-512 alone.
template <bool Keeps, typename T>
void gelu(std::span<const T> x, T* y, T* derivative) {
    for (std::size_t i = 0; i < x.size(); ++i) {
        const T value = x[i];
        const NormalPoint<T> point = normalPoint(value);
        y[i] = value * point.cumulative;
        if constexpr (Keeps) {
            derivative[i] = point.cumulative + value * point.density;
        }
    }
}

template <bool Keeps, typename T>
void silu(std::span<const T> x, T* y, T* derivative) {
    for (std::size_t i = 0; i < x.size(); ++i) {
        const T value = x[i];
        const T sigmoid = fastSigmoid(value);
        y[i] = value * sigmoid;
        if constexpr (Keeps) {
            derivative[i] = sigmoid * (T(1) + value * (T(1) - sigmoid));
        }
    }
}

template <bool Keeps, typename T>
void activate(ActivationKind kind, std::span<const T> x, T* y, T* derivative) {
    kind == ActivationKind::Gelu ? gelu<Keeps>(x, y, derivative) : silu<Keeps>(x, y, derivative);
}

}  // namespace

template <typename T>
void activationForward(ActivationKind kind, std::span<const T> x, std::span<T> y,
                       std::span<T> derivative) {
    if (derivative.empty()) {
        activate<false, T>(kind, x, y.data(), nullptr);
    } else {
        activate<true, T>(kind, x, y.data(), derivative.data());
    }
}

template <typename T>
void activationBackward(std::span<const T> derivative, std::span<T> gradient) {
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        gradient[i] *= derivative[i];
    }
}

template void activationForward<float>(ActivationKind, std::span<const float>, std::span<float>,
                                       std::span<float>);
template void activationForward<double>(ActivationKind, std::span<const double>, std::span<double>,
                                        std::span<double>);
template void activationBackward<float>(std::span<const float>, std::span<float>);
template void activationBackward<double>(std::span<const double>, std::span<double>);

}  // namespace zeropoint
