// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/gguf/gguf_types.h"
#include "core/files/packed_study.h"
#include "core/files/weight_file.h"
#include "tests/support/outcome.h"
#include "tests/support/temporary_file.h"

#include <QtTest>

#include <bit>
#include <random>

using namespace zeropoint;

namespace {

/// Writes numbers in one byte order.
class Bytes {
public:
    explicit Bytes(bool big) : m_big(big) {}
    Bytes& number(std::uint64_t value, int bytes) {
        for (int i = 0; i < bytes; ++i) {
            const int shift = 8 * (m_big ? bytes - 1 - i : i);
            m_bytes += static_cast<char>(value >> shift & 0xFF);
        }
        return *this;
    }
    Bytes& text(const QByteArray& text) {
        number(static_cast<std::uint64_t>(text.size()), 8);
        m_bytes += text;
        return *this;
    }
    Bytes& raw(const QByteArray& bytes) {
        m_bytes += bytes;
        return *this;
    }
    Bytes& pad(int alignment) {
        while (m_bytes.size() % alignment != 0) {
            m_bytes += '\0';
        }
        return *this;
    }
    const QByteArray& bytes() const { return m_bytes; }

private:
    bool m_big;
    QByteArray m_bytes;
};

/// A file of version `version` with one tensor "t" of 2 x `values` elements.
QByteArray gguf(bool big, int version, std::uint32_t type, std::uint64_t values,
                const QByteArray& data) {
    Bytes file(big);
    file.raw("GGUF").number(static_cast<std::uint64_t>(version), 4).number(1, 8).number(1, 8);
    file.text("answer").number(4, 4).number(42, 4);
    file.text("t").number(2, 4).number(values, 8).number(2, 8).number(type, 4).number(0, 8);
    return file.pad(32).raw(data).pad(32).bytes();
}

/// Turns round `count` words of `width` bytes of a block.
void turn(QByteArray& block, int offset, int width, int count) {
    for (int i = 0; i < count; ++i) {
        const auto begin = block.begin() + offset + i * width;
        std::reverse(begin, begin + width);
    }
}

}  // namespace

class TestGguf : public QObject {
    Q_OBJECT

private slots:
    void headersOfBothOrders_data() {
        QTest::addColumn<bool>("big");
        QTest::addColumn<int>("version");
        for (const bool big : {false, true}) {
            for (const int version : {2, 3}) {
                QTest::addRow("%s %d", big ? "big" : "little", version) << big << version;
            }
        }
    }

    void headersOfBothOrders() {
        QFETCH(bool, big);
        QFETCH(int, version);
        Bytes data(big);
        for (const float value : {1.5F, -2.0F, 0.25F, 3e8F, -0.0F, 1e-40F}) {
            data.number(std::bit_cast<std::uint32_t>(value), 4);
        }
        const test::TemporaryFile file(gguf(big, version, 0, 3, data.bytes()));
        const auto opened = openWeightFile(file.path());
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->metadata().front().second, std::string("42"));
        const auto tensor = (*opened)->read(0);
        QVERIFY(tensor.has_value());
        QCOMPARE(tensor->shape(), (Shape{2, 3}));
        QCOMPARE(tensor->values()[1], -2.0F);
        QCOMPARE(tensor->values()[3], 3e8F);
        QCOMPARE(std::bit_cast<std::uint32_t>(tensor->values()[4]), 0x80000000U);
        QCOMPARE(tensor->values()[5], 1e-40F);
    }

    /// Found by the fuzzer: an empty name as the last thing of a file.
    void endsInAnEmptyName() {
        Bytes bytes(false);
        bytes.raw("GGUF").number(3, 4).number(1, 8).number(1, 8).text("k").number(4, 4);
        const QByteArray head = bytes.number(1, 4).bytes();
        for (const QByteArray& end : {QByteArray(), QByteArray(8, '\0')}) {
            const test::TemporaryFile file(head + QByteArray(24, '\0').left(16) + end);
            const auto opened = openWeightFile(file.path());
            COMPARE_ERROR(opened, ErrorCode::Malformed);
        }
    }

    /// The words of a block, read off the struct declarations in ggml-common.h: offset, width,
    /// count.
    void bigEndianBlocks_data() {
        QTest::addColumn<int>("type");
        QTest::addColumn<QList<int>>("words");
        const auto row = [](const char* name, int type, const QList<int>& words) {
            QTest::newRow(name) << type << words;
        };
        row("Q4_0: d", 2, {0, 2, 1});
        row("Q4_1: d, m", 3, {0, 2, 2});
        row("Q5_0: d, qh", 6, {0, 2, 1, 2, 4, 1});
        row("Q5_1: d, m, qh", 7, {0, 2, 2, 4, 4, 1});
        row("Q8_0: d", 8, {0, 2, 1});
        row("Q2_K: d, dmin after scales and codes", 10, {16 + 64, 2, 2});
        row("Q3_K: d after hmask, codes and scales", 11, {32 + 64 + 12, 2, 1});
        row("Q4_K: d, dmin", 12, {0, 2, 2});
        row("Q5_K: d, dmin", 13, {0, 2, 2});
        row("Q6_K: d after ql, qh and scales", 14, {128 + 64 + 16, 2, 1});
        row("IQ4_NL: d", 20, {0, 2, 1});
        row("IQ4_XS: d, scales_h", 23, {0, 2, 2});
        row("TQ1_0: d after codes", 34, {48 + 4, 2, 1});
        row("TQ2_0: d after codes", 35, {64, 2, 1});
        row("MXFP4: bytes alone", 39, {});
        row("NVFP4: bytes alone", 40, {});
    }

    void bigEndianBlocks() {
        QFETCH(int, type);
        QFETCH(QList<int>, words);
        const GgufType* known = ggufType(static_cast<std::uint32_t>(type));
        QVERIFY(known != nullptr);
        std::mt19937 random(static_cast<unsigned>(type));
        QByteArray little;
        QByteArray big;
        for (int i = 0; i < 2; ++i) {
            QByteArray block;
            for (std::uint32_t j = 0; j < known->bytes; ++j) {
                block += static_cast<char>(random() & 0x3F);  // no exponent of all ones
            }
            little += block;
            for (qsizetype word = 0; word < words.size(); word += 3) {
                turn(block, words[word], words[word + 1], words[word + 2]);
            }
            big += block;
        }
        const auto code = static_cast<std::uint32_t>(type);
        const test::TemporaryFile one(gguf(false, 3, code, known->values, little));
        const test::TemporaryFile other(gguf(true, 3, code, known->values, big));
        const auto expected = (*openWeightFile(one.path()))->read(0);
        const auto actual = (*openWeightFile(other.path()))->read(0);
        QVERIFY2(expected.has_value(), expected ? "" : toString(expected.error()).c_str());
        QVERIFY2(actual.has_value(), actual ? "" : toString(actual.error()).c_str());
        QVERIFY(std::any_of(expected->values().begin(), expected->values().end(),
                            [](float x) { return x != 0; }));
        for (std::size_t i = 0; i < expected->size(); ++i) {
            QCOMPARE(actual->values()[i], expected->values()[i]);
        }
        const auto codes = studyPacked(**openWeightFile(one.path()), 0);
        const auto turned = studyPacked(**openWeightFile(other.path()), 0);
        QCOMPARE(turned.has_value(), codes.has_value());
        if (codes) {
            QCOMPARE(turned->firstCode, codes->firstCode);
            QCOMPARE(turned->counts, codes->counts);
            QCOMPARE(turned->scale, codes->scale);
        }
    }
};

QTEST_APPLESS_MAIN(TestGguf)
#include "tst_gguf.moc"
