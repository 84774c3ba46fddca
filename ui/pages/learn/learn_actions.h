// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/action.h"

namespace zeropoint::ui {

/// What can be done on the Learn page.
std::vector<Action> learnActions();

}  // namespace zeropoint::ui
