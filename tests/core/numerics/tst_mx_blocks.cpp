// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/block_format.h"
#include "core/numerics/number_format.h"
#include "core/numerics/nvfp4.h"
#include "core/support/random.h"

#include <QtTest>

#include <cmath>

using namespace zeropoint;

namespace {

std::vector<float> normals(std::size_t count, std::uint64_t seed, float scale = 1) {
    Random random(seed);
    std::vector<float> values(count);
    for (float& value : values) {
        value = static_cast<float>(random.normal()) * scale;
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

/// A block of 32 whose largest magnitude is `largest`, the rest zero.
std::vector<float> blockWith(float largest) {
    std::vector<float> values(32, 0.0F);
    values[5] = -largest;
    return values;
}

struct Read {
    double scale = 0;
    double value = 0;
};
Read readBack(const BlockFormat& format, float largest, ScaleRule rule) {
    const BlockOptions options{rule, 1};
    const auto bytes = quantizeBlocks(format, blockWith(largest), options);
    std::vector<float> values(32);
    const auto done = dequantizeBlocks(format, *bytes, values, options);
    return {termOfValue(format, *bytes, 5).scale, done ? double{values[5]} : 0.0};
}

}  // namespace

class TestMxBlocks : public QObject {
    Q_OBJECT

private slots:
    // scale = 2^(floor(log2 amax) - emax), worked by hand; Ceil and Even beside it.
    void scaleRules_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("rule");
        QTest::addColumn<float>("largest");
        QTest::addColumn<double>("scale");
        QTest::addColumn<double>("value");
        const auto row = [](const char* id, ScaleRule rule, float largest, double scale,
                            double value) {
            QTest::addRow("%s %d %g", id, static_cast<int>(rule), double{largest})
                << QString(id) << static_cast<int>(rule) << largest << scale << value;
        };
        row("mxfp4", ScaleRule::Floor, 7.0F, 1, -6);
        row("mxfp4", ScaleRule::Floor, 8.0F, 2, -8);
        row("mxfp4", ScaleRule::Ceil, 7.0F, 2, -8);  // 3.5 ties to the even 4
        row("mxfp4", ScaleRule::Ceil, 6.0F, 1, -6);
        row("mxfp4", ScaleRule::Ceil, 8.0F, 2, -8);
        row("mxfp4", ScaleRule::Even, 7.0F, 2, -8);  // 1.75 rounds to 2 in one mantissa bit
        row("mxfp4", ScaleRule::Even, 6.875F, 1, -6);
        row("mxfp8-e4m3", ScaleRule::Floor, 500.0F, 1, -448);
        row("mxfp8-e4m3", ScaleRule::Ceil, 500.0F, 2, -512);  // 250 rounds to 256
        row("mxfp8-e4m3", ScaleRule::Ceil, 448.0F, 1, -448);
        row("mxfp8-e4m3", ScaleRule::Even, 500.0F, 2, -512);
        row("mxfp8-e4m3", ScaleRule::Even, 479.0F, 1, -448);
        row("mxfp8-e5m2", ScaleRule::Floor, 65535.0F, 1, -57344);
        row("mxfp6-e3m2", ScaleRule::Floor, 31.0F, 1, -28);
        row("mxfp6-e2m3", ScaleRule::Floor, 7.9F, 1, -7.5);
        row("mxint8", ScaleRule::Floor, 1.99F, 1, -127.0 / 64);
        row("mxint8", ScaleRule::Floor, 3.0F, 2, -3);
        row("mxint8", ScaleRule::Ceil, 1.99F, 2, -2);  // 0.995 * 64 rounds to 64
        row("mxfp4", ScaleRule::Floor, 0.0F, std::ldexp(1.0, -127), 0);
        row("mxfp4", ScaleRule::Floor, std::ldexp(1.0F, -140), std::ldexp(1.0, -127), 0);
    }

    void scaleRules() {
        QFETCH(QString, id);
        QFETCH(int, rule);
        QFETCH(float, largest);
        QFETCH(double, scale);
        QFETCH(double, value);
        const Read read =
            readBack(*findBlockFormat(id.toStdString()), largest, static_cast<ScaleRule>(rule));
        QCOMPARE(read.scale, scale);
        QVERIFY2(read.value == value, qPrintable(QString::number(read.value)));
    }

    /// The slow way: each value over the block's own scale through the scalar engine.
    void elementsMatchTheScalarEngine_data() {
        QTest::addColumn<QString>("id");
        for (const char* id :
             {"mxfp8-e4m3", "mxfp8-e5m2", "mxfp6-e2m3", "mxfp6-e3m2", "mxfp4", "nvfp4"}) {
            QTest::newRow(id) << QString(id);
        }
    }

    void elementsMatchTheScalarEngine() {
        QFETCH(QString, id);
        const BlockFormat& format = *findBlockFormat(id.toStdString());
        const NumberFormat& element = numberFormat(format.element);
        const std::vector<float> values = normals(1 << 15, 21, 0.02F);
        BlockOptions options;
        options.tensorScale = id == "nvfp4" ? nvfp4TensorScale(values) : 1.0F;
        const auto bytes = quantizeBlocks(format, values, options);
        QVERIFY(bytes.has_value());
        const auto size = static_cast<std::size_t>(format.bytesPerBlock);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto perBlock = static_cast<std::size_t>(format.valuesPerBlock);
            const auto block = std::span(*bytes).subspan(i / perBlock * size, size);
            const BlockTerm term =
                termOfValue(format, block, static_cast<int>(i % perBlock), options);
            const float scaled = values[i] / term.scale;
            QCOMPARE(static_cast<std::uint64_t>(term.code),
                     encode(element, scaled, {.overflow = Overflow::Saturate}));
            QCOMPARE(double{term.level}, decode(element, static_cast<std::uint64_t>(term.code)));
        }
    }

    // Reference R6: 18.77 dB for MXFP4 with the floor rule on a standard normal.
    void errorOnANormal() {
        const std::vector<float> values = normals(1 << 19, 1);
        const BlockFormat& format = *findBlockFormat("mxfp4");
        std::vector<float> read(values.size());
        QVERIFY(dequantizeBlocks(format, *quantizeBlocks(format, values), read).has_value());
        QCOMPARE_LE(std::abs(signalToNoise(values, read) - 18.77), 0.05);
    }

    void nvfp4UsesItsRange() {
        std::vector<float> values = normals(1 << 12, 4, 3e-5F);
        values[100] = 2688e-3F;
        QCOMPARE(nvfp4TensorScale(values), 1e-3F);
        const BlockFormat& format = *findBlockFormat("nvfp4");
        const BlockOptions options{ScaleRule::Floor, nvfp4TensorScale(values)};
        const auto bytes = quantizeBlocks(format, values, options);
        std::vector<float> read(values.size());
        QVERIFY(dequantizeBlocks(format, *bytes, read, options).has_value());
        QCOMPARE_LE(std::abs(read[100] - values[100]), 1e-6F);
        QCOMPARE(format.bitsPerWeight(), 4.5);
        QCOMPARE(format.bytesPerTensor, 4);
        QCOMPARE(nvfp4TensorScale(std::vector<float>(16, 0.0F)), 1.0F);
    }

    void bitsPerWeight_data() {
        QTest::addColumn<double>("bits");
        QTest::newRow("mxfp8-e4m3") << 8.25;
        QTest::newRow("mxfp8-e5m2") << 8.25;
        QTest::newRow("mxfp6-e2m3") << 6.25;
        QTest::newRow("mxfp6-e3m2") << 6.25;
        QTest::newRow("mxfp4") << 4.25;
        QTest::newRow("mxint8") << 8.25;
        QTest::newRow("nvfp4") << 4.5;
        QTest::newRow("nf4-64") << 4.5;
    }

    void bitsPerWeight() {
        QFETCH(double, bits);
        QCOMPARE(findBlockFormat(QTest::currentDataTag())->bitsPerWeight(), bits);
    }
};

QTEST_APPLESS_MAIN(TestMxBlocks)
#include "tst_mx_blocks.moc"
