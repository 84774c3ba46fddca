// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_style.h"

#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <qcustomplot.h>

namespace zeropoint::ui {

void styleAxis(QCPAxis& axis, const Theme& theme, bool line, bool grid) {
    axis.setBasePen(line ? QPen(theme.axis, 1) : QPen(Qt::NoPen));
    axis.setTickPen(line ? QPen(theme.axis, 1) : QPen(Qt::NoPen));
    axis.setSubTickPen(QPen(Qt::NoPen));
    axis.setSubTicks(false);
    axis.setTickLength(0, 4);
    axis.setTickLabelFont(monoFont(11));
    axis.setTickLabelColor(theme.text3);
    axis.setLabelFont(textFont(11));
    axis.setLabelColor(theme.text3);
    axis.grid()->setVisible(grid);
    axis.grid()->setPen(QPen(theme.grid, 1));
    axis.grid()->setSubGridVisible(false);
    axis.grid()->setZeroLinePen(QPen(Qt::NoPen));
    axis.setNumberFormat(QStringLiteral("gbc"));
}

void stylePlot(QCustomPlot& plot, const Theme& theme) {
    plot.setBackground(QBrush(theme.surface));
    plot.setFont(textFont(11));
    // Shown with the window's next update: at once would paint what lies over a plot twice.
    plot.setPlottingHint(QCP::phImmediateRefresh, false);
    styleAxis(*plot.xAxis, theme, true, false);
    styleAxis(*plot.yAxis, theme, false, true);
}

QCPColorGradient heatGradient(const Theme& theme) {
    QCPColorGradient gradient;
    gradient.clearColorStops();
    const auto last = static_cast<double>(theme.heat.size() - 1);
    for (std::size_t i = 0; i < theme.heat.size(); ++i) {
        gradient.setColorStopAt(static_cast<double>(i) / last, theme.heat[i]);
    }
    gradient.setNanHandling(QCPColorGradient::nhTransparent);
    return gradient;
}

}  // namespace zeropoint::ui
