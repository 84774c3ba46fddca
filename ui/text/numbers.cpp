// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/numbers.h"

#include <QLocale>

#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr QChar minusSign(0x2212);
constexpr QChar thinSpace(0x2009);

QString special(double value) {
    if (std::isnan(value)) {
        return QStringLiteral("NaN");
    }
    return value > 0 ? QStringLiteral("+∞") : QString(minusSign) + QStringLiteral("∞");
}

QString groupThousands(QString integer) {
    for (qsizetype at = integer.size() - 3; at > 0; at -= 3) {
        integer.insert(at, thinSpace);
    }
    return integer;
}

/// Trims zeros behind the point, groups the part before it, and sets the true minus sign.
QString polish(QString text, bool trim) {
    const bool negative = text.startsWith(QLatin1Char('-'));
    if (negative) {
        text.remove(0, 1);
    }
    QString fraction;
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    if (point >= 0) {
        fraction = text.mid(point);
        text.truncate(point);
        while (trim &&
               (fraction.endsWith(QLatin1Char('0')) || fraction.endsWith(QLatin1Char('.')))) {
            fraction.chop(1);
        }
    }
    text = (text.size() > 4 ? groupThousands(text) : text) + fraction;
    return negative ? minusSign + text : text;
}

QString scientific(const QString& text) {
    const qsizetype e = text.indexOf(QLatin1Char('e'));
    const QString mantissa = polish(text.left(e), true);
    return mantissa + QStringLiteral("×10") + superscript(text.mid(e + 1).toInt());
}

}  // namespace

QString superscript(int exponent) {
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = exponent < 0 ? QStringLiteral("⁻") : QString();
    for (const QChar digit : QString::number(std::abs(exponent))) {
        text += digits[digit.digitValue()];
    }
    return text;
}

QString formatNumber(double value, int digits) {
    if (!std::isfinite(value)) {
        return special(value);
    }
    if (value == 0) {
        return std::signbit(value) ? minusSign + QStringLiteral("0") : QStringLiteral("0");
    }
    const double magnitude = std::abs(value);
    if (magnitude < 1e-4 || magnitude >= 1e7) {
        return scientific(QString::number(value, 'e', digits - 1));
    }
    const int before = static_cast<int>(std::floor(std::log10(magnitude))) + 1;
    return polish(QString::number(value, 'f', std::max(0, digits - before)), true);
}

QString formatExact(double value) {
    if (!std::isfinite(value)) {
        return special(value);
    }
    const QString text = QString::number(value, 'g', QLocale::FloatingPointShortest);
    return text.contains(QLatin1Char('e')) ? scientific(text) : polish(text, false);
}

QString formatCount(qulonglong count) {
    const QString text = QString::number(count);
    return text.size() > 4 ? groupThousands(text) : text;
}

QString formatPercent(double share) {
    const double percent = share * 100;
    if (percent == 0) {
        return QStringLiteral("0 %");
    }
    const int decimals = std::abs(percent) >= 10 ? 0 : std::abs(percent) >= 1 ? 1 : 2;
    return (std::abs(percent) < 0.01 ? formatNumber(percent, 2)
                                     : polish(QString::number(percent, 'f', decimals), false)) +
           QStringLiteral(" %");
}

QString formatBytes(qulonglong bytes) {
    static const char* const units[] = {"B", "KB", "MB", "GB", "TB"};
    double value = static_cast<double>(bytes);
    int unit = 0;
    while (value >= 1000 && unit < 4) {
        value /= 1000;
        ++unit;
    }
    return (unit == 0 ? QString::number(bytes) : formatNumber(value, 3)) + QLatin1Char(' ') +
           QLatin1String(units[unit]);
}

QString formatSigned(double value, int digits) {
    const QString text = formatNumber(value, digits);
    return value > 0 && std::isfinite(value) ? QLatin1Char('+') + text : text;
}

}  // namespace zeropoint::ui
