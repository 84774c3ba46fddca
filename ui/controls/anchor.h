// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace zeropoint::ui {

/// The name by which a widget can be found: that of the setting it shows, or of the action it
/// does. One widget has it, once in the window.
void setAnchor(QWidget* widget, const QString& name);
QString anchorOf(const QWidget* widget);  ///< empty: none
/// The setting that a widget changes without being its place: a second control of it, a button
/// that writes one value.
void setChangedSetting(QWidget* widget, const QString& name);
QString changedSettingOf(const QWidget* widget);  ///< empty: none
/// The widget below `root` with this name; null while it is not built.
QWidget* findAnchor(QWidget* root, const QString& name);

}  // namespace zeropoint::ui
