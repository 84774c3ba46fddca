// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/error_report.h"
#include "core/numerics/block_format.h"
#include "core/quantization/quantize.h"
#include "core/support/random.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace zeropoint;

namespace {

Tensor drawn(Shape shape, std::uint64_t seed) {
    Random random(seed);
    std::vector<float> values(static_cast<std::size_t>(elementCount(shape)));
    for (float& value : values) {
        value = static_cast<float>(0.2 + random.laplace());
    }
    return Tensor("drawn", std::move(shape), std::move(values));
}

QuantScheme explicitRange(const char* format, bool symmetric, double lo, double hi) {
    QuantScheme scheme;
    scheme.format = format;
    scheme.symmetric = symmetric;
    scheme.range.kind = RangeMethod::Kind::Explicit;
    scheme.range.lo = lo;
    scheme.range.hi = hi;
    return scheme;
}

}  // namespace

class TestErrorReport : public QObject {
    Q_OBJECT

private slots:
    // By hand: scale 1 on 0..7 (uint3), values 0.25, 2, 9 with errors -0.25, 0, -2.
    void everyFigureByHand() {
        const Tensor tensor("", {3}, {0.25F, 2, 9});
        const QuantScheme scheme = explicitRange("uint3", false, 0, 7);
        const Calibration calibration = calibrate(tensor, scheme).value();
        QCOMPARE(calibration.params[0], (QuantParams{1, 0}));
        const ErrorReport report = measureError(tensor, scheme, calibration).value();
        QCOMPARE(report.count, std::size_t{3});
        QCOMPARE(report.roundMse, 0.0625 / 3);
        QCOMPARE(report.clipMse, 4.0 / 3);
        QCOMPARE(report.mse, 4.0625 / 3);
        QCOMPARE(report.maxAbsError, 2.0);
        QCOMPARE(report.clipped, std::size_t{1});
        QCOMPARE(report.clippedFraction, 1.0 / 3);
        QCOMPARE(report.sqnrDb, 10 * std::log10(85.0625 / 4.0625));
        QCOMPARE(report.cosine, (2 * 2 + 9 * 7) / std::sqrt(85.0625 * (4 + 49)));
        QCOMPARE(report.bytes, std::uint64_t{2 + 4 + 1});  // 9 bits, a scale, 3 bits
        QCOMPARE(report.bitsPerWeight, 7 * 8 / 3.0);
    }

    void exactTensors_data() {
        QTest::addColumn<std::vector<float>>("values");
        QTest::newRow("all zero") << std::vector<float>(9, 0.0F);
        QTest::newRow("constant") << std::vector<float>(9, 5.0F);
    }

    void exactTensors() {
        QFETCH(std::vector<float>, values);
        const Tensor tensor("", {static_cast<std::int64_t>(values.size())}, values);
        for (const char* format : {"int8", "fp8-e4m3", "nf4"}) {
            QuantScheme scheme;
            scheme.format = format;
            const Calibration calibration = calibrate(tensor, scheme).value();
            const ErrorReport report = measureError(tensor, scheme, calibration).value();
            // One level lies on the end of the range, up to the float32 of the scale.
            QCOMPARE_LE(report.mse, 1e-12);
            QCOMPARE(report.clippedFraction, 0.0);
            QVERIFY(report.sqnrDb > 120);
        }
    }

    // Two tensors that are equal have an angle of 0 and not of one unit in the last place.
    void noErrorIsACosineOfOne() {
        QuantScheme scheme;
        scheme.format = "fp16";
        for (int seed = 0; seed < 200; ++seed) {
            std::vector<float> values;
            for (int i = 1; i < 20; ++i) {
                values.push_back(static_cast<float>((i * 7919 + seed * 104729) % 1999 - 999) / 64);
            }
            const Tensor tensor("", {static_cast<std::int64_t>(values.size())}, values);
            const Calibration calibration = calibrate(tensor, scheme).value();
            const ErrorReport report = measureError(tensor, scheme, calibration).value();
            QCOMPARE(report.mse, 0.0);
            QVERIFY2(report.cosine == 1.0, qPrintable(QString::number(report.cosine, 'g', 17)));
        }
    }

    // Nothing to measure is no error of 0: the figures are undefined.
    void withoutAFiniteValueNothingIsDefined_data() {
        QTest::addColumn<std::vector<float>>("values");
        QTest::newRow("NaN") << std::vector<float>(9, std::numeric_limits<float>::quiet_NaN());
        QTest::newRow("infinities") << std::vector<float>{HUGE_VALF, -HUGE_VALF, HUGE_VALF};
        QTest::newRow("empty") << std::vector<float>{};
    }
    void withoutAFiniteValueNothingIsDefined() {
        QFETCH(std::vector<float>, values);
        const Tensor tensor("", {static_cast<std::int64_t>(values.size())}, values);
        for (const char* format : {"int8", "fp8-e4m3", "nf4", "fp16", "q8_0", "mxfp4"}) {
            QuantScheme scheme;
            scheme.format = format;
            const Calibration calibration = calibrate(tensor, scheme).value();
            const ErrorReport report = measureError(tensor, scheme, calibration).value();
            QCOMPARE(report.count, std::size_t{0});
            QCOMPARE(report.nan + report.infinite, values.size());
            for (const double figure :
                 {report.mse, report.clipMse, report.roundMse, report.sqnrDb, report.cosine,
                  report.maxAbsError, report.clippedFraction}) {
                QVERIFY(std::isnan(figure));
            }
        }
    }

    void agreesWithTheFakeQuantizedTensor_data() {
        QTest::addColumn<int>("granularity");
        QTest::addColumn<int>("axis");
        QTest::newRow("tensor") << 0 << 0;
        for (const int axis : {0, 1, 2}) {
            QTest::addRow("channel, axis %d", axis) << 1 << axis;
        }
        QTest::newRow("groups of 7") << 2 << 0;
    }

    void agreesWithTheFakeQuantizedTensor() {
        QFETCH(int, granularity);
        QFETCH(int, axis);
        const Tensor tensor = drawn({13, 17, 29}, 3);
        for (const char* format : {"int8", "uint4", "fp4-e2m1"}) {
            QuantScheme scheme;
            scheme.format = format;
            scheme.symmetric = format[0] != 'u';
            scheme.granularity = static_cast<Granularity>(granularity);
            scheme.axis = axis;
            scheme.groupSize = 7;
            scheme.range.kind = RangeMethod::Kind::Percentile;
            scheme.range.percentile = 95;
            const Calibration calibration = calibrate(tensor, scheme).value();
            const ErrorReport report = measureError(tensor, scheme, calibration).value();
            const Tensor fake = fakeQuantize(tensor, scheme, calibration).value();
            const Tensor back = dequantize(quantize(tensor, scheme, calibration).value()).value();
            double error = 0;
            double signal = 0;
            double product = 0;
            double square = 0;
            for (std::size_t i = 0; i < tensor.size(); ++i) {
                const double x = tensor.values()[i];
                const double q = fake.values()[i];
                QCOMPARE(back.values()[i], fake.values()[i]);
                error += (q - x) * (q - x);
                signal += x * x;
                product += x * q;
                square += q * q;
            }
            const auto n = static_cast<double>(tensor.size());
            QCOMPARE_LE(std::abs(report.mse - error / n), 1e-6 * error / n);
            QCOMPARE_LE(std::abs(report.sqnrDb - 10 * std::log10(signal / error)), 1e-5);
            QCOMPARE_LE(std::abs(report.cosine - product / std::sqrt(signal * square)), 1e-9);
            QCOMPARE(report.mse, report.clipMse + report.roundMse);
            QVERIFY(report.clippedFraction > 0);
        }
    }

    // A range of nothing but the middle of large values: what is left is down to 1e-18 of their
    // squares, and about 1e-3 of them where a second pass begins.
    void theCosineOfLittle_data() {
        QTest::addColumn<int>("granularity");
        QTest::addColumn<double>("range");
        for (const double range : {4e4, 3.3e3, 3.1e3, 0.1, 1e-4}) {
            QTest::addRow("tensor, %g", range) << 0 << range;
            QTest::addRow("channels of axis 2, %g", range) << 1 << range;
        }
    }
    void theCosineOfLittle() {
        QFETCH(int, granularity);
        QFETCH(double, range);
        Tensor tensor = drawn({13, 170, 290}, 5);
        std::vector<float> values(tensor.values().begin(), tensor.values().end());
        std::ranges::transform(values, values.begin(), [](float x) { return 1e5F * x; });
        tensor = Tensor("t", tensor.shape(), std::move(values));
        QuantScheme scheme = explicitRange("int8", true, -range, range);
        scheme.granularity = static_cast<Granularity>(granularity);
        scheme.axis = 2;
        const Calibration calibration = calibrate(tensor, scheme).value();
        const Tensor fake = fakeQuantize(tensor, scheme, calibration).value();
        long double signal = 0;
        long double product = 0;
        long double square = 0;
        for (std::size_t i = 0; i < tensor.size(); ++i) {
            const long double x = tensor.values()[i];
            const long double q = fake.values()[i];
            signal += x * x;
            product += x * q;
            square += q * q;
        }
        const auto expected = static_cast<double>(product / std::sqrt(signal * square));
        const ErrorReport report = measureError(tensor, scheme, calibration).value();
        QCOMPARE_LE(std::abs(report.cosine - expected), 1e-9);
        ThreadPool pool(3);
        QCOMPARE(measureError(tensor, scheme, calibration, {&pool, {}, {}})->cosine, report.cosine);
    }

    // Where nearly nothing is left of the values, the decibels are what little there is.
    void theDecibelsOfLittle() {
        Tensor tensor = drawn({40000}, 5);
        std::vector<float> values(tensor.values().begin(), tensor.values().end());
        std::ranges::transform(values, values.begin(), [](float x) { return 1e5F * x; });
        tensor = Tensor("t", tensor.shape(), std::move(values));
        for (const double range : {3e3, 100.0, 1.0}) {
            const QuantScheme scheme = explicitRange("int8", true, -range, range);
            const Calibration calibration = calibrate(tensor, scheme).value();
            const Tensor fake = fakeQuantize(tensor, scheme, calibration).value();
            long double signal = 0;
            long double error = 0;
            double largest = 0;
            for (std::size_t i = 0; i < tensor.size(); ++i) {
                const long double x = tensor.values()[i];
                const long double d = fake.values()[i] - x;
                signal += x * x;
                error += d * d;
                largest = std::max(largest, static_cast<double>(std::abs(d)));
            }
            const auto expected = static_cast<double>(10 * std::log10(signal / error));
            const ErrorReport report = measureError(tensor, scheme, calibration).value();
            QCOMPARE_GT(expected, 0.0);
            QCOMPARE_LE(std::abs(report.sqnrDb - expected), 1e-8 * expected + 1e-11);
            QCOMPARE(report.maxAbsError, largest);
        }
    }

    void insideTheRangeNoErrorExceedsHalfAStep() {
        const Tensor tensor = drawn({100000}, 9);
        for (const char* format : {"int8", "int3", "uint8"}) {
            QuantScheme scheme;
            scheme.format = format;
            scheme.symmetric = format[0] != 'u';
            const Calibration calibration = calibrate(tensor, scheme).value();
            const ErrorReport report = measureError(tensor, scheme, calibration).value();
            QCOMPARE(report.clipped, std::size_t{0});
            // x / scale in float32 may move a value across a tie by its own rounding.
            const double rounding = std::max(-calibration.lo, calibration.hi) * 0x1p-23;
            QCOMPARE_LE(report.maxAbsError, calibration.params[0].scale / 2 + rounding);
        }
    }

    // More rows of blocks than one worker takes: each counts once, against a loop over the values.
    void blocksOfManyRows() {
        Random random(8);
        std::vector<float> values(300 * 256);
        for (float& value : values) {
            value = static_cast<float>(random.normal());
        }
        const BlockFormat& format = *findBlockFormat("q4_0");
        std::vector<float> back(values.size());
        QVERIFY(dequantizeBlocks(format, quantizeBlocks(format, values).value(), back));
        double error = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            error += std::pow(double{back[i]} - double{values[i]}, 2);
        }
        QuantScheme scheme;
        scheme.format = "q4_0";
        const Tensor tensor("", {300, 256}, values);
        const ErrorReport report =
            measureError(tensor, scheme, calibrate(tensor, scheme).value()).value();
        QCOMPARE(report.count, values.size());
        const double mse = error / static_cast<double>(values.size());
        QCOMPARE_LE(std::abs(report.mse - mse), 1e-9 * mse);
    }

    void doesNotDependOnThreads() {
        const Tensor tensor = drawn({1000, 1003}, 4);
        QuantScheme scheme;
        scheme.granularity = Granularity::Channel;
        scheme.range.kind = RangeMethod::Kind::Percentile;
        ThreadPool pool(3);
        const Execution execution{&pool, {}, {}};
        const Calibration one = calibrate(tensor, scheme).value();
        const Calibration many = calibrate(tensor, scheme, execution).value();
        QCOMPARE(many.params, one.params);
        QCOMPARE(measureError(tensor, scheme, many, execution).value().mse,
                 measureError(tensor, scheme, one).value().mse);
    }
};

QTEST_APPLESS_MAIN(TestErrorReport)
#include "tst_error_report.moc"
