// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/norm.h"

#include "core/nn/lanes.h"

#include <cmath>

namespace zeropoint {
namespace {

template <typename T>
void forwardRow(NormKind kind, const T* x, std::size_t width, T& mean, T& inverseRoot) {
    const T count = static_cast<T>(width);
    mean = kind == NormKind::LayerNorm
               ? laneSum<T>(width, [x](std::size_t i) { return x[i]; }) / count
               : T(0);
    const T centre = mean;
    const T variance = laneSum<T>(width,
                                  [x, centre](std::size_t i) {
                                      const T d = x[i] - centre;
                                      return d * d;
                                  }) /
                       count;
    inverseRoot = T(1) / std::sqrt(variance + T(normEpsilon));
}

/// With n = normalised x and g = yGradient * weight:
/// xGradient += inverseRoot * (g - mean(g) - n * mean(g * n)); RmsNorm has no mean(g).
template <typename T>
void backwardRow(NormKind kind, const T* x, const T* weight, T mean, T inverseRoot, const T* dy,
                 T* dx, std::size_t width) {
    const T count = static_cast<T>(width);
    const T meanG =
        kind == NormKind::LayerNorm
            ? laneSum<T>(width, [=](std::size_t i) { return dy[i] * weight[i]; }) / count
            : T(0);
    const T meanGN = laneSum<T>(width,
                                [=](std::size_t i) {
                                    return dy[i] * weight[i] * ((x[i] - mean) * inverseRoot);
                                }) /
                     count;
    for (std::size_t i = 0; i < width; ++i) {
        const T n = (x[i] - mean) * inverseRoot;
        dx[i] += inverseRoot * (dy[i] * weight[i] - meanG - n * meanGN);
    }
}

}  // namespace

template <typename T>
void normForward(NormKind kind, std::span<const T> x, std::span<const T> weight,
                 std::span<const T> bias, std::span<T> y, const NormKept<T>& kept) {
    const std::size_t width = weight.size();
    for (std::size_t row = 0; row * width < x.size(); ++row) {
        const T* in = x.data() + row * width;
        T* out = y.data() + row * width;
        T mean = 0;
        T inverseRoot = 0;
        forwardRow(kind, in, width, mean, inverseRoot);
        kept.mean[row] = mean;
        kept.inverseRoot[row] = inverseRoot;
        for (std::size_t i = 0; i < width; ++i) {
            out[i] = (in[i] - mean) * inverseRoot * weight[i];
        }
        for (std::size_t i = 0; i < bias.size(); ++i) {
            out[i] += bias[i];
        }
    }
}

template <typename T>
void normBackward(NormKind kind, std::span<const T> x, std::span<const T> weight,
                  const NormKept<T>& kept, std::span<const T> yGradient, std::span<T> xGradient,
                  std::span<T> weightGradient, std::span<T> biasGradient) {
    const std::size_t width = weight.size();
    for (std::size_t row = 0; row * width < x.size(); ++row) {
        const T* in = x.data() + row * width;
        const T* dy = yGradient.data() + row * width;
        const T mean = kept.mean[row];
        const T inverseRoot = kept.inverseRoot[row];
        backwardRow(kind, in, weight.data(), mean, inverseRoot, dy, xGradient.data() + row * width,
                    width);
        for (std::size_t i = 0; i < weightGradient.size(); ++i) {
            weightGradient[i] += dy[i] * (in[i] - mean) * inverseRoot;
        }
        for (std::size_t i = 0; i < biasGradient.size(); ++i) {
            biasGradient[i] += dy[i];
        }
    }
}

#define ZEROPOINT_INSTANTIATE(T)                                                        \
    template void normForward<T>(NormKind, std::span<const T>, std::span<const T>,      \
                                 std::span<const T>, std::span<T>, const NormKept<T>&); \
    template void normBackward<T>(NormKind, std::span<const T>, std::span<const T>,     \
                                  const NormKept<T>&, std::span<const T>, std::span<T>, \
                                  std::span<T>, std::span<T>);
ZEROPOINT_INSTANTIATE(float)
ZEROPOINT_INSTANTIATE(double)
#undef ZEROPOINT_INSTANTIATE

}  // namespace zeropoint
