// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/double_scales.h"

#include "core/scheme/scale.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {

void quantizeScales(Calibration& calibration, const ParamChooser& chooser, std::size_t block) {
    std::vector<QuantParams>& params = calibration.params;
    const std::size_t step = std::max<std::size_t>(block, 1);
    for (std::size_t begin = 0; begin < params.size(); begin += step) {
        const std::size_t end = std::min(params.size(), begin + step);
        double largest = 0;
        for (std::size_t i = begin; i < end; ++i) {
            largest = std::max(largest, params[i].scale);
        }
        const double second = roundScale(largest / 255, ScaleFormat::Fp32);
        for (std::size_t i = begin; i < end; ++i) {
            const double code = std::clamp(std::round(params[i].scale / second), 1.0, 255.0);
            const double scale = roundScale(code * second, ScaleFormat::Fp32);
            const RealRange& range = calibration.ranges[i];
            params[i] = chooser.forScale(scale, range.lo, range.hi);
        }
    }
}

}  // namespace zeropoint
