// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/gesture_watch.h"

#include <QCoreApplication>
#include <QEvent>

namespace zeropoint::ui {
namespace {

constexpr qint64 burstMilliseconds = 1000;

}  // namespace

GestureWatch::GestureWatch(QObject* parent) : QObject(parent) {
    if (auto* application = QCoreApplication::instance()) {
        application->installEventFilter(this);
    }
}

int GestureWatch::current() const {
    if (m_mouse != 0) {
        return m_mouse;
    }
    return m_burst != 0 && m_sinceBurst.elapsed() < burstMilliseconds ? m_burst : 0;
}

bool GestureWatch::eventFilter(QObject*, QEvent* event) {
    switch (event->type()) {
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonDblClick:
            // A press that nobody takes comes by once for every parent.
            m_mouse = m_mouse == 0 || m_released ? next() : m_mouse;
            m_released = false;
            m_burst = 0;
            break;
        case QEvent::MouseButtonRelease:
            // What the release itself brings about belongs to the gesture.
            m_released = true;
            QMetaObject::invokeMethod(this, &GestureWatch::release, Qt::QueuedConnection);
            break;
        case QEvent::KeyPress:
        case QEvent::Wheel:
            m_burst = m_burst != 0 && m_sinceBurst.elapsed() < burstMilliseconds ? m_burst : next();
            m_sinceBurst.start();
            break;
        default:
            break;
    }
    return false;
}

void GestureWatch::release() {
    if (m_released) {
        m_mouse = 0;
        m_released = false;
    }
}

}  // namespace zeropoint::ui
