// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/affine.h"

#include <span>

namespace zeropoint {

/// The range of activations that arrive in batches: minimum and maximum are averaged from batch to
/// batch, so that one wild batch moves them by only a share of its way. Follows PyTorch's
/// MovingAverageMinMaxObserver: float32, the first batch counts whole.
class MovingAverageRange {
public:
    /// @param constant share of the way that a batch moves the ends, in (0, 1].
    explicit MovingAverageRange(float constant = 0.01F) : m_constant(constant) {}

    /// NaN and infinities are left out; a batch without a finite value changes nothing.
    void add(std::span<const float> batch);
    /// The same for a batch seen through its extremes.
    void add(const RealRange& ends);

    bool empty() const { return m_first; }

    /// [0, 0] before the first batch.
    RealRange range() const { return {m_min, m_max}; }

private:
    float m_constant;
    float m_min = 0;
    float m_max = 0;
    bool m_first = true;
};

}  // namespace zeropoint
