// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/unit_number.h"

#include "ui/text/numbers.h"

namespace zeropoint::ui {

std::optional<double> readWithUnit(const QString& text, const QString& unit) {
    QString number = text.trimmed();
    if (!unit.isEmpty() && number.endsWith(unit, Qt::CaseInsensitive)) {
        number.chop(unit.size());
    }
    return readNumber(number.trimmed());
}

}  // namespace zeropoint::ui
