// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/qat/learned_input.h"

#include "core/scheme/scale.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {

LearnedInput::LearnedInput(const QuantScheme& scheme, const ElementFormat& element,
                           std::uint64_t freezeAt)
    : QatInput(scheme, element), m_freezeAt(freezeAt) {}

Grid LearnedInput::centredGrid(float scale) const {
    // A symmetric unsigned format is the signed one moved up: its zero point is in the middle.
    const std::int32_t zeroPoint =
        codes().qmin < 0 || !scheme().symmetric ? 0 : (codes().qmax + 1) / 2;
    Grid grid = Grid::of({1.0, zeroPoint}, codes());
    grid.scale = static_cast<float>(roundScale(double{scale}, scheme().scaleFormat));
    return grid;
}

void LearnedInput::beginStep(const Pass& pass, std::size_t shards) {
    m_shards.resize(std::max(m_shards.size(), shards));
    for (Shard& shard : m_shards) {
        shard.seen = {};
    }
    m_training = pass.training;
    if (pass.training && pass.step >= m_freezeAt && m_start > 0) {
        m_frozen = true;
    }
}

void LearnedInput::effectiveInput(const Pass& pass, std::span<const float> x,
                                  OwnSpans<const float> own, std::span<float> effective) {
    Shard& shard = m_shards[pass.shard];
    shard.start = m_start;
    if (m_start == 0) {
        const RealRange range = finiteRange(x);
        shard.seen = {magnitudeSum(x), std::max(std::abs(range.lo), std::abs(range.hi)), x.size()};
        shard.start = startOf(shard.seen);
    }
    shard.grid = m_frozen ? m_grid : gridOf(shard.start, own[0][0]);
    if (pass.shard == 0 && m_start > 0 && !m_frozen) {
        m_grid = shard.grid;  // the same in every shard; nobody reads it meanwhile
    }
    fakeQuantize(x, shard.grid, effective);
}

void LearnedInput::inputGradient(const Pass& pass, std::span<const float> x,
                                 OwnSpans<const float> /*own*/, std::span<float> gradient,
                                 OwnSpans<float> ownGradient) {
    const Shard& shard = m_shards[pass.shard];
    const double slope = learn(x, shard.grid, gradient);
    if (!m_frozen) {
        ownGradient[0][0] += static_cast<float>(slope * shard.start);
    }
}

void LearnedInput::endStep(const Pass& /*pass*/) {
    if (!m_training || m_start > 0) {
        return;
    }
    Seen all;
    for (const Shard& shard : m_shards) {
        all.magnitudes += shard.seen.magnitudes;
        all.largest = std::max(all.largest, shard.seen.largest);
        all.count += shard.seen.count;
    }
    if (all.count > 0 && std::isfinite(all.magnitudes)) {
        m_start = startOf(all);
        m_grid = gridOf(m_start, 1.0F);
    }
}

}  // namespace zeropoint
