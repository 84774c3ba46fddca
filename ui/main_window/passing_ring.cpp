// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/passing_ring.h"

#include "ui/actions/guide.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace zeropoint::ui {

PassingRing::PassingRing(Guide& guide, QWidget& window)
    : QObject(&window), m_guide(guide), m_window(window) {}

void PassingRing::setOn(bool on) {
    if (on && !m_on) {
        qApp->installEventFilter(this);
    } else if (m_on && !on) {
        qApp->removeEventFilter(this);
    }
    m_on = on;
}

void PassingRing::end() {
    if (m_on) {
        setOn(false);
        m_guide.clear();
    }
}

/// A click does what it does besides; Escape does no more than this.
bool PassingRing::eventFilter(QObject* watched, QEvent* event) {
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (widget == nullptr || widget->window() != &m_window) {
        return false;
    }
    if (event->type() == QEvent::MouseButtonPress) {
        end();
    } else if ((event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) &&
               static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        if (event->type() == QEvent::KeyPress) {
            end();
        }
        return true;
    }
    return false;
}

}  // namespace zeropoint::ui
