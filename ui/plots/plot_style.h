// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCPAxis;
class QCPColorGradient;
class QCustomPlot;

namespace zeropoint::ui {

struct Theme;

/// Colours, fonts and lines that all plots share: no box, horizontal grid, labels in mono.
void stylePlot(QCustomPlot& plot, const Theme& theme);
void styleAxis(QCPAxis& axis, const Theme& theme, bool line, bool grid);
/// Cividis (Nunez, Anderton, Renslow 2018), even in lightness for everybody; NaN is transparent.
QCPColorGradient heatGradient(const Theme& theme);

}  // namespace zeropoint::ui
