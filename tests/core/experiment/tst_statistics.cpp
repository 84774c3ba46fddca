// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/accuracy_statistics.h"
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

/// A result of `count` items, of which `right` in a row are right from item `shift` on.
RunResult withItems(const std::string& name, std::uint64_t seed, std::size_t right,
                    std::size_t count, std::size_t shift) {
    RunResult result;
    result.name = name;
    result.seed = seed;
    result.items.right.assign(count, 0);
    for (std::size_t i = 0; i < right; ++i) {
        result.items.right[(shift + i) % count] = 1;
    }
    result.accuracy = result.items.accuracy();
    return result;
}

std::vector<const RunResult*> pointers(std::span<const RunResult> runs) {
    std::vector<const RunResult*> all;
    for (const RunResult& run : runs) {
        all.push_back(&run);
    }
    return all;
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

    // Two seeds of equal accuracy leave what the test items leave: never a width of zero.
    void equalSeedsLeaveTheItems() {
        const std::vector<RunResult> runs{withItems("a", 1, 1966, 2000, 10),
                                          withItems("a", 2, 1966, 2000, 10)};
        QCOMPARE(runs[0].accuracy, 0.983);
        const Interval interval = accuracyInterval(pointers(runs));
        const Interval wilson = wilsonInterval(std::size_t{1966}, std::size_t{2000});
        QCOMPARE_LE(std::abs(interval.low - wilson.low), 1e-12);
        QCOMPARE_LE(std::abs(interval.high - wilson.high), 1e-12);
        for (const std::size_t right : {std::size_t{0}, std::size_t{500}}) {
            const std::vector<RunResult> same{withItems("b", 1, right, 500, 0),
                                              withItems("b", 2, right, 500, 0)};
            const Interval end = accuracyInterval(pointers(same));
            QCOMPARE_GE(end.high - end.low, 0.007);
            QVERIFY(end.low == 0 || end.high == 1);
        }
        // One seed alone: Wilson's interval over its items.
        const Interval alone = accuracyInterval(pointers(std::span(runs).first(1)));
        QCOMPARE_LE(std::abs(alone.low - wilson.low), 1e-12);
    }

    // A window of a text is one item, not 32: here all its answers are right, or none.
    void dependentAnswersAreOneItem() {
        RunResult run = withItems("text", 1, 90, 100, 0);
        run.items.scored = 32;
        for (std::uint16_t& right : run.items.right) {
            right = static_cast<std::uint16_t>(right * 32);
        }
        const RunResult* const alone = &run;
        const Interval interval = accuracyInterval(std::span(&alone, 1));
        const Interval expected = wilsonInterval(std::size_t{90}, std::size_t{100});
        QCOMPARE_LE(std::abs(interval.low - expected.low), 1e-12);
        QCOMPARE_LE(std::abs(interval.high - expected.high), 1e-12);
    }

    // Experiments whose true accuracy is known: seeds and items of random difficulty. The interval
    // holds the truth in 95 % of them or more, and the test of two runs of the same kind tells them
    // apart in 5 % or less.
    void intervalsHoldTheTruth() {
        Random random(17);
        constexpr int rounds = 400;
        constexpr std::size_t seeds = 3;
        constexpr std::size_t items = 150;
        int covered = 0;
        int told = 0;
        for (int round = 0; round < rounds; ++round) {
            std::vector<double> difficulty(items);
            for (double& each : difficulty) {
                each = 0.15 * random.normal();
            }
            std::vector<RunResult> first;
            std::vector<RunResult> second;
            for (std::uint64_t seed = 0; seed < seeds; ++seed) {
                for (std::vector<RunResult>* runs : {&first, &second}) {
                    const double level = 0.7 + 0.03 * random.normal();
                    RunResult run;
                    run.seed = seed;
                    for (const double each : difficulty) {
                        const double chance = std::clamp(level + each, 0.0, 1.0);
                        run.items.right.push_back(random.uniform() < chance ? 1 : 0);
                    }
                    run.accuracy = run.items.accuracy();
                    runs->push_back(run);
                }
            }
            const Interval interval = accuracyInterval(pointers(first));
            covered += interval.low <= 0.697 && 0.697 <= interval.high ? 1 : 0;
            told += compareAccuracy(pointers(first), pointers(second)).told ? 1 : 0;
        }
        // The clamp takes 0.003 from the mean of 0.7; 400 rounds have a deviation of 1.1 points.
        QCOMPARE_GE(covered, rounds * 93 / 100);
        QCOMPARE_LE(told, rounds * 7 / 100);
    }

    // On the same items a difference counts that unpaired intervals would hide.
    void pairedComparisons() {
        const auto run = [](const char* name, std::size_t right, std::size_t shift) {
            std::vector<RunResult> runs;
            for (std::uint64_t seed = 1; seed <= 3; ++seed) {
                runs.push_back(withItems(name, seed, right, 2000, shift));
            }
            return runs;
        };
        const auto good = run("good", 1900, 0);
        const auto worse = run("worse", 1870, 0);  // 30 items that the other had right
        const auto close = run("close", 1899, 0);
        // Their intervals overlap all the same.
        QVERIFY(accuracyInterval(pointers(worse)).high > accuracyInterval(pointers(good)).low);
        const AccuracyDifference difference = compareAccuracy(pointers(good), pointers(worse));
        QVERIFY(difference.told);
        QCOMPARE_LE(std::abs(difference.mean - 0.015), 1e-12);
        // By hand: the seeds differ alike; of the items 30 differ by 1, so v = 30/2000 - 0.015^2.
        const double variance = (0.015 - 0.015 * 0.015) * 2000 / 1999 / 2000;
        QCOMPARE_LE(std::abs(difference.standardError - std::sqrt(variance)), 1e-12);
        QVERIFY(!compareAccuracy(pointers(good), pointers(close)).told);
        QVERIFY(!compareAccuracy(pointers(good), pointers(good)).told);
        // 30 items fewer again, but other ones wrong: 130 that the first had right, and 100 gained.
        const auto other = run("other", 1870, 800);
        const AccuracyDifference scattered = compareAccuracy(pointers(good), pointers(other));
        QCOMPARE_LE(std::abs(scattered.mean - 0.015), 1e-12);
        QCOMPARE_LE(
            std::abs(scattered.standardError - std::sqrt((230.0 / 2000 - 0.015 * 0.015) / 1999)),
            1e-12);
        QVERIFY(!compareAccuracy(pointers(good), pointers(run("near", 1880, 800))).told);
    }

    void summaries() {
        std::vector<RunResult> results;
        const auto add = [&results](const char* name, std::size_t right, std::uint64_t size) {
            for (const std::uint64_t seed : {std::uint64_t{1}, std::uint64_t{2}}) {
                RunResult result = withItems(name, seed, right + seed, 2000, 0);
                result.sizeBytes = size;
                results.push_back(result);
            }
        };
        add("big", 1920, 100);
        add("small", 1840, 20);
        add("beaten", 1000, 30);
        add("same", 1921, 120);  // one item more for 20 % more bytes
        add("alone", 600, 10);
        add("twin", 1840, 20);  // equal in everything
        const std::vector<RunSummary> all = summarize(results);
        QCOMPARE(all.size(), std::size_t{6});
        QCOMPARE(all[0].name, std::string("big"));
        QCOMPARE(all[0].seeds, (std::vector<std::uint64_t>{1, 2}));
        QCOMPARE_LE(std::abs(all[0].accuracy - 1921.5 / 2000), 1e-12);
        QCOMPARE_LE(std::abs(all[0].accuracySd - std::sqrt(0.5) / 2000), 1e-12);
        QVERIFY(all[0].onFront && all[1].onFront && all[4].onFront && all[5].onFront);
        QVERIFY(!all[2].onFront && !all[2].indistinguishable);
        QVERIFY(!all[3].onFront && all[3].indistinguishable);
        QCOMPARE(all[3].alike, std::vector<std::string>{"big"});
        QCOMPARE(all[2].alike, std::vector<std::string>{});
    }

    // Means that a grid of 0.1 points would part: 0.97049 and 0.97051.
    void theFrontHasNoGrid() {
        std::vector<RunResult> results{withItems("small", 1, 97049, 100000, 0),
                                       withItems("large", 1, 97051, 100000, 0)};
        results[0].sizeBytes = 10;
        results[1].sizeBytes = 100;
        const std::vector<RunSummary> all = summarize(results);
        QVERIFY(all[0].onFront);
        QVERIFY(!all[1].onFront && all[1].indistinguishable);
    }

    // Results of a store that kept no items: their own intervals stand in.
    void resultsWithoutItems() {
        const std::vector<RunResult> results{
            resultOf("big", 1, 0.95, 100), resultOf("small", 1, 0.50, 20),
            resultOf("big", 2, 0.97, 100), resultOf("small", 2, 0.53, 20)};
        const std::vector<RunSummary> all = summarize(results);
        QVERIFY(all[0].onFront && all[1].onFront);
        QCOMPARE(all[0].accuracyCi95.high, 1.0);  // 0.96 + 12.7 * 0.01 goes beyond
        const RunResult* const alone = &results[1];
        const Interval interval = accuracyInterval(std::span(&alone, 1));
        QCOMPARE_LE(std::abs(interval.low - 0.49), 1e-12);
        QCOMPARE_LE(std::abs(interval.high - 0.51), 1e-12);
    }
};

QTEST_APPLESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
