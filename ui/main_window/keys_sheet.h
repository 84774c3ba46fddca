// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace zeropoint::ui {

class Workbench;

/// Every key of every action as a table, those of the page on show first.
void showKeysSheet(Workbench& bench, QWidget* window);

}  // namespace zeropoint::ui
