// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/error_curve.h"
#include "core/calibration/exact_error.h"
#include "core/calibration/uniform_error.h"
#include "core/metrics/error_report.h"
#include "core/support/random.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <cmath>

using namespace zeropoint;

namespace {

Tensor drawn(const QString& kind) {
    Random random(21);
    std::vector<float> values(200000);
    for (float& value : values) {
        const double x = kind == "laplace"   ? random.laplace()
                         : kind == "uniform" ? 4 * random.uniform() - 1
                         : kind == "relu"    ? std::abs(random.normal())
                                             : random.normal() + 0.3;
        value = static_cast<float>(x);
    }
    const auto size = static_cast<std::int64_t>(values.size());
    return Tensor("", {size}, std::move(values));
}

QuantScheme schemeOf(const QString& format, bool symmetric, double lo, double hi) {
    QuantScheme scheme;
    scheme.format = format.toStdString();
    scheme.symmetric = symmetric;
    scheme.range = {RangeMethod::Kind::Explicit, 0, lo, hi};
    return scheme;
}

FineHistogram histogramOf(const Tensor& tensor) {
    return fineHistogram(tensor.values(), summarize(tensor.values()));
}

}  // namespace

class TestErrorCurve : public QObject {
    Q_OBJECT

private slots:
    // What a drag shows must be what the exact report then says.
    void estimatesAgreeWithTheMeasurement_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("symmetric");
        QTest::addColumn<int>("rounding");
        for (const char* kind : {"normal", "laplace", "uniform", "relu"}) {
            for (const char* format :
                 {"int2", "int4", "int8", "int12", "uint3", "uint8", "fp8-e4m3", "fp8-e5m2",
                  "fp6-e2m3", "fp4-e2m1", "nf4", "fp16", "bf16"}) {
                QTest::addRow("%s %s", kind, format) << kind << format << (format[0] != 'u') << 0;
            }
            for (const Rounding rounding : {Rounding::HalfAway, Rounding::Floor, Rounding::Ceil,
                                            Rounding::TowardZero, Rounding::Stochastic}) {
                for (const char* format : {"int4", "uint8", "fp4-e2m1"}) {
                    const auto number = static_cast<int>(rounding);
                    QTest::addRow("%s %s rounding %d", kind, format, number)
                        << kind << format << (format[0] != 'u') << number;
                }
            }
        }
    }

    void estimatesAgreeWithTheMeasurement() {
        QFETCH(QString, kind);
        QFETCH(QString, format);
        QFETCH(bool, symmetric);
        QFETCH(int, rounding);
        const Tensor tensor = drawn(kind);
        const FineHistogram histogram = histogramOf(tensor);
        for (const double share : {0.2, 0.6, 1.0}) {
            QuantScheme scheme =
                schemeOf(format, symmetric, histogram.lo * share, histogram.hi * share);
            scheme.rounding = static_cast<Rounding>(rounding);
            const RangeError estimate =
                estimateError(histogram, scheme.range.lo, scheme.range.hi, scheme).value();
            const Calibration calibration = calibrate(tensor, scheme).value();
            const ErrorReport exact = measureError(tensor, scheme, calibration).value();
            QCOMPARE(estimate.lo, calibration.lo);
            QCOMPARE(estimate.hi, calibration.hi);
            QCOMPARE_LE(std::abs(estimate.mse - exact.mse), 0.01 * exact.mse);
            QCOMPARE_LE(std::abs(estimate.clipMse - exact.clipMse), 0.01 * exact.mse);
            QCOMPARE_LE(std::abs(estimate.roundMse - exact.roundMse), 0.01 * exact.mse);
            QCOMPARE_LE(std::abs(estimate.sqnrDb - exact.sqnrDb), 0.05);
            QCOMPARE_LE(std::abs(estimate.clippedFraction - exact.clippedFraction), 2e-3);
            QCOMPARE(estimate.mse, estimate.clipMse + estimate.roundMse);
            // A bound, which values in the densest part of a uniform grid reach.
            const double rounding = (histogram.hi - histogram.lo) * 0x1p-22;
            QCOMPARE_LE(exact.maxAbsError, estimate.maxAbsError + rounding);
            if (format.contains("int") && exact.clipped == 0) {
                QCOMPARE_LE(estimate.maxAbsError, 1.05 * exact.maxAbsError);
            }
        }
    }

    // Against sums over many evenly spread points of each bin.
    void theIntegralIsThatOfTheModel_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("rounding");
        for (const QString format : {"uint2", "int8", "fp4-e2m1", "nf4"}) {
            for (const Rounding rounding :
                 {Rounding::NearestEven, Rounding::Floor, Rounding::Ceil, Rounding::TowardZero}) {
                const auto number = static_cast<int>(rounding);
                QTest::addRow("%s %d", qPrintable(format), number) << format << number;
            }
        }
    }

    void theIntegralIsThatOfTheModel() {
        QFETCH(QString, format);
        QFETCH(int, rounding);
        const FineHistogram histogram{-1.5, 2.5, {3, 0, 7, 11, 2, 1, 0, 4}, 28};
        QuantScheme scheme = schemeOf(format, format[0] != 'u', -1.1, 1.7);
        scheme.rounding = static_cast<Rounding>(rounding);
        const RangeError estimate = estimateError(histogram, -1.1, 1.7, scheme).value();
        const QuantParams params = chooseParams(-1.1, 1.7, scheme).value();
        constexpr int points = 20000;
        double clip = 0;
        double round = 0;
        for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
            std::vector<float> spread(points);
            for (int i = 0; i < points; ++i) {
                spread[static_cast<std::size_t>(i)] = static_cast<float>(
                    histogram.lo +
                    histogram.binWidth() * (static_cast<double>(bin) + (i + 0.5) / points));
            }
            const Tensor tensor("", {points}, spread);
            const Calibration calibration{
                estimate.lo, estimate.hi, {params}, {{estimate.lo, estimate.hi}}, {}};
            const ErrorReport report = measureError(tensor, scheme, calibration).value();
            clip += report.clipMse * static_cast<double>(histogram.counts[bin]) / 28;
            round += report.roundMse * static_cast<double>(histogram.counts[bin]) / 28;
        }
        QCOMPARE_LE(std::abs(estimate.clipMse - clip), 1e-4 * (clip + round));
        QCOMPARE_LE(std::abs(estimate.roundMse - round), 1e-4 * (clip + round));
    }

    void theFastSumIsTheSlowOne() {
        const UniformGrid grid{-8, 7, Rounding::NearestEven};
        std::vector<double> weights(1003);
        Random random(3);
        for (double& weight : weights) {
            weight = static_cast<double>(random.below(100));
        }
        double slow = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const double t = -12 + static_cast<double>(i) * 0.021;
            slow += weights[i] * (cumulativeError(t + 0.021, grid) - cumulativeError(t, grid));
        }
        QCOMPARE_LE(std::abs(weightedError(-12, 0.021, weights, grid) - slow), 1e-9 * slow);
    }

    void constantTensorsAreExact() {
        const Tensor tensor("", {4}, {3, 3, 3, 3});
        const FineHistogram histogram = histogramOf(tensor);
        QuantScheme scheme;
        const RangeError full = estimateError(histogram, -3, 3, scheme).value();
        QCOMPARE_LE(full.mse, 1e-12);
        const RangeError clipped = estimateError(histogram, -1, 1, scheme).value();
        QCOMPARE_LE(std::abs(clipped.clipMse - 4), 1e-6);
        QCOMPARE(clipped.clippedFraction, 1.0);
        QVERIFY(std::isnan(estimateError(FineHistogram{}, -1, 1, scheme).value().mse));
    }

    void theCurveHasItsValleyInside() {
        const Tensor tensor = drawn("laplace");
        const FineHistogram histogram = histogramOf(tensor);
        QuantScheme scheme = schemeOf("int4", true, 0, 0);
        const ErrorCurve curve = errorCurve(histogram, scheme);
        QCOMPARE(curve.points.size(), std::size_t{81});
        const double largest = std::max(-histogram.lo, histogram.hi);
        QCOMPARE(curve.points.back().hi, largest);
        QCOMPARE(curve.points.back().clippedFraction, 0.0);
        for (std::size_t i = 1; i < curve.points.size(); ++i) {
            QCOMPARE_GT(curve.points[i].hi, curve.points[i - 1].hi);
            QCOMPARE_LE(curve.points[i].clipMse, curve.points[i - 1].clipMse);
            QVERIFY(curve.points[i].mse >= curve.points[curve.best].mse);
        }
        QVERIFY(curve.best > 0 && curve.best < 80);
        double least = HUGE_VAL;
        for (const RangeError& point : curve.points) {
            scheme.range.lo = point.lo;
            scheme.range.hi = point.hi;
            least = std::min(
                least, measureError(tensor, scheme, calibrate(tensor, scheme).value()).value().mse);
        }
        QCOMPARE_LE(std::abs(curve.points[curve.best].mse - least), 0.01 * least);
    }

    void aMovingEndLeavesTheOther() {
        const Tensor tensor = drawn("normal");
        const FineHistogram histogram = histogramOf(tensor);
        const QuantScheme scheme = schemeOf("uint8", false, 0, 0);
        const ErrorCurve curve = errorCurve(histogram, scheme, RangeEnd::Hi, -2, 1, 5, 9);
        QCOMPARE(curve.points.size(), std::size_t{9});
        for (std::size_t i = 0; i < 9; ++i) {
            QCOMPARE(curve.points[i].lo, -2.0);
            QCOMPARE(curve.points[i].hi, 1 + 0.5 * static_cast<double>(i));
        }
        const ErrorCurve lower = errorCurve(histogram, scheme, RangeEnd::Lo, 3, -5, -1, 5);
        QCOMPARE(lower.points.front().lo, -5.0);
        QCOMPARE(lower.points.back().hi, 3.0);
    }

    // Outliers and few values: what a histogram cannot tell, sums over the values do.
    void exactCurvesAreTheMeasurement_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("symmetric");
        QTest::addColumn<int>("rounding");
        for (const char* format : {"int8", "uint4", "nf4", "fp8-e4m3", "fp16"}) {
            for (const Rounding rounding : {Rounding::NearestEven, Rounding::Stochastic}) {
                QTest::addRow("%s, rounding %d", format, static_cast<int>(rounding))
                    << format << (format[0] != 'u') << static_cast<int>(rounding);
            }
        }
    }
    void exactCurvesAreTheMeasurement() {
        QFETCH(QString, format);
        QFETCH(bool, symmetric);
        QFETCH(int, rounding);
        std::vector<float> values(70000);
        Random random(2);
        for (float& value : values) {
            value = static_cast<float>(std::nearbyint(2 * random.normal()) * 0.37);
        }
        values[5] = 3000;
        const Tensor tensor("", {70000}, values);
        QuantScheme scheme = schemeOf(format, symmetric, 0, 0);
        scheme.rounding = static_cast<Rounding>(rounding);
        ThreadPool pool(3);
        const ErrorCurve curve = exactErrorCurve(values, scheme, 7, {&pool, {}, {}}).value();
        const ErrorCurve alone = exactErrorCurve(values, scheme, 7).value();
        QCOMPARE(curve.points.size(), std::size_t{7});
        for (std::size_t i = 0; i < 7; ++i) {
            scheme.range.lo = curve.points[i].lo;
            scheme.range.hi = curve.points[i].hi;
            const Calibration calibration = calibrate(tensor, scheme).value();
            const ErrorReport report = measureError(tensor, scheme, calibration).value();
            QCOMPARE(alone.points[i].mse, curve.points[i].mse);
            if (format != "fp16") {
                QCOMPARE_LE(std::abs(curve.points[i].mse - report.mse), 1e-12 * report.mse);
                QCOMPARE(curve.points[i].clippedFraction, report.clippedFraction);
                QCOMPARE(curve.points[i].maxAbsError, report.maxAbsError);
            }
            QCOMPARE_GE(curve.points[i].mse, curve.points[curve.best].mse);
        }
        const ErrorCurve moved = exactErrorCurve(values, scheme, RangeEnd::Hi, -1, 1, 3, 3).value();
        QCOMPARE(moved.points[1].hi, 2.0);
        QVERIFY(exactErrorCurve({}, scheme, 3).value().points.empty());
    }

    // One finite value is a tensor: 2 in a range up to 1 errs by 1, beside a NaN too.
    void oneValueHasFigures() {
        const std::vector<float> values{2, std::nanf("")};
        const RangeError error = exactError(values, -1, 1, schemeOf("int8", true, 0, 0)).value();
        QCOMPARE(error.clipMse, 1.0);
        QCOMPARE(error.roundMse, 0.0);
        QCOMPARE(error.clippedFraction, 1.0);
        QCOMPARE(error.maxAbsError, 1.0);
        QCOMPARE(error.sqnrDb, 10 * std::log10(4.0));
        QCOMPARE(exactErrorCurve(values, schemeOf("int8", true, 0, 0), 2).value().best,
                 std::size_t{1});
    }

    // Ternary data and an outlier fool the histogram's search; a pass over the values notices.
    void searchesAreCheckedOnTheValues_data() {
        QTest::addColumn<bool>("outlier");
        QTest::newRow("ternary") << false;
        QTest::newRow("ternary and an outlier") << true;
    }
    void searchesAreCheckedOnTheValues() {
        QFETCH(bool, outlier);
        std::vector<float> values(50000);
        Random random(7);
        for (float& value : values) {
            value = static_cast<float>(static_cast<double>(random.below(3)) - 1) * 0.37F;
        }
        values[9] = outlier ? 40.0F : values[9];
        const Tensor tensor("", {50000}, values);
        QuantScheme scheme;
        scheme.format = "int4";
        scheme.range.kind = RangeMethod::Kind::Mse;
        const auto mse = [&](const QuantScheme& own) {
            return measureError(tensor, own, calibrate(tensor, own).value()).value().mse;
        };
        const double found = mse(scheme);
        for (double hi = 0.37; hi <= 40; hi *= 1.02) {
            const double other = mse(schemeOf("int4", true, -hi, hi));
            // The search steps by eleven per cent before it refines.
            QCOMPARE_LE(found, 1.3 * other + 1e-12);
        }
    }

    void wrongRangesAreRefused() {
        const FineHistogram histogram{0, 1, {1, 1}, 2};
        const double nan = std::nan("");
        for (const auto& [lo, hi] : {std::pair{2.0, 1.0}, std::pair{0.0, HUGE_VAL},
                                     std::pair{-HUGE_VAL, 0.0}, std::pair{nan, 1.0}}) {
            COMPARE_ERROR(estimateError(histogram, lo, hi, {}), ErrorCode::InvalidArgument);
        }
        // The range of a tensor of one value is one: chooseParams takes lo <= hi.
        QVERIFY(estimateError(histogram, 1, 1, {}).has_value());
    }
};

QTEST_APPLESS_MAIN(TestErrorCurve)
#include "tst_error_curve.moc"
