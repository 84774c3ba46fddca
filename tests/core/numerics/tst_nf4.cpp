// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/block_format.h"
#include "core/numerics/nf4.h"
#include "core/numerics/number_format.h"
#include "core/support/random.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <cmath>

using namespace zeropoint;

namespace {

// The published table (bitsandbytes), digit for digit.
constexpr float published[16] = {-1.0F,
                                 -0.6961928009986877F,
                                 -0.5250730514526367F,
                                 -0.39491748809814453F,
                                 -0.28444138169288635F,
                                 -0.18477343022823334F,
                                 -0.09105003625154495F,
                                 0.0F,
                                 0.07958029955625534F,
                                 0.16093020141124725F,
                                 0.24611230194568634F,
                                 0.33791524171829224F,
                                 0.44070982933044434F,
                                 0.5626170039176941F,
                                 0.7229568362236023F,
                                 1.0F};

std::vector<float> normals(std::size_t count) {
    Random random(1);
    std::vector<float> values(count);
    for (float& value : values) {
        value = static_cast<float>(random.normal());
    }
    return values;
}

double signalToNoise(std::span<const float> values, std::span<const float> read) {
    double signal = 0;
    double noise = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        signal += double{values[i]} * values[i];
        noise += std::pow(double{read[i]} - values[i], 2);
    }
    return 10 * std::log10(signal / noise);
}

}  // namespace

class TestNf4 : public QObject {
    Q_OBJECT

private slots:
    void theTable() {
        const std::span<const float> book = numberFormat("nf4").book;
        QCOMPARE(book.size(), std::size_t{16});
        for (std::size_t i = 0; i < book.size(); ++i) {
            QCOMPARE(book[i], published[i]);
        }
    }

    void constructionEndsInTheTable() {
        const std::vector<Nf4Step> steps = nf4Construction();
        QCOMPARE_LE(std::abs(steps.front().values.front() - 0.9677083), 1e-7);
        QCOMPARE(steps[1].values.size(), std::size_t{8});
        QCOMPARE(steps[3].values.size(), std::size_t{7});
        const std::vector<double>& levels = steps.back().values;
        QCOMPARE(levels.size(), std::size_t{16});
        for (std::size_t i = 0; i < levels.size(); ++i) {
            QCOMPARE_LE(std::abs(levels[i] - double{published[i]}), 2e-7);
        }
    }

    // Reference R6: SQNR of NF4 over its largest magnitude on a standard normal.
    void errorOnANormal_data() {
        QTest::addColumn<double>("decibels");
        QTest::newRow("16") << 21.84;
        QTest::newRow("32") << 21.18;
        QTest::newRow("64") << 20.73;
        QTest::newRow("128") << 20.41;
        QTest::newRow("256") << 20.14;
    }

    void errorOnANormal() {
        QFETCH(double, decibels);
        const std::vector<float> values = normals(1 << 19);
        const auto tensor =
            quantizeNf4(values, {QByteArray(QTest::currentDataTag()).toInt(), false, 256});
        std::vector<float> read(values.size());
        QVERIFY(dequantizeNf4(*tensor, read).has_value());
        QCOMPARE_LE(std::abs(signalToNoise(values, read) - decibels), 0.05);
    }

    // 32/64 = 0.5 bits become 8/64 + 32/(64 * 256) = 0.126953.
    void doubleQuantizationCounts() {
        const std::vector<float> values = normals(1 << 20);
        const auto plain = quantizeNf4(values, {});
        const auto twice = quantizeNf4(values, {64, true, 256});
        QCOMPARE(plain->bitsPerWeight(), 4.5);
        const double mean = 32.0 / static_cast<double>(values.size());  // one FP32 a tensor
        QCOMPARE_LE(std::abs(twice->bitsPerWeight() - mean - 4.126953125), 1e-12);
        double ledger = 0;
        for (const BitCost& cost : nf4Ledger({64, true, 256})) {
            ledger += cost.bitsPerWeight;
        }
        QCOMPARE_LE(std::abs(ledger - 4.126953125), 1e-12);
        QCOMPARE_LE(std::abs(nf4Ledger({})[1].bitsPerWeight - 0.5), 1e-12);
        // The scales lose a little, the weights almost nothing.
        std::vector<float> read(values.size());
        QVERIFY(dequantizeNf4(*twice, read).has_value());
        QCOMPARE_GE(signalToNoise(values, read), 20.5);
        for (std::size_t block = 0; block < plain->scales.size(); ++block) {
            QCOMPARE_LE(std::abs(twice->scaleOf(block) - plain->scales[block]),
                        plain->scales[block] * 0.06F);
        }
    }

    void matchesTheBlockFormat() {
        const std::vector<float> values = normals(640);
        const BlockFormat& format = *findBlockFormat("nf4-64");
        const auto tensor = quantizeNf4(values, {});
        const auto blocks = quantizeBlocks(format, values);
        std::vector<float> left(values.size());
        std::vector<float> right(values.size());
        QVERIFY(dequantizeNf4(*tensor, left).has_value());
        QVERIFY(dequantizeBlocks(format, *blocks, right).has_value());
        QVERIFY(left == right);
        QCOMPARE(tensor->bytes(), blocks->size());
    }

    void lastBlockMayBeShort() {
        const std::vector<float> values = {0.5F, -1.0F, 0.25F, 4.0F, -8.0F};
        const auto tensor = quantizeNf4(values, {2, false, 256});
        QCOMPARE(tensor->codes.size(), std::size_t{3});
        QCOMPARE(tensor->scales, (std::vector<float>{1, 4, 8}));
        std::vector<float> read(values.size());
        QVERIFY(dequantizeNf4(*tensor, read).has_value());
        QCOMPARE(read[1], -1.0F);
        QCOMPARE(read[3], 4.0F);
        QCOMPARE(read[4], -8.0F);
    }

    void refusals() {
        const std::vector<float> values(64, 1.0F);
        COMPARE_ERROR(quantizeNf4(values, {3, false, 256}), ErrorCode::InvalidArgument);
        COMPARE_ERROR(quantizeNf4(values, {0, false, 256}), ErrorCode::InvalidArgument);
        COMPARE_ERROR(quantizeNf4(values, {64, true, 0}), ErrorCode::InvalidArgument);
        std::vector<float> wrong(63);
        COMPARE_ERROR(dequantizeNf4(*quantizeNf4(values, {}), wrong), ErrorCode::InvalidArgument);
        std::stop_source stop;
        stop.request_stop();
        COMPARE_ERROR(quantizeNf4(values, {}, {nullptr, {}, stop.get_token()}),
                      ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestNf4)
#include "tst_nf4.moc"
