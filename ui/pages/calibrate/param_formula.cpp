// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/param_formula.h"

#include "ui/pages/calibrate/formula_digits.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>

#include <bit>
#include <cmath>

namespace zeropoint::ui {
namespace {

class FormulaWords {
    Q_DECLARE_TR_FUNCTIONS(ParamFormula)
};

/// "(2⁸ − 1)" of 255, "127.5" of itself.
QString divisorText(double divisor) {
    const auto whole = static_cast<unsigned>(std::abs(divisor));
    const bool power = divisor > 1 && divisor == whole && std::has_single_bit(whole + 1);
    return power ? QStringLiteral("(2%1 − 1)").arg(superscript(std::countr_one(whole)))
                 : operand(divisor, mostDigits);
}

/// "40 / 127", "(1000 − (−20)) / 255". In float32 where the library works in it and that shows.
QString quotientText(const ScaleEquation& equation, bool inFloat) {
    const auto divided = [&](double hi, double lo) {
        return inFloat ? double{(static_cast<float>(hi) - static_cast<float>(lo)) /
                                static_cast<float>(equation.divisor)}
                       : (hi - lo) / equation.divisor;
    };
    const bool width = equation.kind == ScaleEquation::Kind::Width;
    const double first = width ? equation.range.hi : equation.numerator;
    const double second = width ? equation.range.lo : 0;
    const QString shown = formatNumber(divided(first, second), resultDigits);
    const int digits = digitsFor(shown, [&](int tried) {
        return formatNumber(divided(formatted(first, tried), formatted(second, tried)),
                            resultDigits);
    });
    const QString numerator =
        width
            ? QStringLiteral("(%1 − %2)").arg(formatNumber(first, digits), operand(second, digits))
            : formatNumber(first, digits);
    return QStringLiteral("%1 / %2").arg(numerator, operand(equation.divisor, mostDigits));
}

/// What stands for the numerator.
QString numeratorName(ScaleEquation::Kind kind) {
    switch (kind) {
        case ScaleEquation::Kind::Width:
            return QStringLiteral("(max − min)");
        case ScaleEquation::Kind::Above:
            return QStringLiteral("max");
        case ScaleEquation::Kind::Below:
            return QStringLiteral("min");
        default:
            return QStringLiteral("max|x|");
    }
}

QString storedIn(ScaleFormat format) {
    switch (format) {
        case ScaleFormat::Fp32:
            return QStringLiteral("FP32");
        case ScaleFormat::Fp16:
            return QStringLiteral("FP16");
        case ScaleFormat::Bf16:
            return QStringLiteral("BF16");
        case ScaleFormat::E8m0:
            return QStringLiteral("E8M0");
        case ScaleFormat::Double:
            return FormulaWords::tr("doubly quantized", "a function around the scale");
    }
    return {};
}

}  // namespace

Formula scaleFormula(const ScaleEquation& equation, const QuantParams& params,
                     const QuantScheme& scheme) {
    const QString result = formatNumber(params.scale, resultDigits);
    if (equation.kind == ScaleEquation::Kind::Cast) {
        return {FormulaWords::tr("none: a plain cast has no scale"), {}};
    }
    if (equation.kind == ScaleEquation::Kind::Zeros) {
        const bool all = equation.range.lo == 0 && equation.range.hi == 0;
        return {all ? FormulaWords::tr("all values are 0: s = ")
                    : FormulaWords::tr("0 is nearer than any level: s = "),
                result};
    }
    const QString symbols =
        numeratorName(equation.kind) + QStringLiteral(" / ") + divisorText(equation.divisor);
    if (equation.epsilon) {
        return {QStringLiteral("s = max(%1, 2%2) = ").arg(symbols, superscript(-23)), result};
    }
    // FP32 too, where its rounding shows: 40 / 127.5 is 0.31372549 and in float32 0.3137255013.
    const bool asDivided =
        formatNumber(equation.numerator / equation.divisor, resultDigits) == result;
    const bool inFloat = !asDivided && (scheme.convention == Convention::PyTorch ||
                                        scheme.convention == Convention::Onnx);
    const QString around =
        asDivided ? QStringLiteral("%1") : storedIn(scheme.scaleFormat) + QStringLiteral("(%1)");
    return {QStringLiteral("s = %1 = %2 = ")
                .arg(around.arg(symbols), around.arg(quotientText(equation, inFloat))),
            result};
}

Formula zeroPointFormula(const ZeroPointEquation& equation, const QuantParams& params) {
    using Kind = ZeroPointEquation::Kind;
    const QString result = QString::number(params.zeroPoint);
    const QString code = operand(equation.code, mostDigits);
    const QString end =
        equation.kind == Kind::HighestEnd ? QStringLiteral("max") : QStringLiteral("min");
    QString symbols;
    QString limited = QStringLiteral("%1");
    if (equation.limit) {
        limited = (*equation.limit < equation.code ? QStringLiteral("max(%1, ")
                                                   : QStringLiteral("min(%1, ")) +
                  operand(*equation.limit, mostDigits) + QLatin1Char(')');
    }
    switch (equation.kind) {
        case Kind::None:
            return {FormulaWords::tr("none: the format's levels need no zero point"), {}};
        case Kind::Zero:
            return {QStringLiteral("z = "), result};
        case Kind::Middle:
            return {FormulaWords::tr("the code in the middle: z = "), result};
        case Kind::LowestEnd:
        case Kind::HighestEnd:
            symbols = QStringLiteral("round(%1 − %2 / %3)");
            break;
        case Kind::RoundFirst:
            symbols = QStringLiteral("%1 − round(%2 / %3)");
            break;
    }
    const auto worked = [&](int digits) {
        const double quotient = formatted(equation.end, digits) / formatted(params.scale, digits);
        const double value = equation.kind == Kind::RoundFirst
                                 ? equation.code - std::nearbyint(quotient)
                                 : std::nearbyint(equation.code - quotient);
        return equation.limit ? result : QString::number(value);
    };
    // A scale stands above with its own digits.
    const int digits = std::max(resultDigits, digitsFor(result, worked));
    symbols = limited.arg(symbols);
    return {QStringLiteral("z = %1 = %2 = ")
                .arg(symbols.arg(code, end, QStringLiteral("s")),
                     symbols.arg(code, operand(equation.end, digits),
                                 formatNumber(params.scale, digits))),
            result};
}

}  // namespace zeropoint::ui
