// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/double_scales.h"

#include "core/numerics/double_quantization.h"

#include <algorithm>
#include <vector>

namespace zeropoint {

void quantizeScales(Calibration& calibration, const ParamChooser& chooser, std::size_t block) {
    std::vector<QuantParams>& params = calibration.params;
    std::vector<float> scales;
    scales.reserve(params.size());
    for (const QuantParams& unit : params) {
        scales.push_back(static_cast<float>(unit.scale));
    }
    calibration.doubled = doubleQuantize(scales, std::max<std::size_t>(block, 1));
    for (std::size_t i = 0; i < params.size(); ++i) {
        const RealRange& range = calibration.ranges[i];
        params[i] = chooser.forScale(double{calibration.doubled.at(i)}, range.lo, range.hi);
    }
}

}  // namespace zeropoint
