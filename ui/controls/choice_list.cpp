// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/choice_list.h"

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

void ChoiceList::keyPressEvent(QKeyEvent* event) {
    const bool takes = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                       event->key() == Qt::Key_Space;
    if (takes && currentItem() != nullptr) {
        emit chosen(currentItem());
    } else {
        QListWidget::keyPressEvent(event);
    }
}

void ChoiceList::mouseDoubleClickEvent(QMouseEvent* event) {
    event->accept();
}

}  // namespace zeropoint::ui
