// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/ptq/bias.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

std::vector<double> columnMeans(std::span<const float> rows, std::size_t width) {
    std::vector<double> means(width, 0.0);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        means[i % width] += rows[i];
    }
    const double count = static_cast<double>(rows.size()) / static_cast<double>(width);
    for (double& mean : means) {
        mean /= count;
    }
    return means;
}

}  // namespace

std::vector<float> biasCorrection(std::span<const float> master, const QuantizedSite& site,
                                  const SiteInput& input) {
    const std::size_t in = input.width;
    const std::span<const float> used =
        site.weight ? std::span<const float>(site.weight->values) : master;
    const std::vector<double> mean = columnMeans(input.rows, in);
    std::vector<double> usedMean = mean;
    if (site.input) {
        std::vector<float> quantized(input.rows.size());
        site.input->apply(input.rows, in, input.sequenceRows, quantized);
        usedMean = columnMeans(quantized, in);
    }
    std::vector<float> correction(master.size() / in);
    for (std::size_t row = 0; row < correction.size(); ++row) {
        double moved = 0;
        for (std::size_t i = 0; i < in; ++i) {
            moved += used[row * in + i] * usedMean[i] - master[row * in + i] * mean[i];
        }
        correction[row] = static_cast<float>(-moved);
    }
    return correction;
}

std::vector<float> integerBias(std::span<const float> bias, const QuantizedSite& site) {
    constexpr double most = std::numeric_limits<std::int32_t>::max();
    const std::vector<QuantParams>& params = site.weight->params;
    std::vector<float> rounded(bias.size());
    for (std::size_t i = 0; i < bias.size(); ++i) {
        const double step = params[params.size() == 1 ? 0 : i].scale * site.input->params().scale;
        const double code = std::clamp(std::nearbyint(bias[i] / step), -most - 1, most);
        rounded[i] = static_cast<float>(code * step);
    }
    return rounded;
}

}  // namespace zeropoint
