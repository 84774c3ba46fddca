// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace zeropoint::ui {

/// Whether Tab stops at it now. What hands its focus on is none: that which takes it is.
inline bool isTabStop(const QWidget& widget) {
    return (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.focusProxy() == nullptr &&
           widget.isVisible() && widget.isEnabled();
}

/// Widgets that are made after the rest of their window come last in the order of Tab: puts those
/// that stand in `place` where that was made, in the order in which they were.
inline void stopsInPlace(QWidget& place) {
    QWidget* before = &place;
    do {
        before = before->previousInFocusChain();
    } while (before != &place &&
             (before->focusPolicy() == Qt::NoFocus || place.isAncestorOf(before)));
    if (before == &place || before->window() != place.window()) {
        return;  // it is not in its window yet, or nothing stands before it
    }
    for (QWidget* late : place.findChildren<QWidget*>()) {
        const bool here = late->window() == place.window();  // and not in the list of a box
        if (here && late->focusPolicy() != Qt::NoFocus && late->focusProxy() == nullptr) {
            QWidget::setTabOrder(before, late);
            before = late;
        }
    }
}

}  // namespace zeropoint::ui
