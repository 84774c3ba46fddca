// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_file.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"
#include "tests/support/temporary_file.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

#include <cmath>

using namespace zeropoint;

namespace {

QByteArray varint(quint64 value) {
    QByteArray bytes;
    for (; value >= 128; value >>= 7) {
        bytes += static_cast<char>(value | 128);
    }
    return bytes + static_cast<char>(value);
}

/// A protobuf field of the wire type 2: a message, a text or bytes.
QByteArray field(int number, const QByteArray& content) {
    return varint(quint64(number) << 3 | 2) + varint(quint64(content.size())) + content;
}

QByteArray number(int number, quint64 value) {
    return varint(quint64(number) << 3) + varint(value);
}

QByteArray entry(const QByteArray& key, const QByteArray& value) {
    return field(13, field(1, key) + field(2, value));
}

/// A model whose one initializer "w" of the given FLOAT dims has the other fields given.
QByteArray model(int elements, const QByteArray& fields) {
    const QByteArray tensor = number(1, elements) + number(2, 1) + field(8, "w") + fields;
    return number(1, 8) + field(7, field(5, tensor));
}

QByteArray external(const QByteArray& location, const QByteArray& offset,
                    const QByteArray& length) {
    return entry("location", location) + entry("offset", offset) + entry("length", length) +
           number(14, 1);
}

const QByteArray twoFloats("\x00\x00\x80\x3F\x00\x00\x00\xC0", 8);

}  // namespace

class TestOnnx : public QObject {
    Q_OBJECT

private slots:
    void everyKindOfInitializer() {
        ZEROPOINT_NEED_GOLDEN("weights/onnx_initializer_kinds.onnx");
        const QString path = test::golden("weights/onnx_initializer_kinds.onnx");
        const auto file = openWeightFile(path.toStdString());
        QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
        QByteArray text = test::readAll(path + ".json");
        text.replace("NaN", "null");
        const auto rows = QJsonDocument::fromJson(text)["tensors"].toArray();
        QVERIFY(!rows.isEmpty());
        QCOMPARE((*file)->tensors().size(), static_cast<std::size_t>(rows.size()));
        for (const auto& row : rows) {
            compare(**file, row.toObject());
        }
    }

    void rawData() {
        const test::TemporaryFile source(model(2, field(9, twoFloats)));
        const auto file = openWeightFile(source.path());
        QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
        QCOMPARE((*file)->formatName(), std::string_view("onnx"));
        QCOMPARE((*file)->read(0)->values()[1], -2.0F);
    }

    void wrongLengths() {
        for (const QByteArray& bytes : {model(3, field(9, twoFloats)), model(2, "")}) {
            const test::TemporaryFile source(bytes, "model.onnx");
            const auto file = openWeightFile(source.path());
            COMPARE_ERROR(file, ErrorCode::Malformed);
        }
    }

    /// Found by the fuzzer: texts are listed and not read, but their shape must make sense too.
    void textsOfAnImpossibleShape() {
        const QByteArray minusOne = "\x08" + QByteArray(9, '\xFF') + "\x01";
        for (const QByteArray& dims : {QByteArray("\x08\x02"), minusOne}) {
            const QByteArray tensor = dims + number(2, 8) + field(8, "w");
            const test::TemporaryFile source(number(1, 8) + field(7, field(5, tensor)));
            const auto file = openWeightFile(source.path());
            QCOMPARE(file.has_value(), dims != minusOne);
            if (!file) {
                COMPARE_ERROR(file, ErrorCode::Malformed);
            } else {
                COMPARE_ERROR((*file)->read(0), ErrorCode::Unsupported);
            }
        }
    }

    void cutShort() {
        const QByteArray whole = model(2, field(9, twoFloats));
        for (qsizetype length = 4; length < whole.size(); ++length) {
            const test::TemporaryFile source(whole.left(length), "model.onnx");
            QVERIFY(!openWeightFile(source.path()).has_value());
        }
    }

    void externalData() {
        const test::TemporaryFile source(model(2, external("data.bin", "4", "8")), "model.onnx");
        QFile data(QFileInfo(source.qpath()).dir().filePath("data.bin"));
        QVERIFY(data.open(QIODevice::WriteOnly));
        data.write("skip" + twoFloats);
        data.close();
        const auto file = openWeightFile(source.path());
        QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
        QCOMPARE((*file)->read(0)->values()[0], 1.0F);
    }

    void externalDataThatIsRefused_data() {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QByteArray>("offset");
        QTest::addColumn<QByteArray>("length");
        QTest::newRow("climbs out")
            << QByteArray("../data.bin") << QByteArray("0") << QByteArray("8");
        QTest::newRow("absolute") << QByteArray("/etc/passwd") << QByteArray("0")
                                  << QByteArray("8");
        QTest::newRow("no name") << QByteArray() << QByteArray("0") << QByteArray("8");
        QTest::newRow("missing") << QByteArray("none.bin") << QByteArray("0") << QByteArray("8");
        QTest::newRow("beyond") << QByteArray("data.bin") << QByteArray("1") << QByteArray("8");
        QTest::newRow("wraps") << QByteArray("data.bin") << QByteArray("18446744073709551608")
                               << QByteArray("8");
        QTest::newRow("no number") << QByteArray("data.bin") << QByteArray("-1") << QByteArray("8");
        QTest::newRow("other length")
            << QByteArray("data.bin") << QByteArray("0") << QByteArray("4");
    }

    void externalDataThatIsRefused() {
        QFETCH(QByteArray, location);
        QFETCH(QByteArray, offset);
        QFETCH(QByteArray, length);
        const test::TemporaryFile source(model(2, external(location, offset, length)),
                                         "model.onnx");
        QFile data(QFileInfo(source.qpath()).dir().filePath("data.bin"));
        QVERIFY(data.open(QIODevice::WriteOnly));
        data.write(twoFloats);
        data.close();
        QVERIFY(!openWeightFile(source.path()).has_value());
    }

    /// Values above a mebibyte stay in the file, whatever field they are in.
    void largeValues_data() {
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("fieldNumber");
        QTest::addColumn<int>("width");
        QTest::newRow("FLOAT, raw") << 1 << 9 << 4;
        QTest::newRow("FLOAT") << 1 << 4 << 4;
        QTest::newRow("INT8, raw") << 3 << 9 << 1;
        QTest::newRow("INT8") << 3 << 5 << 0;
        QTest::newRow("UINT8") << 2 << 5 << 0;
        QTest::newRow("INT16") << 5 << 5 << 0;
        QTest::newRow("INT32") << 6 << 5 << 0;
        QTest::newRow("INT64") << 7 << 7 << 0;
        QTest::newRow("UINT32") << 12 << 11 << 0;
        QTest::newRow("DOUBLE") << 11 << 10 << 8;
    }

    void largeValues() {
        QFETCH(int, type);
        QFETCH(int, fieldNumber);
        QFETCH(int, width);
        constexpr int count = 1'200'000;
        const QByteArray bytes = largeTensor(type, count, fieldNumber, width);
        for (const bool inside : {false, true}) {
            // In the graph, and in the branch of a node.
            const QByteArray attribute = field(1, "then_branch") + field(6, field(5, bytes));
            const QByteArray graph =
                inside ? field(1, field(4, "If") + field(5, attribute)) : field(5, bytes);
            const test::TemporaryFile source(number(1, 8) + field(7, graph + field(2, "g")));
            const auto file = openWeightFile(source.path());
            QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
            QCOMPARE((*file)->tensors().size(), std::size_t{1});
            const auto read = (*file)->read(0);
            QVERIFY2(read.has_value(), read ? "" : toString(read.error()).c_str());
            QCOMPARE(read->size(), std::size_t{count});
            for (int i = 0; i < count; ++i) {
                if (read->values()[std::size_t(i)] != float(largeValue(type, i))) {
                    QFAIL(qPrintable(QString::number(i)));
                }
            }
        }
    }

    /// What does not fit is listed, and the rest opens.
    void largeValuesThatDoNotFit_data() {
        QTest::addColumn<QByteArray>("values");
        QTest::addColumn<QByteArray>("word");
        constexpr int count = 1'200'000;
        const QByteArray raw(4 * count, '\0');
        QTest::newRow("more") << field(9, raw + "more") << QByteArray("instead of");
        QTest::newRow("another type") << field(10, raw) << QByteArray("has 0 bytes");
        QTest::newRow("twice") << field(9, raw) + field(9, raw) << QByteArray("pieces");
        QTest::newRow("and a little") << field(9, raw) + field(9, "abcd") << QByteArray("pieces");
        QTest::newRow("a little before")
            << field(4, "abcd") + field(4, raw) << QByteArray("pieces");
    }

    void largeValuesThatDoNotFit() {
        QFETCH(QByteArray, values);
        QFETCH(QByteArray, word);
        const QByteArray lost = number(1, 1'200'000) + number(2, 1) + field(8, "lost") + values;
        const QByteArray kept =
            number(1, 2) + number(2, 1) + field(8, "kept") + field(9, twoFloats);
        const test::TemporaryFile source(number(1, 8) + field(7, field(5, lost) + field(5, kept)));
        const auto file = openWeightFile(source.path());
        QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
        QCOMPARE((*file)->tensors().size(), std::size_t{2});
        const std::string& reason = (*file)->stored(*(*file)->find("lost")).unreadable;
        QVERIFY2(reason.find(word.toStdString()) != std::string::npos, reason.c_str());
        QCOMPARE((*file)->read(*(*file)->find("kept"))->values()[0], 1.0F);
    }

    /// A copy of a large model that ended early, and lengths that reach beyond what holds them.
    void largeModelsCutShort() {
        const QByteArray whole =
            number(1, 8) + field(7, field(5, largeTensor(1, 1'200'000, 9, 4)) + field(2, "g"));
        for (const qsizetype cut : {qsizetype{1}, qsizetype{100}, whole.size() / 2}) {
            const test::TemporaryFile source(whole.left(whole.size() - cut));
            COMPARE_ERROR(openWeightFile(source.path()), ErrorCode::Malformed);
        }
        const QByteArray inner = varint(9 << 3 | 2) + varint(4'800'000) + QByteArray(4'799'000, 0);
        const test::TemporaryFile source(number(1, 8) + field(7, field(5, inner) + field(2, "g")) +
                                         QByteArray(4000, 0));
        COMPARE_ERROR(openWeightFile(source.path()), ErrorCode::Malformed);
    }

private:
    static qint64 largeValue(int type, int i) {
        switch (type) {
            case 3:
                return i % 256 - 128;
            case 2:
                return i % 256;
            case 5:
                return i % 65536 - 32768;
            default:
                return type == 12 ? qint64(i) * 3 : qint64(i) * 3 - 1'000'000;
        }
    }

    /// An initializer whose values stand in one field, `width` bytes each or as varints (0).
    static QByteArray largeTensor(int type, int count, int fieldNumber, int width) {
        QByteArray values;
        for (int i = 0; i < count; ++i) {
            const qint64 value = largeValue(type, i);
            if (type == 1) {
                const float real = float(value);
                values.append(reinterpret_cast<const char*>(&real), 4);
            } else if (type == 11) {
                const double real = double(value);
                values.append(reinterpret_cast<const char*>(&real), 8);
            } else if (width != 0) {
                values.append(reinterpret_cast<const char*>(&value), width);
            } else {
                values += varint(quint64(value));
            }
        }
        return number(1, quint64(count)) + number(2, quint64(type)) + field(8, "w") +
               field(fieldNumber, values);
    }

    static void compare(const WeightFile& file, const QJsonObject& expected) {
        const std::string name = expected["name"].toString().toStdString();
        const auto index = file.find(name);
        QVERIFY2(index.has_value(), name.c_str());
        const auto tensor = file.read(*index);
        QVERIFY2(tensor.has_value(), tensor ? "" : toString(tensor.error()).c_str());
        const auto shape = expected["shape"].toArray();
        QCOMPARE(tensor->shape().size(), static_cast<std::size_t>(shape.size()));
        for (qsizetype i = 0; i < shape.size(); ++i) {
            QCOMPARE(tensor->shape()[static_cast<std::size_t>(i)], shape[i].toInteger());
        }
        const auto values = expected["values"].toArray();
        QCOMPARE(tensor->size(), static_cast<std::size_t>(values.size()));
        for (qsizetype i = 0; i < values.size(); ++i) {
            const float actual = tensor->values()[static_cast<std::size_t>(i)];
            const bool same = values[i].isDouble()
                                  ? actual == static_cast<float>(values[i].toDouble())
                                  : !std::isfinite(actual);
            QVERIFY2(same, qPrintable(QStringLiteral("%1[%2] is %3")
                                          .arg(QString::fromStdString(name))
                                          .arg(i)
                                          .arg(static_cast<double>(actual))));
        }
    }
};

QTEST_APPLESS_MAIN(TestOnnx)
#include "tst_onnx.moc"
