// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace zeropoint::ui {

/// Weight files and sessions that were opened or saved, the last one first; kept between starts.
QStringList recentFiles();
/// The weights among them.
QStringList recentWeights();
bool isSessionFile(const QString& path);
void rememberRecentFile(const QString& path);

}  // namespace zeropoint::ui
