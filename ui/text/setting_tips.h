// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace zeropoint::ui {

/// What a setting does, in a sentence for its tooltip; empty for names that have none.
QString settingTip(const QString& name);

}  // namespace zeropoint::ui
