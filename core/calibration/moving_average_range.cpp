// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/moving_average_range.h"

#include "core/statistics/extremes.h"

namespace zeropoint {

void MovingAverageRange::add(std::span<const float> batch) {
    const Extremes ends = extremes(batch);
    if (ends.finite > 0) {
        add(RealRange{ends.min, ends.max});
    }
}

void MovingAverageRange::add(const RealRange& ends) {
    const auto min = static_cast<float>(ends.lo);
    const auto max = static_cast<float>(ends.hi);
    if (m_first) {
        m_min = min;
        m_max = max;
        m_first = false;
        return;
    }
    m_min += m_constant * (min - m_min);
    m_max += m_constant * (max - m_max);
}

}  // namespace zeropoint
