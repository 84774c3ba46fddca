// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/setting.h"

namespace zeropoint::ui {

class SettingsCatalogue;

/// As a person reads it: "on", "nearest, ties to even", "99.9"; empty while it does not apply.
QString valueText(const Setting& setting, const QJsonValue& value);
/// Whether left and right can change it: yes or no, one of a few, a number.
bool hasSteps(const Setting& setting);
/// The value one step further, over those that the setting does not take now; at the end it stays.
void stepSetting(SettingsCatalogue& settings, const Setting& setting, int step);

}  // namespace zeropoint::ui
