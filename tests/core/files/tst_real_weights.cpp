// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_file.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

#include <cmath>
#include <limits>

using namespace zeropoint;

namespace {

/// The names that numpy and PyTorch give what safetensors names shortly.
QString commonDtype(const QString& text) {
    static const QHash<QString, QString> names = {
        {"f2", "F16"},      {"f4", "F32"},      {"f8", "F64"},      {"i1", "I8"},
        {"i2", "I16"},      {"i4", "I32"},      {"i8", "I64"},      {"u1", "U8"},
        {"u2", "U16"},      {"u4", "U32"},      {"u8", "U64"},      {"b1", "BOOL"},
        {"float16", "F16"}, {"float32", "F32"}, {"float64", "F64"}, {"bfloat16", "BF16"},
        {"int8", "I8"},     {"int16", "I16"},   {"int32", "I32"},   {"int64", "I64"},
        {"uint8", "U8"},    {"bool", "BOOL"}};
    const QString bare = QString("<>|=").contains(text.left(1)) ? text.mid(1) : text;
    return names.value(bare, bare);
}

/// Statistics by the plainest loops: two passes, in long double.
struct PlainStatistics {
    double min = std::numeric_limits<double>::infinity();
    double max = -std::numeric_limits<double>::infinity();
    long double mean = 0;
    long double std = 0;
    int zeros = 0;
    int nonFinite = 0;
};

PlainStatistics plainStatistics(std::span<const float> values) {
    PlainStatistics result;
    long double sum = 0;
    int finite = 0;
    for (const float x : values) {
        if (!std::isfinite(x)) {
            ++result.nonFinite;
            continue;
        }
        ++finite;
        sum += x;
        result.zeros += x == 0 ? 1 : 0;
        result.min = std::min<double>(result.min, x);
        result.max = std::max<double>(result.max, x);
    }
    result.mean = sum / finite;
    long double squares = 0;
    for (const float x : values) {
        if (std::isfinite(x)) {
            squares += (x - result.mean) * (x - result.mean);
        }
    }
    result.std = std::sqrt(squares / finite);
    return result;
}

void compareRelative(double actual, const QJsonValue& expected, double scale) {
    if (expected.isDouble()) {
        QCOMPARE_LE(std::abs(actual - expected.toDouble()),
                    1e-6 * std::max(std::abs(expected.toDouble()), scale));
    }
}

bool readerExists(const QString& file) {
    return file.endsWith(".npy") || file.endsWith(".npz") || file.endsWith(".pt") ||
           file.endsWith(".gguf") || file.endsWith(".safetensors");
}

}  // namespace

/// Every real file lists and reads as the JSON beside it says, which other libraries computed.
class TestRealWeights : public QObject {
    Q_OBJECT

private slots:
    void asTheJsonBesideIt_data() {
        ZEROPOINT_NEED_GOLDEN("weights");
        QTest::addColumn<QString>("path");
        QDirIterator it(test::golden("weights"), {"*.json"}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString file = it.next().chopped(5);
            if (readerExists(file)) {
                QTest::newRow(qPrintable(QFileInfo(file).fileName())) << file;
            }
        }
    }

    void asTheJsonBesideIt() {
        QFETCH(QString, path);
        // Python writes NaN and infinities as words that JSON does not have.
        QByteArray text = test::readAll(path + ".json");
        text.replace("-Infinity", "null").replace("Infinity", "null").replace("NaN", "null");
        const QJsonObject json = QJsonDocument::fromJson(text).object();
        QVERIFY(!json.isEmpty());
        const auto file = openWeightFile(path.toStdString());
        QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
        QCOMPARE((*file)->tensors().size(),
                 static_cast<std::size_t>(json["tensors"].toArray().size()));
        for (const auto& row : json["tensors"].toArray()) {
            compareTensor(**file, row.toObject());
            if (QTest::currentTestFailed()) {
                qWarning() << "in" << row.toObject()["name"].toString();
                return;
            }
        }
    }

private:
    void compareTensor(const WeightFile& file, const QJsonObject& expected) {
        const auto index = file.find(expected["name"].toString().toStdString());
        QVERIFY(index.has_value());
        const TensorInfo& info = file.tensors()[*index];
        Shape shape;
        for (const auto& dimension : expected["shape"].toArray()) {
            shape.push_back(dimension.toInteger());
        }
        QCOMPARE(info.shape, shape);
        QCOMPARE(QString::fromStdString(info.dtypeText), commonDtype(expected["dtype"].toString()));
        QCOMPARE(static_cast<qint64>(info.bytes), expected["nbytes"].toInteger());
        const auto tensor = file.read(*index);
        if (!file.stored(*index).unreadable.empty()) {
            COMPARE_ERROR(tensor, ErrorCode::Unsupported);
            return;
        }
        QVERIFY2(tensor.has_value(), tensor ? "" : toString(tensor.error()).c_str());
        compareValues(*tensor, expected);
    }

    void compareValues(const Tensor& tensor, const QJsonObject& expected) {
        const PlainStatistics actual = plainStatistics(tensor.values());
        // A mean is a small difference of large numbers: its error is measured by the spread.
        compareRelative(actual.min, expected["min"], 0);
        compareRelative(actual.max, expected["max"], 0);
        compareRelative(static_cast<double>(actual.std), expected["std"], 0);
        compareRelative(static_cast<double>(actual.mean), expected["mean"],
                        expected["std"].toDouble());
        QCOMPARE(actual.zeros, expected["zeros"].toInt());
        QCOMPARE(actual.nonFinite, expected["non_finite"].toInt());
        const auto first = expected["first4"].toArray();
        for (qsizetype i = 0; i < first.size(); ++i) {
            if (first[i].isDouble()) {
                QCOMPARE(tensor.values()[static_cast<std::size_t>(i)],
                         static_cast<float>(first[i].toDouble()));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestRealWeights)
#include "tst_real_weights.moc"
