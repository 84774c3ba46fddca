// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The small examples that people walk through: one block, one layer of integers.
#include "core/quantization/block_example.h"
#include "core/quantization/block_sample.h"
#include "core/quantization/integer_example.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <cmath>

using namespace zeropoint;

namespace {

/// 3 x 40: the second block of 32 of each row is padded.
Tensor matrix() {
    std::vector<float> values(3 * 40);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = static_cast<float>(static_cast<int>(i) - 60) / 16.0F;
    }
    return Tensor("w", {3, 40}, std::move(values));
}

QuantScheme blocks(const char* format) {
    QuantScheme scheme;
    scheme.format = format;
    return scheme;
}

}  // namespace

class TestExamples : public QObject {
    Q_OBJECT

private slots:
    void aValueInItsBlock() {
        const Tensor tensor = matrix();
        // 2.5 is value 100: row 2, place 20 of its first block, which is the fifth.
        const BlockExample example = blockExampleNear(tensor, 2.51, blocks("q8_0"), {}).value();
        QCOMPARE(example.value, 2.5F);
        QCOMPARE(example.block, std::size_t{4});
        QCOMPARE(example.place, 20);
        // Its block runs from 1.25 to 3.1875: a step is 3.1875 / 127, in FP16.
        QCOMPARE_LE(std::abs(example.decoded - 2.5F), 3.1875F / 127 / 2 * 1.01F);
        const BlockSample same = takeBlockSample(*example.format, tensor, 4, {}).value();
        QCOMPARE(same.decoded[20], example.decoded);
    }

    /// Worked by hand from ggml's quantize_row_*_ref and QLoRA's absmax; values -3.5, 2 and zeros.
    void aBlocksScaleHasItsEquation_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("numerator");
        QTest::addColumn<double>("divisor");
        using Kind = ScaleEquation::Kind;
        QTest::newRow("q8_0") << "q8_0" << int(Kind::Magnitude) << 3.5 << 127.0;
        QTest::newRow("q4_0") << "q4_0" << int(Kind::Below) << -3.5 << -8.0;
        QTest::newRow("q5_0") << "q5_0" << int(Kind::Below) << -3.5 << -16.0;
        QTest::newRow("q4_1") << "q4_1" << int(Kind::Width) << 5.5 << 15.0;
        QTest::newRow("q5_1") << "q5_1" << int(Kind::Width) << 5.5 << 31.0;
        QTest::newRow("nf4-64") << "nf4-64" << int(Kind::Magnitude) << 3.5 << 1.0;
        QTest::newRow("tq1_0") << "tq1_0" << int(Kind::Magnitude) << 3.5 << 1.0;
        QTest::newRow("tq2_0") << "tq2_0" << int(Kind::Magnitude) << 3.5 << 1.0;
    }
    void aBlocksScaleHasItsEquation() {
        QFETCH(QString, format);
        QFETCH(int, kind);
        QFETCH(double, numerator);
        QFETCH(double, divisor);
        const std::string id = format.toStdString();
        const auto length = static_cast<std::size_t>(findBlockFormat(id)->valuesPerBlock);
        std::vector<float> values(length, 0.0F);
        values[1] = 2.0F;
        values[2] = -3.5F;
        const Tensor tensor("w", {static_cast<std::int64_t>(length)}, values);
        const BlockExample example = blockExampleNear(tensor, 2, blocks(id.c_str()), {}).value();
        QVERIFY(example.equation.has_value());
        QCOMPARE(int(example.equation->kind), kind);
        QCOMPARE(example.equation->numerator, numerator);
        QCOMPARE(example.equation->divisor, divisor);
        // And the block's own scale is that quotient, in FP16 but for NF4.
        QCOMPARE_LE(std::abs(example.term.scale - numerator / divisor),
                    std::abs(numerator / divisor) / 2048);
    }
    /// Every format that can be chosen has an equation, or the largest value that its rule starts
    /// from.
    void everyChosenBlockFormatSaysWhereItsScaleIsFrom() {
        for (const BlockFormat& format : blockFormats()) {
            if (!format.quantizes()) {
                continue;
            }
            const std::string id(format.id);
            const BlockExample example =
                blockExampleNear(matrix(), 2.5, blocks(id.c_str()), {}).value();
            const bool byRule = format.hasScaleRule || format.id == "nvfp4";
            QVERIFY2(byRule != example.equation.has_value(), id.c_str());
            QCOMPARE_GT(example.largest, 0.0);
        }
    }

    void theLastBlockOfARowIsPadded() {
        const Tensor tensor = matrix();
        const BlockFormat& format = *findBlockFormat("q8_0");
        QCOMPARE(blocksOf(format, tensor), std::uint64_t{6});
        const BlockSample last = takeBlockSample(format, tensor, 99, {}).value();
        QCOMPARE(last.values.size(), std::size_t{32});
        QCOMPARE(last.values[7], tensor.values()[119]);
        QCOMPARE(last.values[8], 0.0F);
    }

    void drawnBlocksAreTheSameForOneSeed() {
        for (const BlockFormat& format : blockFormats()) {
            const BlockSample once = makeBlockSample(format, 5, {}).value();
            const BlockSample again = makeBlockSample(format, 5, {}).value();
            QCOMPARE(once.bytes, again.bytes);
            QCOMPARE(once.values.size(), static_cast<std::size_t>(format.valuesPerBlock));
            QCOMPARE(once.bytes.size(), static_cast<std::size_t>(format.bytesPerBlock));
        }
    }

    void whatHasNoBlockIsRefused() {
        COMPARE_ERROR((blockExampleNear(matrix(), 0, blocks("int8"), {})),
                      ErrorCode::InvalidArgument);
        COMPARE_ERROR((blockExampleNear(Tensor(), 0, blocks("q8_0"), {})),
                      ErrorCode::InvalidArgument);
        COMPARE_ERROR((takeBlockSample(*findBlockFormat("q8_0"), Tensor(), 0, {})),
                      ErrorCode::Unsupported);
    }

    void theLayerIsTheProductOfItsMatrices() {
        const IntegerExample example = drawIntegerExample(7).value();
        const IntegerLayer& layer = example.layer;
        QCOMPARE(example.real.size(), std::size_t{6});
        for (std::size_t row = 0; row < layer.rows; ++row) {
            for (std::size_t column = 0; column < layer.columns; ++column) {
                double sum = layer.bias[column];
                double bound = 0;
                for (std::size_t k = 0; k < layer.inner; ++k) {
                    const double x = (layer.x[row * layer.inner + k] - layer.xParams.zeroPoint) *
                                     layer.xParams.scale;
                    const double w = layer.w[k * layer.columns + column] * layer.wParams.scale;
                    sum += x * w;
                    // Half a step of each factor.
                    bound += std::abs(x) * layer.wParams.scale / 2 +
                             std::abs(w) * layer.xParams.scale / 2 +
                             layer.xParams.scale * layer.wParams.scale / 4;
                }
                const double real = example.real[row * layer.columns + column];
                QCOMPARE_LE(std::abs(real - sum), bound + layer.xParams.scale);
            }
        }
    }

    void aSeedWhereTheRoundingsDiffer() {
        const std::uint64_t seed = nextDiffering(7);
        QCOMPARE_GT(seed, std::uint64_t{7});
        const IntegerExample example = drawIntegerExample(seed).value();
        QVERIFY(std::any_of(example.walk.outputs.begin(), example.walk.outputs.end(),
                            [](const IntegerOutput& output) { return output.differs; }));
    }
};

QTEST_APPLESS_MAIN(TestExamples)
#include "tst_examples.moc"
