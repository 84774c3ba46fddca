// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/setting_study.h"
#include "ui/pages/compare/column_card.h"
#include "ui/plots/heat_plot.h"
#include "ui/plots/setting_plot.h"

#include <vector>

namespace zeropoint::ui {

class SettingStudies;
class Workbench;

/// What all columns share of their plots: axes, bins and the values before.
SettingScene sharedScene(Workbench& bench, const SettingStudies& studies);
/// The same with what a column adds.
SettingScene columnScene(const SettingScene& shared, const SettingStudies& studies,
                         std::size_t column);

/// The figures of every column, with the best marked among those at about the same bits.
std::vector<ColumnCard::Figures> columnFigures(const Workbench& bench,
                                               const SettingStudies& studies);

/// Relative error of every channel (of neighbours together where there are many) under every
/// setting; by index, or sorted by the first column's error. No rows for a tensor without channels.
HeatScene channelScene(const Workbench& bench, const SettingStudies& studies, bool sorted);

/// A figure as a number, for tables that are copied.
double rawFigure(const SettingStudy& study, ColumnCard::Figure figure);

/// Bits per weight of every column, from the shape alone.
std::vector<double> columnBits(const Workbench& bench);

}  // namespace zeropoint::ui
