// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/calibrate/analysis_tab.h"
#include "ui/plots/group_cost_plot.h"
#include "ui/state/source.h"

class QLabel;
class QPushButton;

namespace zeropoint::ui {

class Segment;
class SteppedSlider;
struct TableContent;

/// Group size against error and bits per weight, so that settings are compared at equal cost.
class GroupsTab : public AnalysisTab {
    Q_OBJECT

public:
    explicit GroupsTab(Workbench& bench, QWidget* parent = nullptr);

    TableContent table() const;

protected:
    void follow() override;
    void work() override;

private:
    QWidget* makeSide();
    /// Why there is nothing to show; empty where there is.
    QString reason() const;
    void showSize();
    void apply();
    void applyScaleFormat(int choice);

    SteppedSlider* m_size;
    Segment* m_scale;
    GroupCostPlot* m_plot;
    QWidget* m_side;
    QWidget* m_button;  ///< opens the table
    QLabel* m_reading;
    QPushButton* m_apply;
    std::vector<GroupSeries> m_series;
    SourcePtr m_source;  ///< what the series are of
    QuantScheme m_scheme;
};

}  // namespace zeropoint::ui
