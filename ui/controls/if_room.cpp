// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/if_room.h"

#include <QEvent>

namespace zeropoint::ui {

IfRoom::IfRoom(QWidget* inner, QWidget* parent) : QWidget(parent), m_inner(inner) {
    inner->setParent(this);
    inner->installEventFilter(this);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    place();
}

void IfRoom::place() {
    setFixedHeight(m_inner->height());
    m_inner->move(width() - m_inner->width(), 0);
    m_inner->setVisible(m_inner->width() <= width());
}

bool IfRoom::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_inner && event->type() == QEvent::Resize) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void IfRoom::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
}

}  // namespace zeropoint::ui
