// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/action.h"

#include <vector>

namespace zeropoint::ui {

struct ShippedExperiment;

std::vector<Action> tradeOffActions();
/// Of an experiment with one seed, and with all of them.
QString lookActionName(const ShippedExperiment& shipped);
QString runActionName(const ShippedExperiment& shipped);

}  // namespace zeropoint::ui
