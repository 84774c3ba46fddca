// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QMenu;

namespace zeropoint::ui {

class Workbench;

/// What can be done with a column: order, pins, settings to and from other places.
/// `calibrate` is called when its settings were taken to the Calibrate page.
void fillColumnMenu(QMenu& menu, Workbench& bench, int column, std::function<void()> calibrate);

}  // namespace zeropoint::ui
