// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_style.h"

#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QStringList>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

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

namespace {

class WholeTicker : public QCPAxisTicker {
protected:
    double getTickStep(const QCPRange& range) override {
        return std::max(1.0, std::round(QCPAxisTicker::getTickStep(range)));
    }
    int getSubTickCount(double) override { return 0; }
};

constexpr double barLabelHeight = 14;  ///< of a label beside a colour bar, with its gap

}  // namespace

QSharedPointer<QCPAxisTicker> wholeTicker(int most) {
    auto ticker = QSharedPointer<WholeTicker>::create();
    ticker->setTickCount(most);
    return ticker;
}

std::vector<double> spacedTicks(double lo, double hi) {
    constexpr double leastShare = 0.24;  // of the axis, between two labels
    const double length = std::log10(hi / lo);
    std::vector<double> taken;
    const auto offer = [&](double value) {
        const bool apart = std::ranges::all_of(taken, [&](double other) {
            return std::abs(std::log10(value / other)) >= leastShare * length;
        });
        if (value >= lo && value <= hi && apart) {
            taken.push_back(value);
        }
    };
    const int first = static_cast<int>(std::floor(std::log10(lo)));
    const int last = static_cast<int>(std::ceil(std::log10(hi)));
    // The roundest first: what is finer fills the gaps that they leave.
    for (const double digit : {1.0, 5.0, 2.0, 3.0, 1.5, 7.0, 4.0, 2.5, 6.0, 8.0, 9.0}) {
        for (int exponent = first; exponent <= last; ++exponent) {
            offer(digit * std::pow(10.0, exponent));
        }
    }
    if (taken.size() < 2) {
        taken = {lo, hi};
    }
    std::ranges::sort(taken);
    return taken;
}

QSharedPointer<QCPAxisTicker> spacedTicker(double lo, double hi) {
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (const double tick : spacedTicks(lo, hi)) {
        ticker->addTick(tick, formatNumber(tick, 3));
    }
    return ticker;
}

QSharedPointer<QCPAxisTicker> colorBarTicker(double least, double most, double pixels, bool zeros) {
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    QStringList taken;
    const auto add = [&](double value) {
        const QString label = formatNumber(value, 2);
        if (!taken.contains(label)) {
            taken << label;
            ticker->addTick(value,
                            zeros && value == least ? QStringLiteral("≤ %1").arg(label) : label);
        }
    };
    add(least);
    add(most);
    const double decades = std::log10(most / least);
    const double apart = std::max(0.3, barLabelHeight * decades / std::max(pixels, 1.0));
    if (decades < 2) {
        if (pixels >= 2 * barLabelHeight) {
            add(std::sqrt(least * most));
        }
        return ticker;
    }
    const int every = static_cast<int>(std::ceil(std::max(decades / 4, apart)));
    for (int power = static_cast<int>(std::ceil(std::log10(least) + apart));
         power < std::log10(most) - apart; power += every) {
        add(std::pow(10.0, power));
    }
    return ticker;
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
