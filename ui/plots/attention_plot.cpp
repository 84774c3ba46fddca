// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/attention_plot.h"

#include "ui/access/access.h"
#include "ui/plots/plot_style.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <qcustomplot.h>

#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr double smallestShare = 1e-3;  ///< what the scale begins with
constexpr int mostTicks = 6;

QSharedPointer<QCPAxisTickerText> positionTicker(const QStringList& names) {
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    const qsizetype every = std::max<qsizetype>(1, (names.size() + mostTicks - 1) / mostTicks);
    for (qsizetype i = 0; i < names.size(); i += every) {
        ticker->addTick(static_cast<double>(i), names[i]);
    }
    return ticker;
}

}  // namespace

AttentionPlot::AttentionPlot(QWidget* parent)
    : PlotWidget(QStringLiteral("train.attention"), parent) {
    m_plot->setAccessibleName(tr("Attention of one head"));
    setAccess(m_plot, {.role = QAccessible::Chart, .table = [this] {
                           TableContent table{m_plot->accessibleName(), m_names, {}};
                           table.columns.prepend(tr("from"));
                           for (std::size_t from = 0;
                                m_head < m_values.heads && from < m_values.length; ++from) {
                               QVariantList row{m_names.value(static_cast<qsizetype>(from))};
                               for (std::size_t to = 0; to < m_values.length; ++to) {
                                   row << static_cast<double>(m_values.at(m_head, from, to));
                               }
                               table.rows.append(row);
                           }
                           return table;
                       }});
    followPointer();
    m_map = new QCPColorMap(m_plot->xAxis, m_plot->yAxis);
    m_map->setInterpolate(false);
    m_map->setTightBoundary(true);
    m_map->setDataScaleType(QCPAxis::stLogarithmic);
    m_scale = addColorScale(*m_map, 10);
    m_scale->setDataScaleType(QCPAxis::stLogarithmic);
    m_scale->axis()->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
    m_scale->setDataRange(QCPRange(smallestShare, 1));
    m_plot->xAxis->setLabel(tr("looks at"));
    m_plot->yAxis->setLabel(tr("position"));
    m_plot->yAxis->setRangeReversed(true);
    setMinimumSize(200, 160);
    restyle();
}

void AttentionPlot::show(const AttentionMap& map, std::size_t head, const QStringList& names) {
    m_values = map;
    m_head = head;
    m_names = names;
    const int length = static_cast<int>(map.length);
    QCPColorMapData* data = m_map->data();
    data->setSize(length, length);
    data->setRange(QCPRange(0, length - 1), QCPRange(0, length - 1));
    for (int from = 0; from < length; ++from) {
        for (int to = 0; to < length; ++to) {
            const auto share = static_cast<double>(
                map.at(head, static_cast<std::size_t>(from), static_cast<std::size_t>(to)));
            data->setCell(to, from, share > 0 ? share : qQNaN());
        }
    }
    m_plot->xAxis->setTicker(positionTicker(names));
    m_plot->yAxis->setTicker(positionTicker(names));
    m_plot->xAxis->setRange(-0.5, length - 0.5);
    m_plot->yAxis->setRange(-0.5, length - 0.5);
    m_plot->setAccessibleDescription(
        tr("Head %1: %2 positions look at %2 positions").arg(head + 1).arg(length));
    replotSoon();
}

void AttentionPlot::clear() {
    m_values = {};
    m_map->data()->clear();
    replotSoon();
}

std::optional<QString> AttentionPlot::tipAt(const QPoint& position) const {
    const double to = std::round(m_plot->xAxis->pixelToCoord(position.x()));
    const double from = std::round(m_plot->yAxis->pixelToCoord(position.y()));
    const auto length = static_cast<double>(m_values.length);
    if (to < 0 || from < 0 || to >= length || from >= length) {
        return QString();
    }
    const double share = static_cast<double>(
        m_values.at(m_head, static_cast<std::size_t>(from), static_cast<std::size_t>(to)));
    return tr("From %1 (position %2) to %3 (position %4): %5")
        .arg(m_names.value(static_cast<int>(from)))
        .arg(from)
        .arg(m_names.value(static_cast<int>(to)))
        .arg(to)
        .arg(formatPercent(share));
}

void AttentionPlot::restyle() {
    const Theme& theme = styled();
    m_plot->yAxis->grid()->setVisible(false);
    m_scale->axis()->setTickLabelFont(monoFont(11));
    m_scale->axis()->setTickLabelColor(theme.text3);
    m_scale->axis()->setBasePen(QPen(theme.axis));
    m_scale->axis()->setTickPen(QPen(theme.axis));
    m_scale->axis()->setSubTicks(false);
    m_scale->setGradient(heatGradient(theme));
    m_map->setGradient(heatGradient(theme));
    replotSoon();
}

}  // namespace zeropoint::ui
