// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/fine_histogram.h"
#include "ui/plots/plot_widget.h"

#include <QVector>

class QCPGraph;

namespace zeropoint::ui {

struct DataColor;
struct Theme;

/// A small histogram with counts on a logarithmic axis, in the colour of what it counts.
class DistributionPlot : public PlotWidget {
    Q_OBJECT

public:
    DistributionPlot(const QString& name, const DataColor Theme::*color, QWidget* parent = nullptr);

    void show(const FineHistogram& histogram);
    void clear();
    /// Lower edge, upper edge and count of each bar.
    const QVector<QVector<double>>& table() const { return m_table; }

private:
    void restyle() final;

    const DataColor Theme::*m_color;
    QCPGraph* m_bars;
    QVector<QVector<double>> m_table;
};

}  // namespace zeropoint::ui
