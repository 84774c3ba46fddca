// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/advise.h"

#include <QString>
#include <QStringList>

namespace zeropoint::ui {

/// An advice as translated words, in one unit of memory.

/// To a tenth; a dash where it was not measured.
QString decibelText(double decibels);
QString optionName(const AdviceOption& option);
/// The reasons as sentences, in their order.
QStringList adviceReasons(const Advice& advice, bool binary);
QString cannotTellTitle();
QString cannotTellText();

}  // namespace zeropoint::ui
