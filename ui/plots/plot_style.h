// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCPAxis;
class QCustomPlot;

namespace zeropoint::ui {

struct Theme;

/// Colours, fonts and lines that all plots share: no box, horizontal grid, labels in mono.
void stylePlot(QCustomPlot& plot, const Theme& theme);
void styleAxis(QCPAxis& axis, const Theme& theme, bool line, bool grid);

}  // namespace zeropoint::ui
