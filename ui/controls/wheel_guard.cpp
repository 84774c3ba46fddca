// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/wheel_guard.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QScrollBar>
#include <QTabBar>

namespace zeropoint::ui {
namespace {

/// Whether the wheel would change what it shows.
bool isSetting(const QWidget* widget) {
    const bool slides = qobject_cast<const QAbstractSlider*>(widget) != nullptr &&
                        qobject_cast<const QScrollBar*>(widget) == nullptr;
    return slides || qobject_cast<const QComboBox*>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QTabBar*>(widget) != nullptr;
}

}  // namespace

bool WheelGuard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::Wheel && event->type() != QEvent::Polish) {
        return false;
    }
    auto* widget = qobject_cast<QWidget*>(watched);
    if (widget == nullptr || !isSetting(widget)) {
        return false;
    }
    if (event->type() == QEvent::Polish) {
        if (widget->focusPolicy() == Qt::WheelFocus) {
            widget->setFocusPolicy(Qt::StrongFocus);
        }
        return false;
    }
    if (widget->hasFocus()) {
        return false;
    }
    event->ignore();  // so that it goes on to what scrolls around the widget
    return true;
}

}  // namespace zeropoint::ui
