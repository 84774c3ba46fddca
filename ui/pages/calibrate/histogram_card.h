// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/histogram_plot.h"

#include <QFrame>

class QLabel;

namespace zeropoint::ui {

class LensStrip;
class Segment;
class Workbench;

/// The histogram with its legend, the handles that set the range and the lens around the sample.
class HistogramCard : public QFrame {
    Q_OBJECT

public:
    explicit HistogramCard(Workbench& bench, QWidget* parent = nullptr);

    HistogramPlot* plot() const { return m_plot; }
    void setLensVisible(bool visible);
    void showTable();

signals:
    void optimumRequested();

private:
    void refresh();
    void refreshSample();
    HistogramScene scene() const;
    void moveRange(double lo, double hi);

    Workbench& m_bench;
    HistogramPlot* m_plot;
    LensStrip* m_lens;
    Segment* m_axis;
    double m_viewLo = 0;
    double m_viewHi = 1;
};

}  // namespace zeropoint::ui
