// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractButton;
class QComboBox;
class QLineEdit;
class QTabBar;

namespace zeropoint::ui {

class NumberField;
class Segment;
class SettingsCatalogue;
class SteppedSlider;
class ValueSlider;

/// Makes a control show a setting and write what the hand chooses, and gives it the setting's name
/// as its anchor. The control keeps nothing of its own, and writes only its own setting.

/// The segment's choices are those of the setting, in their order.
void bindSetting(Segment* segment, SettingsCatalogue& settings, const QString& name);
void bindSetting(QTabBar* tabs, SettingsCatalogue& settings, const QString& name);
/// The items' data are the setting's values; a box without data shows its choices in their order.
void bindSetting(QComboBox* box, SettingsCatalogue& settings, const QString& name);
void bindSetting(QAbstractButton* checkable, SettingsCatalogue& settings, const QString& name);
void bindSetting(NumberField* field, SettingsCatalogue& settings, const QString& name);
void bindSetting(QLineEdit* field, SettingsCatalogue& settings, const QString& name);
void bindSetting(SteppedSlider* slider, SettingsCatalogue& settings, const QString& name);
void bindSetting(ValueSlider* slider, SettingsCatalogue& settings, const QString& name);

}  // namespace zeropoint::ui
