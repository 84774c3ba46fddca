// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/action.h"

#include <vector>

namespace zeropoint::ui {

std::vector<Action> memoryActions();

}  // namespace zeropoint::ui
