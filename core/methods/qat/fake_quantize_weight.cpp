// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/qat/fake_quantize_weight.h"

namespace zeropoint {

Result<std::shared_ptr<FakeQuantizeWeight>> FakeQuantizeWeight::make(const QuantScheme& scheme,
                                                                     const WeightSite& site,
                                                                     StraightThrough estimator,
                                                                     double clip,
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
    if (!(clip > 0 && clip <= 1)) {
        return fail(ErrorCode::InvalidArgument,
                    "The share of a range that is kept lies above 0 and up to 1", site.name,
                    "1 keeps the whole range");
    }
    const auto units = WeightUnits::of(scheme, site);
    if (!units) {
        return tl::unexpected(units.error());
    }
    std::shared_ptr<FakeQuantizeWeight> made(
        new FakeQuantizeWeight(scheme, *element, *units, freezeAt));
    made->m_estimator = estimator;
    made->m_clip = clip;
    return made;
}

void FakeQuantizeWeight::chooseGrids(std::span<const float> master, OwnSpans<const float> /*own*/,
                                     std::vector<Grid>& grids) {
    const auto chooser = ParamChooser::make(scheme());
    const auto rangeOf = [&](std::size_t unit) {
        const RealRange range = finiteRange(units().slice(master, unit));
        return RealRange{range.lo * m_clip, range.hi * m_clip};
    };
    for (std::size_t unit = 0; unit < grids.size(); ++unit) {
        const RealRange range = rangeOf(unit);
        grids[unit] = Grid::of(chooser->choose(range.lo, range.hi), element().codes);
    }
    if (scheme().scaleFormat != ScaleFormat::Double) {
        return;
    }
    // Zero points follow the scales that are read back.
    storeScales(scheme(), grids);
    for (std::size_t unit = 0; unit < grids.size(); ++unit) {
        const RealRange range = rangeOf(unit);
        grids[unit] = Grid::of(chooser->forScale(double{grids[unit].scale}, range.lo, range.hi),
                               element().codes);
    }
}

void FakeQuantizeWeight::weightGradient(std::span<const float> master,
                                        OwnSpans<const float> /*own*/, std::span<float> gradient,
                                        OwnSpans<float> /*ownGradient*/) {
    if (m_estimator == StraightThrough::Plain) {
        return;
    }
    for (std::size_t unit = 0; unit < grids().size(); ++unit) {
        clippedStraightThrough(units().slice(master, unit), grids()[unit], ClipTest::Code,
                               units().slice(gradient, unit));
    }
}

}  // namespace zeropoint
