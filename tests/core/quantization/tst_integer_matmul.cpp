// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantization/integer_matmul.h"
#include "core/support/random.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <cmath>

using namespace zeropoint;

class TestIntegerMatmul : public QObject {
    Q_OBJECT

private slots:
    void multipliers_data() {
        QTest::addColumn<double>("real");
        QTest::addColumn<int>("multiplier");
        QTest::addColumn<int>("shift");
        QTest::newRow("a half") << 0.5 << (1 << 30) << 0;
        QTest::newRow("a quarter") << 0.25 << (1 << 30) << 1;
        QTest::newRow("three quarters") << 0.75 << 3 * (1 << 29) << 0;
        QTest::newRow("1/3") << 1.0 / 3 << 1431655765 << 1;  // 2^32 / 3
        QTest::newRow("rounds up to a power of two") << 0.25 - 1e-12 << (1 << 30) << 1;
    }

    void multipliers() {
        QFETCH(double, real);
        QFETCH(int, multiplier);
        QFETCH(int, shift);
        const FixedMultiplier fixed = fixedMultiplier(real).value();
        QCOMPARE(fixed.multiplier, multiplier);
        QCOMPARE(fixed.shift, shift);
        QCOMPARE_LE(std::abs(fixed.value() - real), real * 0x1p-31);
    }

    void wrongMultipliersAreRefused() {
        for (const double real : {0.0, -0.5, 1.0, 2.0, std::nan("")}) {
            COMPARE_ERROR(fixedMultiplier(real), ErrorCode::InvalidArgument);
        }
    }

    // Next to 1 there is no larger multiplier: the largest is taken, and the product stays within
    // one of x. Before, the multiplier wrapped to one half.
    void multipliersNextToOne() {
        for (const double real : {1 - 0x1p-33, 1 - 0x1p-40, 1 - 0x1p-53}) {
            const FixedMultiplier fixed = fixedMultiplier(real).value();
            QCOMPARE_LE(std::abs(fixed.value() - real), 0x1p-30);
            for (const std::int32_t x : {1, -1, 1000, -12345, 2147483647, -2147483647}) {
                QCOMPARE_LE(std::abs(std::int64_t{multiplyFixed(x, fixed)} - x), std::int64_t{1});
            }
        }
        // Next to one half the next shift has room.
        const FixedMultiplier half = fixedMultiplier(0.5 - 0x1p-40).value();
        QCOMPARE(half.multiplier, 1 << 30);
        QCOMPARE(half.shift, 0);
    }

    // Rounded to nearest twice, so within one of the exact product and nearly always equal to it.
    void fixedProductsAreNearTheRealOnes() {
        Random random(6);
        int unequal = 0;
        for (int i = 0; i < 100000; ++i) {
            const auto x = static_cast<std::int32_t>(random.next() >> 40) - (1 << 23);
            const double real =
                std::ldexp(0.5 + random.uniform() / 2, -static_cast<int>(random.below(12)));
            const double exact = x * real;
            const std::int32_t fixed = multiplyFixed(x, fixedMultiplier(real).value());
            QCOMPARE_LE(std::abs(fixed - exact), 1.0);
            unequal += fixed != std::lround(exact);
        }
        QCOMPARE_LT(unequal, 5000);
    }

    void tiesOfTheShift() {
        const FixedMultiplier quarter = fixedMultiplier(0.25).value();
        QCOMPARE(multiplyFixed(10, quarter), 3);  // 2.5, away from zero
        QCOMPARE(multiplyFixed(-10, quarter), -3);
        QCOMPARE(multiplyFixed(9, quarter), 3);  // 4.5 goes to 5 first: rounding twice
        QCOMPARE(multiplyFixed(8, quarter), 2);
        QCOMPARE(multiplyFixed(0, quarter), 0);
    }

    // By hand: x = {3 - 1, 5 - 1}, w = {2, -1}, bias 0.5 at scale 0.125.
    void aWalkByHand() {
        IntegerLayer layer;
        layer.rows = 1;
        layer.inner = 2;
        layer.columns = 1;
        layer.x = {3, 6};
        layer.w = {2, -1};
        layer.bias = {0.5};
        layer.xParams = {0.5, 1};
        layer.wParams = {0.25, 0};
        layer.yParams = {0.5, 7};
        const IntegerWalk walk = walkIntegerLayer(layer).value();
        QCOMPARE(walk.realMultiplier, 0.25);
        QCOMPARE(walk.biasCodes, std::vector<std::int32_t>{4});
        const IntegerOutput& out = walk.outputs.at(0);
        QCOMPARE(out.accumulator, 2 * 2 - 5);
        QCOMPARE(out.withBias, 3);
        QCOMPARE(out.simulated, 0.75);
        QCOMPARE(out.requantized, 1);
        QCOMPARE(out.code, 8);
        QCOMPARE(out.simulatedCode, 8);
        QVERIFY(!out.differs);
    }

    // Padding with the zero point adds nothing, whatever the weights are.
    void paddingWithTheZeroPointIsExact() {
        IntegerLayer layer;
        layer.rows = layer.columns = 1;
        layer.inner = 4;
        layer.x = {9, 7, 7, 7};
        layer.w = {3, 100, -50, 7};
        layer.xParams = {0.1, 7};
        layer.wParams = {0.1, 0};
        layer.yParams = {0.5, 0};
        QCOMPARE(walkIntegerLayer(layer).value().outputs[0].accumulator, 2 * 3);
    }

    void theSimulationAgreesUpToTies() {
        Random random(4);
        IntegerLayer layer;
        layer.rows = 20;
        layer.inner = 64;
        layer.columns = 30;
        for (std::size_t i = 0; i < layer.rows * layer.inner; ++i) {
            layer.x.push_back(static_cast<std::int32_t>(random.below(256)) - 128);
        }
        for (std::size_t i = 0; i < layer.inner * layer.columns; ++i) {
            layer.w.push_back(static_cast<std::int32_t>(random.below(255)) - 127);
        }
        layer.xParams = {0.02, -3};
        layer.wParams = {0.003, 0};
        layer.yParams = {0.031, 11};
        const IntegerWalk walk = walkIntegerLayer(layer).value();
        for (const IntegerOutput& out : walk.outputs) {
            QCOMPARE_LE(std::abs(out.code - out.simulatedCode), 1);
            const double share = std::abs(out.simulated - std::floor(out.simulated) - 0.5);
            if (out.differs) {
                QCOMPARE_LE(share, 0.26);  // the shift rounds what was already rounded
            }
        }
    }

    void unfitLayersAreRefused() {
        IntegerLayer layer;
        layer.rows = layer.columns = 1;
        layer.inner = 2;
        layer.x = {1};
        layer.w = {1, 1};
        COMPARE_ERROR(walkIntegerLayer(layer), ErrorCode::InvalidArgument);
        // 131071 products of 128 * 128 fit, one more need not.
        layer.inner = 131072;
        layer.x.assign(layer.inner, -128);
        layer.w.assign(layer.inner, -128);
        layer.xParams = layer.wParams = {0.5, 0};
        COMPARE_ERROR(walkIntegerLayer(layer), ErrorCode::TooLarge);
        layer.inner = 131071;
        layer.x.pop_back();
        layer.w.pop_back();
        QCOMPARE(walkIntegerLayer(layer).value().outputs[0].accumulator, 131071 * 128 * 128);
    }
};

QTEST_APPLESS_MAIN(TestIntegerMatmul)
#include "tst_integer_matmul.moc"
