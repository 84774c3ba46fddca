// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/numbers.h"

#include <QLocale>
#include <QSet>
#include <QStringList>

#include <algorithm>
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
        fraction = text.mid(point);  // set in the locale's way below
        text.truncate(point);
        while (trim &&
               (fraction.endsWith(QLatin1Char('0')) || fraction.endsWith(QLatin1Char('.')))) {
            fraction.chop(1);
        }
    }
    if (!fraction.isEmpty()) {
        fraction.replace(0, 1, QLocale().decimalPoint());
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

namespace {

/// Groups of three behind the first: "1.234.567" at '.'.
bool groupsByThree(const QString& integer, QChar sign) {
    QString digits = integer;
    if (digits.startsWith(QLatin1Char('-')) || digits.startsWith(QLatin1Char('+'))) {
        digits.remove(0, 1);
    }
    const QStringList groups = digits.split(sign);
    for (qsizetype i = 1; i < groups.size(); ++i) {
        if (groups[i].size() != 3) {
            return false;
        }
    }
    return !groups.front().isEmpty() && groups.front().size() <= 3;
}

QSet<QChar> groupSigns(const QString& integer) {
    QSet<QChar> signs;
    for (const QChar sign : {QChar(u','), QChar(u'.'), QChar(u' ')}) {
        if (integer.contains(sign)) {
            signs.insert(sign);
        }
    }
    return signs;
}

/// "1.5×10⁻⁶" as "1.5e-6".
QString withPlainExponent(QString text) {
    static const QString raised = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    const qsizetype times = text.indexOf(QStringLiteral("×10"));
    if (times < 0) {
        return text;
    }
    QString exponent = text.mid(times + 3);
    for (QChar& character : exponent) {
        const auto digit = raised.indexOf(character);
        character = digit >= 0                   ? QChar(u'0' + static_cast<char16_t>(digit))
                    : character == QChar(0x207B) ? QLatin1Char('-')
                                                 : character;
    }
    return text.left(times) + QLatin1Char('e') + exponent;
}

}  // namespace

QString withDecimalPoint(const QString& text) {
    QString plain = text.trimmed().replace(minusSign, QLatin1Char('-'));
    for (const QChar blank : {QChar(0xA0), thinSpace, QChar(0x202F), QChar(u'\''), QChar(0x2019)}) {
        plain.replace(blank, QLatin1Char(' '));
    }
    // The last sign is the decimal one, unless it stands there more than once: then it groups.
    const qsizetype at =
        std::max(plain.lastIndexOf(QLatin1Char(',')), plain.lastIndexOf(QLatin1Char('.')));
    const bool alone = at >= 0 && plain.count(plain[at]) == 1;
    QString integer = alone ? plain.left(at) : plain;
    const QString fraction = alone ? QLatin1Char('.') + plain.mid(at + 1) : QString();
    const QSet<QChar> signs = groupSigns(integer);
    if (signs.size() > 1 || fraction.contains(QLatin1Char(' ')) ||
        (signs.size() == 1 && !groupsByThree(integer, *signs.begin()))) {
        return text;
    }
    return (signs.isEmpty() ? integer : integer.remove(*signs.begin())) + fraction;
}

std::optional<double> readNumber(const QString& text) {
    bool isNumber = false;
    const double value =
        QLocale::c().toDouble(withDecimalPoint(withPlainExponent(text)), &isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString numberForField(double value, int digits) {
    QString text = digits == 0 ? QString::number(value, 'g', QLocale::FloatingPointShortest)
                               : QString::number(value, 'g', digits);
    if (std::abs(value) >= 1 && std::abs(value) < 1e15 && value == std::floor(value)) {
        text = QString::number(value, 'f', 0);
    }
    return text.replace(QLatin1Char('.'), QLocale().decimalPoint());
}

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
    if (!std::isfinite(value) || value == 0) {
        return formatNumber(value, 1);  // a zero with its sign
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
    if (!std::isfinite(percent)) {
        return special(percent);
    }
    if (percent == 0) {
        return QStringLiteral("0 %");
    }
    int decimals = std::abs(percent) >= 10 ? 0 : std::abs(percent) >= 1 ? 1 : 2;
    // What lacks a little is not all of it.
    constexpr int mostDecimals = 6;
    while (std::abs(percent) < 100 && decimals < mostDecimals &&
           std::abs(QString::number(percent, 'f', decimals).toDouble()) >= 100) {
        ++decimals;
    }
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

QString formatBeforeRounding(double value, int digits) {
    const auto shownAs = [&](double number, int significant) {
        return QString::number(number, 'g', significant).toDouble();
    };
    const auto tie = [](double number) { return number - std::floor(number) == 0.5; };
    constexpr int most = 17;
    while (digits < most && std::isfinite(value)) {
        const double shown = shownAs(value, digits);
        if (tie(shown) == tie(value) && std::floor(shown + 0.5) == std::floor(value + 0.5)) {
            break;
        }
        ++digits;
    }
    return formatNumber(value, digits);
}

QString formatSigned(double value, int digits) {
    const QString text = formatNumber(value, digits);
    return value > 0 && std::isfinite(value) ? QLatin1Char('+') + text : text;
}

}  // namespace zeropoint::ui
