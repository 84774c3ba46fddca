// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/csv.h"

#include <QLocale>

namespace zeropoint::ui {

QString csvCell(const QString& text) {
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"'))) {
        return text;
    }
    return QLatin1Char('"') + QString(text).replace(QLatin1Char('"'), QStringLiteral("\"\"")) +
           QLatin1Char('"');
}

QString csvCell(double value) {
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

}  // namespace zeropoint::ui
