// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/loss_trail.h"

namespace zeropoint {

void LossTrail::add(std::uint64_t step, double loss) {
    m_sum += loss;
    if (++m_count < m_stride) {
        return;
    }
    m_points.push_back({step, m_sum / static_cast<double>(m_count)});
    m_sum = 0;
    m_count = 0;
    if (m_points.size() < capacity) {
        return;
    }
    for (std::size_t i = 0; i < capacity / 2; ++i) {
        const LossPoint& first = m_points[2 * i];
        const LossPoint& second = m_points[2 * i + 1];
        m_points[i] = {second.step, (first.loss + second.loss) / 2};
    }
    m_points.resize(capacity / 2);
    m_stride *= 2;
}

}  // namespace zeropoint
