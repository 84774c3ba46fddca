// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSharedPointer>

#include <vector>

class QCPAxis;
class QCPAxisTicker;
class QCPColorGradient;
class QCustomPlot;

namespace zeropoint::ui {

struct Theme;

/// Colours, fonts and lines that all plots share: no box, horizontal grid, labels in mono.
void stylePlot(QCustomPlot& plot, const Theme& theme);
void styleAxis(QCPAxis& axis, const Theme& theme, bool line, bool grid);
/// Ticks at whole numbers alone: channels, positions, steps. At most about `most` of them.
QSharedPointer<QCPAxisTicker> wholeTicker(int most = 6);
/// Labels for a logarithmic colour bar: its ends, and what lies between them at powers of ten or,
/// within a decade, in the middle. No label twice, and none that would touch another on a bar of
/// so many pixels. Where there are zeros, which a logarithm has no place for, they take the colour
/// of the least, and its label says "≤".
QSharedPointer<QCPAxisTicker> colorBarTicker(double least, double most, double pixels,
                                             bool zeros = false);
/// Round numbers along a logarithmic axis, so far apart that their labels stay so: 1, 2 and 5 of a
/// decade, whole decades over many, finer ones within one. 0 < lo < hi.
std::vector<double> spacedTicks(double lo, double hi);
QSharedPointer<QCPAxisTicker> spacedTicker(double lo, double hi);
/// Cividis (Nunez, Anderton, Renslow 2018), even in lightness for everybody; NaN is transparent.
QCPColorGradient heatGradient(const Theme& theme);

}  // namespace zeropoint::ui
