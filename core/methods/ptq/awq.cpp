// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/ptq/awq.h"

#include "core/methods/ptq/hessian.h"
#include "core/methods/recipe/quantized_weight.h"
#include "core/numerics/half.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace zeropoint {
namespace {

std::vector<float> scalesFor(std::span<const float> magnitudes, double exponent, bool half) {
    std::vector<double> powers(magnitudes.size());
    std::transform(magnitudes.begin(), magnitudes.end(), powers.begin(),
                   [exponent](float x) { return std::pow(std::max<double>(x, 1e-4), exponent); });
    const auto [least, most] = std::minmax_element(powers.begin(), powers.end());
    const double middle = std::sqrt(*least * *most);
    std::vector<float> scales(powers.size());
    std::transform(powers.begin(), powers.end(), scales.begin(), [=](double power) {
        const auto scale = static_cast<float>(power / middle);
        return half ? floatOfHalf(halfOfFloat(scale)) : scale;
    });
    return scales;
}

/// Mean squared output error of all layers when their columns are scaled by s.
Result<double> errorWith(std::span<const AwqLayer> layers, std::span<const float> scales,
                         std::span<const double> hessian) {
    double sum = 0;
    for (const AwqLayer& layer : layers) {
        Result<QuantizedWeight> rounded =
            roundWeight(scaleColumns(layer.weight, scales), layer.scheme);
        if (!rounded) {
            return tl::unexpected(rounded.error());
        }
        for (std::size_t i = 0; i < rounded->values.size(); ++i) {
            rounded->values[i] /= scales[i % scales.size()];
        }
        const auto errors = outputErrors(layer.weight.values(), rounded->values, hessian);
        sum = std::accumulate(errors.begin(), errors.end(), sum);
    }
    return sum;
}

}  // namespace

Tensor scaleColumns(const Tensor& weight, std::span<const float> scales) {
    std::vector<float> values(weight.values().begin(), weight.values().end());
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] *= scales[i % scales.size()];
    }
    return Tensor(weight.name(), weight.shape(), std::move(values));
}

Result<std::vector<float>> awqScales(std::span<const AwqLayer> layers,
                                     std::span<const float> magnitudes,
                                     std::span<const double> hessian, const AwqSettings& settings,
                                     bool half, const Execution& execution) {
    std::vector<float> best(magnitudes.size(), 1.0F);
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t step = 0; step < settings.steps; ++step) {
        if (execution.stopRequested()) {
            return fail(ErrorCode::Cancelled, "The quantization was stopped");
        }
        const double exponent = static_cast<double>(step) / static_cast<double>(settings.steps);
        std::vector<float> scales = scalesFor(magnitudes, exponent, half);
        const Result<double> error = errorWith(layers, scales, hessian);
        if (!error) {
            return tl::unexpected(error.error());
        }
        if (*error < least) {
            least = *error;
            best = std::move(scales);
        }
    }
    return best;
}

}  // namespace zeropoint
