// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace zeropoint {

/// What the program does without a window, and so without a display: --list, --resave. Needs a
/// QCoreApplication.

/// Whether the call asks for such a thing, by its arguments alone.
bool runsWithoutWindow(int argc, char** argv);

/// Prints "settings" or "anchors" as JSON. Returns the process's exit status: 2 for another word.
int printList(const QString& what);

/// Opens a session, lets it settle and writes it again. Returns the process's exit status.
int resave(const QString& session, const QString& file);

}  // namespace zeropoint
