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

/// A protobuf field of the wire type 2: a message, a text or bytes.
QByteArray field(int number, const QByteArray& content) {
    QByteArray bytes;
    bytes += static_cast<char>(number << 3 | 2);
    bytes += static_cast<char>(content.size());
    return bytes + content;
}

QByteArray number(int number, int value) {
    QByteArray bytes;
    bytes += static_cast<char>(number << 3);
    return bytes + static_cast<char>(value);
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

private:
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
