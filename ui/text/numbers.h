// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <optional>

namespace zeropoint::ui {

/// Numbers as the pages show them: U+2212 for minus, a thin space between thousands.

/// `digits` significant digits, plain where that stays readable, else "1.5×10⁻⁶".
QString formatNumber(double value, int digits = 4);

/// Shortest text that reads back to the same double, for values that are exact.
QString formatExact(double value);

/// 65 536
QString formatCount(qulonglong count);

/// "0.10 %", "91 %": share in 0..1 with two significant digits under ten per cent.
QString formatPercent(double share);

/// "⁻⁶", to stand behind a base: "2" + superscript(-3).
QString superscript(int exponent);

/// "65.5 KB": decimal units, as disks and papers count.
QString formatBytes(qulonglong bytes);

/// A number that is about to be rounded to an integer, with at least `digits` digits and as many
/// more as it takes to see where it goes: "79.4995", not "79.5", for what becomes 79; "62.5" only
/// for a tie.
QString formatBeforeRounding(double value, int digits = 4);

/// "+2" / "−0.0244": like formatNumber with its sign always shown.
QString formatSigned(double value, int digits = 4);

/// A number as people type it: the last of ',' and '.' is the decimal sign, whatever the locale;
/// the other one, blanks and apostrophes may group digits by three. "99,5", "99.5", "1.234,5", "1
/// 234,5", "3e-3", and what formatNumber makes ("−1.5×10⁻⁶"). One sign alone is decimal ("1,500"
/// is 1.5), so that no locale reads a thousandth for a whole. Nothing: not a finite number.
std::optional<double> readNumber(const QString& text);

/// The text with a point for its decimal sign and without groups; unchanged where that is not
/// clear.
QString withDecimalPoint(const QString& text);

/// As a field shows it to be typed over: the locale's decimal sign, no groups. `digits` significant
/// ones; 0: the shortest that reads back to the same double.
QString numberForField(double value, int digits = 0);

}  // namespace zeropoint::ui
