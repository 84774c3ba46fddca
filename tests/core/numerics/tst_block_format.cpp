// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/block_format.h"
#include "core/numerics/number_format.h"
#include "core/support/random.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <map>
#include <set>

using namespace zeropoint;

namespace {

void addFormats(bool onlyQuantizing) {
    QTest::addColumn<QString>("id");
    for (const BlockFormat& format : blockFormats()) {
        if (!onlyQuantizing || format.quantizes()) {
            QTest::newRow(format.id.data()) << QString::fromUtf8(format.id.data());
        }
    }
}

const BlockFormat& formatOf(const QString& id) {
    return *findBlockFormat(id.toStdString());
}

std::vector<std::byte> randomBlock(const BlockFormat& format, Random& random) {
    std::vector<std::byte> block(static_cast<std::size_t>(format.bytesPerBlock));
    for (std::byte& byte : block) {
        byte = static_cast<std::byte>(random.below(256));
    }
    return block;
}

std::vector<float> decodeBlock(const BlockFormat& format, const std::vector<std::byte>& block) {
    std::vector<float> values(static_cast<std::size_t>(format.valuesPerBlock));
    const auto done = dequantizeBlocks(format, block, values);
    return done ? values : std::vector<float>{};
}

bool sameBits(float a, float b) {
    return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b);
}

std::vector<float> normals(std::size_t count, std::uint64_t seed) {
    Random random(seed);
    std::vector<float> values(count);
    for (float& value : values) {
        value = static_cast<float>(random.normal());
    }
    return values;
}

}  // namespace

/// What holds for every block format, whatever its layout.
class TestBlockFormat : public QObject {
    Q_OBJECT

private slots:
    void fieldsFillTheBlock_data() { addFormats(false); }

    void fieldsFillTheBlock() {
        QFETCH(QString, id);
        const BlockFormat& format = formatOf(id);
        int end = 0;
        for (const BlockField& field : format.fields) {
            QCOMPARE(field.byteOffset, end);
            QVERIFY(!field.name.empty() && !field.meaning.empty());
            end += field.bytes;
        }
        QCOMPARE(end, format.bytesPerBlock);
        QVERIFY(findNumberFormat(format.element) != nullptr);
        QVERIFY(!format.formula.empty() && !format.source.empty());
    }

    /// Each bit of the block belongs to exactly the values that change when it is turned over.
    void mapAgreesWithDecoding_data() { addFormats(false); }

    void mapAgreesWithDecoding() {
        QFETCH(QString, id);
        const BlockFormat& format = formatOf(id);
        std::vector<std::set<int>> owners(static_cast<std::size_t>(8 * format.bytesPerBlock));
        for (int i = 0; i < format.valuesPerBlock; ++i) {
            for (const BlockBits& bits : bitsOfValue(format, i)) {
                for (int bit = bits.firstBit; bit < bits.firstBit + bits.bits; ++bit) {
                    owners[static_cast<std::size_t>(bit)].insert(i);
                }
            }
        }
        Random random(17);
        std::vector<std::set<int>> changed(owners.size());
        for (int round = 0; round < 12; ++round) {
            const std::vector<std::byte> block = randomBlock(format, random);
            const std::vector<float> before = decodeBlock(format, block);
            for (std::size_t bit = 0; bit < owners.size(); ++bit) {
                std::vector<std::byte> flipped = block;
                flipped[bit / 8] ^= static_cast<std::byte>(1 << (bit % 8));
                const std::vector<float> after = decodeBlock(format, flipped);
                for (int i = 0; i < format.valuesPerBlock; ++i) {
                    const auto at = static_cast<std::size_t>(i);
                    if (!sameBits(before[at], after[at])) {
                        changed[bit].insert(i);
                    }
                }
            }
        }
        for (std::size_t bit = 0; bit < owners.size(); ++bit) {
            QVERIFY2(changed[bit] == owners[bit] ||
                         (id == "tq1_0" && std::ranges::includes(owners[bit], changed[bit])),
                     qPrintable(QStringLiteral("bit %1 changes %2 values and is said to change %3")
                                    .arg(bit)
                                    .arg(changed[bit].size())
                                    .arg(owners[bit].size())));
        }
    }

    /// The pieces of a part of a value fit together: each of its bits once, from the lowest on;
    /// those of a code are the code.
    void piecesFitTogether_data() { addFormats(false); }

    void piecesFitTogether() {
        QFETCH(QString, id);
        const BlockFormat& format = formatOf(id);
        Random random(5);
        const std::vector<std::byte> block = randomBlock(format, random);
        for (int i = 0; i < format.valuesPerBlock; ++i) {
            std::map<BlockRole, std::set<int>> places;
            int code = 0;
            for (const BlockBits& piece : bitsOfValue(format, i)) {
                const bool ofCode =
                    piece.role == BlockRole::Code || piece.role == BlockRole::HighBits;
                const BlockRole role = ofCode ? BlockRole::Code : piece.role;
                for (int bit = 0; bit < piece.bits; ++bit) {
                    QVERIFY(places[role].insert(piece.shift + bit).second);
                    const auto at = static_cast<std::size_t>(piece.firstBit + bit);
                    const int set = std::to_integer<int>(block[at / 8] >> (at % 8)) & 1;
                    code |= ofCode ? set << (piece.shift + bit) : 0;
                }
            }
            for (const auto& [role, bits] : places) {
                QCOMPARE(*bits.begin(), 0);
                QCOMPARE(*bits.rbegin() + 1, static_cast<int>(bits.size()));
            }
            if (format.quantizes() && !id.startsWith("tq")) {
                const int bits = static_cast<int>(places[BlockRole::Code].size());
                QCOMPARE(termOfValue(format, block, i).code & ((1 << bits) - 1), code);
            }
        }
    }

    /// Scales of MX are 2^(code - 127), from the least, a subnormal float, on; 255 is NaN.
    void everyPowerOfTwo_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("one");  // the code of 1
        QTest::newRow("mxfp8-e4m3") << "mxfp8-e4m3" << 0x38;
        QTest::newRow("mxfp8-e5m2") << "mxfp8-e5m2" << 0x3C;
        QTest::newRow("mxint8") << "mxint8" << 0x40;
    }
    void everyPowerOfTwo() {
        QFETCH(QString, id);
        QFETCH(int, one);
        const BlockFormat& format = formatOf(id);
        for (int code = 0; code < 256; ++code) {
            std::vector<std::byte> block(static_cast<std::size_t>(format.bytesPerBlock),
                                         static_cast<std::byte>(one));
            block[0] = static_cast<std::byte>(code);
            for (const float value : decodeBlock(format, block)) {
                if (code == 255) {
                    QVERIFY(std::isnan(value));
                } else {
                    QCOMPARE(double{value}, std::ldexp(1.0, code - 127));
                }
            }
        }
    }

    /// scale * level + minimum is the decoded value.
    void termsAreTheValues_data() { addFormats(false); }

    void termsAreTheValues() {
        QFETCH(QString, id);
        const BlockFormat& format = formatOf(id);
        Random random(3);
        for (int round = 0; round < 50; ++round) {
            const std::vector<std::byte> block = randomBlock(format, random);
            const std::vector<float> values = decodeBlock(format, block);
            for (int i = 0; i < format.valuesPerBlock; ++i) {
                const BlockTerm term = termOfValue(format, block, i);
                const float value = values[static_cast<std::size_t>(i)];
                const float scaled = term.scale * term.level;
                const float expected = format.hasMinimum ? scaled + term.minimum : scaled;
                QVERIFY(sameBits(value, expected) || (std::isnan(value) && std::isnan(expected)));
            }
        }
    }

    /// Scales as their number format says, whatever instructions a CPU level has for them.
    void everyHalfScale() {
        const BlockFormat& format = formatOf("q8_0");
        for (std::uint32_t code = 0; code < 0x10000; ++code) {
            std::vector<std::byte> block(static_cast<std::size_t>(format.bytesPerBlock),
                                         std::byte{1});
            block[0] = static_cast<std::byte>(code & 0xFF);
            block[1] = static_cast<std::byte>(code >> 8);
            const auto expected = static_cast<float>(decode(numberFormat("fp16"), code));
            for (const float value : decodeBlock(format, block)) {
                QVERIFY(sameBits(value, expected) || (std::isnan(value) && std::isnan(expected)));
            }
        }
    }

    /// The error on normal weights is what the bits of the format promise.
    void errorSuitsTheBits_data() { addFormats(true); }

    void errorSuitsTheBits() {
        QFETCH(QString, id);
        const BlockFormat& format = formatOf(id);
        const std::vector<float> values = normals(4096, 5);
        const auto bytes = quantizeBlocks(format, values);
        QVERIFY(bytes.has_value());
        std::vector<float> read(values.size());
        QVERIFY(dequantizeBlocks(format, *bytes, read).has_value());
        double signal = 0;
        double noise = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            signal += double{values[i]} * values[i];
            noise += std::pow(double{read[i]} - values[i], 2);
        }
        const double decibels = 10 * std::log10(signal / noise);
        // 6 dB a bit of mantissa for floats; else 6 dB a bit with the allowance of a block's peak;
        // ternary keeps little but the sign of the large ones.
        const NumberFormat& element = numberFormat(format.element);
        const double expected = element.kind == FormatKind::Minifloat
                                    ? 6 * (element.mantissaBits + 1) + 4
                                : format.bitsPerWeight() < 3 ? 1
                                                             : 6 * (format.bitsPerWeight() - 1.6);
        QCOMPARE_GE(decibels, expected);
    }

    void specialValues_data() { addFormats(true); }

    void specialValues() {
        QFETCH(QString, id);
        const BlockFormat& format = formatOf(id);
        std::vector<float> values(static_cast<std::size_t>(format.valuesPerBlock), 0.25F);
        values[0] = std::numeric_limits<float>::quiet_NaN();
        values[1] = std::numeric_limits<float>::infinity();
        values[2] = -std::numeric_limits<float>::infinity();
        values[3] = 2.0F;
        const auto bytes = quantizeBlocks(format, values);
        QVERIFY(bytes.has_value());
        const std::vector<float> read = decodeBlock(format, *bytes);
        for (const float value : read) {
            QVERIFY(std::isfinite(value));
        }
        QCOMPARE_LE(std::abs(read[0]), 0.15F);  // half a step of 4 / 15
        QCOMPARE_GE(read[1], 1.7F);
        QCOMPARE_LE(read[2], -1.7F);
        // Beyond every scale, and nothing but infinities.
        std::ranges::fill(values, std::numeric_limits<float>::max());
        values[1] = -values[0];
        for (const float value : decodeBlock(format, *quantizeBlocks(format, values))) {
            QVERIFY(!std::isnan(value));
        }
        std::ranges::fill(values, std::numeric_limits<float>::infinity());
        for (const float value : decodeBlock(format, *quantizeBlocks(format, values))) {
            QCOMPARE(value, 0.0F);
        }
    }

    void zerosStayZeros_data() { addFormats(true); }

    void zerosStayZeros() {
        QFETCH(QString, id);
        const BlockFormat& format = formatOf(id);
        const std::vector<float> zeros(static_cast<std::size_t>(format.valuesPerBlock), 0.0F);
        for (const float value : decodeBlock(format, *quantizeBlocks(format, zeros))) {
            QCOMPARE(value, 0.0F);
        }
    }

    void threadsDoNotMatter_data() { addFormats(true); }

    void threadsDoNotMatter() {
        QFETCH(QString, id);
        const BlockFormat& format = formatOf(id);
        const std::vector<float> values = normals(1 << 18, 9);
        ThreadPool pool(4);
        const auto alone = quantizeBlocks(format, values);
        const auto together = quantizeBlocks(format, values, {}, {&pool, {}, {}});
        QVERIFY(alone.has_value() && together.has_value());
        QVERIFY(*alone == *together);
    }

    void refusals() {
        const BlockFormat& format = formatOf("q4_0");
        std::vector<float> values(33);
        COMPARE_ERROR(quantizeBlocks(format, values), ErrorCode::InvalidArgument);
        COMPARE_ERROR(dequantizeBlocks(format, {}, values), ErrorCode::InvalidArgument);
        std::vector<std::byte> bytes(17);
        values.resize(32);
        COMPARE_ERROR(dequantizeBlocks(format, bytes, values), ErrorCode::InvalidArgument);
        values.resize(256);
        COMPARE_ERROR(quantizeBlocks(formatOf("q4_k"), values), ErrorCode::Unsupported);
        QVERIFY(findBlockFormat("q9_9") == nullptr);
        QVERIFY(quantizeBlocks(format, {})->empty());
        std::stop_source stop;
        stop.request_stop();
        COMPARE_ERROR(quantizeBlocks(format, values, {}, {nullptr, {}, stop.get_token()}),
                      ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestBlockFormat)
#include "tst_block_format.moc"
