// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/memory_columns.h"

#include "ui/state/memory_model.h"

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr double axisWidth = 44;
constexpr double groupGap = 20;
constexpr double widestNames = 150;
constexpr double namesShare = 0.2;
constexpr int bars = 8;

}  // namespace

MemoryColumns::MemoryColumns(double width)
    : m_left(axisWidth), m_names(std::min(widestNames, width * namesShare)) {
    m_right = width - m_names;
    m_pitch = std::max(1.0, (m_right - m_left - groupGap) / bars);
}

double MemoryColumns::middle(int bar) const {
    return m_left + (bar + 0.5) * m_pitch + (bar >= runningBars ? groupGap : 0);
}

double MemoryColumns::divider() const {
    return m_left + runningBars * m_pitch + groupGap / 2;
}

int MemoryColumns::at(double x) const {
    for (int bar = 0; bar < bars; ++bar) {
        if (std::abs(x - middle(bar)) <= m_pitch / 2) {
            return bar;
        }
    }
    return -1;
}

}  // namespace zeropoint::ui
