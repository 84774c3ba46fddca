// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/qat/fake_quantize_input.h"

#include <algorithm>

namespace zeropoint {
FakeQuantizeInput::FakeQuantizeInput(const QuantScheme& scheme, const ElementFormat& element,
                                     std::size_t width, const Config& config)
    : QatInput(scheme, element), m_width(width), m_config(config), m_average(config.constant) {}

Result<std::shared_ptr<FakeQuantizeInput>> FakeQuantizeInput::make(const QuantScheme& scheme,
                                                                   const WeightSite& site,
                                                                   const Config& config) {
    const auto element = integerElement(scheme, site);
    if (!element) {
        return tl::unexpected(element.error());
    }
    if (!(config.constant > 0 && config.constant <= 1)) {
        return fail(ErrorCode::InvalidArgument, "The averaging constant is out of range", site.name,
                    "Choose a number above 0, at most 1");
    }
    if (scheme.range.kind != RangeMethod::Kind::MinMax) {
        return fail(ErrorCode::Unsupported,
                    "The range of an input in training follows the extremes of its batches",
                    site.name, "Choose the range minmax, or PACT, which learns where to clip");
    }
    return std::shared_ptr<FakeQuantizeInput>(
        new FakeQuantizeInput(scheme, *element, site.in, config));
}

/// How many values share a grid.
std::size_t FakeQuantizeInput::stretch(const Pass& pass, std::size_t size) const {
    const std::size_t rows = m_config.range == InputRange::Token      ? 1
                             : m_config.range == InputRange::Sequence ? pass.sequenceRows
                                                                      : 0;
    return rows == 0 ? std::max<std::size_t>(size, 1) : rows * m_width;
}

void FakeQuantizeInput::beginStep(const Pass& pass, std::size_t shards) {
    m_shards.resize(std::max(m_shards.size(), shards));
    for (Shard& shard : m_shards) {
        shard.seen = false;
    }
    m_observes = pass.training && observed() && !(m_seen && pass.step >= m_config.freezeAt);
}

void FakeQuantizeInput::effectiveInput(const Pass& pass, std::span<const float> x,
                                       OwnSpans<const float> /*own*/, std::span<float> effective) {
    Shard& shard = m_shards[pass.shard];
    if (m_observes) {
        shard.range = finiteRange(x);
        shard.seen = !x.empty();
    }
    const std::size_t size = stretch(pass, x.size());
    shard.grids.resize(x.size() / size);
    for (std::size_t i = 0; i < shard.grids.size(); ++i) {
        const std::span<const float> part = x.subspan(i * size, size);
        shard.grids[i] = observed() && m_seen ? m_grid : choose(finiteRange(part));
        fakeQuantize(part, shard.grids[i], effective.subspan(i * size, size));
    }
}

void FakeQuantizeInput::inputGradient(const Pass& pass, std::span<const float> x,
                                      OwnSpans<const float> /*own*/, std::span<float> gradient,
                                      OwnSpans<float> /*ownGradient*/) {
    const Shard& shard = m_shards[pass.shard];
    const std::size_t size = stretch(pass, x.size());
    for (std::size_t i = 0; i < shard.grids.size(); ++i) {
        clippedStraightThrough(x.subspan(i * size, size), shard.grids[i], ClipTest::Code,
                               gradient.subspan(i * size, size));
    }
}

void FakeQuantizeInput::endStep(const Pass& /*pass*/) {
    if (!m_observes) {
        return;
    }
    RealRange all;
    bool any = false;
    for (const Shard& shard : m_shards) {
        if (shard.seen) {
            all.lo = any ? std::min(all.lo, shard.range.lo) : shard.range.lo;
            all.hi = any ? std::max(all.hi, shard.range.hi) : shard.range.hi;
            any = true;
        }
    }
    if (!any) {
        return;
    }
    m_average.add(all);
    m_range = m_config.range == InputRange::Average
                  ? m_average.range()
                  : RealRange{m_seen ? std::min(m_range.lo, all.lo) : all.lo,
                              m_seen ? std::max(m_range.hi, all.hi) : all.hi};
    m_seen = true;
    m_grid = choose(m_range);
}

}  // namespace zeropoint
