// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/fine_histogram.h"
#include "core/support/random.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace zeropoint;

namespace {

std::vector<float> drawn(std::size_t n) {
    Random random(11);
    std::vector<float> values(n);
    for (float& value : values) {
        value = static_cast<float>(random.laplace());
    }
    return values;
}

FineHistogram histogramOf(const std::vector<float>& values, std::size_t bins) {
    return fineHistogram(values, summarize(values), bins);
}

}  // namespace

class TestFineHistogram : public QObject {
    Q_OBJECT

private slots:
    void countsWholeNumbersIntoTheirBins() {
        // 0..9 once, twice, ... : ten bins of width 0.9, the last includes its upper end.
        std::vector<float> values;
        for (int i = 0; i < 10; ++i) {
            values.insert(values.end(), static_cast<std::size_t>(i + 1), static_cast<float>(i));
        }
        const FineHistogram histogram = histogramOf(values, 9);
        QCOMPARE(histogram.lo, 0.0);
        QCOMPARE(histogram.hi, 9.0);
        QCOMPARE(histogram.binWidth(), 1.0);
        QCOMPARE(histogram.binCentre(3), 3.5);
        const std::vector<std::uint64_t> expected = {1, 2, 3, 4, 5, 6, 7, 8, 9 + 10};
        QCOMPARE(histogram.counts, expected);
        QCOMPARE(histogram.total, std::uint64_t{55});
    }

    void everyFiniteValueIsCountedOnce_data() {
        QTest::addColumn<std::size_t>("size");
        for (const std::size_t size : {1U, 5U, 8U, 9U, 100U, 2000003U}) {
            QTest::addRow("%zu", size) << size;
        }
    }

    void everyFiniteValueIsCountedOnce() {
        QFETCH(std::size_t, size);
        std::vector<float> values = drawn(size);
        values.push_back(std::numeric_limits<float>::infinity());
        values.push_back(std::numeric_limits<float>::quiet_NaN());
        values.push_back(-std::numeric_limits<float>::infinity());
        ThreadPool pool(3);
        const FineHistogram one = histogramOf(values, 8192);
        const FineHistogram many =
            fineHistogram(values, summarize(values), 8192, Execution{&pool, {}, {}});
        QCOMPARE(std::accumulate(one.counts.begin(), one.counts.end(), std::uint64_t{0}), size);
        QCOMPARE(one.total, size);
        QCOMPARE(many.counts, one.counts);
    }

    void agreesWithASlowCount() {
        const std::vector<float> values = drawn(50000);
        const FineHistogram histogram = histogramOf(values, 1000);
        std::vector<std::int64_t> difference(histogram.counts.begin(), histogram.counts.end());
        std::size_t misplaced = 0;
        for (const float x : values) {
            const double position = (x - histogram.lo) / histogram.binWidth();
            --difference[std::min<std::size_t>(static_cast<std::size_t>(position), 999)];
        }
        for (const std::int64_t d : difference) {
            misplaced += static_cast<std::size_t>(std::abs(d));
        }
        // Only a value within rounding of an edge may fall to the other side.
        QCOMPARE_LE(misplaced, std::size_t{2});
    }

    void specialTensors() {
        QVERIFY(histogramOf({}, 10).empty());
        QVERIFY(histogramOf({std::numeric_limits<float>::quiet_NaN()}, 10).empty());
        const FineHistogram constant = histogramOf({2, 2, 2}, 10);
        QCOMPARE(constant.counts, std::vector<std::uint64_t>{3});
        QCOMPARE(constant.binWidth(), 0.0);
        QCOMPARE(quantile(constant, 0.5), 2.0);
        QCOMPARE(quantile(FineHistogram{}, 0.5), 0.0);
    }

    void quantilesOfEvenlySpreadValues() {
        std::vector<float> values(10001);
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] = static_cast<float>(i) - 5000;
        }
        std::shuffle(values.begin(), values.end(), std::mt19937(3));
        const FineHistogram histogram = histogramOf(values, 8192);
        for (const double p : {0.0, 0.001, 0.25, 0.5, 0.9, 0.999, 1.0}) {
            QCOMPARE(exactQuantile(values, p), -5000 + 10000 * p);
            QCOMPARE_LE(std::abs(quantile(histogram, p) - (-5000 + 10000 * p)),
                        2 * histogram.binWidth());
        }
        // numpy.quantile([1, 2, 4, 8], 0.4) = 2 + 0.2 * 2
        QCOMPARE(exactQuantile(std::vector<float>{8, 1, 4, 2}, 0.4), 2.4);
        QCOMPARE(exactQuantile({}, 0.4), 0.0);
    }

    void rebinKeepsTheMass() {
        const FineHistogram histogram{0, 4, {10, 20, 30, 40}, 100};
        const std::vector<double> edges = {-1, 0.5, 1, 3.5, 9};
        const std::vector<double> expected = {5, 5, 20 + 30 + 20, 20};
        QCOMPARE(rebin(histogram, edges), expected);
        const std::vector<double> inner = {1.25, 1.75};
        QCOMPARE(rebin(histogram, inner), std::vector<double>{10});
        const std::vector<double> around = {1, 2, 3};
        QCOMPARE(rebin(FineHistogram{2, 2, {7}, 7}, around), (std::vector<double>{0, 7}));
        QCOMPARE(rebin(FineHistogram{3, 3, {7}, 7}, around), (std::vector<double>{0, 7}));
        QCOMPARE(rebin(FineHistogram{}, around), (std::vector<double>{0, 0}));
    }
};

QTEST_APPLESS_MAIN(TestFineHistogram)
#include "tst_fine_histogram.moc"
