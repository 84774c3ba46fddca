// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_file.h"
#include "tests/support/temporary_file.h"

#include <QtTest>

using namespace zeropoint;

namespace {

QByteArray safetensors(const QByteArray& header, const QByteArray& data) {
    QByteArray length(8, '\0');
    for (int i = 0; i < 8; ++i) {
        length[i] = static_cast<char>(static_cast<quint64>(header.size()) >> (8 * i) & 255);
    }
    return length + header + data;
}

}  // namespace

class TestSafetensors : public QObject {
    Q_OBJECT

private slots:
    void listsInTheOrderOfTheData() {
        const test::TemporaryFile file(
            safetensors(R"({"b":{"dtype":"U8","shape":[2],"data_offsets":[2,4]},)"
                        R"("__metadata__":{"made":"by hand","é":"\u00e9"},)"
                        R"("a":{"dtype":"BF16","shape":[1],"data_offsets":[0,2]}})",
                        QByteArray("\x80\x3F\x05\x06", 4)));
        const auto opened = openWeightFile(file.path());
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        const WeightFile& weights = **opened;
        QCOMPARE(weights.formatName(), std::string_view("safetensors"));
        QCOMPARE(weights.tensors().size(), std::size_t{2});
        QCOMPARE(weights.tensors()[0].name, std::string("a"));
        QCOMPARE(weights.tensors()[1].name, std::string("b"));
        QCOMPARE(weights.metadata().size(), std::size_t{2});
        QCOMPARE(weights.metadata()[1].second, std::string("é"));
        QCOMPARE(weights.read(0)->values()[0], 1.0F);
        QCOMPARE(weights.read(1)->values()[1], 6.0F);
        QVERIFY(!weights.find("c").has_value());
    }

    // The reference counts these as errors of the header; each is one edit of a valid file.
    void refuses_data() {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("a zero byte ends nothing") << QByteArray("{}\0garbage", 10) << QByteArray();
        QTest::newRow("two documents") << QByteArray("{}{}") << QByteArray();
        QTest::newRow("a number for a tensor") << QByteArray(R"({"a":1})") << QByteArray();
        QTest::newRow("an unknown field")
            << QByteArray(R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1],"x":1}})")
            << QByteArray("1");
        QTest::newRow("a field twice")
            << QByteArray(R"({"a":{"dtype":"U8","dtype":"I8","shape":[1],"data_offsets":[0,1]}})")
            << QByteArray("1");
        QTest::newRow("a list in the shape")
            << QByteArray(R"({"a":{"dtype":"U8","shape":[[1]],"data_offsets":[0,1]}})")
            << QByteArray("1");
        QTest::newRow("a dtype that is ours alone")
            << QByteArray(R"({"a":{"dtype":"I4","shape":[2],"data_offsets":[0,1]}})")
            << QByteArray("1");
        QTest::newRow("an escaped name given twice")
            << QByteArray(R"({"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},)"
                          R"("\u0061":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}})")
            << QByteArray();
        QTest::newRow("metadata twice")
            << QByteArray(R"({"__metadata__":{},"__metadata__":{}})") << QByteArray();
        QTest::newRow("deep lists") << QByteArray(100000, '[') << QByteArray();
    }

    void refuses() {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, data);
        const test::TemporaryFile file(safetensors(header, data), "case.safetensors");
        const auto opened = openWeightFile(file.path());
        QVERIFY(!opened.has_value());
        const ErrorCode code = opened.error().code;
        QVERIFY(code == ErrorCode::Malformed || code == ErrorCode::Unsupported);
    }

    void subByteElements() {
        // 1.0 is code 2 and -6.0 is code 15 in E2M1; the low half of a byte comes first.
        const test::TemporaryFile file(
            safetensors(R"({"a":{"dtype":"F4","shape":[2],"data_offsets":[0,1]}})", "\xF2"));
        const auto opened = openWeightFile(file.path());
        QVERIFY(opened.has_value());
        const auto tensor = (*opened)->read(0);
        QCOMPARE(tensor->values()[0], 1.0F);
        QCOMPARE(tensor->values()[1], -6.0F);
    }
};

QTEST_APPLESS_MAIN(TestSafetensors)
#include "tst_safetensors.moc"
