// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/heat_plot.h"

#include "ui/access/access.h"
#include "ui/plots/plot_style.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint::ui {
namespace {

constexpr double mostColumnNumbers = 9;
constexpr int scaleTicks = 4;

QSharedPointer<QCPAxisTickerText> rowNames(const QStringList& names) {
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (qsizetype i = 0; i < names.size(); ++i) {
        ticker->addTick(static_cast<double>(names.size() - 1 - i), names[i]);
    }
    return ticker;
}

QSharedPointer<QCPAxisTickerText> columnNumbers(qsizetype count, double perColumn) {
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    const double numbers = static_cast<double>(count) * perColumn;
    double step = 1;
    for (int i = 0; numbers / step > mostColumnNumbers; ++i) {
        step *= i % 3 == 1 ? 2.5 : 2;  // 1, 2, 5, 10, 20 and so on
    }
    const int ticks = static_cast<int>(std::ceil(numbers / step));
    for (int i = 0; i < ticks; ++i) {
        ticker->addTick(i * step / perColumn, QString::number(i * step));
    }
    return ticker;
}

/// Where the map has the middles of its outermost cells; of one alone it asks for the edges.
QCPRange middlesOf(int cells) {
    return cells > 1 ? QCPRange(0, cells - 1) : QCPRange(-0.5, 0.5);
}

}  // namespace

HeatPlot::HeatPlot(const QString& name, QString (*figure)(double), QWidget* parent)
    : PlotWidget(QStringLiteral("plot.heat"), parent), m_figure(figure) {
    setAccessibleName(name);
    setChartAccess(this);
    followPointer();
    m_map = new QCPColorMap(m_plot->xAxis, m_plot->yAxis);
    m_map->setInterpolate(false);
    m_map->setTightBoundary(false);
    m_scale = addColorScale(*m_map, 12);
    m_empty = addText();
    m_empty->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_empty->position->setCoords(0.5, 0.5);
    show({});
    restyle();
}

TableContent HeatPlot::table() const {
    TableContent content{accessibleName(), QStringList{m_scene.xTitle} + m_scene.rows, {}};
    for (qsizetype column = 0; column < m_scene.columns.size(); ++column) {
        QVariantList row{m_scene.columns[column]};
        for (const std::vector<float>& cells : m_scene.cells) {
            const auto at = static_cast<std::size_t>(column);
            row << (at < cells.size() ? double{cells[at]} : qQNaN());
        }
        content.rows.append(row);
    }
    return content;
}

void HeatPlot::show(const HeatScene& scene) {
    m_scene = scene;
    const auto rows = static_cast<int>(scene.cells.size());
    const auto columns = static_cast<int>(scene.columns.size());
    QCPColorMapData* data = m_map->data();
    data->setSize(columns, rows);
    data->setRange(middlesOf(columns), middlesOf(rows));
    for (int row = 0; row < rows; ++row) {
        const auto& cells = scene.cells[static_cast<std::size_t>(row)];
        for (int column = 0; column < columns; ++column) {
            const auto at = static_cast<std::size_t>(column);
            data->setCell(column, rows - 1 - row, at < cells.size() ? double{cells[at]} : qQNaN());
        }
    }
    m_plot->xAxis->setRange(-0.5, columns - 0.5);
    m_plot->yAxis->setRange(-0.5, rows - 0.5);
    m_plot->xAxis->setTicker(columnNumbers(scene.columns.size(), scene.perColumn));
    m_plot->yAxis->setTicker(rowNames(scene.rows));
    m_plot->xAxis->setLabel(scene.xTitle);
    // Without a cell that has a colour there is nothing that colours could mean, and without a cell
    // nothing that axes could.
    const bool colored = fitScale();
    const bool any = rows > 0 && columns > 0;
    m_map->setVisible(colored);
    m_scale->setVisible(colored);
    m_scale->axis()->setVisible(colored);
    m_plot->xAxis->setVisible(any);
    m_plot->yAxis->setVisible(any);
    m_empty->setVisible(!any);
    outline();
    replotSoon();
}

void HeatPlot::setEmptyText(const QString& text) {
    m_empty->setText(text);
    replotSoon();
}

bool HeatPlot::fitScale() {
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    bool zeros = false;  // which a logarithm has no place for: they take the least's colour
    for (const auto& row : m_scene.cells) {
        for (const float cell : row) {
            zeros = zeros || (m_scene.logarithmic && cell == 0);
            if (std::isfinite(cell) && (cell > 0 || !m_scene.logarithmic)) {
                least = std::min(least, double{cell});
                most = std::max(most, double{cell});
            }
        }
    }
    if (!(least <= most)) {
        return false;
    }
    if (least == most) {
        least = m_scene.logarithmic ? most / 2 : most - 1;
    }
    const auto type = m_scene.logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear;
    m_scale->setDataScaleType(type);
    m_map->setDataScaleType(type);
    m_scale->setDataRange(QCPRange(least, most));
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    QString last;
    for (int i = 0; i <= scaleTicks; ++i) {
        const double share = static_cast<double>(i) / scaleTicks;
        const double value = m_scene.logarithmic ? least * std::pow(most / least, share)
                                                 : least + (most - least) * share;
        // Values that are nearly one are written alike: once is enough.
        if (const QString label = m_figure(value); label != last) {
            ticker->addTick(value, zeros && i == 0 ? QStringLiteral("≤ %1").arg(label) : label);
            last = label;
        }
    }
    m_scale->axis()->setTicker(ticker);
    return true;
}

void HeatPlot::outline() {
    for (QCPItemRect* rect : m_outlines) {
        m_plot->removeItem(rect);
    }
    m_outlines.clear();
    const Theme& theme = themeOf(this);
    const auto rows = static_cast<double>(m_scene.cells.size());
    for (const int column : m_scene.outlined) {
        auto* rect = new QCPItemRect(m_plot);
        rect->setPen(QPen(theme.accent, 1.5));
        rect->setBrush(Qt::NoBrush);
        rect->setClipToAxisRect(false);
        rect->topLeft->setCoords(column - 0.5, rows - 0.5);
        rect->bottomRight->setCoords(column + 0.5, -0.5);
        m_outlines.push_back(rect);
    }
}

HeatPlot::Cell HeatPlot::cellAt(const QPointF& position) const {
    if (!m_plot->axisRect()->rect().contains(position.toPoint())) {
        return {};
    }
    const auto rows = static_cast<int>(m_scene.cells.size());
    const int column = static_cast<int>(std::lround(m_plot->xAxis->pixelToCoord(position.x())));
    const int row =
        rows - 1 - static_cast<int>(std::lround(m_plot->yAxis->pixelToCoord(position.y())));
    const bool inside =
        row >= 0 && row < rows && column >= 0 && column < static_cast<int>(m_scene.columns.size());
    return inside ? Cell{row, column} : Cell{};
}

QString HeatPlot::textAt(const QPoint& position) const {
    const Cell cell = cellAt(position);
    if (cell.row < 0) {
        return {};
    }
    const auto& cells = m_scene.cells[static_cast<std::size_t>(cell.row)];
    const auto at = static_cast<std::size_t>(cell.column);
    if (at >= cells.size() || std::isnan(cells[at])) {
        return {};
    }
    return tr("%1, %2: %3")
        .arg(m_scene.rows.value(cell.row), m_scene.columns.value(cell.column),
             m_figure(double{cells[at]}));
}

std::optional<QString> HeatPlot::tipAt(const QPoint& position) const {
    return textAt(position);
}

bool HeatPlot::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonRelease) {
        const Cell cell = cellAt(static_cast<QMouseEvent*>(event)->position());
        if (cell.row >= 0) {
            emit clicked(cell.row, cell.column);
        }
    }
    return PlotWidget::eventFilter(watched, event);
}

void HeatPlot::restyle() {
    const Theme& theme = styled();
    m_plot->yAxis->grid()->setVisible(false);
    m_plot->yAxis->setTickLabelFont(textFont(12, QFont::DemiBold));
    m_empty->setFont(textFont(12));
    m_empty->setColor(theme.text2);
    styleAxis(*m_scale->axis(), theme, false, false);
    m_scale->setGradient(heatGradient(theme));
    m_map->setGradient(heatGradient(theme));
    for (QCPItemRect* rect : m_outlines) {
        rect->setPen(QPen(theme.accent, 1.5));
    }
    replotSoon();
}

}  // namespace zeropoint::ui
