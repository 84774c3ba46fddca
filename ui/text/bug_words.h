// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/historic_bug.h"

#include <QString>

namespace zeropoint::ui {

QString bugTitle(HistoricBug bug);
/// What it does wrong, and where it was met.
QString bugStory(HistoricBug bug);
/// What bugEffect() replays it on in the model that sorts.
QString bugPlace(HistoricBug bug);

}  // namespace zeropoint::ui
