// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/activation.h"

#include "core/nn/fast_math.h"

namespace zeropoint {
namespace {

template <typename T>
void gelu(std::span<const T> x, T* y, T* derivative) {
    for (std::size_t i = 0; i < x.size(); ++i) {
        const T value = x[i];
        const NormalPoint<T> point = normalPoint(value);
        y[i] = value * point.cumulative;
        if (derivative != nullptr) {
            derivative[i] = point.cumulative + value * point.density;
        }
    }
}

template <typename T>
void silu(std::span<const T> x, T* y, T* derivative) {
    for (std::size_t i = 0; i < x.size(); ++i) {
        const T value = x[i];
        const T sigmoid = T(1) / (T(1) + fastExp(-value));
        y[i] = value * sigmoid;
        if (derivative != nullptr) {
            derivative[i] = sigmoid * (T(1) + value * (T(1) - sigmoid));
        }
    }
}

}  // namespace

template <typename T>
void activationForward(ActivationKind kind, std::span<const T> x, std::span<T> y,
                       std::span<T> derivative) {
    T* kept = derivative.empty() ? nullptr : derivative.data();
    if (kind == ActivationKind::Gelu) {
        gelu(x, y.data(), kept);
    } else {
        silu(x, y.data(), kept);
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
