// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace zeropoint::ui {

/// Takes a widget off the page at once, and deletes it when no event of its own can be running any
/// more. One that deleteLater() was told alone stays in sight until the loop comes round in which
/// it was told, which is never for what happens while a file is opened at the start.
inline void discard(QWidget* widget) {
    widget->hide();
    widget->setParent(nullptr);
    widget->deleteLater();
}

}  // namespace zeropoint::ui
