// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/element_format.h"
#include "core/scheme/param_equation.h"
#include "core/scheme/scale.h"
#include "tests/support/outcome.h"

#include <cmath>

using namespace zeropoint;

namespace {

using Scale = ScaleEquation::Kind;
using Zero = ZeroPointEquation::Kind;

constexpr Convention conventions[] = {Convention::Zeropoint, Convention::PyTorch,
                                      Convention::Onnx,      Convention::TfLite,
                                      Convention::TensorRt,  Convention::Gguf};
constexpr ScaleFormat scaleFormats[] = {ScaleFormat::Fp32, ScaleFormat::Fp16, ScaleFormat::Bf16,
                                        ScaleFormat::E8m0};

QuantScheme schemeOf(const QString& format, bool symmetric, Convention convention) {
    QuantScheme scheme;
    scheme.format = format.toStdString();
    scheme.symmetric = symmetric;
    scheme.convention = convention;
    return scheme;
}

/// Round half to even or, as TFLite does, away from zero.
double rounded(double value, Convention convention) {
    return convention == Convention::TfLite ? std::round(value) : std::nearbyint(value);
}

/// The zero point by the equation's own text.
double worked(const ZeroPointEquation& zero, double scale, Convention convention) {
    // PyTorch and ONNX work in float32: what is a tie there need be none here.
    const bool single = convention == Convention::PyTorch || convention == Convention::Onnx;
    const double quotient = single ? double{float(zero.end) / float(scale)} : zero.end / scale;
    switch (zero.kind) {
        case Zero::Middle:
            return zero.code;
        case Zero::LowestEnd:
        case Zero::HighestEnd:
            return rounded(zero.code - quotient, convention);
        case Zero::RoundFirst:
            return zero.code - rounded(quotient, convention);
        default:
            return 0;
    }
}

}  // namespace

class TestParamEquation : public QObject {
    Q_OBJECT

private slots:
    // By hand, of values from -8 to 40.
    void byHand_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("symmetric");
        QTest::addColumn<Convention>("convention");
        QTest::addColumn<Scale>("kind");
        QTest::addColumn<double>("numerator");
        QTest::addColumn<double>("divisor");
        QTest::addColumn<Zero>("zero");
        QTest::addColumn<int>("code");
        const Convention own = Convention::Zeropoint;
        QTest::newRow("int8") << QStringLiteral("int8") << true << own << Scale::Magnitude << 40.0
                              << 127.0 << Zero::Zero << 0;
        QTest::newRow("int8, PyTorch") << QStringLiteral("int8") << true << Convention::PyTorch
                                       << Scale::Magnitude << 40.0 << 127.5 << Zero::Zero << 0;
        QTest::newRow("uint8, symmetric")
            << QStringLiteral("uint8") << true << own << Scale::Magnitude << 40.0 << 127.0
            << Zero::Middle << 128;
        QTest::newRow("uint4, symmetric, PyTorch")
            << QStringLiteral("uint4") << true << Convention::PyTorch << Scale::Magnitude << 40.0
            << 7.5 << Zero::Middle << 7;
        QTest::newRow("uint8") << QStringLiteral("uint8") << false << own << Scale::Width << 48.0
                               << 255.0 << Zero::LowestEnd << 0;
        QTest::newRow("int4") << QStringLiteral("int4") << false << own << Scale::Width << 48.0
                              << 15.0 << Zero::LowestEnd << -8;
        QTest::newRow("int4, PyTorch") << QStringLiteral("int4") << false << Convention::PyTorch
                                       << Scale::Width << 48.0 << 15.0 << Zero::RoundFirst << -8;
        // |0| + 8 / s is less than |255| + 40 / s.
        QTest::newRow("uint8, TFLite") << QStringLiteral("uint8") << false << Convention::TfLite
                                       << Scale::Width << 48.0 << 255.0 << Zero::LowestEnd << 0;
        QTest::newRow("nf4") << QStringLiteral("nf4") << true << own << Scale::Magnitude << 40.0
                             << 1.0 << Zero::None << 0;
        QTest::newRow("fp8-e4m3") << QStringLiteral("fp8-e4m3") << true << own << Scale::Magnitude
                                  << 40.0 << 448.0 << Zero::None << 0;
        // 40 / 113 asks for more than 8 / 127 does.
        QTest::newRow("iq4nl") << QStringLiteral("iq4nl") << true << own << Scale::Above << 40.0
                               << 113.0 << Zero::None << 0;
        QTest::newRow("fp16") << QStringLiteral("fp16") << true << own << Scale::Cast << 0.0 << 1.0
                              << Zero::None << 0;
    }
    void byHand() {
        QFETCH(QString, format);
        QFETCH(bool, symmetric);
        QFETCH(Convention, convention);
        const auto equation = paramEquation(-8, 40, schemeOf(format, symmetric, convention));
        QVERIFY(equation);
        QFETCH(Scale, kind);
        QVERIFY(equation->scale.kind == kind);
        QTEST(equation->scale.numerator, "numerator");
        QTEST(equation->scale.divisor, "divisor");
        QFETCH(Zero, zero);
        QVERIFY(equation->zeroPoint.kind == zero);
        QTEST(int(equation->zeroPoint.code), "code");
    }

    void otherEnds() {
        const auto below =
            paramEquation(-40, 8, schemeOf(QStringLiteral("iq4nl"), true, Convention::Zeropoint));
        QVERIFY(below->scale.kind == Scale::Below);
        QCOMPARE(below->scale.numerator / below->scale.divisor, 40.0 / 127);
        // |-128| + 100 / s is more than |127| + 1 / s.
        const auto high =
            paramEquation(-100, 1, schemeOf(QStringLiteral("int8"), false, Convention::TfLite));
        QVERIFY(high->zeroPoint.kind == Zero::HighestEnd);
        QCOMPARE(high->zeroPoint.code, 127);
        QCOMPARE(high->zeroPoint.end, 1.0);
    }

    void zeros() {
        const auto own =
            paramEquation(0, 0, schemeOf(QStringLiteral("int8"), true, Convention::Zeropoint));
        QVERIFY(own->scale.kind == Scale::Zeros);
        const auto pytorch =
            paramEquation(0, 0, schemeOf(QStringLiteral("int8"), true, Convention::PyTorch));
        QVERIFY(pytorch->scale.kind == Scale::Magnitude);
        QVERIFY(pytorch->scale.epsilon);
        QCOMPARE(pytorch->scale.quotient, 0x1p-23);
        QVERIFY(!paramEquation(1, 2, schemeOf(QStringLiteral("int8"), true, Convention::PyTorch))
                     ->scale.epsilon);
    }

    void refuses() {
        COMPARE_ERROR(paramEquation(1, 0, {}), ErrorCode::InvalidArgument);
        COMPARE_ERROR(
            paramEquation(-1, 1, schemeOf(QStringLiteral("int8"), false, Convention::TensorRt)),
            ErrorCode::InvalidArgument);
    }

    // Whoever works an equation out arrives at the parameters that are used.
    void givesTheParameters_data() {
        QTest::addColumn<QString>("format");
        for (const NumberFormat& format : numberFormats()) {
            QuantScheme scheme;
            scheme.format = format.id;
            if (elementFormat(scheme)) {
                QTest::newRow(scheme.format.c_str()) << QString::fromStdString(scheme.format);
            }
        }
    }
    void givesTheParameters() {
        QFETCH(QString, format);
        const RealRange ranges[] = {{-8, 40},     {-40, 8}, {0, 1000}, {-20, 1000},  {-3, 0},
                                    {0.125, 0.5}, {-9, -2}, {0, 0},    {-1e-9, 1e-9}};
        int checked = 0;
        for (const Convention convention : conventions) {
            for (const ScaleFormat stored : scaleFormats) {
                for (const int kind : {0, 1, 2}) {
                    QuantScheme scheme = schemeOf(format, kind > 0, convention);
                    scheme.narrow = kind == 2;
                    scheme.scaleFormat = stored;
                    for (const RealRange& range : ranges) {
                        const auto params = chooseParams(range.lo, range.hi, scheme);
                        const auto equation = paramEquation(range.lo, range.hi, scheme);
                        QCOMPARE(equation.has_value(), params.has_value());
                        if (!params) {
                            continue;
                        }
                        const ScaleEquation& scale = equation->scale;
                        const double quotient =
                            scale.epsilon ? 0x1p-23 : scale.numerator / scale.divisor;
                        if (scale.kind == Scale::Cast || scale.kind == Scale::Zeros) {
                            QCOMPARE(params->scale, scale.quotient);
                        } else {
                            // PyTorch and ONNX divide in float32.
                            QCOMPARE_LE(std::abs(scale.quotient / quotient - 1), 0x1p-22);
                            QCOMPARE(params->scale, roundScale(scale.quotient, stored));
                        }
                        const double zero = worked(equation->zeroPoint, params->scale, convention);
                        const auto limit = equation->zeroPoint.limit;
                        QCOMPARE(double(params->zeroPoint), double(limit.value_or(int(zero))));
                        // Kept from what lies beyond it, and from nothing else.
                        QVERIFY(!limit || std::abs(zero - *limit) >= 1);
                        ++checked;
                    }
                }
            }
        }
        QVERIFY(checked > 100);
    }
};

QTEST_APPLESS_MAIN(TestParamEquation)
#include "tst_param_equation.moc"
