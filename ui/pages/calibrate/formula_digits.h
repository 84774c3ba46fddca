// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/numbers.h"

#include <QString>

#include <functional>

namespace zeropoint::ui {

constexpr int leastDigits = 4;
constexpr int mostDigits = 9;
constexpr int resultDigits = 6;  ///< of a scale, and of a sample as it is typed

/// The value of a number that is shown with so many digits.
double formatted(double value, int digits);

/// "16", "(−20)": a number as it stands behind an operator.
QString operand(double value, int digits);

/// The fewest digits of what stands in a formula with which a reader's calculator gives what is
/// shown: `result` says what they get with so many digits.
int digitsFor(const QString& shown, const std::function<QString(int digits)>& result);

}  // namespace zeropoint::ui
