// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/double_quantization.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace zeropoint;

namespace {

constexpr float smallest = std::numeric_limits<float>::denorm_min();
constexpr float infinite = std::numeric_limits<float>::infinity();

}  // namespace

class TestDoubleQuantization : public QObject {
    Q_OBJECT

private slots:
    /// Worked by hand: mean 2, largest distance 1, factor 1/448; the codes of +-448 are 0x7E, 0xFE.
    void byHand() {
        const std::vector<float> scales = {1, 2, 3};
        const auto stored = doubleQuantize(scales, 256);
        QCOMPARE(stored.mean, 2.0F);
        QCOMPARE(stored.factors, std::vector<float>{1.0F / 448});
        QCOMPARE(stored.codes, (std::vector<std::uint8_t>{0xFE, 0x00, 0x7E}));
        for (std::size_t i = 0; i < scales.size(); ++i) {
            QCOMPARE_LE(std::abs(stored.at(i) - scales[i]), 1e-6F);
        }
        QCOMPARE(stored.bytes(), std::size_t{3 + 4 + 4});
    }

    /// The search for a code that reads back positive went on for ever where there was none.
    void underflowEnds_data() {
        QTest::addColumn<QList<float>>("scales");
        QTest::newRow("the mean underflows") << QList<float>{smallest, 0, 0, 0};
        QTest::newRow("one of many") << (QList<float>(999, 0.0F) + QList<float>{smallest});
        QTest::newRow("all the smallest") << QList<float>(5, smallest);
        QTest::newRow("near the smallest") << QList<float>{smallest, 3 * smallest, 7 * smallest};
        QTest::newRow("the factor underflows") << QList<float>{1e-43F, 2e-43F};
        QTest::newRow("far apart") << QList<float>{smallest, 1, 1e30F};
        QTest::newRow("zeros") << QList<float>(4, 0.0F);
        QTest::newRow("none") << QList<float>{};
        QTest::newRow("infinite") << QList<float>{1, infinite};
        QTest::newRow("largest") << QList<float>(3, std::numeric_limits<float>::max());
    }

    void underflowEnds() {
        QFETCH(QList<float>, scales);
        for (const std::size_t block : {std::size_t{1}, std::size_t{2}, std::size_t{256}}) {
            const auto stored = doubleQuantize(std::span(scales.data(), scales.size()), block);
            QCOMPARE(stored.codes.size(), std::size_t(scales.size()));
            const bool finite =
                std::all_of(scales.begin(), scales.end(), [](float s) { return std::isfinite(s); });
            for (std::size_t i = 0; i < stored.codes.size() && finite; ++i) {
                QVERIFY(!(scales[qsizetype(i)] > 0) || stored.at(i) > 0);
                QVERIFY(std::isfinite(stored.at(i)));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestDoubleQuantization)
#include "tst_double_quantization.moc"
