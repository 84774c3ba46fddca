// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/channel_plot.h"

#include "ui/access/access.h"
#include "ui/plots/plot_style.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr int leftMargin = 64;
constexpr int rightMargin = 12;
constexpr int heatHeight = 34;
constexpr int mostValueTicks = 4;
constexpr int scaleMargin = 10;     ///< half a label, which an end of the bar needs beyond it
constexpr int tickHeight = 18;      ///< of a label of the upright axis and its gap
constexpr int heatAxisHeight = 42;  ///< tick labels and the name of the axis

}  // namespace

ChannelPlot::ChannelPlot(QWidget* parent) : PlotWidget(QStringLiteral("plot.channels"), parent) {
    setObjectName(QStringLiteral("channel_plot"));
    setAccessibleName(tr("Ranges and errors of the channels"));
    setAccess(this, {.role = QAccessible::Chart, .table = [this] {
                         TableContent table{accessibleName(),
                                            {tr("channel"), tr("MSE with its own scale"),
                                             tr("MSE with one scale for all")},
                                            {}};
                         for (std::size_t i = 0;
                              i < m_view.channels.size() && i < m_view.mseWithTensorScale.size();
                              ++i) {
                             table.rows.append({static_cast<double>(i), m_view.channels[i].mse,
                                                m_view.mseWithTensorScale[i]});
                         }
                         return table;
                     }});
    followPointer();
    buildBands();
    buildHeat();
    restyle();
}

void ChannelPlot::buildBands() {
    fixMargins(QMargins(leftMargin, 4, rightMargin, 4));
    m_plot->xAxis->setTickLabels(false);
    m_plot->xAxis->setTicker(wholeTicker());
    m_plot->yAxis->ticker()->setTickCount(mostValueTicks);
    for (QCPGraph** graph : {&m_min, &m_max, &m_low, &m_high, &m_median, &m_outliers}) {
        *graph = m_plot->addGraph();
    }
    m_max->setChannelFillGraph(m_min);
    m_high->setChannelFillGraph(m_low);
    m_reachHigh = new QCPItemStraightLine(m_plot);
    m_reachLow = new QCPItemStraightLine(m_plot);
    m_reachHigh->setVisible(false);  // until there are channels
    m_reachLow->setVisible(false);
}

void ChannelPlot::buildHeat() {
    m_heatRect = new QCPAxisRect(m_plot, true);
    m_plot->plotLayout()->addElement(1, 0, m_heatRect);
    m_heatRect->setAutoMargins(QCP::msNone);
    m_heatRect->setMargins(QMargins(leftMargin, 4, rightMargin, heatAxisHeight));
    m_heatRect->setMinimumSize(0, heatHeight / 2 + heatAxisHeight);
    m_heatRect->setMaximumSize(QWIDGETSIZE_MAX, heatHeight + heatAxisHeight);
    QCPAxis* x = m_heatRect->axis(QCPAxis::atBottom);
    QCPAxis* y = m_heatRect->axis(QCPAxis::atLeft);
    x->setLabel(tr("channel"));
    x->setTicker(wholeTicker());
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    ticker->addTick(1, tr("shared"));
    ticker->addTick(0, tr("own"));
    y->setTicker(ticker);
    y->setRange(-0.5, 1.5);
    m_heat = new QCPColorMap(x, y);
    m_heat->setInterpolate(false);
    m_heat->setTightBoundary(false);
    m_scale = new QCPColorScale(m_plot);
    m_scale->setDataScaleType(QCPAxis::stLogarithmic);
    m_scale->setBarWidth(10);
    m_scale->setMinimumMargins(QMargins(0, scaleMargin, 0, scaleMargin));
    m_scale->axis()->setLabel(tr("MSE"));
    m_plot->plotLayout()->addElement(0, 1, m_scale);
    m_plot->plotLayout()->setColumnStretchFactor(1, 0.001);
    m_heat->setColorScale(m_scale);
    // How high the bar is, the layout decides.
    connect(m_plot, &QCustomPlot::afterLayout, this, [this] {
        if (m_scale->axis()->axisRect()->height() != m_labelledHeight) {
            labelScale();
            replotSoon();
        }
    });
    m_scale->setDataRange(QCPRange(1e-12, 1e-11));  // until there are channels
    showAxes(false);
}

/// Labels of the upright axis keep apart in a low plot.
void ChannelPlot::resizeEvent(QResizeEvent* event) {
    PlotWidget::resizeEvent(event);
    const int bands = height() - heatHeight - heatAxisHeight;
    m_plot->yAxis->ticker()->setTickCount(std::clamp(bands / tickHeight, 1, mostValueTicks));
}

void ChannelPlot::labelScale() {
    const QCPRange range = m_scale->dataRange();
    m_labelledHeight = m_scale->axis()->axisRect()->height();
    m_scale->axis()->setTicker(colorBarTicker(range.lower, range.upper, m_labelledHeight, m_zeros));
}

/// Axes of no channels would say something about them.
void ChannelPlot::showAxes(bool shown) {
    for (QCPAxis* axis : {m_plot->yAxis, m_heatRect->axis(QCPAxis::atBottom),
                          m_heatRect->axis(QCPAxis::atLeft), m_scale->axis()}) {
        axis->setTickLabels(shown);
    }
    m_scale->setVisible(shown);
}

void ChannelPlot::setView(const ChannelView& view) {
    m_view = view;
    if (view.channels.empty()) {
        return;
    }
    showAxes(true);
    showBands();
    showHeat();
    const auto outliers = std::count_if(view.channels.begin(), view.channels.end(),
                                        [](const ChannelReport& c) { return c.outlier; });
    setAccessibleDescription(tr("%1 channels, %2 of them outliers; error %3 with one scale and %4 "
                                "with a scale for each channel")
                                 .arg(view.channels.size())
                                 .arg(outliers)
                                 .arg(formatNumber(view.tensorMse), formatNumber(view.channelMse)));
    replotSoon();
}

void ChannelPlot::showBands() {
    QVector<double> x;
    QVector<double> values[5];
    QVector<double> outlierX;
    QVector<double> outlierY;
    double lowest = 0;
    double highest = 0;
    for (std::size_t i = 0; i < m_view.channels.size(); ++i) {
        const ChannelReport& channel = m_view.channels[i];
        const double row[] = {channel.min, channel.max, channel.p01, channel.p99, channel.median};
        x.append(static_cast<double>(i));
        for (int k = 0; k < 5; ++k) {
            values[k].append(row[k]);
        }
        if (channel.outlier) {
            outlierX.append(static_cast<double>(i));
            outlierY.append(channel.max);
        }
        lowest = std::min(lowest, channel.min);
        highest = std::max(highest, channel.max);
    }
    QCPGraph* const graphs[] = {m_min, m_max, m_low, m_high, m_median};
    for (int k = 0; k < 5; ++k) {
        graphs[k]->setData(x, values[k], true);
    }
    m_outliers->setData(outlierX, outlierY, true);
    m_reachHigh->setVisible(true);
    m_reachLow->setVisible(true);
    m_reachHigh->point1->setCoords(0, m_view.reach.hi);
    m_reachHigh->point2->setCoords(1, m_view.reach.hi);
    m_reachLow->point1->setCoords(0, m_view.reach.lo);
    m_reachLow->point2->setCoords(1, m_view.reach.lo);
    const double room = std::max((highest - lowest) * 0.08, 1e-30);
    m_plot->xAxis->setRange(-0.5, static_cast<double>(m_view.channels.size()) - 0.5);
    m_plot->yAxis->setRange(lowest - room, highest + room);
}

void ChannelPlot::showHeat() {
    const auto count = static_cast<int>(m_view.channels.size());
    m_heat->data()->setSize(count, 2);
    m_heat->data()->setRange(QCPRange(0, std::max(1, count - 1)), QCPRange(0, 1));
    double least = std::numeric_limits<double>::infinity();
    double most = 0;
    m_zeros = false;
    for (int i = 0; i < count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const double own = m_view.channels[at].mse;
        const double shared = m_view.mseWithTensorScale[at];
        m_heat->data()->setCell(i, 0, own);
        m_heat->data()->setCell(i, 1, shared);
        for (const double mse : {own, shared}) {
            least = mse > 0 ? std::min(least, mse) : least;
            most = std::max(most, mse);
            m_zeros = m_zeros || mse == 0;
        }
    }
    if (!(least < most)) {
        least = most > 0 ? most / 10 : 1e-12;
        most = most > 0 ? most : 1e-11;
    }
    m_scale->setDataRange(QCPRange(least, most));
    labelScale();
    m_heatRect->axis(QCPAxis::atBottom)->setRange(-0.5, count - 0.5);
}

bool ChannelPlot::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseMove && !m_view.channels.empty()) {
        const double x = static_cast<QMouseEvent*>(event)->position().x();
        const int channel = static_cast<int>(std::lround(m_plot->xAxis->pixelToCoord(x)));
        const bool inside = channel >= 0 && channel < static_cast<int>(m_view.channels.size());
        emit hovered(inside ? channel : -1);
    } else if (event->type() == QEvent::MouseButtonRelease && !m_view.channels.empty()) {
        const double x = static_cast<QMouseEvent*>(event)->position().x();
        const int channel = static_cast<int>(std::lround(m_plot->xAxis->pixelToCoord(x)));
        if (channel >= 0 && channel < static_cast<int>(m_view.channels.size())) {
            emit chosen(channel);
        }
    } else if (event->type() == QEvent::Leave) {
        emit hovered(-1);
    }
    return PlotWidget::eventFilter(watched, event);
}

void ChannelPlot::restyle() {
    const Theme& theme = styled();
    styleAxis(*m_heatRect->axis(QCPAxis::atBottom), theme, true, false);
    styleAxis(*m_heatRect->axis(QCPAxis::atLeft), theme, false, false);
    m_heatRect->axis(QCPAxis::atLeft)->setTickLabelFont(textFont(11));
    styleAxis(*m_scale->axis(), theme, false, false);
    m_heat->setGradient(heatGradient(theme));
    m_scale->setGradient(heatGradient(theme));
    const QPen band(theme.grey.line, 1);
    m_min->setPen(band);
    m_max->setPen(band);
    m_max->setBrush(theme.grey.soft);
    m_low->setPen(QPen(theme.blue.line, 1));
    m_high->setPen(QPen(theme.blue.line, 1));
    m_high->setBrush(theme.blue.soft);
    m_median->setPen(QPen(theme.text, 1.4));
    m_outliers->setLineStyle(QCPGraph::lsNone);
    m_outliers->setScatterStyle(QCPScatterStyle(
        QCPScatterStyle::ssTriangle, QPen(theme.vermillion.line, 1.8), QBrush(theme.surface), 9));
    m_reachHigh->setPen(QPen(theme.text2, 1.2, Qt::DashLine));
    m_reachLow->setPen(QPen(theme.text2, 1.2, Qt::DashLine));
    replotSoon();
}

}  // namespace zeropoint::ui
