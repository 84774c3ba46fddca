// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/outlier_studio.h"

#include "core/support/random.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>

namespace zeropoint {
namespace {

std::size_t rowsOf(const Tensor& tensor) {
    return static_cast<std::size_t>(tensor.shape()[0]);
}
std::size_t columnsOf(const Tensor& tensor) {
    return static_cast<std::size_t>(tensor.shape()[1]);
}

std::vector<float> copyOf(const Tensor& tensor) {
    return {tensor.values().begin(), tensor.values().end()};
}

Result<void> checkPair(const Tensor& activations, const Tensor& weights) {
    if (activations.shape().size() != 2 || weights.shape().size() != 2 ||
        activations.shape()[1] != weights.shape()[0]) {
        return fail(ErrorCode::InvalidArgument, "The two matrices cannot be multiplied",
                    toString(activations.shape()) + " by " + toString(weights.shape()),
                    "The columns of the first are the rows of the second");
    }
    return {};
}

/// Largest magnitude in each inner channel: columns of X, rows of W.
std::vector<double> columnMaxima(const Tensor& tensor) {
    std::vector<double> maxima(columnsOf(tensor), 0);
    for (std::size_t i = 0; i < tensor.size(); ++i) {
        double& own = maxima[i % maxima.size()];
        own = std::max(own, std::abs(static_cast<double>(tensor.values()[i])));
    }
    return maxima;
}

std::vector<double> rowMaxima(const Tensor& tensor) {
    std::vector<double> maxima(rowsOf(tensor), 0);
    const std::size_t columns = columnsOf(tensor);
    for (std::size_t i = 0; i < tensor.size(); ++i) {
        double& own = maxima[i / columns];
        own = std::max(own, std::abs(static_cast<double>(tensor.values()[i])));
    }
    return maxima;
}

}  // namespace

Result<Tensor> plantOutlier(const Tensor& tensor, std::size_t index, float value) {
    if (index >= tensor.size()) {
        return fail(ErrorCode::InvalidArgument, "The tensor has no such value",
                    std::to_string(index), "Choose an index below the number of values");
    }
    std::vector<float> values = copyOf(tensor);
    values[index] = value;
    return Tensor(tensor.name(), tensor.shape(), std::move(values));
}

Result<Tensor> plantOutlierChannel(const Tensor& tensor, std::size_t channel, float gain) {
    if (tensor.shape().size() != 2 || channel >= columnsOf(tensor)) {
        return fail(ErrorCode::InvalidArgument, "The tensor has no such column",
                    std::to_string(channel) + " of " + toString(tensor.shape()),
                    "Choose one that it has");
    }
    std::vector<float> values = copyOf(tensor);
    for (std::size_t i = channel; i < values.size(); i += columnsOf(tensor)) {
        values[i] *= gain;
    }
    return Tensor(tensor.name(), tensor.shape(), std::move(values));
}

Result<EqualizedPair> smooth(const Tensor& activations, const Tensor& weights, double alpha) {
    if (const Result<void> sound = checkPair(activations, weights); !sound) {
        return tl::unexpected(sound.error());
    }
    const std::vector<double> xMaxima = columnMaxima(activations);
    const std::vector<double> wMaxima = rowMaxima(weights);
    std::vector<double> factors(xMaxima.size(), 1);
    for (std::size_t j = 0; j < factors.size(); ++j) {
        if (xMaxima[j] > 0 && wMaxima[j] > 0) {
            factors[j] = std::pow(xMaxima[j], alpha) / std::pow(wMaxima[j], 1 - alpha);
        }
    }
    std::vector<float> x = copyOf(activations);
    std::vector<float> w = copyOf(weights);
    for (std::size_t i = 0; i < x.size(); ++i) {
        x[i] = static_cast<float>(x[i] / factors[i % factors.size()]);
    }
    for (std::size_t i = 0; i < w.size(); ++i) {
        w[i] = static_cast<float>(w[i] * factors[i / columnsOf(weights)]);
    }
    return EqualizedPair{Tensor("", activations.shape(), std::move(x)),
                         Tensor("", weights.shape(), std::move(w)), std::move(factors)};
}

void hadamardTransform(std::span<float> values) {
    for (std::size_t half = 1; half < values.size(); half *= 2) {
        for (std::size_t begin = 0; begin < values.size(); begin += 2 * half) {
            for (std::size_t i = begin; i < begin + half; ++i) {
                const float a = values[i];
                const float b = values[i + half];
                values[i] = a + b;
                values[i + half] = a - b;
            }
        }
    }
    const auto scale = static_cast<float>(1 / std::sqrt(static_cast<double>(values.size())));
    for (float& value : values) {
        value *= scale;
    }
}

Result<EqualizedPair> rotate(const Tensor& activations, const Tensor& weights, std::uint64_t seed) {
    if (const Result<void> sound = checkPair(activations, weights); !sound) {
        return tl::unexpected(sound.error());
    }
    const std::size_t inner = columnsOf(activations);
    if (!std::has_single_bit(inner)) {
        return fail(ErrorCode::InvalidArgument, "A Hadamard rotation needs a power of two",
                    std::to_string(inner) + " channels", "Choose 64, 128, 256 ... channels");
    }
    std::vector<float> signs(inner);
    Random random(seed);
    for (float& sign : signs) {
        sign = (random.next() >> 63) != 0 ? -1.0F : 1.0F;
    }
    std::vector<float> x = copyOf(activations);
    for (std::size_t row = 0; row < rowsOf(activations); ++row) {
        const std::span<float> own = std::span(x).subspan(row * inner, inner);
        for (std::size_t j = 0; j < inner; ++j) {
            own[j] *= signs[j];
        }
        hadamardTransform(own);
    }
    const std::size_t columns = columnsOf(weights);
    std::vector<float> w = copyOf(weights);
    std::vector<float> column(inner);
    for (std::size_t c = 0; c < columns; ++c) {
        for (std::size_t j = 0; j < inner; ++j) {
            column[j] = w[j * columns + c] * signs[j];
        }
        hadamardTransform(column);
        for (std::size_t j = 0; j < inner; ++j) {
            w[j * columns + c] = column[j];
        }
    }
    return EqualizedPair{Tensor("", activations.shape(), std::move(x)),
                         Tensor("", weights.shape(), std::move(w)),
                         {}};
}

}  // namespace zeropoint
