// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/unit_number.h"

#include "ui/text/numbers.h"

#include <QCoreApplication>

#include <cmath>

namespace zeropoint::ui {
namespace {

class Units {
    Q_DECLARE_TR_FUNCTIONS(Units)
};

}  // namespace

QString withDecibels(double decibels, int digits) {
    return Units::tr("%1 dB").arg(formatNumber(decibels, digits));
}

QString withBits(const QString& bits) {
    return Units::tr("%1 bits").arg(bits);
}

QString withPercent(double share, int decimals) {
    return Units::tr("%1 %").arg(share * 100, 0, 'f', decimals);
}

QString donePercent(double share) {
    return withPercent(std::floor(share * 100) / 100, 0);
}

std::optional<double> readWithUnit(const QString& text, const QString& unit) {
    QString number = text.trimmed();
    if (!unit.isEmpty() && number.endsWith(unit, Qt::CaseInsensitive)) {
        number.chop(unit.size());
    }
    return readNumber(number.trimmed());
}

}  // namespace zeropoint::ui
