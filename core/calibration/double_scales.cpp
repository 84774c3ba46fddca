// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/double_scales.h"

#include <algorithm>
#include <vector>

namespace zeropoint {

void quantizeScales(Calibration& calibration, const ParamChooser& chooser, std::size_t block) {
    std::vector<QuantParams>& params = calibration.params;
    std::vector<float> scales;
    scales.reserve(params.size());
    for (std::size_t i = 0; i < params.size(); ++i) {
        const bool zeros = calibration.ranges[i] == RealRange{};
        scales.push_back(zeros ? 0.0F : static_cast<float>(params[i].scale));
    }
    calibration.doubled = doubleQuantize(scales, std::max<std::size_t>(block, 1));
    for (std::size_t i = 0; i < params.size(); ++i) {
        const RealRange& range = calibration.ranges[i];
        params[i] = chooser.forScale(double{calibration.doubled.at(i)}, range.lo, range.hi);
    }
}

}  // namespace zeropoint
