// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/affine.h"
#include "core/scheme/levels.h"
#include "core/scheme/param_chooser.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace zeropoint;

namespace {

QuantScheme scheme(const char* format, bool symmetric) {
    QuantScheme s;
    s.format = format;
    s.symmetric = symmetric;
    return s;
}

/// Of the range of all floats.
RealRange clipOf(const QuantScheme& scheme, const QuantParams& params) {
    constexpr double most = 0x1.fffffep127;
    return ParamChooser::make(scheme)->clipRange({-most, most}, params);
}

}  // namespace

class TestAffine : public QObject {
    Q_OBJECT

private slots:
    // The two worked examples at the end of the command line's contract.
    void workedExamples() {
        const QuantScheme uint8 = scheme("uint8", false);
        const QuantParams ramp = chooseParams(0, 1000, uint8).value();
        QCOMPARE(ramp.scale, static_cast<double>(static_cast<float>(1000.0 / 255)));
        QCOMPARE(ramp.zeroPoint, 0);
        const SampleTrace first = traceSample(250, ramp, uint8);
        QCOMPARE(first.code, 64);
        QCOMPARE_LE(std::abs(first.dequantized - 250.98039), 1e-4);

        const QuantParams shifted = chooseParams(-20, 1000, uint8).value();
        QCOMPARE(shifted.scale, 4.0);
        QCOMPARE(shifted.zeroPoint, 5);
        const SampleTrace second = traceSample(250, shifted, uint8);
        QCOMPARE(second.scaled, 62.5);
        QCOMPARE(second.rounded, 62.0);
        QCOMPARE(second.shifted, 67.0);
        QCOMPARE(second.code, 67);
        QCOMPARE(second.dequantized, 248.0);
        QCOMPARE(second.error, -2.0);
        QVERIFY(second.tie);
        QVERIFY(!second.clipped);

        QuantScheme away = uint8;
        away.rounding = Rounding::HalfAway;
        QCOMPARE(traceSample(250, shifted, away).code, 68);
        QCOMPARE(traceSample(250, shifted, away).dequantized, 252.0);

        const QuantParams symmetric = chooseParams(-20, 1000, scheme("int8", true)).value();
        QCOMPARE_LE(std::abs(symmetric.scale - 7.874), 5e-4);
        QCOMPARE(traceSample(-20, symmetric, scheme("int8", true)).code, -3);
        QCOMPARE(traceSample(1000, symmetric, scheme("int8", true)).code, 127);
    }

    void codeRanges_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("symmetric");
        QTest::addColumn<bool>("narrow");
        QTest::addColumn<int>("qmin");
        QTest::addColumn<int>("qmax");
        QTest::newRow("int8") << "int8" << true << false << -128 << 127;
        QTest::newRow("int8 narrow") << "int8" << true << true << -127 << 127;
        QTest::newRow("narrow is a matter of symmetric codes")
            << "int8" << false << true << -128 << 127;
        QTest::newRow("uint8") << "uint8" << false << false << 0 << 255;
        QTest::newRow("int4") << "int4" << true << false << -8 << 7;
        QTest::newRow("int2 narrow") << "int2" << true << true << -1 << 1;
        QTest::newRow("uint16") << "uint16" << false << false << 0 << 65535;
        QTest::newRow("fp8") << "fp8-e4m3" << true << false << 0 << 255;
        QTest::newRow("nf4") << "nf4" << true << false << 0 << 15;
    }

    void codeRanges() {
        QFETCH(QString, format);
        QFETCH(bool, symmetric);
        QFETCH(bool, narrow);
        QuantScheme s = scheme(qPrintable(format), symmetric);
        s.narrow = narrow;
        const CodeRange range = codeRange(s);
        QTEST(range.qmin, "qmin");
        QTEST(range.qmax, "qmax");
    }

    void scalesOfTheFormats_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<double>("largest");
        QTest::newRow("int8") << "int8" << 127.0;
        QTest::newRow("int3") << "int3" << 3.0;
        QTest::newRow("fp8-e4m3") << "fp8-e4m3" << 448.0;
        QTest::newRow("fp8-e5m2") << "fp8-e5m2" << 57344.0;
        QTest::newRow("fp4-e2m1") << "fp4-e2m1" << 6.0;
        QTest::newRow("nf4") << "nf4" << 1.0;
    }

    void scalesOfTheFormats() {
        QFETCH(QString, format);
        QFETCH(double, largest);
        const QuantParams params = chooseParams(-3, 2, scheme(qPrintable(format), true)).value();
        QCOMPARE(params.scale, static_cast<double>(static_cast<float>(3.0 / largest)));
        QCOMPARE(params.zeroPoint, 0);
    }

    void castsHaveNoScale() {
        for (const char* format : {"fp32", "fp16", "bf16"}) {
            QCOMPARE(chooseParams(-3e4, 2, scheme(format, true)).value(), QuantParams{});
        }
        QCOMPARE(traceSample(0.1, {}, scheme("fp16", true)).dequantized, 0.0999755859375);
        QCOMPARE(traceSample(0.1, {}, scheme("bf16", true)).dequantized, 0.10009765625);
    }

    void anUnsignedFormatUnderASymmetricSchemeIsTheSignedOneMoved() {
        const QuantScheme moved = scheme("uint8", true);
        const QuantParams params = chooseParams(-2, 1, moved).value();
        const QuantScheme plain = scheme("int8", true);
        QCOMPARE(params.zeroPoint, 128);
        QCOMPARE(params.scale, chooseParams(-2, 1, plain).value().scale);
        for (double x = -2.5; x < 2.5; x += 0.0371) {
            const auto a = traceSample(x, params, moved);
            const auto b = traceSample(x, chooseParams(-2, 1, plain).value(), plain);
            QCOMPARE(a.code, b.code + 128);
            QCOMPARE(a.dequantized, b.dequantized);
        }
    }

    void specialRanges() {
        for (const bool symmetric : {true, false}) {
            QCOMPARE(chooseParams(0, 0, scheme("int8", symmetric)).value(), QuantParams{});
        }
        // A range that leaves 0 out is widened to it.
        const QuantParams above = chooseParams(5, 10, scheme("uint8", false)).value();
        QCOMPARE(above.scale, static_cast<double>(static_cast<float>(10.0 / 255)));
        QCOMPARE(above.zeroPoint, 0);
        const QuantParams below = chooseParams(-10, -5, scheme("uint8", false)).value();
        QCOMPARE(below.zeroPoint, 255);
        for (const auto& [lo, hi] : {std::pair{1.0, -1.0}, std::pair{-std::nan(""), 1.0},
                                     std::pair{0.0, std::numeric_limits<double>::infinity()}}) {
            const auto refused = chooseParams(lo, hi, scheme("int8", true));
            COMPARE_ERROR(refused, ErrorCode::InvalidArgument);
        }
        COMPARE_ERROR(chooseParams(0, 1, scheme("nonsense", true)), ErrorCode::Unsupported);
        QuantScheme tensorRt = scheme("int8", false);
        tensorRt.convention = Convention::TensorRt;
        COMPARE_ERROR(chooseParams(0, 1, tensorRt), ErrorCode::InvalidArgument);
    }

    void tinyAndHugeRangesStayFinite_data() {
        QTest::addColumn<double>("m");
        QTest::newRow("smallest denormal") << 1.401298464324817e-45;
        QTest::newRow("denormal") << 1e-40;
        QTest::newRow("largest") << 3.4028234663852886e38;
    }

    void tinyAndHugeRangesStayFinite() {
        QFETCH(double, m);
        for (const char* format : {"int8", "uint8", "int2", "fp8-e4m3", "nf4"}) {
            for (const bool symmetric : {true, false}) {
                for (const ScaleFormat scaleFormat :
                     {ScaleFormat::Fp32, ScaleFormat::Fp16, ScaleFormat::Bf16, ScaleFormat::E8m0,
                      ScaleFormat::Double}) {
                    QuantScheme s = scheme(format, symmetric);
                    s.scaleFormat = scaleFormat;
                    const QuantParams params = chooseParams(-m, m, s).value();
                    QCOMPARE_GT(params.scale, 0.0);
                    QVERIFY(std::isfinite(params.scale));
                    for (const double x : {-m, 0.0, m}) {
                        const SampleTrace trace = traceSample(x, params, s);
                        QVERIFY(std::isfinite(trace.dequantized));
                        QCOMPARE(x == 0, x == 0 && trace.dequantized == 0);
                    }
                }
            }
        }
    }

    // The largest of its format with which the outermost level is a finite float32: no code stands
    // for infinity, and nothing is given away.
    void theLargestScaleOfEachFormat_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("scaleFormat");
        QTest::addColumn<double>("scale");
        constexpr double most = 0x1.fffffep127;
        const auto row = [](const char* format, ScaleFormat scales, double scale) {
            QTest::addRow("%s, %d", format, static_cast<int>(scales))
                << format << static_cast<int>(scales) << scale;
        };
        row("int2", ScaleFormat::Fp32, most);
        row("nf4", ScaleFormat::Fp32, most);
        row("int2", ScaleFormat::Bf16, 0x1.fep127);
        row("nf4", ScaleFormat::Bf16, 0x1.fep127);
        row("int2", ScaleFormat::E8m0, 0x1p127);
        row("int8", ScaleFormat::E8m0, 0x1p121);  // 127 * 2^121 < FLT_MAX < 127 * 2^122
        row("int8", ScaleFormat::Fp32, 0x1.020406p+121);
        row("int8", ScaleFormat::Bf16, 0x1.02p121);
        row("fp4-e2m1", ScaleFormat::E8m0, 0x1p125);
        row("int3", ScaleFormat::Bf16, 0x1.54p126);  // the nearest to a third is above it
    }
    void theLargestScaleOfEachFormat() {
        QFETCH(QString, format);
        QFETCH(int, scaleFormat);
        QFETCH(double, scale);
        QuantScheme s = scheme(qPrintable(format), true);
        s.scaleFormat = static_cast<ScaleFormat>(scaleFormat);
        constexpr double most = 0x1.fffffep127;
        const QuantParams params = chooseParams(-most, most, s).value();
        QCOMPARE(params.scale, scale);
        const SampleTrace top = traceSample(most, params, s);
        QVERIFY(std::isfinite(top.dequantized));
        // Cut is what lies more than half a step beyond the codes: powers of two leave that much.
        QCOMPARE(most > clipOf(s, params).hi, std::abs(top.error) > params.scale / 2);
    }

    // Zeros of a book without a level of zero are zeros under every format of scales.
    void unitsOfZerosHaveNoScale() {
        for (const ScaleFormat scales : {ScaleFormat::Fp32, ScaleFormat::Fp16, ScaleFormat::Bf16,
                                         ScaleFormat::E8m0, ScaleFormat::Double}) {
            for (const NumberFormat& format : numberFormats()) {
                if (format.kind != FormatKind::CodeBook) {
                    continue;
                }
                QuantScheme s = scheme(std::string(format.id).c_str(), true);
                s.scaleFormat = scales;
                const QuantParams params = chooseParams(0, 0, s).value();
                const SampleTrace trace = traceSample(0, params, s);
                QCOMPARE(trace.dequantized, 0.0);
                QVERIFY(!trace.clipped);
            }
        }
    }

    // A file has one zero point for all units of symmetric unsigned codes, those of zeros too.
    void zerosTakeTheMiddleCode() {
        for (const Convention convention :
             {Convention::Zeropoint, Convention::PyTorch, Convention::Onnx, Convention::TfLite,
              Convention::TensorRt, Convention::Gguf}) {
            for (const char* format : {"uint2", "uint4", "uint8", "int8"}) {
                QuantScheme s = scheme(format, true);
                s.convention = convention;
                const QuantParams zeros = chooseParams(0, 0, s).value();
                QCOMPARE(zeros.zeroPoint, chooseParams(-1, 1, s).value().zeroPoint);
                const SampleTrace trace = traceSample(0, zeros, s);
                QCOMPARE(trace.code, zeros.zeroPoint);
                QCOMPARE(trace.dequantized, 0.0);
            }
            QCOMPARE(chooseParams(0, 0, scheme("uint8", true)).value().zeroPoint, 128);
        }
    }

    // Values far below the smallest scale are nearer to 0 than to any level of a book without it.
    void tinyUnitsOfBooksWithoutZero() {
        for (const auto& [scales, smallest] :
             {std::pair{ScaleFormat::Fp16, 0x1p-24}, std::pair{ScaleFormat::E8m0, 0x1p-127}}) {
            QuantScheme s = scheme("iq4nl", true);
            s.scaleFormat = scales;
            for (const double share : {0.01, 0.49, 0.51, 1.0, 50.0}) {
                const double x = share * smallest;
                const QuantParams params = chooseParams(-x / 2, x, s).value();
                QCOMPARE(params.scale, share < 0.5 ? 0.0 : smallest);
                QCOMPARE_LE(std::abs(traceSample(x, params, s).error), std::max(x, smallest / 2));
            }
        }
    }

    // What the codes stand for, by hand.
    void levels_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("narrow");
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("zeroPoint");
        QTest::addColumn<QList<double>>("levels");
        QTest::newRow("int2") << "int2" << false << 0.5 << 0 << QList<double>{-1, -0.5, 0, 0.5};
        QTest::newRow("narrow") << "int2" << true << 0.5 << 0 << QList<double>{-0.5, 0, 0.5};
        QTest::newRow("uint2") << "uint2" << false << 0.25 << 1
                               << QList<double>{-0.25, 0, 0.25, 0.5};
        QTest::newRow("both zeros are one")
            << "fp4-e2m1" << false << 2.0 << 0
            << QList<double>{-12, -8, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 8, 12};
        QTest::newRow("ternary") << "ternary" << false << 3.0 << 0 << QList<double>{-3, 0, 3};
        QTest::newRow("zeros") << "int4" << false << 0.0 << 0 << QList<double>{0};
        QTest::newRow("finer than a picture") << "fp32" << false << 1.0 << 0 << QList<double>{};
    }
    void levels() {
        QFETCH(QString, format);
        QFETCH(bool, narrow);
        QFETCH(double, scale);
        QFETCH(int, zeroPoint);
        QuantScheme s = scheme(qPrintable(format), !format.startsWith('u'));
        s.narrow = narrow;
        const std::vector<double> found = gridLevels({scale, zeroPoint}, s);
        QTEST(QList<double>(found.begin(), found.end()), "levels");
        QVERIFY(std::ranges::none_of(found, [](double x) { return x == 0 && std::signbit(x); }));
    }
    void levelsOfSpecialCodesAreLeftOut() {
        // 256 codes without two NaN, and one zero of two.
        QCOMPARE(gridLevels({1, 0}, scheme("fp8-e4m3", true)).size(), std::size_t{253});
        // 57344 * 2^112 is a float32; 32768 * 2^113 is 2^128 and none.
        QCOMPARE(gridLevels({0x1p112, 0}, scheme("fp8-e5m2", true)).back(), 57344 * 0x1p112);
        QCOMPARE(gridLevels({0x1p113, 0}, scheme("fp8-e5m2", true)).back(), 28672 * 0x1p113);
        QCOMPARE(gridLevels({1, 0}, scheme("fp16", true)).size(), std::size_t{63487});
    }

    void scaleFormats() {
        QuantScheme s = scheme("int8", true);
        s.scaleFormat = ScaleFormat::Fp16;
        QCOMPARE(chooseParams(-1, 1, s).value().scale, 0.00787353515625);  // 1032 * 2^-17
        s.scaleFormat = ScaleFormat::Bf16;
        QCOMPARE(chooseParams(-1, 1, s).value().scale, 0.00787353515625);  // 129 * 2^-14
        s.scaleFormat = ScaleFormat::E8m0;
        // 2^-7 is just below 1/127 and would clip: the next power of two.
        QCOMPARE(chooseParams(-1, 1, s).value().scale, 0.015625);
        QCOMPARE(chooseParams(-127, 1, s).value().scale, 1.0);
    }

    void infinitiesSaturateAndNanBecomesTheZeroPoint() {
        const QuantScheme s = scheme("uint8", false);
        const QuantParams params = chooseParams(-20, 1000, s).value();
        constexpr double inf = std::numeric_limits<double>::infinity();
        QCOMPARE(traceSample(inf, params, s).code, 255);
        QCOMPARE(traceSample(-inf, params, s).code, 0);
        QVERIFY(traceSample(inf, params, s).clipped);
        QCOMPARE(traceSample(std::nan(""), params, s).code, 5);
    }

    void representableRanges() {
        const QuantScheme s = scheme("uint8", false);
        QCOMPARE(representableRange({4, 5}, s), (RealRange{-20, 1000}));
        QCOMPARE(representableRange({2, 0}, scheme("int4", true)), (RealRange{-16, 14}));
        QCOMPARE(representableRange({2, 0}, scheme("fp4-e2m1", true)), (RealRange{-12, 12}));
    }

    void tfliteConvention() {
        QuantScheme s = scheme("int8", true);
        s.convention = Convention::TfLite;
        QCOMPARE(codeRange(s), (CodeRange{-127, 127}));
        s.symmetric = false;
        const QuantParams params = chooseParams(-20, 1000, s).value();
        QCOMPARE(params.zeroPoint, -123);
        QCOMPARE(traceSample(250, params, s).code, 63 - 123);  // 62.5 away from zero
    }

    // Scale and zero point of PyTorch's min-max observers, to the bit.
    void pytorchObservers() {
        ZEROPOINT_NEED_GOLDEN("torch-quant/observers.json");
        const QJsonArray records =
            QJsonDocument::fromJson(test::readAll(test::golden("torch-quant/observers.json")))
                .object()["records"]
                .toArray();
        int checked = 0;
        for (const QJsonValue value : records) {
            const QJsonObject record = value.toObject();
            if (record["observer"] == "Histogram") {
                continue;
            }
            QuantScheme s;
            s.convention = Convention::PyTorch;
            s.symmetric = record["scheme"] == "symmetric";
            const int codes = record["qmax"].toInt() - record["qmin"].toInt() + 1;
            const int bits = static_cast<int>(std::lround(std::log2(codes)));
            s.format = (record["qmin"].toInt() < 0 ? "int" : "uint") + std::to_string(bits);
            const QJsonArray lows = record["min"].toArray();
            for (int i = 0; i < lows.size(); ++i) {
                const double lo = lows[i].toDouble();
                const double hi = record["max"].toArray()[i].toDouble();
                const QuantParams params = chooseParams(lo, hi, s).value();
                const QString where =
                    QStringLiteral("%1 %2 %3 %4 [%5]")
                        .arg(record["x"].toString(), record["observer"].toString(),
                             QString::fromStdString(s.format), record["scheme"].toString())
                        .arg(i);
                QVERIFY2(params.scale == record["scale"].toArray()[i].toDouble(),
                         qPrintable(where));
                QVERIFY2(params.zeroPoint == record["zero_point"].toArray()[i].toInt(),
                         qPrintable(where));
                ++checked;
            }
        }
        QCOMPARE_GT(checked, 3000);
    }
};

QTEST_APPLESS_MAIN(TestAffine)
#include "tst_affine.moc"
