// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/calibrate.h"
#include "core/calibration/range_methods.h"
#include "core/metrics/error_report.h"
#include "core/support/random.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <numeric>

using namespace zeropoint;
using Kind = RangeMethod::Kind;

namespace {

Tensor drawn(Shape shape, const QString& kind, std::uint64_t seed = 31) {
    Random random(seed);
    std::vector<float> values(static_cast<std::size_t>(elementCount(shape)));
    for (float& value : values) {
        value = static_cast<float>(kind == "laplace" ? random.laplace() / std::sqrt(2.0)
                                   : kind == "relu"  ? std::max(0.0, random.normal())
                                                     : random.normal());
    }
    return Tensor("", std::move(shape), std::move(values));
}

/// The middles of n equally likely slices of a source of unit variance.
Tensor quantilesOf(const QString& kind, std::int64_t n) {
    std::vector<float> values(static_cast<std::size_t>(n));
    for (std::int64_t i = 0; i < n; ++i) {
        const double p = (static_cast<double>(i) + 0.5) / static_cast<double>(n);
        const double tail = std::log(2 * std::min(p, 1 - p)) / std::sqrt(2.0);
        const double laplace = p < 0.5 ? tail : -tail;
        values[static_cast<std::size_t>(i)] =
            static_cast<float>(kind == "laplace" ? laplace : normalQuantile(p));
    }
    return Tensor("", {n}, std::move(values));
}

QuantScheme with(const char* format, bool symmetric, Kind kind) {
    QuantScheme scheme;
    scheme.format = format;
    scheme.symmetric = symmetric;
    scheme.range.kind = kind;
    return scheme;
}

double mseOf(const Tensor& tensor, const QuantScheme& scheme) {
    return measureError(tensor, scheme, calibrate(tensor, scheme).value()).value().mse;
}

}  // namespace

class TestCalibrate : public QObject {
    Q_OBJECT

private slots:
    void minMaxPerUnit() {
        // 2 x 3: rows {1, -2, 3}, {-8, 4, 6}
        const Tensor tensor("", {2, 3}, {1, -2, 3, -8, 4, 6});
        QuantScheme scheme = with("uint8", false, Kind::MinMax);
        const auto ranges = [&] {
            const Calibration made = calibrate(tensor, scheme).value();
            // The extremes are the method's own, and not those that stand in for one point.
            return made.collapsed == 0 ? made.ranges : std::vector<RealRange>();
        };
        QCOMPARE(ranges(), (std::vector<RealRange>{{-8, 6}}));
        scheme.granularity = Granularity::Channel;
        QCOMPARE(ranges(), (std::vector<RealRange>{{-2, 3}, {-8, 6}}));
        scheme.axis = 1;
        QCOMPARE(ranges(), (std::vector<RealRange>{{-8, 1}, {-2, 4}, {0, 6}}));
        // Two channels of two, three times: {0, 1}, {2, 3}; {4, 5}, {6, 7}; {8, 9}, {10, 11}.
        std::vector<float> counting(12);
        std::iota(counting.begin(), counting.end(), -1.0F);
        const Calibration middle = calibrate(Tensor("", {3, 2, 2}, counting), scheme).value();
        QCOMPARE(middle.ranges, (std::vector<RealRange>{{-1, 8}, {0, 10}}));
        QCOMPARE(middle.collapsed, 0U);
        scheme.granularity = Granularity::Group;
        scheme.groupSize = 2;
        QCOMPARE(ranges(), (std::vector<RealRange>{{-2, 1}, {0, 3}, {-8, 4}, {0, 6}}));
        scheme.symmetric = true;
        QCOMPARE(ranges(), (std::vector<RealRange>{{-2, 2}, {-3, 3}, {-8, 8}, {-6, 6}}));
        const Calibration all = calibrate(tensor, scheme).value();
        QCOMPARE(all.lo, -8.0);
        QCOMPARE(all.hi, 8.0);
    }

    void nanAndInfinitiesAreLeftOut_data() {
        QTest::addColumn<int>("kind");
        for (const Kind kind :
             {Kind::MinMax, Kind::Percentile, Kind::Mse, Kind::Entropy, Kind::AciqGauss,
              Kind::AciqLaplace, Kind::LpNorm, Kind::MeanSigma}) {
            QTest::addRow("%d", static_cast<int>(kind)) << static_cast<int>(kind);
        }
    }

    void nanAndInfinitiesAreLeftOut() {
        QFETCH(int, kind);
        const Tensor clean = drawn({60, 100}, "normal");
        std::vector<float> values;
        for (const float value : clean.values()) {
            values.push_back(value);
            if (values.size() % 7 == 0) {
                values.push_back(std::numeric_limits<float>::quiet_NaN());
                values.push_back(std::numeric_limits<float>::infinity());
            }
        }
        const Tensor dirty("", {static_cast<std::int64_t>(values.size())}, values);
        for (const bool symmetric : {true, false}) {
            const QuantScheme scheme = with("int8", symmetric, static_cast<Kind>(kind));
            const Calibration a = calibrate(clean, scheme).value();
            const Calibration b = calibrate(dirty, scheme).value();
            QCOMPARE_LE(std::abs(a.hi - b.hi), 1e-9 * a.hi);
            QCOMPARE_LE(std::abs(a.lo - b.lo), 1e-9 * -a.lo);
        }
    }

    void tensorsWithoutAFiniteValue_data() { nanAndInfinitiesAreLeftOut_data(); }

    void tensorsWithoutAFiniteValue() {
        QFETCH(int, kind);
        const float nan = std::numeric_limits<float>::quiet_NaN();
        for (const Tensor& tensor :
             {Tensor("", {3}, {nan, nan, nan}), Tensor("", {0}, std::vector<float>{}),
              Tensor("", {3}, {0, 0, 0})}) {
            const QuantScheme scheme = with("uint8", false, static_cast<Kind>(kind));
            const Calibration calibration = calibrate(tensor, scheme).value();
            QCOMPARE(calibration.params, std::vector<QuantParams>{QuantParams{}});
        }
    }

    void theRestOfTheSettingsIsChecked() {
        const Tensor tensor("", {3}, {1, 2, 3});
        QuantScheme scheme = with("int8", true, Kind::Explicit);
        for (const auto& [lo, hi] : {std::pair{1.0, 1.0}, std::pair{2.0, 1.0},
                                     std::pair{std::nan(""), 1.0}, std::pair{0.0, HUGE_VAL}}) {
            scheme.range.lo = lo;
            scheme.range.hi = hi;
            COMPARE_ERROR(calibrate(tensor, scheme), ErrorCode::InvalidArgument);
        }
        scheme = with("int8", true, Kind::Percentile);
        for (const double percentile : {0.0, -1.0, 100.5, std::nan("")}) {
            scheme.range.percentile = percentile;
            COMPARE_ERROR(calibrate(tensor, scheme), ErrorCode::InvalidArgument);
        }
        scheme = with("int8", true, Kind::LpNorm);
        scheme.range.power = 0;
        COMPARE_ERROR(calibrate(tensor, scheme), ErrorCode::InvalidArgument);
        scheme = with("int8", true, Kind::MeanSigma);
        scheme.range.sigmas = -1;
        COMPARE_ERROR(calibrate(tensor, scheme), ErrorCode::InvalidArgument);
        COMPARE_ERROR(calibrate(tensor, with("e8m0", true, Kind::MinMax)), ErrorCode::Unsupported);
    }

    // In a tail most bins are empty: what stands in for the values must not jump to the next one.
    void percentilesOfSparseTailsAgree() {
        std::vector<float> values(65536);
        Random random(4);
        for (float& value : values) {
            value = static_cast<float>(std::pow(random.normal(), 3));
        }
        const Tensor tensor("", {65536}, values);
        const Summary summary = summarize(values);
        const FineHistogram histogram = fineHistogram(values, summary);
        for (const bool symmetric : {true, false}) {
            for (const double percentile : {50.0, 99.0, 99.9, 99.95, 99.99, 99.995, 100.0}) {
                QuantScheme scheme =
                    with(symmetric ? "int8" : "uint8", symmetric, Kind::Percentile);
                scheme.range.percentile = percentile;
                const Calibration exact = calibrate(tensor, scheme).value();
                const Calibration seen = calibrate(summary, histogram, scheme).value();
                QCOMPARE_LE(std::abs(seen.lo - exact.lo), histogram.binWidth());
                QCOMPARE_LE(std::abs(seen.hi - exact.hi), histogram.binWidth());
            }
        }
    }

    // More than the share are zeros: seen through the histogram too the one point gives way.
    void percentilesOfMostlyZerosGiveWay() {
        const Tensor tensor = drawn({20000}, "relu");
        const Summary summary = summarize(tensor.values());
        const FineHistogram histogram = fineHistogram(tensor.values(), summary);
        for (const char* format : {"int8", "uint8", "nf4"}) {
            QuantScheme scheme = with(format, format[0] != 'u', Kind::Percentile);
            scheme.range.percentile = 40;
            const Calibration live = calibrate(summary, histogram, scheme).value();
            const Calibration exact = calibrate(tensor, scheme).value();
            const bool collapses = scheme.symmetric;  // the middle of one side ends above 0
            QCOMPARE(exact.collapsed, std::size_t{collapses ? 1U : 0U});
            QCOMPARE(live.collapsed, exact.collapsed);
            if (collapses) {
                QCOMPARE(exact.hi, summary.max);
                QCOMPARE(live.hi, summary.max);
            }
        }
    }

    void percentilesKeepTheirShare() {
        const Tensor tensor = drawn({100000}, "normal");
        const Summary summary = summarize(tensor.values());
        const FineHistogram histogram = fineHistogram(tensor.values(), summary);
        for (const double percentile : {90.0, 99.9, 100.0}) {
            for (const bool symmetric : {true, false}) {
                QuantScheme scheme = with("int8", symmetric, Kind::Percentile);
                scheme.range.percentile = percentile;
                const Calibration exact = calibrate(tensor, scheme).value();
                const Calibration live = calibrate(summary, histogram, scheme).value();
                const double inside =
                    1 - measureError(tensor, scheme, exact).value().clippedFraction;
                QCOMPARE_LE(std::abs(inside * 100 - percentile), 0.003);
                QCOMPARE_LE(std::abs(exact.hi - live.hi), 3 * histogram.binWidth());
                QCOMPARE_LE(std::abs(exact.lo - live.lo), 3 * histogram.binWidth());
            }
        }
    }

    // Optimal uniform quantizers of Max (1960) for sources of unit variance, on the source's own
    // quantiles instead of draws. Max's grid puts a boundary on 0 and ours a level, which costs a
    // few per cent where levels are few and less where they are many. The slices cut the Laplace
    // tail short, which 8 bits notice.
    void mseSearchFindsTheOptimalUniformQuantizer_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("format");
        QTest::addColumn<double>("mse");
        QTest::addColumn<double>("tolerance");
        QTest::newRow("normal 4") << "normal"
                                  << "uint4" << 0.0115429 << 0.04;
        QTest::newRow("normal 6") << "normal"
                                  << "uint6" << 0.00104005 << 0.01;
        QTest::newRow("normal 8") << "normal"
                                  << "uint8" << 0.0000876862 << 0.005;
        QTest::newRow("laplace 4") << "laplace"
                                   << "uint4" << 0.0253510 << 0.04;
        QTest::newRow("laplace 6") << "laplace"
                                   << "uint6" << 0.00291343 << 0.01;
        QTest::newRow("laplace 8") << "laplace"
                                   << "uint8" << 0.000301420 << 0.015;
    }

    void mseSearchFindsTheOptimalUniformQuantizer() {
        QFETCH(QString, kind);
        QFETCH(QString, format);
        QFETCH(double, mse);
        QFETCH(double, tolerance);
        const Tensor tensor = quantilesOf(kind, 1000000);
        const double found = mseOf(tensor, with(qPrintable(format), false, Kind::Mse));
        QCOMPARE_LE(std::abs(found - mse), mse * tolerance);
    }

    void mseSearchIsNeverWorseThanTheOthers_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("format");
        for (const char* kind : {"normal", "laplace", "relu"}) {
            for (const char* format :
                 {"int2", "int4", "uint4", "int8", "uint8", "nf4", "fp4-e2m1"}) {
                QTest::addRow("%s %s", kind, format) << kind << format;
            }
        }
    }

    void mseSearchIsNeverWorseThanTheOthers() {
        QFETCH(QString, kind);
        QFETCH(QString, format);
        const Tensor tensor = drawn({100000}, kind);
        const bool symmetric = !format.startsWith('u');
        const double best = mseOf(tensor, with(qPrintable(format), symmetric, Kind::Mse));
        for (const Kind other :
             {Kind::MinMax, Kind::Percentile, Kind::Entropy, Kind::AciqGauss, Kind::AciqLaplace}) {
            QCOMPARE_LE(best, 1.003 * mseOf(tensor, with(qPrintable(format), symmetric, other)));
        }
        for (int percent = 5; percent < 100; percent += 5) {
            const double share = percent / 100.0;
            QuantScheme scheme = with(qPrintable(format), symmetric, Kind::Explicit);
            const Calibration full =
                calibrate(tensor, with(qPrintable(format), symmetric, Kind::MinMax)).value();
            scheme.range.lo = full.lo * share;
            scheme.range.hi = full.hi * share;
            QCOMPARE_LE(best, 1.003 * mseOf(tensor, scheme));
        }
    }

    // Every unit by the method: two, and more than one worker takes.
    void methodsSeeEveryUnit_data() {
        QTest::addColumn<int>("rows");
        QTest::newRow("one") << 1;
        QTest::newRow("two") << 2;
        QTest::newRow("many") << 35;
    }
    void methodsSeeEveryUnit() {
        QFETCH(int, rows);
        std::vector<float> values;
        for (int row = 1; row <= rows; ++row) {
            for (int i = 0; i < 5; ++i) {
                values.push_back(static_cast<float>(row * i));
            }
        }
        QuantScheme scheme = with("uint8", false, Kind::Percentile);
        scheme.range.percentile = 50;
        scheme.granularity = Granularity::Channel;
        const auto ranges = calibrate(Tensor("", {rows, 5}, values), scheme).value().ranges;
        QCOMPARE(ranges.size(), std::size_t(rows));
        for (int row = 1; row <= rows; ++row) {
            // The central half of 0, r, 2r, 3r and 4r, with 0.
            QCOMPARE(ranges[std::size_t(row) - 1], (RealRange{0, 3.0 * row}));
        }
    }

    // 10 values below zero, 981 zeros and 10 above: of the ranks 0 to 1000 those from 10 to 990 are
    // zeros, and of magnitudes those up to 980.
    void percentilesAtTheEndsOfZeros_data() {
        QTest::addColumn<bool>("symmetric");
        QTest::addColumn<double>("percentile");
        QTest::addColumn<bool>("zeros");
        QTest::newRow("ranks 10 and 990") << false << 98.0 << true;
        QTest::newRow("ranks 9 and 991") << false << 98.2 << false;
        QTest::newRow("rank 980") << true << 98.0 << true;
        QTest::newRow("rank 981") << true << 98.1 << false;
    }
    void percentilesAtTheEndsOfZeros() {
        QFETCH(bool, symmetric);
        QFETCH(double, percentile);
        QFETCH(bool, zeros);
        std::vector<float> values(1001, 0.0F);
        for (std::size_t i = 0; i < 10; ++i) {
            values[i] = static_cast<float>(i + 1);
            values[1000 - i] = -values[i];
        }
        QuantScheme scheme = with(symmetric ? "int8" : "uint8", symmetric, Kind::Percentile);
        scheme.range.percentile = percentile;
        const Summary summary = summarize(values);
        const Calibration live = calibrate(summary, fineHistogram(values, summary), scheme).value();
        const Calibration exact = calibrate(Tensor("", {1001}, values), scheme).value();
        // Of nothing but zeros the method gives one point, for which the full range stands in.
        QCOMPARE(exact.collapsed, zeros ? 1U : 0U);
        QCOMPARE(live.collapsed, exact.collapsed);
        QVERIFY(live.hi > 0 && live.lo < 0);
        QCOMPARE(live.hi == 10, zeros);
    }

    // Units so long that each is worked at alone, and more of the short ones than a worker takes.
    void minMaxOfManyUnits_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::newRow("long") << 3 << 300'000;
        QTest::newRow("one more than a worker takes") << 65'537 << 4;
        QTest::newRow("short") << 1000 << 7;
    }
    void minMaxOfManyUnits() {
        QFETCH(int, rows);
        QFETCH(int, columns);
        // Row r goes from -r - 1 to r + 2, in its last and its first value.
        std::vector<float> values(std::size_t(rows) * std::size_t(columns), 0.5F);
        for (int row = 0; row < rows; ++row) {
            const std::size_t first = std::size_t(row) * std::size_t(columns);
            values[first] = static_cast<float>(row + 2);
            values[first + std::size_t(columns) - 1] = static_cast<float>(-row - 1);
        }
        const Tensor tensor("", {rows, columns}, values);
        QuantScheme scheme = with("uint8", false, Kind::MinMax);
        scheme.granularity = Granularity::Channel;
        ThreadPool pool(2);
        const Calibration calibration = calibrate(tensor, scheme, {&pool, {}, {}}).value();
        QCOMPARE(calibration.ranges.size(), std::size_t(rows));
        QCOMPARE(calibration.collapsed, 0U);  // none was passed over and stood in for
        for (int row = 0; row < rows; ++row) {
            QCOMPARE(calibration.ranges[std::size_t(row)], (RealRange{-row - 1.0, row + 2.0}));
        }
    }

    // Few values that repeat give an error with many valleys: the search misses none that a curve
    // of 81 ranges shows.
    void mseSearchOfRepeatedValues_data() {
        QTest::addColumn<int>("levels");
        QTest::addColumn<double>("unit");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("format");
        for (const char* format : {"int4", "int7", "int8", "uint8", "fp8-e4m3", "nf4"}) {
            for (const int count : {48, 3000, 20000}) {
                QTest::addRow("tenths, %d, %s", count, format) << 9 << 0.1 << count << format;
                QTest::addRow("thirds, %d, %s", count, format) << 5 << 1 / 3.0 << count << format;
                if (count >= 4 * 201) {
                    QTest::addRow("pixels, %d, %s", count, format) << 201 << 1.0 << count << format;
                }
            }
        }
    }
    void mseSearchOfRepeatedValues() {
        QFETCH(int, levels);
        QFETCH(double, unit);
        QFETCH(int, count);
        QFETCH(QString, format);
        Random random(static_cast<std::uint64_t>(levels));
        std::vector<float> values(static_cast<std::size_t>(count));
        for (float& value : values) {
            const auto level = static_cast<int>(
                (random.uniform() + random.uniform() + random.uniform()) / 3 * levels);
            value = static_cast<float>((level - (levels < 100 ? levels / 2 : 0)) * unit);
        }
        const Tensor tensor("", {count}, values);
        const bool symmetric = !format.startsWith('u');
        for (const Kind kind : {Kind::Mse, Kind::LpNorm}) {
            QuantScheme scheme = with(qPrintable(format), symmetric, kind);
            scheme.range.power = 2;
            const double found = mseOf(tensor, scheme);
            const RealRange full =
                calibrate(tensor, with(qPrintable(format), symmetric, Kind::MinMax))->ranges[0];
            double least = std::numeric_limits<double>::infinity();
            for (int i = 1; i <= 81; ++i) {
                scheme.range.kind = Kind::Explicit;
                scheme.range.lo = full.lo * i / 81;
                scheme.range.hi = full.hi * i / 81;
                least = std::min(least, mseOf(tensor, scheme));
            }
            QCOMPARE_LE(found, least * (1 + 1e-9));
        }
    }

    // Nor is another power's, where one value makes the bins of a histogram wider than all others
    // are, or where there are two values: worked over the curve's ranges one value at a time.
    void lpSearchOfAnOutlier_data() {
        QTest::addColumn<double>("power");
        QTest::addColumn<std::vector<float>>("values");
        for (const int count : {2000, 60000}) {
            Random random(7);
            std::vector<float> values{1e6F};
            for (int i = 0; i < count; ++i) {
                values.push_back(static_cast<float>(random.normal() * 0.02));
            }
            for (const double power : {1.0, 2.0, 3.5}) {
                QTest::addRow("%d, %g", count, power) << power << values;
            }
        }
        QTest::newRow("two values") << 2.0 << std::vector<float>{1, -3};
        QTest::newRow("two values, 4") << 4.0 << std::vector<float>{1, -3};
    }
    void lpSearchOfAnOutlier() {
        QFETCH(double, power);
        QFETCH(std::vector<float>, values);
        const auto costAt = [&](double reach) {
            const auto scale = static_cast<float>(reach / 127);
            double sum = 0;
            for (const float x : values) {
                const float code = std::clamp(std::nearbyint(x / scale), -128.0F, 127.0F);
                sum += std::pow(std::abs(static_cast<double>(code * scale) - x), power);
            }
            return sum;
        };
        const Tensor tensor("", {static_cast<std::int64_t>(values.size())}, values);
        QuantScheme scheme = with("int8", true, Kind::LpNorm);
        scheme.range.power = power;
        const double found = costAt(calibrate(tensor, scheme).value().hi);
        const double full = calibrate(tensor, with("int8", true, Kind::MinMax)).value().hi;
        for (int i = 1; i <= 81; ++i) {
            QCOMPARE_LE(found, costAt(full * i / 81) * (1 + 1e-9));
        }
    }

    // Nor where one value is frequent among many others, which a histogram's bin takes for spread.
    void mseSearchOfASpike_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("count");
        for (const char* format : {"fp8-e4m3", "fp8-e5m2", "fp4-e2m1", "nf4", "int4", "uint8"}) {
            for (const int count : {2000, 60000}) {
                QTest::addRow("%s, %d", format, count) << QString(format) << count;
            }
        }
    }
    void mseSearchOfASpike() {
        QFETCH(QString, format);
        QFETCH(int, count);
        Random random(5);
        std::vector<float> values(static_cast<std::size_t>(count));
        for (float& value : values) {
            const bool spike = random.uniform() < 0.95;
            value = spike ? 0.5F : static_cast<float>(3 * random.normal());
        }
        const Tensor tensor("", {count}, values);
        const bool symmetric = !format.startsWith('u');
        QuantScheme scheme = with(qPrintable(format), symmetric, Kind::Mse);
        const double found = mseOf(tensor, scheme);
        const RealRange full =
            calibrate(tensor, with(qPrintable(format), symmetric, Kind::MinMax))->ranges[0];
        for (int i = 1; i <= 81; ++i) {
            scheme.range.kind = Kind::Explicit;
            scheme.range.lo = full.lo * i / 81;
            scheme.range.hi = full.hi * i / 81;
            QCOMPARE_LE(found, mseOf(tensor, scheme) * (1 + 1e-9));
        }
    }

    void mseSearchSeesPastAnOutlier() {
        Tensor clean = drawn({20000}, "normal");
        std::vector<float> values(clean.values().begin(), clean.values().end());
        const double without = mseOf(clean, with("int8", true, Kind::Mse));
        values[777] = 1e4F;
        const Tensor tensor("", {20000}, values);
        const Calibration calibration = calibrate(tensor, with("int2", true, Kind::Mse)).value();
        // One value of 1e4 clipped costs 1e8 / 20000 whatever the rest does: keeping it is best.
        QCOMPARE_GT(calibration.hi, 9000.0);
        QVERIFY(without > 0);
        values[777] = 40.0F;
        const Tensor milder("", {20000}, values);
        const double found = mseOf(milder, with("int4", true, Kind::Mse));
        QCOMPARE_LE(found, mseOf(milder, with("int4", true, Kind::MinMax)));
    }

    void smallGroupsAreNeverWorseThanTheTensor() {
        const Tensor tensor = drawn({64, 256}, "laplace");
        for (const char* format : {"int4", "nf4"}) {
            QuantScheme scheme = with(format, true, Kind::Mse);
            const double whole = mseOf(tensor, scheme);
            scheme.granularity = Granularity::Group;
            for (const int size : {16, 64, 100}) {
                scheme.groupSize = size;
                QCOMPARE_LE(mseOf(tensor, scheme), whole);
            }
        }
    }

    void scalingTheTensorScalesTheRange_data() { nanAndInfinitiesAreLeftOut_data(); }

    void scalingTheTensorScalesTheRange() {
        QFETCH(int, kind);
        const Tensor tensor = drawn({50000}, "laplace");
        std::vector<float> values(tensor.values().begin(), tensor.values().end());
        for (float& value : values) {
            value *= 1024;
        }
        const Tensor larger("", tensor.shape(), values);
        std::reverse(values.begin(), values.end());
        const Tensor reversed("", tensor.shape(), values);
        const QuantScheme scheme = with("int8", true, static_cast<Kind>(kind));
        const double hi = calibrate(tensor, scheme).value().hi;
        QCOMPARE_LE(std::abs(calibrate(larger, scheme).value().hi - hi * 1024), 1e-9 * hi * 1024);
        QCOMPARE_LE(std::abs(calibrate(reversed, scheme).value().hi - hi * 1024), 1e-9 * hi * 1024);
    }

    // Of all powers 2 is the mean squared error; a larger one fears the largest error more, which
    // is that of clipping.
    void largerNormsClipLess() {
        const Tensor tensor = drawn({100000}, "laplace");
        QuantScheme scheme = with("int4", true, Kind::LpNorm);
        double before = 0;
        for (const double power : {1.0, 2.0, 3.0, 6.0}) {
            scheme.range.power = power;
            const double hi = calibrate(tensor, scheme).value().hi;
            QCOMPARE_GT(hi, before);
            before = hi;
        }
        scheme.range.power = 2;
        const double least = mseOf(tensor, with("int4", true, Kind::Mse));
        QCOMPARE_LE(std::abs(mseOf(tensor, scheme) - least), 0.003 * least);
    }

    void meanAndDeviations() {
        const Tensor tensor("", {5}, {1, 3, 3, 3, 5});  // mean 3, variance 8 / 5
        QuantScheme scheme = with("uint8", false, Kind::MeanSigma);
        scheme.range.sigmas = 1;
        const Calibration calibration = calibrate(tensor, scheme).value();
        QCOMPARE(calibration.hi, 3 + std::sqrt(1.6));
        QCOMPARE(calibration.lo, 0.0);  // widened to 0
        scheme.range.sigmas = 10;
        QCOMPARE(calibrate(tensor, scheme).value().hi, 5.0);
    }

    // Scales 1, 2, 3 and 10, of which 4 is the mean; -3 and -2 share the factor 3 / 448, -1 and 6
    // the factor 6 / 448. -298.7 is read back as -288, -74.7 as -72: by hand, from FP8's levels.
    void doubleQuantizationByHand() {
        const Tensor tensor("", {4, 1}, {127, 254, 381, 1270});
        QuantScheme scheme = with("int8", true, Kind::MinMax);
        scheme.granularity = Granularity::Channel;
        scheme.scaleFormat = ScaleFormat::Double;
        scheme.doubleBlock = 2;
        const Calibration calibration = calibrate(tensor, scheme).value();
        const double expected[] = {1, 4 - 288 * 3 / 448.0, 4 - 72 * 6 / 448.0, 10};
        for (std::size_t i = 0; i < 4; ++i) {
            QCOMPARE_LE(std::abs(calibration.params[i].scale - expected[i]), 1e-6);
        }
        // A row of zeros has no scale that could count.
        const Calibration withZeros =
            calibrate(Tensor("", {5, 1}, {127, 254, 381, 1270, 0}), scheme).value();
        for (std::size_t i = 0; i < 4; ++i) {
            QCOMPARE_LE(std::abs(withZeros.params[i].scale - expected[i]), 1e-6);
        }
        // Each with a factor of its own is what it was.
        scheme.doubleBlock = 1;
        const Calibration alone = calibrate(tensor, scheme).value();
        const double own[] = {1, 2, 3, 10};
        for (std::size_t i = 0; i < 4; ++i) {
            QCOMPARE_LE(std::abs(alone.params[i].scale - own[i]), 1e-6);
        }
    }

    void doubleQuantizationChangesScalesLittle() {
        const Tensor tensor = drawn({128, 512}, "normal");
        QuantScheme scheme = with("nf4", true, Kind::MinMax);
        scheme.granularity = Granularity::Group;
        scheme.groupSize = 64;
        const Calibration plain = calibrate(tensor, scheme).value();
        scheme.scaleFormat = ScaleFormat::Double;
        const Calibration twice = calibrate(tensor, scheme).value();
        QCOMPARE(twice.params.size(), plain.params.size());
        double mean = 0;
        for (const QuantParams& unit : plain.params) {
            mean += unit.scale / static_cast<double>(plain.params.size());
        }
        // Three mantissa bits: at most 1/16 of what is stored, the distance from the mean.
        for (std::size_t i = 0; i < plain.params.size(); ++i) {
            const double distance = std::abs(plain.params[i].scale - mean);
            QCOMPARE_LE(std::abs(twice.params[i].scale - plain.params[i].scale),
                        distance / 16 + mean * 1e-3);
        }
        const double a = measureError(tensor, scheme, plain).value().sqnrDb;
        const double b = measureError(tensor, scheme, twice).value().sqnrDb;
        QCOMPARE_LE(std::abs(a - b), 0.05);
    }

    // A range of the part that was seen before the stop is no result.
    void stops_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, const char* format, Kind kind) {
            QTest::newRow(name) << format << static_cast<int>(kind);
        };
        row("min-max", "int8", Kind::MinMax);
        row("percentile", "int8", Kind::Percentile);
        row("mse", "int8", Kind::Mse);
        row("entropy", "int8", Kind::Entropy);
        row("aciq", "int8", Kind::AciqGauss);
        row("lp", "int8", Kind::LpNorm);
        row("sigma", "int8", Kind::MeanSigma);
        row("blocks", "q8_0", Kind::MinMax);
    }
    void stops() {
        QFETCH(QString, format);
        QFETCH(int, kind);
        const Tensor tensor = drawn({64, 1024}, "normal");
        QuantScheme scheme = with(qPrintable(format), true, static_cast<Kind>(kind));
        std::stop_source stop;
        stop.request_stop();
        const Execution stopped{nullptr, {}, stop.get_token()};
        COMPARE_ERROR(calibrate(tensor, scheme, stopped), ErrorCode::Cancelled);
        if (format == "int8") {
            COMPARE_ERROR(chooseRange(tensor.values(), scheme, stopped), ErrorCode::Cancelled);
            scheme.granularity = Granularity::Channel;
            COMPARE_ERROR(calibrate(tensor, scheme, stopped), ErrorCode::Cancelled);
        }
    }

    // One group dwarfs the others: the mean is far above them, and none may turn negative.
    void doubleQuantizationKeepsScalesPositive() {
        std::vector<float> values(48 * 32, 1e-3F);
        values[5] = 1000;  // 448 / 47 = 9.5 steps below the mean round to 10
        const Tensor tensor("", {48, 32}, std::move(values));
        QuantScheme scheme = with("int8", true, Kind::MinMax);
        scheme.granularity = Granularity::Group;
        scheme.groupSize = 32;
        scheme.scaleFormat = ScaleFormat::Double;
        const Calibration calibration = calibrate(tensor, scheme).value();
        for (const QuantParams& unit : calibration.params) {
            QCOMPARE_GT(unit.scale, 0.0);
        }
    }
};

QTEST_APPLESS_MAIN(TestCalibrate)
#include "tst_calibrate.moc"
