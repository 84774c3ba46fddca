// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/extremes.h"
#include "core/statistics/summary.h"
#include "core/support/random.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace zeropoint;

namespace {

constexpr float inf = std::numeric_limits<float>::infinity();
constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();

/// Two passes in long double over the finite values: the definition, word by word.
Summary slowSummary(const std::vector<float>& values) {
    Summary out;
    long double sum = 0;
    for (const float x : values) {
        ++out.count;
        out.nan += std::isnan(x);
        out.infinite += std::isinf(x);
        if (!std::isfinite(x)) {
            continue;
        }
        out.min = out.finite == 0 ? x : std::min<double>(out.min, x);
        out.max = out.finite == 0 ? x : std::max<double>(out.max, x);
        out.zeros += x == 0;
        out.negatives += x < 0;
        ++out.finite;
        sum += x;
    }
    if (out.finite == 0) {
        return out;
    }
    const long double n = out.finite;
    const long double mean = sum / n;
    long double m2 = 0, m3 = 0, m4 = 0;
    for (const float x : values) {
        if (std::isfinite(x)) {
            const long double d = x - mean;
            m2 += d * d / n;
            m3 += d * d * d / n;
            m4 += d * d * d * d / n;
        }
    }
    out.mean = static_cast<double>(mean);
    out.std = static_cast<double>(std::sqrt(m2));
    out.skew = m2 > 0 ? static_cast<double>(m3 / std::pow(m2, 1.5L)) : 0;
    out.kurtosis = m2 > 0 ? static_cast<double>(m4 / (m2 * m2)) : 0;
    return out;
}

std::vector<float> drawn(std::size_t n, double mean, double std, std::uint64_t seed) {
    Random random(seed);
    std::vector<float> values(n);
    for (float& value : values) {
        value = static_cast<float>(mean + std * random.normal());
    }
    return values;
}

}  // namespace

class TestSummary : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheDefinition_data() {
        QTest::addColumn<std::vector<float>>("values");
        QTest::newRow("empty") << std::vector<float>{};
        QTest::newRow("one") << std::vector<float>{3.5F};
        QTest::newRow("seven, less than the lanes") << std::vector<float>{1, 2, 3, 4, 5, 6, -7};
        QTest::newRow("only NaN") << std::vector<float>(11, notANumber);
        QTest::newRow("only infinities") << std::vector<float>{inf, -inf, inf};
        QTest::newRow("NaN, infinities, zeros of both signs")
            << std::vector<float>{notANumber, 1, inf, -2, -inf, 0.0F, -0.0F, 5, notANumber, 8, 9};
        QTest::newRow("finite values at places that are not probed") << [] {
            std::vector<float> values(100, notANumber);
            values[3] = -4;
            values[97] = 6;
            return values;
        }();
        QTest::newRow("constant") << std::vector<float>(1000, 0.1F);
        QTest::newRow("all zero") << std::vector<float>(1000, 0.0F);
        QTest::newRow("normal") << drawn(200001, 0, 1, 1);
        QTest::newRow("a mean far from 0") << drawn(70000, 1000, 0.01, 2);
        QTest::newRow("outliers at the probes") << [] {
            std::vector<float> values = drawn(65536, 0, 1, 3);
            values[0] = 1e6F;
            values[65535] = -1e6F;
            return values;
        }();
        QTest::newRow("one NaN and one infinity in a large tensor") << [] {
            std::vector<float> values = drawn(200000, 1, 2, 6);
            values[70001] = notANumber;
            values[140007] = inf;
            return values;
        }();
        QTest::newRow("denormals") << drawn(5000, 0, 1e-41, 4);
        QTest::newRow("the largest floats") << std::vector<float>{3e38F, -3e38F, 1, 2, 3e38F};
        QTest::newRow("steps between shards") << [] {
            std::vector<float> values = drawn(3 * 65536, 0, 1, 5);
            for (std::size_t i = 65536; i < values.size(); ++i) {
                values[i] += static_cast<float>(i / 65536) * 10;
            }
            return values;
        }();
    }

    void agreesWithTheDefinition() {
        QFETCH(std::vector<float>, values);
        const Summary expected = slowSummary(values);
        const Summary summary = summarize(values);
        QCOMPARE(summary.count, expected.count);
        QCOMPARE(summary.finite, expected.finite);
        QCOMPARE(summary.nan, expected.nan);
        QCOMPARE(summary.infinite, expected.infinite);
        QCOMPARE(summary.zeros, expected.zeros);
        QCOMPARE(summary.negatives, expected.negatives);
        QCOMPARE(summary.min, expected.min);
        QCOMPARE(summary.max, expected.max);
        const double size = std::max(std::abs(expected.mean), expected.std);
        QCOMPARE_LE(std::abs(summary.mean - expected.mean), 1e-12 * size);
        QCOMPARE_LE(std::abs(summary.std - expected.std), 1e-11 * expected.std);
        QCOMPARE_LE(std::abs(summary.skew - expected.skew),
                    1e-8 * std::max(1.0, std::abs(expected.skew)));
        QCOMPARE_LE(std::abs(summary.kurtosis - expected.kurtosis), 1e-8 * expected.kurtosis);
        const Extremes ends = extremes(values);
        QCOMPARE(ends.finite, expected.finite);
        QCOMPARE(ends.min, expected.min);
        QCOMPARE(ends.max, expected.max);
        QCOMPARE_LE(std::abs(ends.sum - expected.mean * static_cast<double>(expected.finite)),
                    1e-11 * size * static_cast<double>(std::max<std::size_t>(expected.finite, 1)));
    }

    /// An end that is shown reads 0, not -0, wherever the zero with its sign stands.
    void aZeroWithASignIsAnEndOfZero() {
        for (const std::size_t count : {1U, 7U, 64U, 40'000U}) {
            std::vector<float> values(count, -0.0F);
            QVERIFY(!std::signbit(extremes(values).min));
            values.back() = -1;
            QVERIFY(!std::signbit(extremes(values).max) || count == 1);
        }
    }

    void isTheSameOnAnyNumberOfThreads() {
        const std::vector<float> values = drawn(1000003, 0.3, 2, 7);
        const Summary one = summarize(values);
        const Extremes oneEnds = extremes(values, Execution{});
        for (const unsigned threads : {2U, 3U, 7U}) {
            ThreadPool pool(threads);
            const Execution execution{&pool, {}, {}};
            const Summary many = summarize(values, execution);
            QCOMPARE(many.mean, one.mean);
            QCOMPARE(many.std, one.std);
            QCOMPARE(many.skew, one.skew);
            QCOMPARE(many.kurtosis, one.kurtosis);
            QCOMPARE(extremes(values, execution).sum, oneEnds.sum);
        }
    }
};

QTEST_APPLESS_MAIN(TestSummary)
#include "tst_summary.moc"
