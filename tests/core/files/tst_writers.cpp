// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/atomic_file.h"
#include "core/files/weight_writer.h"
#include "tests/support/full_disk.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"
#include "tests/support/safetensors_rules.h"
#include "tests/support/temporary_file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

#include <cstring>
#include <filesystem>

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

bool npyKept(DType dtype) {
    return keptBy(WriteFormat::Npy)(dtype);
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
        // Every dtype that the format keeps, in an order that is not the file's.
        for (int i = static_cast<int>(DType::C128); i >= 0; --i) {
            const auto dtype = static_cast<DType>(i);
            if (!keptBy(format)(dtype)) {
                continue;
            }
            const std::string tensor = "layer.0/" + std::string(dtypeName(dtype));
            const QByteArray bytes = pattern(static_cast<int>(8 * dtypeBits(dtype) / 8));
            output.tensors.push_back(raw(tensor, dtype, {2, 4}, bytes));
            expected[QString::fromStdString(tensor)] = bytes;
        }
        output.tensors.push_back(raw("none", DType::F32, {0, 4}, ""));
        output.tensors.push_back(raw("scalar", DType::F32, {}, pattern(4)));
        const auto size = writeWeights(path, format, output);
        QVERIFY2(size.has_value(), size ? "" : toString(size.error()).c_str());
        QCOMPARE(static_cast<qint64>(*size), QFileInfo(QString::fromStdString(path)).size());
        if (format == WriteFormat::Safetensors) {
            QCOMPARE(test::brokenSafetensorsRule(test::readAll(QString::fromStdString(path))), "");
        }
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

    /// The checker is worth its name only when it finds what is broken.
    void theRulesFindBrokenFiles_data() {
        QTest::addColumn<QString>("file");
        for (const char* name :
             {"hole", "overlap_partial", "overflow_bytes", "incomplete_extra_data",
              "incomplete_missing_data", "begin_after_end", "unknown_dtype", "metadata_not_string",
              "three_offsets", "header_length_past_end", "top_level_array", "seven_bytes"}) {
            QTest::newRow(name) << QStringLiteral("malformed/st_%1.safetensors").arg(name);
        }
    }

    void theRulesFindBrokenFiles() {
        QFETCH(QString, file);
        const QString path =
            QFileInfo::exists(test::testData(file)) ? test::testData(file) : test::golden(file);
        if (!QFileInfo::exists(path)) {
            QSKIP(qPrintable("missing: " + path));
        }
        QVERIFY(!test::brokenSafetensorsRule(test::readAll(path)).isEmpty());
    }

    void safetensorsKeepsTheRules() {
        const std::string path = m_folder.filePath("rules.safetensors").toStdString();
        WeightOutput output{
            {raw("b", DType::U8, {3}, "abc"), raw("a", DType::F32, {2}, pattern(8))},
            {{"key", "value \"quoted\""}}};
        QVERIFY(writeWeights(path, WriteFormat::Safetensors, output).has_value());
        const QByteArray bytes = test::readAll(QString::fromStdString(path));
        QCOMPARE(test::brokenSafetensorsRule(bytes), "");
        const auto length = qFromLittleEndian<quint64>(bytes.constData());
        QCOMPARE(length % 8, quint64{0});
        const QByteArray text = bytes.mid(8, static_cast<qsizetype>(length));
        const QJsonObject header = QJsonDocument::fromJson(text).object();
        QCOMPARE(header["__metadata__"].toObject()["key"].toString(), "value \"quoted\"");
        QCOMPARE(bytes.right(3), QByteArray("abc"));
    }

    /// numpy finds the dtype, the shape and the bytes of every dtype that the format keeps.
    void numpyReadsWhatIsWritten() {
        if (QProcess::execute("/usr/bin/python3", {"-c", "import numpy"}) != 0) {
            QSKIP("numpy is not installed");
        }
        const QList<std::pair<DType, QString>> names = {
            {DType::F64, "f8"}, {DType::F32, "f4"},   {DType::F16, "f2"}, {DType::I64, "i8"},
            {DType::I32, "i4"}, {DType::I16, "i2"},   {DType::I8, "i1"},  {DType::U64, "u8"},
            {DType::U32, "u4"}, {DType::U16, "u2"},   {DType::U8, "u1"},  {DType::Bool, "b1"},
            {DType::C64, "c8"}, {DType::C128, "c16"}, {DType::F80, "f16"}};
        WeightOutput output;
        QString program = QStringLiteral("import numpy as n, sys\nz = n.load(sys.argv[1])\n");
        for (const auto& [dtype, name] : names) {
            QVERIFY(npyKept(dtype));
            const QByteArray bytes = dtype == DType::Bool
                                         ? QByteArray("\1\0\1\1\0\1", 6)
                                         : pattern(static_cast<int>(6 * dtypeBits(dtype) / 8));
            output.tensors.push_back(raw(name.toStdString(), dtype, {2, 3}, bytes));
            program += QStringLiteral(
                           "a = z['%1']\n"
                           "assert a.dtype.str[1:] == '%1' and a.shape == (2, 3), a\n"
                           "assert a.tobytes().hex() == '%2', a\n")
                           .arg(name, QString::fromLatin1(bytes.toHex()));
            const QString npy = m_folder.filePath(name + ".npy");
            QVERIFY(writeWeights(npy.toStdString(), WriteFormat::Npy, {{output.tensors.back()}, {}})
                        .has_value());
            program += QStringLiteral(
                           "b = n.load('%1')\n"
                           "assert b.dtype == a.dtype and b.tobytes() == a.tobytes()\n")
                           .arg(npy);
        }
        const QString npz = m_folder.filePath("numpy.npz");
        QVERIFY(writeWeights(npz.toStdString(), WriteFormat::Npz, output).has_value());
        QCOMPARE(QProcess::execute("/usr/bin/python3", {"-c", program, npz}), 0);
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
            COMPARE_ERROR(written, ErrorCode::ReadFailed);
            QFile file(old.qpath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), QByteArray("what stood there"));
            const QDir folder = QFileInfo(old.qpath()).dir();
            QCOMPARE(folder.entryList(QDir::Files | QDir::Hidden).size(), qsizetype{1});
        }
    }

    /// A device or a pipe under the name of the file is left what it is.
    void whatIsNoFileIsNotReplaced() {
        const QTemporaryDir folder;
        const std::string pipe = folder.filePath("pipe").toStdString();
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        const std::string link = folder.filePath("link").toStdString();
        std::filesystem::create_symlink(pipe, link);
        for (const std::string& path : {pipe, link, std::string("/dev/null")}) {
            COMPARE_ERROR(replaceFile(path, std::string("x")), ErrorCode::WriteFailed);
            QVERIFY(!std::filesystem::is_regular_file(path));
        }
        QVERIFY(std::filesystem::is_fifo(pipe) && std::filesystem::is_symlink(link));
        COMPARE_ERROR(replaceFile(folder.path().toStdString(), std::string("x")),
                      ErrorCode::WriteFailed);
    }

    /// Of each size around that of the disk; what stood there stays.
    void aFullDiskIsAnError() {
        const test::TemporaryFile old("what stood there", "old.txt");
        for (const std::size_t size : {100, 4096, 100000}) {
            const std::string text(size, 'x');
            {
                const test::FullDisk full(size - 1);
                COMPARE_ERROR(replaceFile(old.path(), text), ErrorCode::WriteFailed);
            }
            QCOMPARE(test::readAll(old.qpath()), QByteArray("what stood there"));
        }
        QVERIFY(replaceFile(old.path(), std::string("new")));
        QCOMPARE(test::readAll(old.qpath()), QByteArray("new"));
        QCOMPARE(QFileInfo(old.qpath()).dir().entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    /// Every format says which file was to be written, not under which name it was until then.
    void aFullDiskNamesTheFile() {
        const Tensor tensor("values", {5000}, std::vector<float>(5000, 0.5F));
        for (const auto& [format, name] :
             {std::pair{WriteFormat::Npy, "full.npy"}, std::pair{WriteFormat::Npz, "full.npz"},
              std::pair{WriteFormat::Safetensors, "full.safetensors"},
              std::pair{WriteFormat::Csv, "full.csv"}}) {
            const std::string path = m_folder.filePath(name).toStdString();
            const test::FullDisk full(1000);
            const auto written = writeWeights(path, format, {{outputOf(tensor)}, {}});
            QVERIFY2(!written, name);
            COMPARE_ERROR(written, ErrorCode::WriteFailed);
            QCOMPARE(written.error().where, path);
            QVERIFY2(!QFile::exists(m_folder.filePath(name)), name);
        }
    }

    /// Each dtype that a format does not have is a wrong call, not a file that nobody can read.
    void dtypesThatAFormatHasNot() {
        for (const auto& [format, name] :
             {std::pair{WriteFormat::Npy, "x.npy"}, std::pair{WriteFormat::Npz, "x.npz"},
              std::pair{WriteFormat::Safetensors, "x.safetensors"},
              std::pair{WriteFormat::Csv, "x.csv"}}) {
            const QString path = m_folder.filePath(name);
            for (int i = 0; i <= static_cast<int>(DType::Unknown); ++i) {
                const auto dtype = static_cast<DType>(i);
                if (!keptBy(format)(dtype)) {
                    const TensorOutput tensor = raw("a", dtype, {8}, QByteArray(128, '\1'));
                    COMPARE_ERROR(writeWeights(path.toStdString(), format, {{tensor}, {}}),
                                  ErrorCode::InvalidArgument);
                    QVERIFY(!QFileInfo::exists(path));
                }
            }
        }
    }

    void namesStayInTheirFolder_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("stays");
        const auto row = [](const QByteArray& name, bool stays) {
            QTest::newRow(name.toPercentEncoding().constData()) << name << stays;
        };
        row("a", true);
        row("model/layers.0/w", true);
        row("..a/b..", true);
        row("a...b", true);
        row("./a", true);
        row("../../evil", false);
        row("..", false);
        row("a/..", false);
        row("a/../b", false);
        row("/etc/evil", false);
        row("..\\evil", false);
        row("a\\..\\evil", false);
        row("C:evil", false);
        row(QByteArray("a\0b", 3), false);
        row("", false);
        row("__metadata__", false);
    }

    void namesStayInTheirFolder() {
        QFETCH(QByteArray, name);
        QFETCH(bool, stays);
        const std::string path = m_folder.filePath("names.npz").toStdString();
        const auto written = writeWeights(path, WriteFormat::Npz,
                                          {{raw(name.toStdString(), DType::U8, {1}, "x")}, {}});
        if (stays) {
            QVERIFY2(written.has_value(), written ? "" : toString(written.error()).c_str());
            QCOMPARE(storedBytesOf(*openWeightFile(path).value(), name.toStdString()), "x");
        } else {
            COMPARE_ERROR(written, ErrorCode::InvalidArgument);
        }
    }

    /// Names that differ in bytes that are no text would be one name in the file.
    void namesThatAreNoText() {
        const auto tensor = [](const char* name) { return raw(name, DType::U8, {1}, "x"); };
        for (const char* ending : {"text.npz", "text.safetensors"}) {
            const std::string path = m_folder.filePath(ending).toStdString();
            const WriteFormat format = *writeFormatOf(path);
            QVERIFY(writeWeights(path, format, {{tensor("gr\xF6\xDF"), tensor("b")}, {}}));
            QCOMPARE(storedBytesOf(*openWeightFile(path).value(), "gr\uFFFD\uFFFD"), "x");
            COMPARE_ERROR(writeWeights(path, format, {{tensor("\xF6"), tensor("\xDF")}, {}}),
                          ErrorCode::InvalidArgument);
        }
    }

    void archivesKeepMetadata() {
        const std::string path = m_folder.filePath("said.npz").toStdString();
        const std::vector<std::pair<std::string, std::string>> metadata = {
            {"format", "int4"}, {"quoted", "a \"b\" \n"}, {"empty", ""}};
        QVERIFY(writeWeights(path, WriteFormat::Npz, {{raw("a", DType::U8, {1}, "x")}, metadata}));
        const auto file = openWeightFile(path).value();
        QCOMPARE(file->metadata(), metadata);
        QCOMPARE(file->tensors().size(), std::size_t{1});
        // An array of that name that is something else is an array.
        QVERIFY(
            writeWeights(path, WriteFormat::Npz, {{raw("aametadata__", DType::U8, {1}, "1")}, {}}));
        QByteArray archive = test::readAll(QString::fromStdString(path));
        archive.replace("aametadata__", "__metadata__");
        const test::TemporaryFile other(archive, "other.npz");
        QCOMPARE(openWeightFile(other.path()).value()->tensors().front().name,
                 std::string("__metadata__"));
    }

    /// The two bytes of version 1 hold headers of 64 KiB; a shape of 30,000 ones is longer.
    void longHeadersAreVersion2() {
        for (const std::size_t rank : {std::size_t{32}, std::size_t{21'000}, std::size_t{30'000}}) {
            const Shape shape(rank, 1);
            const std::string path = m_folder.filePath("long.npy").toStdString();
            const auto written =
                writeWeights(path, WriteFormat::Npy, {{raw("a", DType::U8, shape, "x")}, {}});
            QVERIFY(written.has_value());
            const QByteArray bytes = test::readAll(QString::fromStdString(path));
            const int version = bytes[6];
            const auto length = version == 1 ? qFromLittleEndian<quint16>(bytes.constData() + 8)
                                             : qFromLittleEndian<quint32>(bytes.constData() + 8);
            QCOMPARE(version, rank * 3 > 65'000 ? 2 : 1);
            QCOMPARE(qsizetype(length) + (version == 1 ? 10 : 12) + 1, bytes.size());
            QCOMPARE((bytes.size() - 1) % 64, qsizetype{0});
            const auto file = openWeightFile(path);
            QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
            QCOMPARE((*file)->tensors()[0].shape, shape);
        }
    }

    void unnamedTensorsGetAName() {
        const std::string path = m_folder.filePath("named.safetensors").toStdString();
        const Tensor tensor("", {2}, {1, 2});
        QVERIFY(writeWeights(path, WriteFormat::Safetensors, {{outputOf(tensor)}, {}}));
        QCOMPARE(openWeightFile(path).value()->tensors()[0].name, std::string("tensor"));
    }

    void wrongRequestsAreRefused() {
        const std::string path = m_folder.filePath("x.npy").toStdString();
        const TensorOutput a = raw("a", DType::U8, {1}, "a");
        COMPARE_ERROR(writeWeights(path, WriteFormat::Npy, {{a, a}, {}}),
                      ErrorCode::InvalidArgument);
        COMPARE_ERROR(writeWeights(path, WriteFormat::Npz, {{a, a}, {}}),
                      ErrorCode::InvalidArgument);
        COMPARE_ERROR(writeWeights("/nowhere/x.npy", WriteFormat::Npy, {{a}, {}}),
                      ErrorCode::WriteFailed);
        QVERIFY(!QFileInfo::exists(QString::fromStdString(path)));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(TestWriters)
#include "tst_writers.moc"
