// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_writer.h"
#include "tests/support/temporary_file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

#include <cstring>

using namespace zeropoint;

namespace {

/// A tensor of given bytes.
TensorOutput raw(std::string name, DType dtype, Shape shape, const QByteArray& bytes) {
    TensorOutput output{std::move(name), dtype, std::move(shape), {}};
    output.fill = [bytes](std::uint64_t offset, std::span<std::byte> out) -> Result<void> {
        std::memcpy(out.data(), bytes.constData() + offset, out.size());
        return {};
    };
    return output;
}

/// Bytes 0, 1, 2, ... reaching every bit pattern of 8 bits.
QByteArray pattern(int count) {
    QByteArray bytes;
    for (int i = 0; i < count; ++i) {
        bytes += static_cast<char>(i * 37 + i / 256);
    }
    return bytes;
}

QByteArray storedBytesOf(const WeightFile& file, const std::string& name) {
    const auto index = file.find(name);
    if (!index) {
        return "missing";
    }
    const StoredTensor& tensor = file.stored(*index);
    QByteArray bytes(static_cast<qsizetype>(tensor.info.bytes), '\0');
    const auto out = std::as_writable_bytes(std::span(bytes.data(), tensor.info.bytes));
    return tensor.source->read(tensor.info.offset, out) ? bytes : "unreadable";
}

}  // namespace

class TestWriters : public QObject {
    Q_OBJECT

private slots:
    void bitsStayAsTheyAre_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("npz") << "out.npz";
        QTest::newRow("safetensors") << "out.safetensors";
    }

    void bitsStayAsTheyAre() {
        QFETCH(QString, name);
        const std::string path = m_folder.filePath(name).toStdString();
        const WriteFormat format = *writeFormatOf(path);
        WeightOutput output;
        QHash<QString, QByteArray> expected;
        for (const DType dtype : {DType::U8, DType::F64, DType::I16, DType::F32, DType::I64,
                                  DType::F16, DType::BF16, DType::F8E4M3, DType::Bool}) {
            if (!keptBy(format)(dtype)) {
                continue;
            }
            const std::string tensor = "layer.0/" + std::string(dtypeName(dtype));
            const QByteArray bytes = pattern(static_cast<int>(6 * dtypeBits(dtype) / 8));
            output.tensors.push_back(raw(tensor, dtype, {2, 3}, bytes));
            expected[QString::fromStdString(tensor)] = bytes;
        }
        output.tensors.push_back(raw("none", DType::F32, {0, 4}, ""));
        output.tensors.push_back(raw("scalar", DType::F32, {}, pattern(4)));
        const auto size = writeWeights(path, format, output);
        QVERIFY2(size.has_value(), size ? "" : toString(size.error()).c_str());
        QCOMPARE(static_cast<qint64>(*size), QFileInfo(QString::fromStdString(path)).size());
        const auto file = openWeightFile(path);
        QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
        QCOMPARE((*file)->tensors().size(), output.tensors.size());
        for (auto it = expected.cbegin(); it != expected.cend(); ++it) {
            QCOMPARE(storedBytesOf(**file, it.key().toStdString()), it.value());
        }
        QCOMPARE((*file)->tensors()[*(*file)->find("none")].shape, (Shape{0, 4}));
        QCOMPARE((*file)->tensors()[*(*file)->find("scalar")].shape, Shape{});
    }

    // Every float32 bit pattern class, through text.
    void csvReadsBackToTheSameFloats() {
        std::vector<float> values = {0.1F, -0.0F, 1e-45F, 3.4028235e38F, 16777217.0F, 1.0F / 3.0F};
        const std::string path = m_folder.filePath("out.csv").toStdString();
        const Tensor tensor("t", {3, 2}, values);
        QVERIFY(writeWeights(path, WriteFormat::Csv, {{outputOf(tensor)}, {}}).has_value());
        const auto file = openWeightFile(path);
        QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
        QCOMPARE((*file)->tensors()[0].shape, (Shape{3, 2}));
        const auto back = (*file)->read(0);
        QVERIFY(std::memcmp(back->values().data(), values.data(), values.size() * 4) == 0);
    }

    // The rules of the safetensors format, checked on the bytes alone.
    void safetensorsKeepsTheRules() {
        const std::string path = m_folder.filePath("rules.safetensors").toStdString();
        WeightOutput output{
            {raw("b", DType::U8, {3}, "abc"), raw("a", DType::F32, {2}, pattern(8))},
            {{"key", "value \"quoted\""}}};
        QVERIFY(writeWeights(path, WriteFormat::Safetensors, output).has_value());
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        quint64 length = 0;
        std::memcpy(&length, bytes.constData(), 8);
        QCOMPARE(length % 8, quint64{0});
        const QByteArray text = bytes.mid(8, static_cast<qsizetype>(length));
        QCOMPARE(text.at(0), '{');
        const QJsonObject header = QJsonDocument::fromJson(text).object();
        QCOMPARE(header["__metadata__"].toObject()["key"].toString(), "value \"quoted\"");
        QMap<int, int> ranges;
        for (const char* name : {"a", "b"}) {
            const QJsonArray offsets = header[name].toObject()["data_offsets"].toArray();
            ranges[offsets[0].toInt()] = offsets[1].toInt();
        }
        int expected = 0;
        for (auto it = ranges.cbegin(); it != ranges.cend(); ++it) {
            QCOMPARE(it.key(), expected);
            expected = it.value();
        }
        QCOMPARE(static_cast<qsizetype>(8 + length) + expected, bytes.size());
        QCOMPARE(bytes.right(3), QByteArray("abc"));
    }

    void numpyReadsWhatIsWritten() {
        if (QProcess::execute("/usr/bin/python3", {"-c", "import numpy"}) != 0) {
            QSKIP("numpy is not installed");
        }
        const QString npz = m_folder.filePath("numpy.npz");
        const QString npy = m_folder.filePath("numpy.npy");
        QByteArray counting;
        for (qint64 i = 0; i < 6; ++i) {
            counting.append(reinterpret_cast<const char*>(&i), sizeof i);
        }
        const TensorOutput tensor = raw("w", DType::I64, {2, 3}, counting);
        QVERIFY(writeWeights(npz.toStdString(), WriteFormat::Npz, {{tensor}, {}}).has_value());
        QVERIFY(writeWeights(npy.toStdString(), WriteFormat::Npy, {{tensor}, {}}).has_value());
        const QString program = QStringLiteral(
            "import numpy as n, sys\n"
            "for a in (n.load(sys.argv[1])['w'], n.load(sys.argv[2])):\n"
            "    assert a.dtype == n.int64 and (a == n.arange(6).reshape(2, 3)).all(), a\n");
        QCOMPARE(QProcess::execute("/usr/bin/python3", {"-c", program, npz, npy}), 0);
    }

    void fileIsConvertedWithItsOwnBits() {
        // Big-endian doubles in Fortran's order: neither the order nor the rounding may change.
        QByteArray header = "{'descr': '>f8', 'fortran_order': True, 'shape': (2, 2)}";
        QByteArray bytes("\x93NUMPY\x01\x00", 8);
        bytes += static_cast<char>(header.size());
        bytes += '\0';
        bytes += header;
        for (const double value : {0.1, 0.2, 0.3, 0.4}) {
            QByteArray one(reinterpret_cast<const char*>(&value), 8);
            std::reverse(one.begin(), one.end());
            bytes += one;
        }
        const test::TemporaryFile source(bytes);
        const auto file = openWeightFile(source.path());
        QVERIFY(file.has_value());
        const std::string path = m_folder.filePath("converted.npy").toStdString();
        WeightOutput output{{outputOf(*file, 0, keptBy(WriteFormat::Npy))}, {}};
        QVERIFY(writeWeights(path, WriteFormat::Npy, output).has_value());
        const auto converted = openWeightFile(path);
        QCOMPARE((*converted)->tensors()[0].dtype, DType::F64);
        QByteArray expected;
        for (const double value : {0.1, 0.3, 0.2, 0.4}) {
            expected.append(reinterpret_cast<const char*>(&value), 8);
        }
        QCOMPARE(storedBytesOf(**converted, ""), expected);
    }

    void failureLeavesTheOldFile() {
        const test::TemporaryFile old("what stood there", "old.safetensors");
        TensorOutput broken = raw("a", DType::U8, {4}, "");
        broken.fill = [](std::uint64_t, std::span<std::byte>) -> Result<void> {
            return fail(ErrorCode::ReadFailed, "gone");
        };
        for (const WriteFormat format :
             {WriteFormat::Safetensors, WriteFormat::Npz, WriteFormat::Npy}) {
            const auto written = writeWeights(old.path(), format, {{broken}, {}});
            QVERIFY(!written.has_value());
            QCOMPARE(written.error().code, ErrorCode::ReadFailed);
            QFile file(old.qpath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), QByteArray("what stood there"));
            const QDir folder = QFileInfo(old.qpath()).dir();
            QCOMPARE(folder.entryList(QDir::Files | QDir::Hidden).size(), qsizetype{1});
        }
    }

    void wrongRequestsAreRefused() {
        const std::string path = m_folder.filePath("x.npy").toStdString();
        const TensorOutput a = raw("a", DType::U8, {1}, "a");
        QCOMPARE(writeWeights(path, WriteFormat::Npy, {{a, a}, {}}).error().code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(writeWeights(path, WriteFormat::Npz, {{a, a}, {}}).error().code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(writeWeights("/nowhere/x.npy", WriteFormat::Npy, {{a}, {}}).error().code,
                 ErrorCode::WriteFailed);
        QVERIFY(!QFileInfo::exists(QString::fromStdString(path)));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(TestWriters)
#include "tst_writers.moc"
