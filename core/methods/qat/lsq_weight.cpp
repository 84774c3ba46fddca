// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/qat/lsq_weight.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {

float lsqStart(double meanMagnitude, float high) {
    const double start = 2 * meanMagnitude / std::sqrt(static_cast<double>(high));
    return std::max(static_cast<float>(start), std::numeric_limits<float>::min());
}

float lsqScale(float start, float factor) {
    constexpr float smallestFactor = 1e-4F;
    return start * std::max(factor, smallestFactor);
}

Result<std::shared_ptr<LsqWeight>> LsqWeight::make(const QuantScheme& scheme,
                                                   const WeightSite& site, ClipTest test,
                                                   std::uint64_t freezeAt) {
    const auto element = trainableElement(scheme, scheme.format);
    if (!element) {
        return tl::unexpected(element.error());
    }
    if (!scheme.symmetric) {
        return fail(ErrorCode::Unsupported, "LSQ learns a scale and has no zero point", site.name,
                    "Choose a symmetric format");
    }
    const auto units = WeightUnits::of(scheme, site);
    if (!units) {
        return tl::unexpected(units.error());
    }
    std::shared_ptr<LsqWeight> made(new LsqWeight(scheme, *element, *units, freezeAt));
    made->m_test = test;
    return made;
}

std::vector<LsqWeight::OwnParameter> LsqWeight::ownParameters() const {
    const std::size_t count = units().count();
    return {{"weight_scale_factor",
             {static_cast<std::int64_t>(count)},
             false,
             std::vector<float>(count, 1.0F)}};
}

void LsqWeight::chooseGrids(std::span<const float> master, OwnSpans<const float> own,
                            std::vector<Grid>& grids) {
    const CodeRange codes = element().codes;
    // A symmetric unsigned format is the signed one moved up: its zero point is in the middle.
    const std::int32_t zeroPoint = codes.qmin < 0 ? 0 : (codes.qmax + 1) / 2;
    const bool first = m_starts.empty();
    m_starts.resize(grids.size());
    for (std::size_t unit = 0; unit < grids.size(); ++unit) {
        Grid grid = Grid::of({1.0, zeroPoint}, codes);
        if (first) {
            const std::span<const float> values = units().slice(master, unit);
            const double mean = magnitudeSum(values) / static_cast<double>(values.size());
            m_starts[unit] = lsqStart(mean, grid.high);
        }
        grid.scale = lsqScale(m_starts[unit], own[0][unit]);
        grids[unit] = grid;
    }
    storeScales(scheme(), grids);
}

void LsqWeight::weightGradient(std::span<const float> master, OwnSpans<const float> /*own*/,
                               std::span<float> gradient, OwnSpans<float> ownGradient) {
    for (std::size_t unit = 0; unit < grids().size(); ++unit) {
        const Grid& grid = grids()[unit];
        const std::span<const float> values = units().slice(master, unit);
        const std::span<float> upstream = units().slice(gradient, unit);
        if (frozen()) {
            clippedStraightThrough(values, grid, m_test, upstream);
        } else {
            const auto count = static_cast<double>(values.size());
            const double share = 1 / std::sqrt(count * static_cast<double>(grid.high));
            ownGradient[0][unit] += static_cast<float>(lsqGradient(values, grid, m_test, upstream) *
                                                       share * m_starts[unit]);
        }
    }
}

}  // namespace zeropoint
