// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;

namespace zeropoint::ui {

struct Theme;

/// Sets palette, font and style sheet of the whole program. Call again to switch.
void applyTheme(QApplication& application, const Theme& theme);

}  // namespace zeropoint::ui
