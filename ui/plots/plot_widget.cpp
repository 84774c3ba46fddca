// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_widget.h"

#include "ui/controls/how_known.h"
#include "ui/plots/plot_style.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QToolTip>
#include <QVBoxLayout>
#include <qcustomplot.h>

namespace zeropoint::ui {

PlotWidget::PlotWidget(const QString& known, QWidget* parent)
    : QWidget(parent), m_plot(new QCustomPlot) {
    if (!known.isEmpty()) {
        setHowKnown(this, known, false);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    m_plot->setFocusPolicy(Qt::NoFocus);
}

const Theme& PlotWidget::styled() {
    const Theme& theme = themeOf(this);
    stylePlot(*m_plot, theme);
    return theme;
}

void PlotWidget::replotSoon() {
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotWidget::followPointer() {
    m_plot->setMouseTracking(true);
    m_plot->installEventFilter(this);
}

std::optional<QString> PlotWidget::tipAt(const QPoint&) const {
    return std::nullopt;
}

bool PlotWidget::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const std::optional<QString> tip = tipAt(help->pos())) {
            QToolTip::showText(help->globalPos(), *tip, m_plot);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PlotWidget::fixMargins(const QMargins& margins) {
    m_plot->axisRect()->setAutoMargins(QCP::msNone);
    m_plot->axisRect()->setMargins(margins);
}

QCPItemText* PlotWidget::addText() {
    auto* text = new QCPItemText(m_plot);
    text->setPadding(QMargins(2, 0, 2, 0));
    return text;
}

QCPColorScale* PlotWidget::addColorScale(QCPColorMap& map, int width) {
    auto* scale = new QCPColorScale(m_plot);
    scale->setType(QCPAxis::atRight);
    scale->setBarWidth(width);
    m_plot->plotLayout()->addElement(0, 1, scale);
    map.setColorScale(scale);
    auto* margins = new QCPMarginGroup(m_plot);
    m_plot->axisRect()->setMarginGroup(QCP::msBottom | QCP::msTop, margins);
    scale->setMarginGroup(QCP::msBottom | QCP::msTop, margins);
    return scale;
}

void PlotWidget::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        restyle();
    }
}

}  // namespace zeropoint::ui
