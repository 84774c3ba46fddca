// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/group_cost_plot.h"

#include "ui/access/access.h"
#include "ui/plots/label_places.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace zeropoint::ui {

GroupCostPlot::GroupCostPlot(QWidget* parent)
    : PlotWidget(QStringLiteral("plot.group_cost"), parent) {
    setObjectName(QStringLiteral("group_cost_plot"));
    setAccessibleName(tr("Signal to noise against bits per weight"));
    setAccess(this, {.role = QAccessible::Chart, .table = [this] {
                         TableContent table{accessibleName(),
                                            {tr("format"), tr("bits per weight"), tr("SQNR, dB")},
                                            {}};
                         for (std::size_t i = 0; i < m_names.size(); ++i) {
                             for (const QCPGraphData& point : *m_graphs[i]->data()) {
                                 table.rows.append({m_names[i]->text(), point.key, point.value});
                             }
                         }
                         return table;
                     }});
    fixMargins(QMargins(44, 8, 60, 40));
    m_plot->xAxis->setLabel(tr("bits per weight"));
    m_now = m_plot->addGraph();
    setValueTitle(tr("SQNR, dB"));
    m_line = new QCPItemStraightLine(m_plot);
    m_line->setVisible(false);  // until there are curves
    // In a window or in a figure: names stand at pixels.
    connect(m_plot, &QCustomPlot::afterLayout, this, &GroupCostPlot::placeNames);
    restyle();
}

void GroupCostPlot::setSeries(const std::vector<GroupSeries>& series) {
    for (std::size_t i = m_graphs.size(); i < series.size(); ++i) {
        m_graphs.push_back(m_plot->addGraph());
        QCPItemText* name = addText();
        name->setClipToAxisRect(false);
        name->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
        name->position->setType(QCPItemPosition::ptAbsolute);
        m_names.push_back(name);
        m_leaders.push_back(new QCPItemLine(m_plot));
        m_leaders.back()->setLayer(QStringLiteral("grid"));
        m_leaders.back()->setClipToAxisRect(false);
        m_leaders.back()->start->setType(QCPItemPosition::ptAbsolute);
        m_leaders.back()->end->setType(QCPItemPosition::ptAbsolute);
    }
    m_own.assign(m_graphs.size(), false);
    double cheapest = 1e9;
    double dearest = 0;
    double worst = 1e9;
    double best = -1e9;
    for (std::size_t i = 0; i < m_graphs.size(); ++i) {
        const bool used = i < series.size() && !series[i].curve.costs.empty();
        m_graphs[i]->setVisible(used);
        if (!used) {
            m_graphs[i]->setData({}, {});
            continue;
        }
        m_own[i] = series[i].curve.own;
        QVector<double> x;
        QVector<double> y;
        for (const GroupCost& point : series[i].curve.costs) {
            if (std::isfinite(point.sqnrDb)) {
                x.append(point.bitsPerWeight);
                y.append(point.sqnrDb);
                cheapest = std::min(cheapest, point.bitsPerWeight);
                dearest = std::max(dearest, point.bitsPerWeight);
                worst = std::min(worst, point.sqnrDb);
                best = std::max(best, point.sqnrDb);
            }
        }
        m_graphs[i]->setData(x, y);
        m_names[i]->setText(series[i].name);
    }
    if (worst <= best) {
        const double room = std::max(1.0, (best - worst) * 0.1);
        m_plot->xAxis->setRange(cheapest - 0.2, dearest + 0.2);
        m_plot->yAxis->setRange(worst - room, best + room);
    }
    QStringList names;
    for (const GroupSeries& one : series) {
        names << one.name;
    }
    setAccessibleDescription(tr("Curves of %1").arg(names.join(QStringLiteral(", "))));
    restyle();
}

/// At the ends of the curves, beside all curves and points, the own format's first.
void GroupCostPlot::placeNames() {
    const QRect axes = m_plot->axisRect()->rect();
    LabelPlaces places(QRectF(axes).adjusted(0, 0, m_plot->viewport().right() - axes.right(), 0));
    const auto pixelOf = [this](const QCPGraphData& point) {
        return QPointF(m_plot->xAxis->coordToPixel(point.key),
                       m_plot->yAxis->coordToPixel(point.value));
    };
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < m_graphs.size(); ++i) {
        const auto points = m_graphs[i]->data();
        for (auto it = points->constBegin(); it != points->constEnd(); ++it) {
            const QPointF at = pixelOf(*it);
            places.avoid(QRectF(at.x() - 4, at.y() - 4, 8, 8));
            if (it != points->constBegin()) {
                places.avoid(QLineF(pixelOf(*std::prev(it)), at));
            }
        }
        m_names[i]->setVisible(false);
        m_leaders[i]->setVisible(false);
        if (!points->isEmpty()) {
            order.push_back(i);
        }
    }
    std::stable_partition(order.begin(), order.end(), [this](std::size_t i) { return m_own[i]; });
    std::vector<LabelPlaces::Name> names;
    for (const std::size_t i : order) {
        const QFontMetricsF metrics(m_names[i]->font());
        names.push_back({pixelOf(*std::prev(m_graphs[i]->data()->constEnd())),
                         {metrics.horizontalAdvance(m_names[i]->text()) + 4, metrics.height()}});
    }
    const auto found = places.place(names);
    for (std::size_t k = 0; k < found.size(); ++k) {
        QCPItemText* name = m_names[order[k]];
        QCPItemLine* leader = m_leaders[order[k]];
        name->setVisible(found[k].has_value());
        leader->setVisible(found[k] && found[k]->leader);
        if (found[k]) {
            name->position->setCoords(found[k]->rect.topLeft());
        }
        if (leader->visible()) {
            leader->start->setCoords(found[k]->leader->p1());
            leader->end->setCoords(found[k]->leader->p2());
        }
    }
}

void GroupCostPlot::setCurrent(const GroupCost& current) {
    m_now->setData({current.bitsPerWeight}, {current.sqnrDb});
    m_line->setVisible(true);
    m_line->point1->setCoords(current.bitsPerWeight, m_plot->yAxis->range().lower);
    m_line->point2->setCoords(current.bitsPerWeight, m_plot->yAxis->range().upper);
    replotSoon();
}

void GroupCostPlot::restyle() {
    const Theme& theme = styled();
    for (std::size_t i = 0; i < m_graphs.size(); ++i) {
        const bool own = m_own[i];
        const QColor color = own ? theme.text : theme.grey.line;
        m_graphs[i]->setPen(QPen(color, own ? 2.2 : 1.4));
        m_graphs[i]->setScatterStyle(
            QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(color, 1.4), QBrush(theme.surface), 6));
        m_names[i]->setFont(textFont(11, own ? QFont::DemiBold : QFont::Normal));
        m_names[i]->setColor(own ? theme.text : theme.text3);
        m_leaders[i]->setPen(QPen(theme.control, 1));
    }
    m_now->setLineStyle(QCPGraph::lsNone);
    m_now->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssDisc, theme.accent, theme.accent, 10));
    m_line->setPen(QPen(theme.accent, 1.2, Qt::DashLine));
    replotSoon();
}

}  // namespace zeropoint::ui
