// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/action.h"

#include <vector>

namespace zeropoint::ui {

struct PageEntry;

/// What the window itself does, one action to bring each page up, and what the pages do.
std::vector<Action> allActions(const std::vector<PageEntry>& pages);

}  // namespace zeropoint::ui
