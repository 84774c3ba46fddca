// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

class QAbstractButton;

namespace zeropoint::ui {

struct Theme;

/// A single-colour SVG of the resources (":/icons/sun.svg") in the theme's colours: `normal`, and
/// `active` while checked or selected; disabled is `normal` at half strength. It is drawn from the
/// vector at the size and device pixel ratio asked for, so it is sharp on every screen.
QIcon tintedIcon(const QString& path, const QColor& normal, const QColor& active);
/// The same as a button's icon (":/icons/NAME.svg"), anew when the theme changes.
void setTintedIcon(QAbstractButton* button, const char* name, QColor Theme::*normal,
                   QColor Theme::*active);
/// In the ink of secondary text, and the accent.
void setTintedIcon(QAbstractButton* button, const char* name);

}  // namespace zeropoint::ui
