// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/facts/formula_text.h"

#include "ui/pages/numbers/facts/row_texts.h"
#include "ui/text/numbers.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>

#include <cmath>
#include <cstdlib>

namespace zeropoint::ui {
namespace {

constexpr QChar minusSign(0x2212);
QString times() {
    return QStringLiteral(" × ");
}

class FormulaText {
    Q_DECLARE_TR_FUNCTIONS(FormulaText)
};

QString colored(const QString& text, const QColor& color) {
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(color.name(), text);
}

QString raised(const QString& text) {
    return QStringLiteral("<sup>%1</sup>").arg(text);
}

/// A factor of the formula; long ones are shortened so that the line stays a line.
QString whole(double value) {
    constexpr int longest = 12;
    const QString text = formatNumber(value, 12);
    return text.size() > longest ? formatNumber(value, 6) : text;
}

/// Exponent and mantissa fields of a float as numbers.
struct Fields {
    unsigned long long exponent = 0;
    unsigned long long mantissa = 0;
    bool negative = false;
};

Fields fieldsOf(const RowFacts& facts) {
    const BitFields bits = bitFields(*facts.format, facts.code);
    const auto number = [](const std::string& text) {
        return text.empty() ? 0ULL : std::strtoull(text.c_str(), nullptr, 2);
    };
    return {number(bits.exponent), number(bits.mantissa), bits.sign == "1"};
}

QString scaleFactor(const RowFacts& facts, const QString& text) {
    return facts.scale == 1 ? QString() : text + times();
}

QString result(const RowFacts& facts) {
    return QStringLiteral(" = <b>%1</b>").arg(formatExact(facts.stored));
}

/// 614/1024, and m/2^52 where the numbers would fill the line.
QString mantissaText(unsigned long long mantissa, int bits) {
    if (bits > 23) {
        return QStringLiteral("%1/2").arg(mantissa) + raised(QString::number(bits));
    }
    return QStringLiteral("%1/%2").arg(mantissa).arg(1ULL << bits);
}

FormulaLines specialLines(const RowFacts& facts, const Theme& theme) {
    const Fields fields = fieldsOf(facts);
    const QString exponent =
        colored(QStringLiteral("e = %1").arg(fields.exponent), theme.blue.text);
    const QString mantissa =
        colored(QStringLiteral("m = %1").arg(fields.mantissa), theme.green.text);
    FormulaLines lines;
    lines.rule = facts.kind == NumberClass::Nan
                     ? FormulaText::tr("this code is kept for \"not a number\"")
                     : FormulaText::tr("this code is kept for infinity");
    lines.bits = exponent + QStringLiteral(", ") + mantissa;
    lines.value = QStringLiteral("<b>%1</b>").arg(formatExact(facts.stored));
    return lines;
}

FormulaLines floatLines(const RowFacts& facts, const Theme& theme) {
    const NumberFormat& format = *facts.format;
    const Fields fields = fieldsOf(facts);
    const bool implicitOne = format.specials == Specials::ScaleOnly || fields.exponent != 0;
    const double fraction = std::ldexp(static_cast<double>(fields.mantissa), -format.mantissaBits);
    const double significand = (implicitOne ? 1 : 0) + fraction;
    const int power = (implicitOne ? static_cast<int>(fields.exponent) : 1) - format.bias;
    const QString first = implicitOne ? QStringLiteral("e") : QStringLiteral("1");
    const QString firstNumber = implicitOne ? QString::number(fields.exponent) : first;
    const QString minus = QStringLiteral(" ") + minusSign + QStringLiteral(" ");
    const QString sign = QStringLiteral("(") + minusSign + QStringLiteral("1)");

    FormulaLines lines;
    lines.rule = scaleFactor(facts, FormulaText::tr("scale"));
    lines.bits = scaleFactor(facts, whole(facts.scale));
    lines.value = lines.bits;
    if (format.isSigned) {
        lines.rule += sign + raised(colored(QStringLiteral("s"), theme.vermillion.text)) + times();
        lines.bits += sign +
                      raised(colored(fields.negative ? QStringLiteral("1") : QStringLiteral("0"),
                                     theme.vermillion.text)) +
                      times();
        lines.value +=
            colored(fields.negative ? minusSign + QStringLiteral("1") : QStringLiteral("+1"),
                    theme.vermillion.text) +
            times();
    }
    lines.rule += QStringLiteral("2") +
                  raised(colored(first + minus + FormulaText::tr("bias"), theme.blue.text));
    lines.bits +=
        QStringLiteral("2") +
        raised(colored(firstNumber + minus + QString::number(format.bias), theme.blue.text));
    lines.value += colored(whole(std::ldexp(1.0, power)), theme.blue.text);
    if (format.mantissaBits > 0) {
        const QString count = mantissaText(fields.mantissa, format.mantissaBits);
        lines.rule += times() + colored(implicitOne ? QStringLiteral("1.m") : QStringLiteral("0.m"),
                                        theme.green.text);
        lines.bits += times() + colored(implicitOne ? QStringLiteral("(1 + %1)").arg(count) : count,
                                        theme.green.text);
        lines.value += times() + colored(whole(significand), theme.green.text);
    }
    lines.value += result(facts);
    return lines;
}

FormulaLines integerLines(const RowFacts& facts, const Theme& theme) {
    const NumberFormat& format = *facts.format;
    const QString code = formatNumber(decode(format, facts.code), 9);
    FormulaLines lines;
    lines.rule = FormulaText::tr("scale") + times() +
                 colored(QStringLiteral("q"), theme.green.text) + QStringLiteral(", ") +
                 FormulaText::tr("scale = |max| / %1").arg(whole(limits(format).max));
    lines.bits = whole(facts.scale) + times() + colored(code, theme.green.text);
    lines.value = QStringLiteral("<b>%1</b>").arg(formatExact(facts.stored));
    return lines;
}

FormulaLines bookLines(const RowFacts& facts, const Theme& theme) {
    const QString entry = whole(decode(*facts.format, facts.code));
    FormulaLines lines;
    lines.rule = FormulaText::tr("scale") + times() +
                 colored(FormulaText::tr("table[index]"), theme.grey.text);
    lines.bits = whole(facts.scale) + times() +
                 colored(FormulaText::tr("table[%1]").arg(facts.code), theme.grey.text);
    lines.value = whole(facts.scale) + times() + colored(entry, theme.grey.text) + result(facts);
    return lines;
}

}  // namespace

FormulaLines formulaLines(const RowFacts& facts, const Theme& theme) {
    if (facts.kind == NumberClass::Nan || facts.kind == NumberClass::Infinite) {
        return specialLines(facts, theme);
    }
    switch (facts.format->kind) {
        case FormatKind::Integer:
            return integerLines(facts, theme);
        case FormatKind::CodeBook:
            return bookLines(facts, theme);
        case FormatKind::Minifloat:
            break;
    }
    return floatLines(facts, theme);
}

}  // namespace zeropoint::ui
