// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScreen>
#include <QWidget>

namespace zeropoint::ui {

/// As much of a size as the screen of a window has room for, frame included: what a frame adds to
/// the height nobody knows before it is shown.
inline QSize withinScreen(const QWidget& window, const QSize& wanted) {
    constexpr QSize frameRoom(0, 36);
    return wanted.boundedTo(window.screen()->availableSize() - frameRoom);
}

}  // namespace zeropoint::ui
