// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

namespace zeropoint::ui {

/// What lies over the window while one thing in it is meant: the text's colour at 46 %, on dark
/// black at 55 %.
inline QColor dimColor(const Theme& theme) {
    QColor color = theme.dark ? QColor(Qt::black) : theme.text;
    color.setAlphaF(theme.dark ? 0.55F : 0.46F);
    return color;
}

}  // namespace zeropoint::ui
