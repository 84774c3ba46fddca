// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace zeropoint::ui {
class MainWindow;
}

namespace zeropoint {

/// Prints when the first window was painted, counted from the start of the process, the processor
/// time that it took, and the memory of the idle program two seconds later; then quits. For the
/// benchmark of the start.
void reportStartup(ui::MainWindow& window);

}  // namespace zeropoint
