// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/group_cost_plot.h"

#include "ui/access/access.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

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
    restyle();
}

void GroupCostPlot::setSeries(const std::vector<GroupSeries>& series) {
    for (std::size_t i = m_graphs.size(); i < series.size(); ++i) {
        m_graphs.push_back(m_plot->addGraph());
        m_names.push_back(new QCPItemText(m_plot));
        m_names.back()->setClipToAxisRect(false);
    }
    m_own.assign(m_graphs.size(), false);
    double cheapest = 1e9;
    double dearest = 0;
    double worst = 1e9;
    double best = -1e9;
    for (std::size_t i = 0; i < m_graphs.size(); ++i) {
        const bool used = i < series.size() && !series[i].curve.costs.empty();
        m_graphs[i]->setVisible(used);
        m_names[i]->setVisible(used);
        if (!used) {
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
        m_names[i]->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        m_names[i]->setPadding(QMargins(6, 0, 0, 0));
        if (!x.isEmpty()) {
            m_names[i]->position->setCoords(x.last(), y.last());
        }
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

void GroupCostPlot::setCurrent(const GroupCost& current) {
    m_now->setData({current.bitsPerWeight}, {current.sqnrDb});
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
    }
    m_now->setLineStyle(QCPGraph::lsNone);
    m_now->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssDisc, theme.accent, theme.accent, 10));
    m_line->setPen(QPen(theme.accent, 1.2, Qt::DashLine));
    replotSoon();
}

}  // namespace zeropoint::ui
