// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/field_frame.h"

#include "ui/controls/focus_ring.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace zeropoint::ui {
namespace {

constexpr int ringRoom = 3;  // 2 px ring and 1 px gap stay inside the widget
constexpr double cornerRadius = 6;

}  // namespace

FieldFrame::FieldFrame(QWidget* parent) : QFrame(parent) {
    setContentsMargins(ringRoom, ringRoom, ringRoom, ringRoom);
}

void FieldFrame::setInvalid(bool invalid) {
    m_invalid = invalid;
    update();
}

void FieldFrame::watch(QWidget* part) {
    part->installEventFilter(this);
}

bool FieldFrame::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        m_focused = event->type() == QEvent::FocusIn;
        update();
    }
    return QFrame::eventFilter(watched, event);
}

void FieldFrame::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_invalid ? theme.bad : theme.control);
    painter.setBrush(theme.surface);
    const double inset = ringRoom + 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), cornerRadius,
                            cornerRadius);
    if (m_focused) {
        drawFocusRing(painter, rect(), cornerRadius + 2, theme);
    }
}

}  // namespace zeropoint::ui
