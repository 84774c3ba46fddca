// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Scales at the edges of the formats that store them.
#include "core/numerics/block_format.h"
#include "core/numerics/double_quantization.h"
#include "core/numerics/nvfp4.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace zeropoint;

class TestStoredScales : public QObject {
    Q_OBJECT

private slots:
    // By hand: of 0, 3, 0, 1 the mean is 2 and the factor 1 / 448, with the codes of +-448.
    void zerosTakeNoPart() {
        const std::vector<float> scales = {0, 3, 0, 1};
        const DoubleQuantization stored = doubleQuantize(scales, 4);
        QCOMPARE(stored.mean, 2.0F);
        QCOMPARE(stored.factors, (std::vector<float>{1.0F / 448}));
        QCOMPARE(stored.codes, (std::vector<std::uint8_t>{0x7F, 0x7E, 0x7F, 0xFE}));
        for (std::size_t i = 0; i < 4; ++i) {
            QCOMPARE(stored.at(i), scales[i]);
        }
        QCOMPARE(doubleQuantize(std::vector<float>(5, 0.0F), 4).at(4), 0.0F);
    }

    // A mean that underflows to 0 left no code that reads back above it: the search did not end.
    void scalesThatUnderflow_data() {
        QTest::addColumn<std::vector<float>>("scales");
        constexpr float least = std::numeric_limits<float>::denorm_min();
        QTest::newRow("the smallest floats") << std::vector<float>{least, least, 2 * least};
        QTest::newRow("and zeros") << std::vector<float>{0, least, 0, 0, 5 * least};
        QTest::newRow("one far below") << std::vector<float>{least, 1, 1, 1};
        QTest::newRow("one alone") << std::vector<float>{least};
        QTest::newRow("of all sizes") << std::vector<float>{1e-40F, 1e-20F, 1, 1e20F, 1e38F};
    }
    void scalesThatUnderflow() {
        QFETCH(std::vector<float>, scales);
        for (const std::size_t block : {1, 2, 256}) {
            const DoubleQuantization stored = doubleQuantize(scales, block);
            for (std::size_t i = 0; i < scales.size(); ++i) {
                QCOMPARE(stored.at(i) > 0, scales[i] > 0);
                QVERIFY(std::isfinite(stored.at(i)));
            }
        }
    }

    // 6 * 448 is the tensor's factor 1; a block of 1e-3 beside it asks for the scale 1.7e-4, below
    // half of the smallest, 2^-9: that one stands in instead of 0.
    void nvfp4KeepsSmallBlocks() {
        std::vector<float> values(32, 1e-3F);
        values[16] = 6 * 448;
        QCOMPARE(nvfp4TensorScale(values), 1.0F);
        const BlockFormat& format = *findBlockFormat("nvfp4");
        const auto bytes = quantizeBlocks(format, values).value();
        QCOMPARE(std::to_integer<int>(bytes[0]), 1);
        std::vector<float> back(32);
        QVERIFY(dequantizeBlocks(format, bytes, back));
        for (int i = 0; i < 16; ++i) {
            QCOMPARE(back[static_cast<std::size_t>(i)], 0x1p-10F);  // the level 1/2
        }
        const auto zeros = quantizeBlocks(format, std::vector<float>(16, 0.0F)).value();
        QCOMPARE(std::to_integer<int>(zeros[0]), 0);
    }

    // ggml reads the scale 0x7F, a NaN, as 0.
    void ggmlReadsANanScaleAsZero() {
        const BlockFormat& format = *findBlockFormat("nvfp4-gguf");
        std::vector<std::byte> block(36, std::byte{0x77});
        block[0] = std::byte{0x7F};
        block[1] = std::byte{0x38};  // 1
        std::vector<float> back(64);
        QVERIFY(dequantizeBlocks(format, block, back));
        QCOMPARE(back[0], 0.0F);
        QCOMPARE(back[16], 6.0F);
    }
};

QTEST_APPLESS_MAIN(TestStoredScales)
#include "tst_stored_scales.moc"
