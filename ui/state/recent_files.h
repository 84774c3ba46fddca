// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace zeropoint::ui {

/// Weight files that were opened, the last one first; kept between starts.
QStringList recentFiles();
void rememberRecentFile(const QString& path);

}  // namespace zeropoint::ui
