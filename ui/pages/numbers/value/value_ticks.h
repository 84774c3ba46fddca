// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/numbers/value/stored_values_chart.h"

#include <QString>

#include <utility>
#include <vector>

namespace zeropoint::ui {

/// Where a format's values lie in a window, in pixels from its left edge.
struct ValueTicks {
    std::vector<double> single;
    std::vector<std::pair<double, double>> dense;  ///< stretches where ticks would touch
};

/// Costs at most a few steps per pixel, however many values the format has.
ValueTicks valueTicks(const RowFacts& row, const AxisWindow& window, int pixels);

struct AxisTick {
    double value = 0;
    QString text;
};

/// At most six round numbers.
std::vector<AxisTick> axisTicks(const AxisWindow& window);

}  // namespace zeropoint::ui
