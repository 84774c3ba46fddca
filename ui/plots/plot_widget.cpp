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
namespace {

constexpr int titleRoom = 18;  ///< beside the labels of an axis whose margins are fixed

}  // namespace

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

void PlotWidget::showScales(bool shown) {
    m_plot->xAxis->setTickLabels(shown);
    m_plot->yAxis->setTickLabels(shown);
}

void PlotWidget::layOutAxes() {
    m_plot->plotLayout()->update(QCPLayoutElement::upPreparation);
    m_plot->plotLayout()->update(QCPLayoutElement::upMargins);
    m_plot->plotLayout()->update(QCPLayoutElement::upLayout);
}

void PlotWidget::drawFigure(QCPPainter& painter, const QSize& size) {
    QCPAxisRect& axes = *m_plot->axisRect();
    const bool titled = !m_valueTitle.isEmpty();
    const QMargins margins = axes.margins();
    const bool fixed = axes.autoMargins() == QCP::msNone;
    m_inFigure = true;
    if (titled) {
        m_plot->yAxis->setLabel(m_valueTitle);
    }
    if (titled && fixed) {
        axes.setMargins(margins + QMargins(titleRoom, 0, 0, 0));
    }
    restyle();
    m_plot->toPainter(&painter, size.width(), size.height());
    m_inFigure = false;
    if (titled) {
        m_plot->yAxis->setLabel({});
    }
    if (titled && fixed) {
        axes.setMargins(margins);
    }
    layOutAxes();
    restyle();
}

std::vector<PlotWidget::Words> PlotWidget::words() const {
    std::vector<Words> all;
    for (int i = 0; i < m_plot->itemCount(); ++i) {
        const auto* item = qobject_cast<QCPItemText*>(m_plot->item(i));
        if (item != nullptr && item->visible() && !item->text().isEmpty()) {
            const QRectF place(item->topLeft->pixelPosition(), item->bottomRight->pixelPosition());
            all.push_back({item->text(), place.translated(m_plot->pos())});
        }
    }
    return all;
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
