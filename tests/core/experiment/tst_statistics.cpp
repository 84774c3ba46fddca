// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/interval.h"
#include "core/experiment/trade_off.h"
#include "core/support/random.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

using namespace zeropoint;

namespace {

RunResult resultOf(const std::string& name, std::uint64_t seed, double accuracy,
                   std::uint64_t size) {
    RunResult result;
    result.name = name;
    result.seed = seed;
    result.accuracy = accuracy;
    result.accuracyCi95 = {accuracy - 0.01, accuracy + 0.01};
    result.sizeBytes = size;
    return result;
}

}  // namespace

class TestStatistics : public QObject {
    Q_OBJECT

private slots:
    // Newcombe 1998 (Statistics in Medicine 17, table I, method 3), to its four digits.
    void wilson_data() {
        QTest::addColumn<int>("hits");
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("81 of 263") << 81 << 263 << 0.2553 << 0.3662;
        QTest::newRow("15 of 148") << 15 << 148 << 0.0624 << 0.1605;
        QTest::newRow("0 of 20") << 0 << 20 << 0.0 << 0.1611;
        QTest::newRow("1 of 29") << 1 << 29 << 0.0061 << 0.1718;
        QTest::newRow("all of 20") << 20 << 20 << 1 - 0.1611 << 1.0;
        QTest::newRow("none at all") << 0 << 0 << 0.0 << 1.0;
    }
    void wilson() {
        QFETCH(int, hits);
        QFETCH(int, count);
        const Interval interval =
            wilsonInterval(static_cast<std::size_t>(hits), static_cast<std::size_t>(count));
        QTEST(std::round(interval.low * 1e4) / 1e4, "low");
        QTEST(std::round(interval.high * 1e4) / 1e4, "high");
    }

    // The usual table of Student's t, 97.5 %.
    void student_data() {
        QTest::addColumn<int>("degrees");
        QTest::addColumn<double>("quantile");
        const std::vector<std::pair<int, double>> table{
            {1, 12.706}, {2, 4.303},  {4, 2.776},  {9, 2.262},  {12, 2.179},  {13, 2.160},
            {15, 2.131}, {20, 2.086}, {30, 2.042}, {60, 2.000}, {120, 1.980}, {1000000, 1.960}};
        for (const auto& [degrees, quantile] : table) {
            QTest::addRow("%d", degrees) << degrees << quantile;
        }
    }
    void student() {
        QFETCH(int, degrees);
        QFETCH(double, quantile);
        QCOMPARE_LE(std::abs(studentQuantile975(static_cast<std::size_t>(degrees)) - quantile),
                    6e-4);
    }

    void meansOverSeeds() {
        const std::vector<double> values{1, 2, 3};
        QCOMPARE(mean(values), 2.0);
        QCOMPARE(standardDeviation(values), 1.0);
        const Interval interval = meanInterval(values);
        QCOMPARE_LE(std::abs(interval.high - (2 + 4.302653 / std::sqrt(3.0))), 1e-5);
        QCOMPARE_LE(std::abs(interval.low - (2 - 4.302653 / std::sqrt(3.0))), 1e-5);
        QCOMPARE(standardDeviation(std::vector<double>{4}), 0.0);
        QCOMPARE(meanInterval(std::vector<double>{4}), (Interval{4, 4}));
        QCOMPARE(mean({}), 0.0);
    }

    // Against the definition, over pairs; few values, so that there are many ties.
    void frontAgainstBruteForce() {
        Random random(11);
        for (int round = 0; round < 500; ++round) {
            std::vector<TradeOffPoint> points(random.below(12));
            for (TradeOffPoint& point : points) {
                point = {static_cast<double>(random.below(6)),
                         static_cast<double>(random.below(6))};
            }
            std::set<std::size_t> expected;
            for (std::size_t i = 0; i < points.size(); ++i) {
                const bool beaten =
                    std::any_of(points.begin(), points.end(), [&](const TradeOffPoint& other) {
                        return other.size <= points[i].size &&
                               other.accuracy >= points[i].accuracy &&
                               (other.size < points[i].size || other.accuracy > points[i].accuracy);
                    });
                if (!beaten) {
                    expected.insert(i);
                }
            }
            const std::vector<std::size_t> front = paretoFront(points);
            QCOMPARE(std::set<std::size_t>(front.begin(), front.end()), expected);
            QCOMPARE(front.size(), expected.size());
            for (std::size_t i = 1; i < front.size(); ++i) {
                QCOMPARE_LE(points[front[i - 1]].size, points[front[i]].size);
            }
        }
    }

    void summaries() {
        const std::vector<RunResult> results{
            resultOf("big", 1, 0.95, 100),    resultOf("small", 1, 0.90, 20),
            resultOf("big", 2, 0.97, 100),    resultOf("small", 2, 0.94, 20),
            resultOf("beaten", 1, 0.50, 30),  resultOf("beaten", 2, 0.50, 30),
            resultOf("same", 1, 0.9604, 120), resultOf("same", 2, 0.9604, 120),
            resultOf("alone", 1, 0.30, 10),
        };
        const std::vector<RunSummary> all = summarize(results);
        QCOMPARE(all.size(), std::size_t{5});
        QCOMPARE(all[0].name, std::string("big"));
        QCOMPARE(all[0].seeds, (std::vector<std::uint64_t>{1, 2}));
        QCOMPARE_LE(std::abs(all[0].accuracy - 0.96), 1e-12);
        QCOMPARE_LE(std::abs(all[0].accuracySd - std::sqrt(2 * 0.01 * 0.01)), 1e-12);
        QCOMPARE(all[0].accuracyCi95.high, 1.0);  // 0.96 + 12.7 * 0.01 goes beyond
        QVERIFY(all[0].onFront && all[1].onFront && all[4].onFront);
        QVERIFY(!all[2].onFront && !all[2].indistinguishable);
        // 0.04 points more for 20 % more bytes is noise, and is said to be.
        QVERIFY(!all[3].onFront && all[3].indistinguishable);
        QCOMPARE(all[4].accuracyCi95, (Interval{0.29, 0.31}));
    }
};

QTEST_APPLESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
