// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace zeropoint::ui {
class MainWindow;
class Workbench;
}  // namespace zeropoint::ui

namespace zeropoint {

/// Renders every page and each of its views in both themes to FOLDER/N-id-theme.png and
/// FOLDER/N-id-view-theme.png, the palette and the spotlight (and small-window versions), and
/// prints the paths. Returns the process's exit status.
int renderScreens(ui::MainWindow& window, ui::Workbench& bench, const QString& folder);

}  // namespace zeropoint
