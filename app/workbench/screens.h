// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

#include <vector>

namespace zeropoint::ui {
class MainWindow;
class Workbench;
}  // namespace zeropoint::ui

namespace zeropoint {

/// Renders every page and each of its views in both themes to FOLDER/N-id-theme.png and
/// FOLDER/N-id-view-theme.png, what lies over the pages (palette, spotlight, dialogs), and pages
/// with files open (FOLDER/N-id-open-theme.png), in each of the sizes, and prints the paths.
/// Returns the process's exit status.
int renderScreens(ui::MainWindow& window, ui::Workbench& bench, const QString& folder,
                  const std::vector<QSize>& sizes);

/// "1440x900,960x540"; what is no size is left out.
std::vector<QSize> screenSizes(const QString& text);

}  // namespace zeropoint
