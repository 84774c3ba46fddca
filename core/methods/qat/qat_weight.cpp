// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/qat/qat_weight.h"

#include "core/numerics/double_quantization.h"
#include "core/scheme/scale.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace zeropoint {

Result<WeightUnits> WeightUnits::of(const QuantScheme& scheme, const WeightSite& site) {
    switch (scheme.granularity) {
        case Granularity::Tensor:
            return WeightUnits{site.out, site.in, site.out * site.in};
        case Granularity::Channel:
            if (scheme.axis != 0 && scheme.axis != -2) {
                return fail(ErrorCode::InvalidArgument,
                            "Training needs one scale for each output channel: the scales of input "
                            "channels cannot be taken out of the sum",
                            site.name, "Choose axis 0");
            }
            return WeightUnits{site.out, site.in, site.in};
        case Granularity::Group:
            break;
    }
    if (scheme.groupSize < 1) {
        return fail(ErrorCode::InvalidArgument, "A group needs one value or more", site.name,
                    "Choose a group size of 16, 32, 64 or 128");
    }
    const auto size = static_cast<std::size_t>(scheme.groupSize);
    return WeightUnits{site.out, site.in, std::min(size, site.in)};
}

std::span<const float> WeightUnits::slice(std::span<const float> weight, std::size_t index) const {
    if (unit > columns) {
        return weight;
    }
    const std::size_t row = index / perRow();
    const std::size_t begin = index % perRow() * unit;
    return weight.subspan(row * columns + begin, std::min(unit, columns - begin));
}

std::span<float> WeightUnits::slice(std::span<float> weight, std::size_t index) const {
    const std::span<const float> part = slice(std::span<const float>(weight), index);
    return weight.subspan(static_cast<std::size_t>(part.data() - weight.data()), part.size());
}

void storeScales(const QuantScheme& scheme, std::span<Grid> grids) {
    if (scheme.scaleFormat != ScaleFormat::Double) {
        for (Grid& grid : grids) {
            grid.scale = static_cast<float>(roundScale(double{grid.scale}, scheme.scaleFormat));
        }
        return;
    }
    std::vector<float> scales;
    std::transform(grids.begin(), grids.end(), std::back_inserter(scales),
                   [](const Grid& grid) { return grid.scale; });
    const auto block = static_cast<std::size_t>(std::max<std::int64_t>(scheme.doubleBlock, 1));
    const DoubleQuantization stored = doubleQuantize(scales, block);
    for (std::size_t i = 0; i < grids.size(); ++i) {
        grids[i].scale = stored.at(i);
    }
}

QatWeight::QatWeight(QuantScheme scheme, const ElementFormat& element, const WeightUnits& units,
                     std::uint64_t freezeAt)
    : m_scheme(std::move(scheme)), m_element(element), m_units(units), m_freezeAt(freezeAt) {}

void QatWeight::beginStep(const Pass& pass, std::size_t /*shards*/) {
    if (pass.training && pass.step >= m_freezeAt && !m_grids.empty()) {
        m_frozen = true;
    }
}

void QatWeight::effectiveWeight(std::span<const float> master, OwnSpans<const float> own,
                                std::span<float> effective) {
    if (!m_frozen) {
        m_grids.resize(m_units.count());
        chooseGrids(master, own, m_grids);
    }
    for (std::size_t unit = 0; unit < m_grids.size(); ++unit) {
        fakeQuantize(m_units.slice(master, unit), m_grids[unit], m_units.slice(effective, unit));
    }
}

}  // namespace zeropoint
