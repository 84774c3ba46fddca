// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/choice_list.h"

#include <QEvent>
#include <QKeyEvent>

namespace zeropoint::ui {

ChoiceList::ChoiceList(QWidget* parent) : QListWidget(parent) {
    setProperty("role", "choices");
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    connect(this, &QListWidget::itemClicked, this, &ChoiceList::chosen);
}

int ChoiceList::heightOfAll() const {
    return count() * rowHeight + 2 * frameWidth() + 2;
}

/// Rows that were measured before the style sheet came keep their height otherwise.
bool ChoiceList::event(QEvent* event) {
    const bool handled = QListWidget::event(event);
    if (event->type() == QEvent::Polish || event->type() == QEvent::StyleChange) {
        scheduleDelayedItemsLayout();
    }
    return handled;
}

void ChoiceList::keyPressEvent(QKeyEvent* event) {
    const bool space = event->key() == Qt::Key_Space;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if ((enter || (space && m_takesSpace)) && currentItem() != nullptr) {
        emit chosen(currentItem());
    } else if (space) {
        event->ignore();
    } else {
        QListWidget::keyPressEvent(event);
    }
}

void ChoiceList::focusOutEvent(QFocusEvent* event) {
    QListWidget::focusOutEvent(event);
    emit left();
}

void ChoiceList::mouseDoubleClickEvent(QMouseEvent* event) {
    event->accept();
}

}  // namespace zeropoint::ui
