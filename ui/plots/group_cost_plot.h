// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/group_costs.h"
#include "ui/plots/plot_widget.h"

#include <QString>

#include <vector>

class QCPGraph;
class QCPItemStraightLine;
class QCPItemLine;
class QCPItemText;

namespace zeropoint::ui {

/// A curve with the name that stands at its end.
struct GroupSeries {
    QString name;
    GroupCurve curve;
};

/// Signal to noise against bits per weight: formats and group sizes compared at equal cost.
class GroupCostPlot : public PlotWidget {
    Q_OBJECT

public:
    explicit GroupCostPlot(QWidget* parent = nullptr);

    void setSeries(const std::vector<GroupSeries>& series);
    /// The cost at which formats are compared, and what the own format gives there.
    void setCurrent(const GroupCost& current);

private:
    void restyle() final;
    void placeNames();

    std::vector<QCPGraph*> m_graphs;
    std::vector<QCPItemText*> m_names;
    std::vector<QCPItemLine*> m_leaders;  ///< to names that do not stand beside their ends
    std::vector<bool> m_own;
    QCPGraph* m_now;
    QCPItemStraightLine* m_line;
};

}  // namespace zeropoint::ui
