// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/qat/lsq_input.h"

#include "core/methods/qat/lsq_weight.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {

LsqInput::LsqInput(const QuantScheme& scheme, const ElementFormat& element, std::size_t width,
                   ClipTest test, std::uint64_t freezeAt)
    : LearnedInput(scheme, element, freezeAt), m_width(width), m_test(test) {}

Result<std::shared_ptr<LsqInput>> LsqInput::make(const QuantScheme& scheme, const WeightSite& site,
                                                 ClipTest test, std::uint64_t freezeAt) {
    const auto element = integerElement(scheme, site);
    if (!element) {
        return tl::unexpected(element.error());
    }
    if (!scheme.symmetric) {
        return fail(ErrorCode::Unsupported, "LSQ learns a scale and has no zero point", site.name,
                    "Choose a symmetric format");
    }
    return std::shared_ptr<LsqInput>(new LsqInput(scheme, *element, site.in, test, freezeAt));
}

std::vector<LsqInput::OwnParameter> LsqInput::ownParameters() const {
    return {{"input_scale_factor", {1}, false, {1.0F}}};
}

float LsqInput::startOf(const Seen& seen) const {
    const auto count = static_cast<double>(std::max<std::size_t>(seen.count, 1));
    return lsqStart(seen.magnitudes / count, centredGrid(1).high);
}

Grid LsqInput::gridOf(float start, float factor) const {
    return centredGrid(lsqScale(start, factor));
}

double LsqInput::learn(std::span<const float> x, const Grid& grid,
                       std::span<float> gradient) const {
    return lsqGradient(x, grid, m_test, gradient) /
           std::sqrt(static_cast<double>(m_width) * static_cast<double>(grid.high));
}

}  // namespace zeropoint
