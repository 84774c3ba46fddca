// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"

#include <QString>

namespace zeropoint::ui {

/// "INT4", "Q4_0": the large word of a column.
QString settingName(const QuantScheme& scheme);
/// "per channel, smallest MSE": what else makes the setting.
QString settingDetail(const QuantScheme& scheme);
/// "A", "B", ...
QString columnLetter(int column);

}  // namespace zeropoint::ui
