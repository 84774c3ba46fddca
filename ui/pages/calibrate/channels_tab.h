// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/channel_report.h"
#include "ui/pages/calibrate/analysis_tab.h"
#include "ui/state/source.h"

class QLabel;

namespace zeropoint::ui {

class ChannelPlot;
class Legend;
class Segment;
struct TableContent;

/// The channels of the tensor along an axis: their ranges, the outliers among them, and the error
/// that each suffers under one shared scale and under its own.
class ChannelsTab : public AnalysisTab {
    Q_OBJECT

public:
    explicit ChannelsTab(Workbench& bench, QWidget* parent = nullptr);

    TableContent table() const;

protected:
    void follow() override;
    void work() override;

private:
    /// That is looked at, or the first where the tensor lacks it.
    int axis() const;
    /// Why there is nothing to show; empty where there is.
    QString reasonAgainst(int axis) const;
    void show(const ChannelView& view);
    void showChannel(int channel);
    void chooseChannel(int channel);

    Segment* m_axis;
    Legend* m_legend;
    QWidget* m_button;  ///< opens the table
    ChannelPlot* m_plot;
    QLabel* m_readout;
    SourcePtr m_source;  ///< what the view is of
    QuantScheme m_scheme;
    int m_shownAxis = -1;
};

}  // namespace zeropoint::ui
