// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace zeropoint {

/// What the program does without a window, and so without a display: --list, --check-lessons,
/// --resave. Needs a QCoreApplication.

/// Whether the call asks for such a thing, by its arguments alone.
bool runsWithoutWindow(int argc, char** argv);

/// Checks the lessons and decks of a folder as their authors need it: a line for each mistake with
/// file, line and remedy. 0: none.
int checkLessons(const QString& folder);

/// Prints "settings", "actions" or "anchors" as JSON. Returns the process's exit status: 2 for
/// another word.
int printList(const QString& what);

/// Opens a session, lets it settle and writes it again. Returns the process's exit status.
int resave(const QString& session, const QString& file);

}  // namespace zeropoint
