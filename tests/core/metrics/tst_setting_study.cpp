// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/setting_ranking.h"
#include "core/metrics/setting_study.h"
#include "core/quantization/quantize.h"
#include "core/tensor/synthetic.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace zeropoint;

Q_DECLARE_METATYPE(zeropoint::QuantScheme)

namespace {

Tensor matrix(std::size_t rows, std::size_t columns, unsigned seed) {
    std::mt19937 engine(seed);
    std::normal_distribution<float> draw(0, 0.02F);
    std::vector<float> values(rows * columns);
    for (std::size_t i = 0; i < values.size(); ++i) {
        // Rows of very different sizes, and one of zeros.
        const std::size_t row = i / columns;
        values[i] = row == 3 ? 0 : draw(engine) * (row % 5 == 0 ? 20.0F : 1.0F);
    }
    return Tensor("t", {static_cast<std::int64_t>(rows), static_cast<std::int64_t>(columns)},
                  std::move(values));
}

QuantScheme scheme(const char* format, Granularity granularity = Granularity::Tensor) {
    QuantScheme made;
    made.format = format;
    made.granularity = granularity;
    made.symmetric = made.format[0] != 'u';
    return made;
}

double sum(const std::vector<double>& counts) {
    return std::accumulate(counts.begin(), counts.end(), 0.0);
}

}  // namespace

class TestSettingStudy : public QObject {
    Q_OBJECT

private slots:
    /// Everything again from what fakeQuantize gives, one value after the other.
    void againstSlowReference_data() {
        QTest::addColumn<QuantScheme>("scheme");
        QTest::newRow("int8") << scheme("int8");
        QTest::newRow("int4 a channel") << scheme("int4", Granularity::Channel);
        QTest::newRow("uint4 a group") << scheme("uint4", Granularity::Group);
        QTest::newRow("nf4 a group") << scheme("nf4", Granularity::Group);
        QTest::newRow("fp8") << scheme("fp8-e4m3");
        QTest::newRow("q4_0") << scheme("q4_0");
    }

    void againstSlowReference() {
        QFETCH(QuantScheme, scheme);
        const Tensor tensor = matrix(700, 641, 5);  // two shards and a row that both share
        const Summary summary = summarize(tensor.values());
        ThreadPool pool(3);
        const auto study = studySetting(tensor, summary, scheme);
        const auto shared = studySetting(tensor, summary, scheme, {&pool, {}, {}});
        QVERIFY2(study.has_value(), study ? "" : toString(study.error()).c_str());
        const auto calibration = calibrate(tensor, scheme);
        const auto report = measureError(tensor, scheme, *calibration);
        QCOMPARE(study->report.sqnrDb, report->sqnrDb);
        QCOMPARE(study->report.bytes, report->bytes);
        const auto back = fakeQuantize(tensor, scheme, *calibration);
        std::uint64_t zeros = 0;
        double largest = 0;
        std::vector<long double> signal(700);
        std::vector<long double> error(700);
        for (std::size_t i = 0; i < tensor.size(); ++i) {
            const float x = tensor.values()[i];
            const float y = back->values()[i];
            zeros += x != 0 && y == 0 ? 1 : 0;
            largest = std::max(largest, std::abs(double{y} - double{x}));
            signal[i / 641] += static_cast<long double>(x) * x;
            error[i / 641] += (static_cast<long double>(y) - x) * (static_cast<long double>(y) - x);
        }
        QCOMPARE(study->becameZero, zeros);
        QCOMPARE(study->becameZeroShare, double(zeros) / double(tensor.size()));
        QCOMPARE(study->channelErrors.size(), std::size_t{700});
        std::vector<double> db;
        for (std::size_t row = 0; row < 700; ++row) {
            const double expected = row == 3 ? 0 : double(std::sqrt(error[row] / signal[row]));
            QCOMPARE_LE(std::abs(study->channelErrors[row] - expected), 1e-6 * expected);
            if (row != 3) {
                db.push_back(double(10 * std::log10(signal[row] / error[row])));
            }
        }
        std::ranges::sort(db);
        QCOMPARE_LE(std::abs(study->medianChannelDb - db[db.size() / 2]), 1e-9);
        // Every value is counted once, before and after, and so is every error.
        const auto& counts = study->dequantized.counts;
        QCOMPARE(std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}), tensor.size());
        const double reach = study->errors.reach();
        QVERIFY(reach > largest && reach <= 2 * std::nextafter(largest, 1e9));
        QCOMPARE(sum(study->errors.between(std::vector<double>{-reach, 0, reach})),
                 double(tensor.size()));
        QCOMPARE(study->channelErrors, shared->channelErrors);
        QCOMPARE(study->errors.counts(), shared->errors.counts());
        QCOMPARE(study->medianChannelDb, shared->medianChannelDb);
    }

    void differencesNest() {
        DifferenceHistogram one;
        DifferenceHistogram other;
        const std::vector<float> zero(6, 0.0F);
        const std::vector<float> small{0.25F, -0.25F, 0, 0, 0.1F, -0.1F};
        const std::vector<float> large{3, -3, 0, 0.1F, 1, -1};
        one.add(zero, small);
        QCOMPARE(one.reach(), 0.5);
        QCOMPARE(one.zeros(), std::uint64_t{2});
        one.add(zero, large);
        QCOMPARE(one.reach(), 4.0);
        other.add(zero, large);
        DifferenceHistogram part;
        part.add(zero, small);
        other.join(part);
        QCOMPARE(other.reach(), one.reach());
        QCOMPARE(other.zeros(), one.zeros());
        QCOMPARE(other.counts(), one.counts());
        QCOMPARE(one.between(std::vector<double>{-4, -2, -0.5, 0.5, 2, 4}),
                 (std::vector<double>{1, 1, 8, 1, 1}));
        // An edge at zero shares what is exactly zero.
        QCOMPARE(one.between(std::vector<double>{-4, 0, 4}), (std::vector<double>{5.5, 6.5}));
        // What lies in the outermost bin lies in none beyond it.
        // What a cast makes infinite has no error that could be drawn, and is no exact value.
        DifferenceHistogram beyond;
        const float infinity = std::numeric_limits<float>::infinity();
        beyond.add(std::vector<float>{1e6F, 1, 2, 3}, std::vector<float>{infinity, 1, 2.5F, 3});
        QCOMPARE(beyond.zeros(), std::uint64_t{2});
        beyond.add(std::vector<float>{1e6F, 1}, std::vector<float>{infinity, 1});
        QCOMPARE(beyond.zeros(), std::uint64_t{3});
        DifferenceHistogram zeros;
        zeros.add(std::vector<float>{1, 2}, std::vector<float>{1, 2});
        QCOMPARE(zeros.between(std::vector<double>{-2, -1, 1, 2}), (std::vector<double>{0, 2, 0}));
        QCOMPARE(zeros.between(std::vector<double>{-2, -1, -0.5, -0.25, 1}),
                 (std::vector<double>{0, 0, 0, 2}));
        DifferenceHistogram outermost;
        outermost.add(std::vector<float>{0, 0}, std::vector<float>{-0.4999F, 0.4999F});
        QCOMPARE(outermost.reach(), 0.5);
        QCOMPARE(outermost.between(std::vector<double>{-2, -1, 1, 2}),
                 (std::vector<double>{0, 2, 0}));
        DifferenceHistogram tiny;
        tiny.add(std::vector<float>{0}, std::vector<float>{1e-45F});
        QCOMPARE(sum(tiny.between(std::vector<double>{0, 1})), 1.0);
    }

    void oddTensors_data() {
        QTest::addColumn<QList<float>>("values");
        constexpr float nan = std::numeric_limits<float>::quiet_NaN();
        constexpr float infinite = std::numeric_limits<float>::infinity();
        QTest::newRow("zeros") << QList<float>(64, 0.0F);
        QTest::newRow("one value") << QList<float>{3.0F};
        QTest::newRow("nan") << QList<float>{nan, nan, nan};
        QTest::newRow("infinite") << QList<float>{infinite, -infinite, 1, 2};
        QTest::newRow("mixed") << QList<float>{nan, 1, -2, 0, infinite};
    }

    void oddTensors() {
        QFETCH(QList<float>, values);
        const Tensor tensor("t", {values.size()}, std::vector<float>(values.begin(), values.end()));
        const Summary summary = summarize(tensor.values());
        for (const char* format : {"int8", "uint4", "nf4", "q4_0", "fp16"}) {
            const auto study = studySetting(tensor, summary, scheme(format));
            QVERIFY2(study.has_value(), format);
            QVERIFY(study->channelErrors.empty());
            QVERIFY(std::isnan(study->medianChannelDb));
            QCOMPARE(std::isnan(study->becameZeroShare), summary.finite == 0);
            const std::vector<double> all = {-1e30, 1e30};
            QCOMPARE(study->errors.between(all).front(), double(summary.finite));
            QCOMPARE(sum(study->dequantized.between(
                         std::vector<double>{study->dequantized.lo, study->dequantized.hi})),
                     double(summary.finite));
        }
    }

    /// A row of NaN reads back as zeros in an integer format: none is a value or an error, and the
    /// row has no error of its own.
    void aRowOfNanIsInNoFigure() {
        constexpr float nan = std::numeric_limits<float>::quiet_NaN();
        const Tensor tensor("t", {3, 2}, {1, -2, nan, nan, 3, 4});
        const auto study = studySetting(tensor, summarize(tensor.values()), scheme("int8"));
        QVERIFY(study);
        QCOMPARE(sum(study->dequantized.between(std::vector<double>{-0.1, 0.1})), 0.0);
        QCOMPARE(study->channelErrors.size(), std::size_t{3});
        QVERIFY(std::isnan(study->channelErrors[1]));
        QVERIFY(study->channelErrors[0] >= 0 && study->channelErrors[2] >= 0);
    }

    void stops() {
        const Tensor tensor = matrix(64, 64, 1);
        std::stop_source stop;
        stop.request_stop();
        const auto study = studySetting(tensor, summarize(tensor.values()), scheme("int8"),
                                        {nullptr, {}, stop.get_token()});
        COMPARE_ERROR(study, ErrorCode::Cancelled);
    }

    /// By hand: the best of those within a quarter bit, and none that is alone or tied with all.
    void bestOfEquals_data() {
        QTest::addColumn<QList<double>>("figures");
        QTest::addColumn<QList<double>>("bits");
        QTest::addColumn<bool>("higher");
        QTest::addColumn<QList<bool>>("best");
        const double nan = std::nan("");
        QTest::newRow("alone") << QList<double>{30, 10} << QList<double>{8, 4} << true
                               << QList<bool>{false, false};
        QTest::newRow("two cohorts")
            << QList<double>{30, 31, 10, 9} << QList<double>{8, 8.1, 4, 4.25} << true
            << QList<bool>{false, true, true, false};
        QTest::newRow("lower") << QList<double>{2, 1} << QList<double>{4, 4} << false
                               << QList<bool>{false, true};
        QTest::newRow("tied") << QList<double>{1, 1} << QList<double>{4, 4} << true
                              << QList<bool>{false, false};
        QTest::newRow("tied in front") << QList<double>{2, 2, 1} << QList<double>{4, 4, 4} << true
                                       << QList<bool>{true, true, false};
        QTest::newRow("unknown") << QList<double>{nan, 1, 2} << QList<double>{4, 4, 4} << true
                                 << QList<bool>{false, false, true};
        QTest::newRow("exact") << QList<double>{INFINITY, 90} << QList<double>{16, 16} << true
                               << QList<bool>{true, false};
        QTest::newRow("none") << QList<double>{} << QList<double>{} << true << QList<bool>{};
    }

    void bestOfEquals() {
        QFETCH(QList<double>, figures);
        QFETCH(QList<double>, bits);
        QFETCH(bool, higher);
        QFETCH(QList<bool>, best);
        const auto found =
            bestAtEqualBits({figures.begin(), figures.end()}, {bits.begin(), bits.end()},
                            higher ? Better::Higher : Better::Lower);
        QCOMPARE(QList<bool>(found.begin(), found.end()), best);
    }

    void binsFollowTheGrid() {
        // Seven levels a unit apart: each has bins of a quarter, itself in the middle of one.
        const auto fine = binsOver({-3.2, 3.2}, 28, 1, 0);
        QCOMPARE(fine[1] - fine[0], 0.25);
        for (const double level : {-3.0, 0.0, 2.0}) {
            const auto above = std::ranges::upper_bound(fine, level);
            QCOMPARE((*above + *(above - 1)) / 2, level);
        }
        // 255 levels in 64 bins: four steps a bin.
        const auto coarse = binsOver({-127.5, 127.5}, 64, 1, 0);
        QCOMPARE(coarse[1] - coarse[0], 4.0);
        QCOMPARE_LE(coarse.front(), -127.5);
        QCOMPARE_GE(coarse.back(), 127.5);
        QVERIFY(binsOver({1, 1}, 10).empty());
        // No more than half a bin is left over at the ends.
        QCOMPARE(fine.front(), -3.375);
        QCOMPARE(fine.back(), 3.375);
        QCOMPARE(binsOver({-3.4, 3.4}, 28, 1, 0).front(), -3.625);
        QCOMPARE_LE(std::abs(binsOver({-3.2, 3.2}, 28, 1, 0.1).front() + 3.275), 1e-12);
        const auto halves = binsOver({-127.5, 127.5}, 64, 0.5, 0);  // eight steps a bin
        QCOMPARE(halves[1] - halves[0], 4.0);
        const auto ones = binsOver({-3.2, 3.2}, 8, 1, 0);  // a step and a quarter a bin
        QCOMPARE(ones[1] - ones[0], 1.0);
        QCOMPARE(binsOver({-1, 1}, 1), (std::vector<double>{-1, 1}));
        QCOMPARE(binsOver({-1, 1}, 0), (std::vector<double>{-1, 1}));
        // Without a step or a level they are equal parts of the range.
        const std::vector<double> parts{-1, -0.5, 0, 0.5, 1};
        QCOMPARE(binsOver({-1, 1}, 4, 0, 0.25), parts);
        QCOMPARE(binsOver({-1, 1}, 4, 0.3, std::nan("")), parts);
    }
};

QTEST_APPLESS_MAIN(TestSettingStudy)
#include "tst_setting_study.moc"
