// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/qat/pact_input.h"

#include "core/methods/qat/lsq_weight.h"
#include "core/nn/lanes.h"

#include <algorithm>
#include <limits>

namespace zeropoint {

double pactGradient(std::span<const float> x, float low, float alpha, std::span<float> gradient) {
    const float* in = x.data();
    float* g = gradient.data();
    const float lowSlope = low < 0 ? -1.0F : 0.0F;
    const double slope = laneSum<double>(x.size(), [=](std::size_t i) {
        float share = in[i] >= alpha ? g[i] : 0.0F;
        share = in[i] <= low ? lowSlope * g[i] : share;
        return static_cast<double>(share);
    });
    for (std::size_t i = 0; i < x.size(); ++i) {
        g[i] = in[i] >= alpha ? 0.0F : g[i];
        g[i] = in[i] <= low ? 0.0F : g[i];
    }
    return slope;
}

Result<std::shared_ptr<PactInput>> PactInput::make(const QuantScheme& scheme,
                                                   const WeightSite& site, std::uint64_t freezeAt) {
    const auto element = integerElement(scheme, site);
    if (!element) {
        return tl::unexpected(element.error());
    }
    if (!scheme.symmetric && element->codes.qmin != 0) {
        return fail(ErrorCode::Unsupported,
                    "PACT clips to [0, alpha] or [-alpha, alpha] and has no zero point", site.name,
                    "Choose a symmetric format, or an asymmetric unsigned one");
    }
    return std::shared_ptr<PactInput>(new PactInput(scheme, *element, freezeAt));
}

std::vector<PactInput::OwnParameter> PactInput::ownParameters() const {
    return {{"input_clip_factor", {1}, true, {1.0F}}};
}

float PactInput::startOf(const Seen& seen) const {
    return std::max(static_cast<float>(seen.largest), std::numeric_limits<float>::min());
}

Grid PactInput::gridOf(float start, float factor) const {
    Grid grid = centredGrid(lsqScale(start, factor) / centredGrid(1).high);
    if (grid.low < 0) {
        grid.low = -grid.high;  // both ends at the same distance
    }
    return grid;
}

double PactInput::learn(std::span<const float> x, const Grid& grid,
                        std::span<float> gradient) const {
    return pactGradient(x, grid.low * grid.scale, grid.high * grid.scale, gradient);
}

}  // namespace zeropoint
