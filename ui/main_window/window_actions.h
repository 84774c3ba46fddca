// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/action.h"

#include <vector>

namespace zeropoint::ui {

struct PageEntry;

/// What the window itself does, one action to bring each page up, and what the pages do.
std::vector<Action> allActions(const std::vector<PageEntry>& pages);
/// Names of those that a button does: places that lessons can point at.
QStringList buttonNames(const std::vector<Action>& actions);

}  // namespace zeropoint::ui
