// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/ptq/smooth_quant.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {

std::vector<float> smoothQuantScales(std::span<const float> inputMagnitudes,
                                     std::span<const Tensor> weights, double alpha) {
    const std::size_t in = inputMagnitudes.size();
    std::vector<float> largest(in, 0.0F);
    for (const Tensor& weight : weights) {
        for (std::size_t i = 0; i < weight.size(); ++i) {
            largest[i % in] = std::max(largest[i % in], std::abs(weight.values()[i]));
        }
    }
    std::vector<float> scales(in, 1.0F);
    for (std::size_t j = 0; j < in; ++j) {
        if (inputMagnitudes[j] > 0 && largest[j] > 0) {
            const double scale =
                std::pow(inputMagnitudes[j], alpha) / std::pow(largest[j], 1 - alpha);
            scales[j] = static_cast<float>(std::clamp(scale, 1e-4, 1e4));
        }
    }
    return scales;
}

}  // namespace zeropoint
