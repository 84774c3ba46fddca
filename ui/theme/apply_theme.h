// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;
class QPalette;
class QString;

namespace zeropoint::ui {

struct Theme;

/// The colours of a theme by Qt's roles: what themeOf() reads back.
QPalette paletteOf(const Theme& theme);

/// The program's style sheet in its colours.
QString styleSheetOf(const Theme& theme);

/// Sets palette, font and style sheet of the whole program. Call again to switch.
void applyTheme(QApplication& application, const Theme& theme);

}  // namespace zeropoint::ui
