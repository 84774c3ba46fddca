// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QComboBox;
class QGridLayout;
class QWidget;

namespace zeropoint::ui {

class NumberField;
class SettingsCatalogue;

/// Controls of the Memory page that are bound to their settings.

/// A label before a control, as the next row of a grid.
void addField(QGridLayout& grid, const QString& label, QWidget* control);
/// Formats by their names; an empty one is "as the format says".
QComboBox* formatBox(SettingsCatalogue& settings, const QString& name, const QStringList& formats);
QComboBox* optimizerBox(SettingsCatalogue& settings);
NumberField* countField(SettingsCatalogue& settings, const QString& name, const QString& label);

}  // namespace zeropoint::ui
