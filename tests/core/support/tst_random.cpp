// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/random.h"

#include <QtTest>

#include <cmath>
#include <set>

using namespace zeropoint;

class TestRandom : public QObject {
    Q_OBJECT

private slots:
    /// The largest draw rounded to 1, of which no quantile is finite.
    void theIntervalIsOpen() {
        for (const std::uint64_t draw : {std::uint64_t{0}, std::uint64_t{2047}, ~std::uint64_t{0},
                                         ~std::uint64_t{0} - 2048, std::uint64_t{1} << 63}) {
            const double p = openUnit(draw);
            QVERIFY(p > 0 && p < 1);
            QVERIFY(std::isfinite(normalQuantile(p)));
            QVERIFY(std::isfinite(portableLog(p)));
        }
        QCOMPARE(openUnit(std::uint64_t{1} << 63), 0.5 + 0x1p-54);
    }

    void sameSeedSameNumbers() {
        Random a(7, 3);
        Random b(7, 3);
        for (int i = 0; i < 1000; ++i) {
            QCOMPARE(a.next(), b.next());
        }
    }

    void streamsDiffer() {
        std::set<std::uint64_t> first;
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            for (std::uint64_t stream = 0; stream < 50; ++stream) {
                first.insert(Random(seed, stream).next());
            }
        }
        QCOMPARE(first.size(), std::size_t{2500});
    }

    // Known values of the normal distribution, from standard tables to all printed digits.
    void quantileOfTheNormal_data() {
        QTest::addColumn<double>("p");
        QTest::addColumn<double>("x");
        QTest::newRow("median") << 0.5 << 0.0;
        QTest::newRow("97.5 %") << 0.975 << 1.959963984540054;
        QTest::newRow("99.5 %") << 0.995 << 2.5758293035489004;
        QTest::newRow("1 in a billion") << 1e-9 << -5.9978070150076865;
    }

    void quantileOfTheNormal() {
        QFETCH(double, p);
        QFETCH(double, x);
        QCOMPARE_LE(std::abs(normalQuantile(p) - x), 1e-14);
        // And back through the C library's own error function.
        QCOMPARE_LE(std::abs(0.5 * std::erfc(-normalQuantile(p) / std::sqrt(2.0)) - p), 1e-14);
    }

    void logarithmAndExponentialMatchTheLibrary() {
        Random random(1);
        for (int i = 0; i < 100000; ++i) {
            const double x =
                std::ldexp(0.5 + random.uniform(), static_cast<int>(random.below(600)) - 300);
            const double expected = std::log(x);
            QCOMPARE_LE(std::abs(portableLog(x) - expected),
                        4e-16 * std::max(std::abs(expected), 0.5));
            const double y = (random.uniform() - 0.5) * 200;
            QCOMPARE_LE(std::abs(portableExp(y) / std::exp(y) - 1), 2e-15);
        }
    }

    void momentsOfTheDistributions() {
        constexpr int n = 400000;
        Random random(42);
        double normalSum = 0, normalSquares = 0, laplaceSquares = 0, exponentialSum = 0;
        for (int i = 0; i < n; ++i) {
            const double x = random.normal();
            normalSum += x;
            normalSquares += x * x;
            const double l = random.laplace();
            laplaceSquares += l * l;
            exponentialSum += random.exponential();
        }
        // Five standard errors of each mean.
        QCOMPARE_LE(std::abs(normalSum / n), 5.0 / std::sqrt(n));
        QCOMPARE_LE(std::abs(normalSquares / n - 1), 5 * std::sqrt(2.0 / n));
        QCOMPARE_LE(std::abs(laplaceSquares / n - 2), 5 * std::sqrt(20.0 / n));
        QCOMPARE_LE(std::abs(exponentialSum / n - 1), 5 / std::sqrt(n));
    }

    void belowIsUniform() {
        Random random(5);
        std::array<int, 7> counts{};
        for (int i = 0; i < 70000; ++i) {
            ++counts[random.below(7)];
        }
        for (const int count : counts) {
            QCOMPARE_LE(std::abs(count - 10000), 500);
        }
    }
};

QTEST_APPLESS_MAIN(TestRandom)
#include "tst_random.moc"
