// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/range_handle.h"

#include "ui/access/access.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr int flagHeight = 22;
constexpr int gripWidth = 10;
constexpr int gripHeight = 32;
constexpr int reach = 12;  ///< how far beside the line a press still takes hold
constexpr int widgetWidth = 360;
constexpr int diamond = 7;

}  // namespace

RangeHandle::RangeHandle(Look look, const QString& name, QWidget* parent)
    : QWidget(parent), m_look(look), m_name(name) {
    setAccess(this, {.role = QAccessible::Slider, .value = [this] { return m_text; }});
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(name);
    m_tip = look == Look::RangeEnd
                ? tr("%1: drag, or use the arrow keys (Shift: ten steps). "
                     "Double-click to type a value, O for the smallest error.")
                      .arg(name)
                : tr("%1: drag it along the axis, or use the arrow keys. Double-click or "
                     "Enter to type a value.")
                      .arg(name);
    setToolTip(m_tip);
}

void RangeHandle::setHint(const QString& hint) {
    setToolTip(hint.isEmpty() ? m_tip : m_tip + QLatin1Char(' ') + hint);
}

void RangeHandle::place(double x, int top, int bottom) {
    m_x = x;
    // Whole pixels for the widget; the line keeps its fraction inside it.
    setGeometry(static_cast<int>(std::lround(x)) - widgetWidth / 2, top, widgetWidth,
                bottom - top + diamond + 1);
    updateReach();
    update();
}

void RangeHandle::setFlagShift(double pixels) {
    m_flagShift = pixels;
    updateReach();
    update();
}

void RangeHandle::updateReach() {
    QRegion reached(widgetWidth / 2 - reach, 0, 2 * reach, height());
    const QRectF text = m_look == Look::Sample ? sampleLabel() : flag();
    setMask(reached.united(text.toAlignedRect().adjusted(-1, -1, 1, 1)));
}

void RangeHandle::setValueText(const QString& text) {
    m_text = text;
    setAccessibleDescription(text);
    updateReach();
    if (hasFocus()) {
        announceValue(this);
    }
    update();
}

int RangeHandle::flagWidth() const {
    return QFontMetrics(monoFont(12)).horizontalAdvance(m_text) + 16;
}

QRectF RangeHandle::flag() const {
    const int width = flagWidth();
    return {(widgetWidth - width) / 2.0 + m_flagShift, 0, static_cast<double>(width), flagHeight};
}

int RangeHandle::labelWidth() const {
    return QFontMetrics(monoFont(11)).horizontalAdvance(m_text) + 8;
}

QRectF RangeHandle::sampleLabel() const {
    const int width = labelWidth();
    return {(widgetWidth - width) / 2.0 + m_flagShift, 26, static_cast<double>(width), 18};
}

bool RangeHandle::hits(const QPointF& point) const {
    const double distance = std::abs(point.x() - widgetWidth / 2.0);
    if (m_look == Look::Sample) {
        return (distance <= reach && point.y() >= height() - 4 * diamond) ||
               sampleLabel().contains(point);
    }
    return distance <= reach || flag().contains(point);
}

void RangeHandle::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_look == Look::RangeEnd) {
        paintRangeEnd(painter);
    } else {
        paintSample(painter);
    }
}

void RangeHandle::paintRangeEnd(QPainter& painter) const {
    const Theme& theme = themeOf(this);
    const double x = widgetWidth / 2.0;
    const double bottom = height() - diamond - 1;
    painter.setPen(QPen(theme.accent, 2));
    painter.drawLine(QPointF(x, flagHeight), QPointF(x, bottom));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(flag(), 4, 4);
    painter.setPen(theme.onAccent);
    painter.setFont(monoFont(12));
    painter.drawText(flag(), Qt::AlignCenter, m_text);

    const QRectF grip(x - gripWidth / 2.0, (flagHeight + bottom - gripHeight) / 2, gripWidth,
                      gripHeight);
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(grip.adjusted(-4, -4, 4, 4), 7, 7);
    }
    painter.setPen(QPen(theme.accent, 2));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(grip, 3, 3);
    painter.setPen(QPen(theme.accent, 1));
    for (const double dx : {-1.5, 1.5}) {
        painter.drawLine(QPointF(x + dx, grip.top() + 9), QPointF(x + dx, grip.bottom() - 9));
    }
}

void RangeHandle::paintSample(QPainter& painter) const {
    const Theme& theme = themeOf(this);
    const double x = widgetWidth / 2.0;
    const double axis = height() - diamond - 1;
    const QRectF label = sampleLabel();
    painter.setPen(QPen(theme.text, 1.2));
    painter.drawLine(QPointF(x, label.bottom()), QPointF(x, axis));
    QColor ground = theme.surface;
    ground.setAlphaF(0.85F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRect(label);
    painter.setPen(theme.text);
    painter.setFont(monoFont(11));
    painter.drawText(label, Qt::AlignCenter, m_text);
    const auto rhombus = [&](double r) {
        return QPolygonF({{x, axis - r}, {x + r, axis}, {x, axis + r}, {x - r, axis}});
    };
    painter.setPen(hasFocus() ? QPen(theme.accent, 2.5) : QPen(theme.text, 1.6));
    painter.setBrush(theme.surface);
    painter.drawPolygon(rhombus(diamond - 1));
}

void RangeHandle::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !hits(event->position())) {
        event->ignore();
        return;
    }
    m_dragging = true;
    m_grabOffset = mapToParent(event->position()).x() - m_x;
    setFocus(Qt::MouseFocusReason);
}

void RangeHandle::mouseMoveEvent(QMouseEvent* event) {
    if (m_dragging) {
        emit dragged(mapToParent(event->position()).x() - m_grabOffset);
        return;
    }
    setCursor(hits(event->position()) ? Qt::SizeHorCursor : Qt::ArrowCursor);
    event->ignore();
}

void RangeHandle::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_dragging) {
        event->ignore();
        return;
    }
    m_dragging = false;
    emit dragFinished();
}

void RangeHandle::mouseDoubleClickEvent(QMouseEvent* event) {
    if (hits(event->position())) {
        m_dragging = false;
        emit editRequested();
    } else {
        event->ignore();
    }
}

void RangeHandle::keyPressEvent(QKeyEvent* event) {
    const int steps = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Down:
            emit stepped(-steps);
            break;
        case Qt::Key_Right:
        case Qt::Key_Up:
            emit stepped(steps);
            break;
        case Qt::Key_Home:
            emit wentToEnd(false);
            break;
        case Qt::Key_End:
            emit wentToEnd(true);
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            emit editRequested();
            break;
        case Qt::Key_O:
            emit optimumRequested();
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

void RangeHandle::focusInEvent(QFocusEvent* event) {
    raise();
    QWidget::focusInEvent(event);
}

}  // namespace zeropoint::ui
