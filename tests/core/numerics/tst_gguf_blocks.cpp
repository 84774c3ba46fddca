// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/block_format.h"
#include "tests/support/golden_npy.h"

#include <QtTest>

#include <cmath>
#include <cstring>
#include <limits>

using namespace zeropoint;

namespace {

constexpr const char* decoded[] = {"q4_0", "q4_1",  "q5_0",  "q5_1",  "q8_0",   "q2_k",
                                   "q3_k", "q4_k",  "q5_k",  "q6_k",  "iq4_nl", "iq4_xs",
                                   "q1_0", "tq1_0", "tq2_0", "mxfp4", "nvfp4"};
// What the golden data's README calls comparable byte for byte.
constexpr const char* encoded[] = {"q4_0", "q4_1",  "q5_0",  "q5_1",
                                   "q8_0", "tq1_0", "tq2_0", "mxfp4"};
constexpr const char* inputs[] = {"normal", "edge"};

QString place(const QString& type, const QString& input, const char* kind) {
    return QStringLiteral("gguf-blocks/%1_%2_%3.npy").arg(type, input, QLatin1String(kind));
}

/// Two of ggml's names are also those of other layouts.
const BlockFormat* ggufFormat(const QString& type) {
    const bool shared = type == "mxfp4" || type == "nvfp4";
    return findBlockFormat((shared ? type + "-gguf" : type).toStdString());
}

void addRows(std::span<const char* const> types) {
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("input");
    for (const char* type : types) {
        for (const char* input : inputs) {
            QTest::addRow("%s %s", type, input) << QString(type) << QString(input);
        }
    }
}

}  // namespace

/// Bytes and values as ggml itself gives them.
class TestGgufBlocks : public QObject {
    Q_OBJECT

private slots:
    void decodeAsGgml_data() { addRows(decoded); }

    void decodeAsGgml() {
        QFETCH(QString, type);
        QFETCH(QString, input);
        ZEROPOINT_NEED_GOLDEN(place(type, input, "q"));
        const BlockFormat* format = ggufFormat(type);
        QVERIFY(format != nullptr);
        const auto bytes = test::goldenNpy<std::byte>(place(type, input, "q"));
        const auto expected = test::goldenNpy<float>(place(type, input, "deq"));
        QCOMPARE(expected.size(), std::size_t{4 * 1024});
        std::vector<float> values(expected.size());
        const auto result = dequantizeBlocks(*format, bytes, values);
        QVERIFY2(result.has_value(), result ? "" : toString(result.error()).c_str());
        for (std::size_t i = 0; i < values.size(); ++i) {
            QVERIFY2(std::bit_cast<std::uint32_t>(values[i]) ==
                         std::bit_cast<std::uint32_t>(expected[i]),
                     qPrintable(QStringLiteral("value %1: %2 instead of %3")
                                    .arg(i)
                                    .arg(double{values[i]}, 0, 'g', 9)
                                    .arg(double{expected[i]}, 0, 'g', 9)));
        }
    }

    void encodeAsGgml_data() { addRows(encoded); }

    void encodeAsGgml() {
        QFETCH(QString, type);
        QFETCH(QString, input);
        ZEROPOINT_NEED_GOLDEN(place(type, input, "q"));
        const BlockFormat* format = ggufFormat(type);
        const auto values = test::goldenNpy<float>("gguf-blocks/input_" + input + ".npy");
        const auto expected = test::goldenNpy<std::byte>(place(type, input, "q"));
        const auto bytes = quantizeBlocks(*format, values);
        QVERIFY2(bytes.has_value(), bytes ? "" : toString(bytes.error()).c_str());
        QCOMPARE(bytes->size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QVERIFY2((*bytes)[i] == expected[i],
                     qPrintable(QStringLiteral("byte %1 of block %2: %3 instead of %4")
                                    .arg(i % static_cast<std::size_t>(format->bytesPerBlock))
                                    .arg(i / static_cast<std::size_t>(format->bytesPerBlock))
                                    .arg(static_cast<int>((*bytes)[i]))
                                    .arg(static_cast<int>(expected[i]))));
        }
    }

    // Reference R3, from ggml's own block sizes.
    void bitsPerWeight_data() {
        QTest::addColumn<double>("bits");
        const auto row = [](const char* id, double bits) { QTest::newRow(id) << bits; };
        row("q4_0", 4.5);
        row("q4_1", 5.0);
        row("q5_0", 5.5);
        row("q5_1", 6.0);
        row("q8_0", 8.5);
        row("q2_k", 2.625);
        row("q3_k", 3.4375);
        row("q4_k", 4.5);
        row("q5_k", 5.5);
        row("q6_k", 6.5625);
        row("iq4_nl", 4.5);
        row("iq4_xs", 4.25);
        row("tq1_0", 1.6875);
        row("tq2_0", 2.0625);
        row("mxfp4", 4.25);
        row("nvfp4", 4.5);
    }

    void bitsPerWeight() {
        QFETCH(double, bits);
        QCOMPARE(ggufFormat(QTest::currentDataTag())->bitsPerWeight(), bits);
    }
};

QTEST_APPLESS_MAIN(TestGgufBlocks)
#include "tst_gguf_blocks.moc"
