// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/float_over.h"

#include <QEvent>

#include <algorithm>

namespace zeropoint::ui {

FloatOver::FloatOver(QWidget* widget, QWidget* place, Qt::Edge edge, const QMargins& margins)
    : QObject(widget), m_widget(widget), m_place(place), m_edge(edge), m_margins(margins) {
    widget->installEventFilter(this);
    place->installEventFilter(this);
}

void FloatOver::setActive(bool active) {
    m_active = active;
    settle();
}

bool FloatOver::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::Move:
        case QEvent::Resize:
            if (watched == m_widget) {
                break;  // by settle() itself
            }
            [[fallthrough]];
        case QEvent::Show:
        case QEvent::LayoutRequest:
            settle();
            break;
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

void FloatOver::settle() {
    if (!m_active || !m_place || m_widget->isHidden()) {
        return;
    }
    const bool inside = m_widget->parentWidget() == m_place;
    QWidget* around = inside ? m_place.data() : m_place->parentWidget();
    if (around == nullptr) {
        return;
    }
    if (m_widget->parentWidget() != around) {
        m_widget->setParent(around);  // which hides it
        m_widget->show();
    }
    const QRect room = (inside ? m_place->rect() : m_place->geometry()).marginsRemoved(m_margins);
    if (m_edge == Qt::RightEdge) {
        const QSize wanted = m_widget->sizeHint()
                                 .expandedTo(m_widget->minimumSize())
                                 .boundedTo(m_widget->maximumSize());
        const int width = std::min(wanted.width(), room.width());
        m_widget->setGeometry(room.right() + 1 - width, room.top(), width, room.height());
    } else {
        const int width = std::min(room.width(), m_widget->maximumWidth());
        const int wanted = m_widget->hasHeightForWidth() ? m_widget->heightForWidth(width)
                                                         : m_widget->sizeHint().height();
        const int height = std::min(wanted, room.height());
        const int top = m_edge == Qt::TopEdge ? room.top() : room.bottom() + 1 - height;
        m_widget->setGeometry(room.left(), top, width, height);
    }
    m_widget->raise();
}

}  // namespace zeropoint::ui
