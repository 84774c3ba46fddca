// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/arrow_group.h"

#include <QKeyEvent>

#include <algorithm>

namespace zeropoint::ui {
namespace {

bool usable(const QWidget* widget) {
    return widget != nullptr && widget->isEnabled() && !widget->isHidden();
}

}  // namespace

void ArrowGroup::setMembers(const QList<QWidget*>& members) {
    for (const QPointer<QWidget>& old : m_members) {
        if (old) {
            old->removeEventFilter(this);
        }
    }
    m_members.clear();
    for (QWidget* member : members) {
        member->installEventFilter(this);
        m_members << member;
    }
    settle();
}

void ArrowGroup::makeStop(QWidget* stop) {
    m_stop = stop;
    for (const QPointer<QWidget>& member : m_members) {
        if (member) {
            member->setFocusPolicy(member == stop ? Qt::StrongFocus : Qt::ClickFocus);
        }
    }
}

/// What cannot be used is no stop.
void ArrowGroup::settle() {
    const bool stands = usable(m_stop) && m_members.contains(m_stop);
    const auto first = std::find_if(m_members.begin(), m_members.end(),
                                    [](const auto& member) { return usable(member); });
    makeStop(stands ? m_stop.data() : first == m_members.end() ? nullptr : first->data());
}

bool ArrowGroup::moveTo(qsizetype from, int key) {
    const bool forward = key == Qt::Key_Right || key == Qt::Key_Down || key == Qt::Key_Home;
    qsizetype at = key == Qt::Key_Home ? -1 : key == Qt::Key_End ? m_members.size() : from;
    do {
        at += forward ? 1 : -1;
    } while (at >= 0 && at < m_members.size() && !usable(m_members[at]));
    if (at >= 0 && at < m_members.size()) {
        m_members[at]->setFocus(Qt::TabFocusReason);
    }
    return true;
}

bool ArrowGroup::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::FocusIn:
            makeStop(static_cast<QWidget*>(watched));
            break;
        case QEvent::EnabledChange:
        case QEvent::HideToParent:
        case QEvent::ShowToParent:
            settle();
            break;
        case QEvent::KeyPress: {
            const auto* press = static_cast<QKeyEvent*>(event);
            const QList<int> keys{Qt::Key_Left, Qt::Key_Right, Qt::Key_Up,
                                  Qt::Key_Down, Qt::Key_Home,  Qt::Key_End};
            if (keys.contains(press->key()) && press->modifiers() == Qt::NoModifier) {
                return moveTo(m_members.indexOf(static_cast<QWidget*>(watched)), press->key());
            }
            break;
        }
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace zeropoint::ui
