// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/channel_report.h"

#include <QString>
#include <QWidget>

#include <vector>

class QCPGraph;
class QCPItemStraightLine;
class QCPItemText;
class QCustomPlot;

namespace zeropoint::ui {

/// What group sizes cost and give for one format, by falling size (rising cost).
struct GroupSeries {
    QString name;
    bool own = false;  ///< the scheme's own format
    std::vector<GroupCost> costs;
};

/// Signal to noise against bits per weight: formats and group sizes compared at equal cost.
class GroupCostPlot : public QWidget {
    Q_OBJECT

public:
    explicit GroupCostPlot(QWidget* parent = nullptr);

    void setSeries(const std::vector<GroupSeries>& series);
    /// The cost at which formats are compared, and what the own format gives there.
    void setCurrent(const GroupCost& current);

protected:
    void changeEvent(QEvent* event) override;

private:
    void restyle();

    QCustomPlot* m_plot;
    std::vector<QCPGraph*> m_graphs;
    std::vector<QCPItemText*> m_names;
    std::vector<bool> m_own;
    QCPGraph* m_now;
    QCPItemStraightLine* m_line;
};

}  // namespace zeropoint::ui
