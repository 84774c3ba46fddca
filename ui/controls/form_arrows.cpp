// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/form_arrows.h"

#include "ui/controls/tab_stop.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>

#include <algorithm>

namespace zeropoint::ui {

FormArrows::FormArrows(const QList<QWidget*>& parts) : QObject(parts.first()) {
    for (QWidget* part : parts) {
        m_parts << part;
    }
    qApp->installEventFilter(this);  // fields come and go
}

bool FormArrows::holds(const QWidget* widget) const {
    return std::any_of(m_parts.begin(), m_parts.end(), [widget](const QPointer<QWidget>& part) {
        return part && (part == widget || part->isAncestorOf(widget));
    });
}

/// In the order of Tab.
QList<QWidget*> FormArrows::fields() const {
    QList<QWidget*> found;
    QWidget* first = m_parts.first();
    QWidget* widget = first;
    do {
        if (holds(widget) && isTabStop(*widget)) {
            found << widget;
        }
        widget = widget->nextInFocusChain();
    } while (widget != first);
    return found;
}

bool FormArrows::moveTo(QWidget* from, int step) const {
    const QList<QWidget*> all = fields();
    const qsizetype here = all.indexOf(from);
    if (here >= 0 && here + step >= 0 && here + step < all.size()) {
        all[here + step]->setFocus(Qt::TabFocusReason);
    }
    return here >= 0;
}

bool FormArrows::leave(QWidget* from, bool forward) const {
    QWidget* widget = from;
    do {
        widget = forward ? widget->nextInFocusChain() : widget->previousInFocusChain();
        if (!holds(widget) && isTabStop(*widget)) {
            widget->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (widget != from);
    return false;
}

bool FormArrows::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType()) {
        return false;
    }
    auto* field = static_cast<QWidget*>(watched);
    const auto* press = static_cast<QKeyEvent*>(event);
    const bool plain = !(press->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    if (!plain || !field->hasFocus() || !holds(field)) {
        return false;
    }
    const int key = press->key();
    if (key == Qt::Key_Tab || key == Qt::Key_Backtab) {
        return leave(field, key == Qt::Key_Tab);
    }
    const bool list = qobject_cast<QAbstractItemView*>(field) != nullptr;  // has rows of its own
    if (list || (press->modifiers() & Qt::ShiftModifier)) {
        return false;
    }
    const bool box = qobject_cast<QComboBox*>(field) != nullptr;
    const bool next = key == (box ? Qt::Key_Right : Qt::Key_Down);
    const bool previous = key == (box ? Qt::Key_Left : Qt::Key_Up);
    return (next || previous) && moveTo(field, next ? 1 : -1);
}

}  // namespace zeropoint::ui
