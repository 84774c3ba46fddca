// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/distribution_plot.h"

#include "ui/access/access.h"
#include "ui/text/numbers.h"
#include "ui/text/plural.h"
#include "ui/theme/theme.h"

#include <qcustomplot.h>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int bars = 64;
constexpr double emptyBar = 0.7;  ///< below one on the logarithmic axis

}  // namespace

DistributionPlot::DistributionPlot(const QString& name, const DataColor Theme::*color,
                                   QWidget* parent)
    : PlotWidget(QStringLiteral("plot.distribution"), parent), m_color(color) {
    m_plot->setAccessibleName(name);
    setAccess(m_plot, {.role = QAccessible::Chart, .table = [this] {
                           TableContent content{
                               m_plot->accessibleName(), {tr("from"), tr("to"), tr("count")}, {}};
                           for (const QVector<double>& row : m_table) {
                               content.rows.append(QVariantList(row.begin(), row.end()));
                           }
                           return content;
                       }});
    m_plot->axisRect()->setMinimumMargins(QMargins(32, 4, 8, 20));
    m_plot->xAxis->ticker()->setTickCount(4);
    m_plot->yAxis->setScaleType(QCPAxis::stLogarithmic);
    m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
    m_bars = m_plot->addGraph();
    m_bars->setLineStyle(QCPGraph::lsStepLeft);
    m_bars->setAntialiased(false);
    setMinimumSize(160, 80);
    restyle();
}

void DistributionPlot::show(const FineHistogram& histogram) {
    if (histogram.empty()) {
        clear();
        return;
    }
    const double margin = histogram.hi > histogram.lo ? 0 : 0.5;
    const double lo = histogram.lo - margin;
    const double width = (histogram.hi + margin - lo) / bars;
    std::vector<double> edges;
    for (int i = 0; i <= bars; ++i) {
        edges.push_back(lo + i * width);
    }
    const std::vector<double> counts = rebin(histogram, edges);
    QVector<double> x;
    QVector<double> y;
    m_table.clear();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        x.append(edges[i]);
        y.append(std::max(counts[i], emptyBar));
        m_table.append({edges[i], edges[i + 1], counts[i]});
    }
    x.append(edges.back());
    y.append(emptyBar);
    m_bars->setData(x, y, true);
    m_plot->xAxis->setRange(edges.front(), edges.back());
    m_plot->yAxis->setRange(emptyBar, *std::max_element(y.begin(), y.end()) * 1.6);
    m_plot->setAccessibleDescription(
        tr("%1 value(s) from %2 to %3", nullptr, pluralOf(histogram.total))
            .arg(formatCount(histogram.total), formatNumber(histogram.lo),
                 formatNumber(histogram.hi)));
    replotSoon();
}

void DistributionPlot::clear() {
    m_table.clear();
    m_bars->setData(QVector<double>(), QVector<double>());
    m_plot->setAccessibleDescription(tr("No values yet"));
    replotSoon();
}

void DistributionPlot::restyle() {
    const Theme& theme = styled();
    const DataColor& color = theme.*m_color;
    m_bars->setPen(QPen(color.line, 1));
    m_bars->setBrush(color.soft);
    replotSoon();
}

}  // namespace zeropoint::ui
