// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/channel_report.h"
#include "ui/plots/plot_widget.h"

class QCPAxisRect;
class QCPColorMap;
class QCPColorScale;
class QCPGraph;
class QCPItemStraightLine;

namespace zeropoint::ui {

/// The channels of a tensor: above, the band from minimum to maximum of each with the middle 98 per
/// cent and the median inside, outliers marked, and the reach of the one shared scale; below, the
/// error of each with the shared scale and with its own, in colour. Hover reads a channel.
class ChannelPlot : public PlotWidget {
    Q_OBJECT

public:
    explicit ChannelPlot(QWidget* parent = nullptr);

    void setView(const ChannelView& view);
    const ChannelView& view() const { return m_view; }

signals:
    void chosen(int channel);   ///< clicked
    void hovered(int channel);  ///< -1 when the pointer left

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildBands();
    void buildHeat();
    void restyle() final;
    void showBands();
    void showHeat();
    void labelScale();
    void showAxes(bool shown);

    QCPGraph* m_min;
    QCPGraph* m_max;
    QCPGraph* m_low;
    QCPGraph* m_high;
    QCPGraph* m_median;
    QCPGraph* m_outliers;
    QCPItemStraightLine* m_reachHigh;
    QCPItemStraightLine* m_reachLow;
    QCPAxisRect* m_heatRect;
    QCPColorMap* m_heat;
    QCPColorScale* m_scale;
    int m_labelledHeight = 0;  ///< of the colour bar, for which its labels were chosen
    bool m_zeros = false;      ///< among the errors
    ChannelView m_view;
};

}  // namespace zeropoint::ui
