// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/line_plot.h"

#include "ui/access/access.h"
#include "ui/plots/plot_style.h"
#include "ui/theme/theme.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint::ui {
namespace {

constexpr double roomAbove = 0.08;
constexpr double mostLevels = 40;  ///< more lines than this would be a fog

}  // namespace

LinePlot::LinePlot(const QString& name, QWidget* parent) : PlotWidget({}, parent) {
    m_plot->setAccessibleName(name);
    setAccess(m_plot,
              {.role = QAccessible::Chart, .table = [this] {
                   TableContent table{m_plot->accessibleName(), {tr("line"), tr("x"), tr("y")}, {}};
                   for (const Line& line : m_lines) {
                       for (qsizetype i = 0; i < line.x.size(); ++i) {
                           table.rows.append({line.name, line.x[i], line.y[i]});
                       }
                   }
                   return table;
               }});
    m_plot->axisRect()->setMinimumMargins(QMargins(36, 6, 8, 20));
    m_plot->xAxis->ticker()->setTickCount(5);
    m_plot->yAxis->ticker()->setTickCount(3);
    setMinimumSize(160, 80);
    restyle();
}

void LinePlot::setWholeNumberGrid(bool on) {
    m_wholeNumbers = on;
}

void LinePlot::show(std::vector<Line> lines, const QString& xTitle, const QString& description) {
    m_lines = std::move(lines);
    m_plot->clearGraphs();
    for (const Line& line : m_lines) {
        QCPGraph* graph = m_plot->addGraph();
        graph->setData(line.x, line.y, true);
        if (line.shape != Line::Shape::Line) {
            graph->setLineStyle(QCPGraph::lsStepCenter);
            graph->setAntialiased(false);
        }
    }
    m_plot->xAxis->setLabel(xTitle);
    m_plot->setAccessibleDescription(description);
    fitAxes();
    restyle();
}

void LinePlot::clear() {
    show({}, {}, tr("Nothing to show yet"));
}

void LinePlot::fitAxes() {
    double xLo = std::numeric_limits<double>::infinity();
    double xHi = -xLo;
    double yLo = xLo;
    double yHi = -xLo;
    for (const Line& line : m_lines) {
        for (qsizetype i = 0; i < line.x.size(); ++i) {
            xLo = std::min(xLo, line.x[i]);
            xHi = std::max(xHi, line.x[i]);
            yLo = std::min(yLo, line.y[i]);
            yHi = std::max(yHi, line.y[i]);
        }
        yLo = line.shape == Line::Shape::Area ? std::min(yLo, 0.0) : yLo;
    }
    if (!std::isfinite(xLo) || !std::isfinite(yLo)) {
        return;
    }
    const double margin = std::max((yHi - yLo) * roomAbove, std::abs(yHi) * 1e-6 + 1e-12);
    m_plot->xAxis->setRange(xLo, xHi > xLo ? xHi : xLo + 1);
    m_plot->yAxis->setRange(yLo < 0 || yLo > 0 ? yLo - margin : yLo, yHi + margin);
    if (m_wholeNumbers && xHi - xLo <= mostLevels) {
        auto ticker = QSharedPointer<QCPAxisTickerFixed>::create();
        ticker->setTickStep(xHi - xLo > mostLevels / 2 ? 2 : 1);
        m_plot->xAxis->setTicker(ticker);
    } else {
        m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTicker>::create());
        m_plot->xAxis->ticker()->setTickCount(5);
    }
}

void LinePlot::restyle() {
    const Theme& theme = styled();
    styleAxis(*m_plot->xAxis, theme, true, m_wholeNumbers);
    for (int i = 0; i < m_plot->graphCount(); ++i) {
        const Line& line = m_lines[static_cast<std::size_t>(i)];
        const DataColor& color = theme.*line.color;
        const bool area = line.shape == Line::Shape::Area;
        m_plot->graph(i)->setPen(
            QPen(color.line, area ? 1 : 2, line.dashed ? Qt::DashLine : Qt::SolidLine));
        m_plot->graph(i)->setBrush(area ? QBrush(color.soft) : QBrush(Qt::NoBrush));
    }
    replotSoon();
}

}  // namespace zeropoint::ui
