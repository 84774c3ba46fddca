// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/element_format.h"
#include "core/scheme/scale.h"
#include "ui/pages/calibrate/block_formula.h"
#include "ui/pages/calibrate/param_formula.h"
#include "ui/text/numbers.h"

#include <QRegularExpression>
#include <QtTest>

#include <cmath>

using namespace zeropoint;
using namespace zeropoint::ui;

namespace {

/// "(−20)" and "−20".
double operandIn(QString text) {
    if (text.startsWith(QLatin1Char('(')) && text.endsWith(QLatin1Char(')'))) {
        text = text.mid(1, text.size() - 2);
    }
    return readNumber(text).value_or(std::nan(""));
}

/// What stands between the last two equals signs.
QString workedPart(const Formula& formula) {
    return formula.working.section(QStringLiteral(" = "), -2, -2);
}

}  // namespace

/// A reader with a calculator works out what is printed, and arrives at what is printed.
class TestParamFormula : public QObject {
    Q_OBJECT

private slots:
    void scale_data() {
        QTest::addColumn<QuantScheme>("scheme");
        const std::pair<Convention, const char*> conventions[] = {
            {Convention::Zeropoint, "own"},
            {Convention::PyTorch, "PyTorch"},
            {Convention::Onnx, "ONNX"},
            {Convention::TfLite, "TFLite"},
        };
        const std::pair<ScaleFormat, const char*> stored[] = {{ScaleFormat::Fp32, "FP32"},
                                                              {ScaleFormat::Fp16, "FP16"},
                                                              {ScaleFormat::Bf16, "BF16"},
                                                              {ScaleFormat::E8m0, "E8M0"}};
        for (const NumberFormat& format : numberFormats()) {
            for (const auto& [convention, conventionName] : conventions) {
                for (const auto& [scaleFormat, scaleName] : stored) {
                    for (const bool symmetric : {true, false}) {
                        QuantScheme scheme;
                        scheme.format = format.id;
                        scheme.convention = convention;
                        scheme.scaleFormat = scaleFormat;
                        scheme.symmetric = symmetric;
                        if (elementFormat(scheme)) {
                            QTest::addRow("%s, %s, %s, %s", scheme.format.c_str(), conventionName,
                                          scaleName, symmetric ? "symmetric" : "asymmetric")
                                << scheme;
                        }
                    }
                }
            }
        }
    }
    void scale() {
        QFETCH(QuantScheme, scheme);
        static const QRegularExpression formula(
            QStringLiteral(R"(^(?:(\w+)\()?(?:\((.+?) − (.+)\)|([^()/]+)) / (.+?)(\))?$)"));
        for (const auto& [lo, hi] : {std::pair{-8.03179455, 40.0}, std::pair{-20.0, 1000.0},
                                     std::pair{-3.3, 0.7}, std::pair{0.0, 1.0}}) {
            const auto params = chooseParams(lo, hi, scheme);
            const auto equation = paramEquation(lo, hi, scheme);
            QVERIFY(params && equation);
            const Formula shown = scaleFormula(equation->scale, *params, scheme);
            if (equation->scale.kind == ScaleEquation::Kind::Cast) {
                QVERIFY(shown.result.isEmpty());  // it has no scale
                continue;
            }
            QCOMPARE(shown.result, formatNumber(params->scale, 6));
            const auto match = formula.match(workedPart(shown));
            QVERIFY2(match.hasMatch(), qPrintable(shown.working));
            const bool width = !match.captured(2).isEmpty();
            const double numerator =
                width ? operandIn(match.captured(2)) - operandIn(match.captured(3))
                      : operandIn(match.captured(4));
            // The closing bracket of a function, or of a divisor below zero.
            const bool around = !match.captured(1).isEmpty();
            const QString divisor = match.captured(5) + (around ? QString() : match.captured(6));
            const double quotient = numerator / operandIn(divisor);
            double stored = around ? roundScale(quotient, scheme.scaleFormat) : quotient;
            if (around && scheme.scaleFormat == ScaleFormat::Fp32 && width) {
                // "FP32(...)": every operation in float32.
                stored =
                    (float(operandIn(match.captured(2))) - float(operandIn(match.captured(3)))) /
                    float(operandIn(divisor));
            }
            QCOMPARE(formatNumber(stored, 6), shown.result);
        }
    }

    void zeroPoint_data() { scale_data(); }
    void zeroPoint() {
        QFETCH(QuantScheme, scheme);
        static const QRegularExpression roundLast(
            QStringLiteral(R"(^round\((.+) − (.+) / (.+)\)$)"));
        static const QRegularExpression roundFirst(
            QStringLiteral(R"(^(.+) − round\((.+) / (.+)\)$)"));
        for (const auto& [lo, hi] : {std::pair{-8.03179455, 40.0}, std::pair{-20.0, 1000.0},
                                     std::pair{-3.3, 0.7}, std::pair{0.0, 1.0}}) {
            const auto params = chooseParams(lo, hi, scheme);
            const auto equation = paramEquation(lo, hi, scheme);
            QVERIFY(params && equation);
            const Formula shown = zeroPointFormula(equation->zeroPoint, *params);
            const auto element = elementFormat(scheme);
            QCOMPARE(shown.result.isEmpty(), !element->integer);
            if (!element->integer || scheme.symmetric) {
                continue;
            }
            QCOMPARE(shown.result, QString::number(params->zeroPoint));
            QString worked = workedPart(shown);
            static const QRegularExpression limited(
                QStringLiteral(R"(^(min|max)\((.+), ([^,]+)\)$)"));
            const auto limit = limited.match(worked);
            if (limit.hasMatch()) {
                QCOMPARE(operandIn(limit.captured(3)), double(params->zeroPoint));
                worked = limit.captured(2);
            }
            const auto last = roundLast.match(worked);
            const auto first = roundFirst.match(worked);
            QVERIFY2(last.hasMatch() || first.hasMatch(), qPrintable(shown.working));
            const auto& match = last.hasMatch() ? last : first;
            const double code = operandIn(match.captured(1));
            const double quotient = operandIn(match.captured(2)) / operandIn(match.captured(3));
            const double zero =
                last.hasMatch() ? std::nearbyint(code - quotient) : code - std::nearbyint(quotient);
            const bool low = limit.captured(1) == QLatin1String("max");
            const double kept = !limit.hasMatch() ? zero
                                : low             ? std::max(zero, double(params->zeroPoint))
                                                  : std::min(zero, double(params->zeroPoint));
            QCOMPARE(QString::number(kept), shown.result);
        }
    }

    void words_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<Convention>("convention");
        QTest::addColumn<double>("hi");
        QTest::addColumn<QString>("scale");
        QTest::addColumn<QString>("zeroPoint");
        QTest::newRow("int8") << QStringLiteral("int8") << Convention::Zeropoint << 40.0
                              << QStringLiteral("s = max|x| / (2⁷ − 1) = 40 / 127 = 0.314961")
                              << QStringLiteral("z = 0");
        QTest::newRow("PyTorch") << QStringLiteral("int8") << Convention::PyTorch << 40.0
                                 << QStringLiteral(
                                        "s = FP32(max|x| / 127.5) = FP32(40 / 127.5) = 0.313726")
                                 << QStringLiteral("z = 0");
        QTest::newRow("unsigned") << QStringLiteral("uint8") << Convention::Zeropoint << 40.0
                                  << QStringLiteral("s = max|x| / (2⁷ − 1) = 40 / 127 = 0.314961")
                                  << QStringLiteral("the code in the middle: z = 128");
        QTest::newRow("zeros") << QStringLiteral("int8") << Convention::Zeropoint << 0.0
                               << QStringLiteral("all values are 0: s = 1")
                               << QStringLiteral("z = 0");
        QTest::newRow("zeros, PyTorch")
            << QStringLiteral("int8") << Convention::PyTorch << 0.0
            << QStringLiteral("s = max(max|x| / 127.5, 2⁻²³) = 1.19209×10⁻⁷")
            << QStringLiteral("z = 0");
        QTest::newRow("code book")
            << QStringLiteral("nf4") << Convention::Zeropoint << 40.0
            << QStringLiteral("s = max|x| / 1 = 40 / 1 = 40")
            << QStringLiteral("none: the format's levels need no zero point");
    }
    void words() {
        QFETCH(QString, format);
        QFETCH(Convention, convention);
        QFETCH(double, hi);
        QuantScheme scheme;
        scheme.format = format.toStdString();
        scheme.convention = convention;
        const auto params = chooseParams(-hi / 5, hi, scheme);
        const auto equation = paramEquation(-hi / 5, hi, scheme);
        const Formula scale = scaleFormula(equation->scale, *params, scheme);
        const Formula zeroPoint = zeroPointFormula(equation->zeroPoint, *params);
        QTEST(scale.working + scale.result, "scale");
        QTEST(zeroPoint.working + zeroPoint.result, "zeroPoint");
    }

    /// Of a block of -3.5, 2 and zeros, by hand: 3.5 / 127 in FP16 is 1806 * 2^-16, NVFP4's tensor
    /// scale 3.5 / (6 * 448).
    void scaleOfABlock_data() {
        QTest::addColumn<QString>("scale");
        QTest::addColumn<QString>("minimum");
        const QString none = QStringLiteral("no zero point: level 0 is zero");
        QTest::newRow("q8_0") << QStringLiteral(
                                     "s = FP16(max|x| / (2⁷ − 1)) = FP16(3.5 / 127) = 0.0275574")
                              << none;
        QTest::newRow("q4_0") << QStringLiteral("s = min / (−8) = −3.5 / (−8) = 0.4375") << none;
        QTest::newRow("q4_1") << QStringLiteral(
                                     "s = FP16((max − min) / (2⁴ − 1)) = FP16((2 − (−3.5)) / 15) = "
                                     "0.366699")
                              << QStringLiteral("m = min = −3.5");
        QTest::newRow("nf4-64") << QStringLiteral("s = max|x| / 1 = 3.5 / 1 = 3.5") << none;
        QTest::newRow("mxfp4") << QStringLiteral(
                                      "s = 2^(⌊log₂ max|x|⌋ − 2) = 2^(⌊log₂ 3.5⌋ − 2) = 0.5")
                               << none;
        QTest::newRow("nvfp4")
            << QStringLiteral(
                   "s = t · E4M3(max|x| / (6 · t)) = 0.00130208 · E4M3(3.5 / (6 · "
                   "0.00130208)) = 0.583333")
            << none;
    }
    void scaleOfABlock() {
        QuantScheme scheme;
        scheme.format = QTest::currentDataTag();
        std::vector<float> values(
            static_cast<std::size_t>(findBlockFormat(scheme.format)->valuesPerBlock), 0.0F);
        values[1] = 2;
        values[2] = -3.5F;
        const Tensor tensor("w", {static_cast<std::int64_t>(values.size())}, values);
        const BlockExample example = blockExampleNear(tensor, 2, scheme, {}).value();
        const Formula scale = blockScaleFormula(example, scheme.scaleRule);
        const Formula minimum = blockMinimumFormula(example);
        QTEST(scale.working + scale.result, "scale");
        QTEST(minimum.working + minimum.result, "minimum");
    }
};

QTEST_MAIN(TestParamFormula)
#include "tst_param_formula.moc"
