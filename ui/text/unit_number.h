// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace zeropoint::ui {

// Figures with the unit behind them, as the pages show them.

/// "23.4 dB"
QString withDecibels(double decibels, int digits = 3);
/// "4 bits"; without a number the pattern that a slider puts its stops into.
QString withBits(const QString& bits = QStringLiteral("%1"));
/// "98.3 %": of a share in 0..1, with so many digits after the point whatever its size: figures of
/// one column, or one that grows, stand as they stood.
QString withPercent(double share, int decimals = 1);
/// "99 %": how much of some work is done, which is 100 % at its end and not before.
QString donePercent(double share);

/// readNumber() of an answer behind which its unit may stand: "108 GB", "15.9%".
std::optional<double> readWithUnit(const QString& text, const QString& unit);

}  // namespace zeropoint::ui
