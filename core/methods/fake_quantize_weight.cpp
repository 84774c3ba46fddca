// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/fake_quantize_weight.h"

namespace zeropoint {

Result<std::shared_ptr<FakeQuantizeWeight>> FakeQuantizeWeight::make(const QuantScheme& scheme,
                                                                     const WeightSite& site,
                                                                     StraightThrough estimator,
                                                                     std::uint64_t freezeAt) {
    const auto element = trainableElement(scheme, scheme.format);
    if (!element) {
        return tl::unexpected(element.error());
    }
    // The rest of what ParamChooser may refuse, before the first step instead of in it.
    if (const auto chooser = ParamChooser::make(scheme); !chooser) {
        return tl::unexpected(chooser.error());
    }
    if (scheme.range.kind != RangeMethod::Kind::MinMax) {
        return fail(ErrorCode::Unsupported,
                    "The range of a weight in training follows its extremes at every step",
                    site.name, "Choose the range minmax, or LSQ, which learns the scale");
    }
    const auto units = WeightUnits::of(scheme, site);
    if (!units) {
        return tl::unexpected(units.error());
    }
    std::shared_ptr<FakeQuantizeWeight> made(
        new FakeQuantizeWeight(scheme, *element, *units, freezeAt));
    made->m_estimator = estimator;
    return made;
}

void FakeQuantizeWeight::chooseGrids(std::span<const float> master, OwnSpans<const float> /*own*/,
                                     std::vector<Grid>& grids) {
    const auto chooser = ParamChooser::make(scheme());
    for (std::size_t unit = 0; unit < grids.size(); ++unit) {
        const RealRange range = finiteRange(units().slice(master, unit));
        grids[unit] = Grid::of(chooser->choose(range.lo, range.hi), element().codes);
    }
}

void FakeQuantizeWeight::weightGradient(std::span<const float> master,
                                        OwnSpans<const float> /*own*/, std::span<float> gradient,
                                        OwnSpans<float> /*ownGradient*/) {
    if (m_estimator == StraightThrough::Plain) {
        return;
    }
    for (std::size_t unit = 0; unit < grids().size(); ++unit) {
        clippedStraightThrough(units().slice(master, unit), grids()[unit],
                               units().slice(gradient, unit));
    }
}

}  // namespace zeropoint
