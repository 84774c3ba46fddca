// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace zeropoint::ui {

/// A cell of a CSV file: quoted where a comma or a quote would end it.
QString csvCell(const QString& text);

/// The shortest decimal that is read back as the same number, whatever the language.
QString csvCell(double value);

}  // namespace zeropoint::ui
