// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/value/stored_values_chart.h"

#include "ui/access/access.h"
#include "ui/controls/focus_ring.h"
#include "ui/controls/how_known.h"
#include "ui/controls/number_text.h"
#include "ui/pages/numbers/facts/row_texts.h"
#include "ui/pages/numbers/value/value_ticks.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr int labelWidth = 76;
constexpr int topMargin = 26;
constexpr int axisHeight = 26;
constexpr int comfortablePitch = 24;

}  // namespace

StoredValuesChart::StoredValuesChart(QWidget* parent) : QWidget(parent) {
    setChartAccess(this);
    setHowKnown(this, QStringLiteral("numbers.stored"), false);
    setObjectName(QStringLiteral("storedValues"));
    setAccessibleName(tr("Values each format can store"));
    setFocusPolicy(Qt::TabFocus);
    setLayoutDirection(Qt::LeftToRight);  // an axis is never mirrored
}

QSize StoredValuesChart::sizeHint() const {
    const int rows = std::max(8, static_cast<int>(m_rows.size()));
    return {484, topMargin + axisHeight + rows * comfortablePitch};
}

void StoredValuesChart::setRows(const std::vector<RowFacts>& rows, const QString& inspected) {
    const bool newValue = m_rows.empty() || rows.empty() || rows[0].value != m_rows[0].value;
    m_rows = rows;
    m_inspected = inspected;
    if (newValue && !rows.empty()) {
        const double share = m_window.toShare(rows[0].value);
        if (!m_moved || share < 0 || share > 1) {
            resetWindow();
        }
    }
    QStringList sentences;
    for (const RowFacts& row : rows) {
        sentences << rowSentence(row);
    }
    setAccessibleDescription(sentences.join(QStringLiteral(". ")));
    updateGeometry();
    update();
}

void StoredValuesChart::look(bool logarithmic, const std::optional<AxisRange>& part) {
    const bool shown = logarithmic == m_window.logarithmic && part.has_value() == m_moved &&
                       (!part || (part->low == m_window.lo && part->high == m_window.hi));
    if (shown) {
        return;
    }
    m_moved = part.has_value();
    m_window = part ? AxisWindow{part->low, part->high, logarithmic}
                    : windowAround(m_rows.empty() ? 1 : m_rows[0].value, logarithmic);
    update();
}

void StoredValuesChart::resetWindow() {
    m_window = windowAround(m_rows.empty() ? 1 : m_rows[0].value, m_window.logarithmic);
    m_moved = false;
    emit windowMoved(false);
    update();
}

void StoredValuesChart::setWindow(const AxisWindow& window) {
    const bool usable = std::isfinite(window.lo) && std::isfinite(window.hi) &&
                        window.hi - window.lo > std::abs(window.hi) * 1e-12 &&
                        (!window.logarithmic || window.lo > 1e-300);
    if (usable) {
        m_window = window;
        m_moved = true;
        emit windowMoved(true);
        update();
    }
}

void StoredValuesChart::zoom(double factor, double aroundShare) {
    AxisWindow next = m_window;
    next.lo = m_window.toValue(aroundShare * (1 - factor));
    next.hi = m_window.toValue(aroundShare + (1 - aroundShare) * factor);
    setWindow(next);
}

void StoredValuesChart::pan(double shares) {
    AxisWindow next = m_window;
    next.lo = m_window.toValue(shares);
    next.hi = m_window.toValue(1 + shares);
    setWindow(next);
}

QRectF StoredValuesChart::plotRect() const {
    return QRectF(labelWidth, topMargin, width() - labelWidth - 16,
                  height() - topMargin - axisHeight);
}

double StoredValuesChart::rowPitch() const {
    const double rows = std::max<double>(1, static_cast<double>(m_rows.size()));
    return std::min<double>(comfortablePitch + 12, (plotRect().height() - 4) / rows);
}

double StoredValuesChart::xOf(double value) const {
    return plotRect().left() + plotRect().width() * m_window.toShare(value);
}

void StoredValuesChart::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxis(painter);
    double y = plotRect().top() + 2 + rowPitch() / 2;
    for (const RowFacts& row : m_rows) {
        paintRow(painter, row, y);
        y += rowPitch();
    }
    paintValue(painter);
    y = plotRect().top() + 2 + rowPitch() / 2;
    for (const RowFacts& row : m_rows) {
        paintStored(painter, row, y);
        y += rowPitch();
    }
    if (hasFocus()) {
        drawFocusRing(painter, rect(), 6, theme);
    }
}

void StoredValuesChart::paintAxis(QPainter& painter) const {
    const Theme& theme = themeOf(this);
    const QRectF plot = plotRect();
    const double bottom = plot.bottom() + 0.5;
    painter.setFont(monoFont(11));
    for (const AxisTick& tick : axisTicks(m_window)) {
        const double x = std::floor(xOf(tick.value)) + 0.5;
        painter.setPen(theme.grid);
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, bottom));
        painter.setPen(theme.axis);
        painter.drawLine(QPointF(x, bottom), QPointF(x, bottom + 4));
        painter.setPen(theme.text3);
        const double half = numberTextWidth(painter.font(), tick.text) / 2;
        const double center = std::min(x, width() - half);
        drawNumberText(painter, QRectF(center - half, bottom + 6, 2 * half, 16), tick.text,
                       Qt::AlignHCenter);
    }
    painter.setPen(theme.axis);
    painter.drawLine(QPointF(plot.left(), bottom), QPointF(plot.right(), bottom));
}

void StoredValuesChart::paintRow(QPainter& painter, const RowFacts& row, double y) const {
    const Theme& theme = themeOf(this);
    const QRectF plot = plotRect();
    const bool inspected = idOf(*row.format) == m_inspected;
    painter.setFont(textFont(11, inspected ? QFont::DemiBold : QFont::Normal));
    painter.setPen(inspected ? theme.text : theme.text2);
    const QRectF label(0, y - 8, labelWidth - 10, 16);
    painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(nameOf(*row.format), Qt::ElideRight,
                                                      static_cast<int>(label.width())));
    painter.setPen(theme.border);
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    const ValueTicks ticks = valueTicks(row, m_window, static_cast<int>(plot.width()));
    painter.setPen(QPen(theme.grey.line, 1));
    painter.setBrush(theme.histogramBody);
    for (const auto& [from, to] : ticks.dense) {
        painter.drawRect(QRectF(plot.left() + from, y - 4.5, std::max(1.0, to - from), 9));
    }
    painter.setPen(QPen(theme.text2, 1.2));
    for (const double x : ticks.single) {
        painter.drawLine(QPointF(plot.left() + x, y - 5.5), QPointF(plot.left() + x, y + 5.5));
    }
}

void StoredValuesChart::paintStored(QPainter& painter, const RowFacts& row, double y) const {
    const Theme& theme = themeOf(this);
    const double share = m_window.toShare(row.stored);
    const bool hidden = m_window.logarithmic && row.stored == 0;
    if (std::isfinite(share) && share >= -0.001 && share <= 1.001 && !hidden) {
        painter.setPen(QPen(theme.surface, 1.5));
        painter.setBrush(theme.text);
        painter.drawEllipse(QPointF(xOf(row.stored), y), 4, 4);
    }
}

void StoredValuesChart::paintValue(QPainter& painter) const {
    if (m_rows.empty()) {
        return;
    }
    const double value = m_rows[0].value;
    const double share = m_window.toShare(value);
    if (!std::isfinite(share) || share < 0 || share > 1 || (m_window.logarithmic && value == 0)) {
        return;
    }
    const Theme& theme = themeOf(this);
    const double x = xOf(value);
    painter.setPen(QPen(theme.accent, 1.5, Qt::DashLine));
    painter.drawLine(QPointF(x, topMargin - 2), QPointF(x, plotRect().bottom()));
    painter.setPen(theme.accent);
    painter.setFont(monoFont(11, QFont::DemiBold));
    const QString text =
        (m_window.logarithmic && value < 0 ? QStringLiteral("|x| = ") : QStringLiteral("x = ")) +
        formatNumber(m_window.logarithmic ? std::abs(value) : value, 6);
    const double half = painter.fontMetrics().horizontalAdvance(text) / 2.0 + 2;
    const double center = std::clamp(x, half, width() - half);
    painter.drawText(QRectF(center - half, 4, 2 * half, 16), Qt::AlignCenter, text);
}

/// Only with the focus: otherwise the wheel scrolls the page.
void StoredValuesChart::wheelEvent(QWheelEvent* event) {
    if (!hasFocus()) {
        event->ignore();
        return;
    }
    const double share = (event->position().x() - plotRect().left()) / plotRect().width();
    zoom(std::pow(0.8, event->angleDelta().y() / 120.0), std::clamp(share, 0.0, 1.0));
    event->accept();
}

void StoredValuesChart::mousePressEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    m_dragFrom = event->position().x();
}

void StoredValuesChart::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) {
        pan((m_dragFrom - event->position().x()) / plotRect().width());
        m_dragFrom = event->position().x();
    }
}

void StoredValuesChart::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
            pan(-0.1);
            break;
        case Qt::Key_Right:
            pan(0.1);
            break;
        case Qt::Key_Plus:
            zoom(0.8, 0.5);
            break;
        case Qt::Key_Minus:
            zoom(1.25, 0.5);
            break;
        case Qt::Key_Home:
            resetWindow();
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

TableContent StoredValuesChart::table() const {
    TableContent content{accessibleName(),
                         {tr("format"), tr("nearest stored"), tr("error"), tr("step there"),
                          tr("lowest"), tr("largest")},
                         {}};
    for (const RowFacts& row : m_rows) {
        content.rows.append(
            {nameOf(*row.format), row.stored, row.error, row.ulp, row.lowest, row.max});
    }
    return content;
}

}  // namespace zeropoint::ui
