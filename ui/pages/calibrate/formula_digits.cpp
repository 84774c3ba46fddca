// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/formula_digits.h"

namespace zeropoint::ui {

double formatted(double value, int digits) {
    return QString::number(value, 'g', digits).toDouble();
}

QString operand(double value, int digits) {
    const QString text = formatNumber(value, digits);
    return value < 0 ? QStringLiteral("(%1)").arg(text) : text;
}

int digitsFor(const QString& shown, const std::function<QString(int digits)>& result) {
    int digits = leastDigits;
    while (digits < mostDigits && result(digits) != shown) {
        ++digits;
    }
    return digits;
}

}  // namespace zeropoint::ui
