// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <QString>

namespace zeropoint::ui {

class Workbench;

/// What a person asked to save: the window says that it is written, and how large it became, or why
/// not.
void tellWritten(Workbench& bench, const QString& file, const Result<void>& written = {});

}  // namespace zeropoint::ui
