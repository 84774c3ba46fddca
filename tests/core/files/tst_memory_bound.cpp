// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_file.h"
#include "tests/support/counted_work.h"
#include "tests/support/golden.h"
#include "tests/support/summary_alone.h"
#include "tests/support/temporary_file.h"
#include "tests/support/torch_bytes.h"

#include <QtTest>

#include <algorithm>

using namespace zeropoint;

namespace {

constexpr std::ptrdiff_t bound = 64 << 20;

QByteArray npy(const QByteArray& shape) {
    const QByteArray header = "{'descr': '<f4', 'fortran_order': True, 'shape': " + shape + "}";
    return QByteArray("\x93NUMPY\x01\x00", 8) + static_cast<char>(header.size()) + '\0' + header;
}

QByteArray safetensors(const QByteArray& header) {
    return test::torch::number(static_cast<std::uint64_t>(header.size()), 8) + header;
}

QByteArray gguf(std::uint64_t tensors, std::uint64_t keys, const QByteArray& rest) {
    using test::torch::number;
    return "GGUF" + number(3, 4) + number(tensors, 8) + number(keys, 8) + rest;
}

/// Everything that the program does with a file that it opens.
void use(const std::string& path) {
    const auto file = openWeightFile(path);
    if (!file) {
        return;
    }
    for (std::size_t i = 0; i < (*file)->tensors().size(); ++i) {
        (void)(*file)->read(i);
        (void)test::summaryAlone(**file, i);
    }
}

}  // namespace

/// A small file never makes the program take much memory, whatever it claims.
class TestMemoryBound : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
#ifndef ZEROPOINT_COUNTS_MEMORY
        QSKIP("memory cannot be counted under a sanitizer");
#endif
    }

    void everyBrokenFile_data() {
        const QString shared = test::golden("malformed");
        const QDir folder(QFileInfo::exists(shared) ? shared : test::testData("malformed"));
        QTest::addColumn<QString>("path");
        for (const QString& name : folder.entryList(QDir::Files)) {
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
        }
    }

    void everyBrokenFile() {
        QFETCH(QString, path);
        check(path.toStdString());
    }

    void craftedFiles_data() {
        using namespace test::torch;
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray ones(8, '\xFF');
        const QByteArray most = number(Q_UINT64_C(0x7FFFFFFFFFFFFFFF), 8);
        QTest::newRow("npy, large shape") << npy("(1099511627776,)");
        QTest::newRow("npy, no values of a large shape") << npy("(0, 4611686018427387904)");
        QTest::newRow("npy, long header") << QByteArray("\x93NUMPY\x02\x00\xFF\xFF\xFF\xFF", 12);
        QTest::newRow("safetensors, long header") << most + QByteArray("{\"a\":1}");
        QTest::newRow("safetensors, no values of a large shape")
            << safetensors(R"({"a":{"dtype":"F32","shape":[0,4611686018427387904],)"
                           R"("data_offsets":[0,0]}})");
        QTest::newRow("safetensors, deep") << safetensors(QByteArray(900, '['));
        QTest::newRow("gguf, many tensors") << gguf(Q_UINT64_C(1) << 40, 0, QByteArray(800, '\0'));
        QTest::newRow("gguf, many keys") << gguf(0, Q_UINT64_C(1) << 40, QByteArray(800, '\0'));
        QTest::newRow("gguf, long key") << gguf(0, 1, most + QByteArray(800, 'k'));
        QTest::newRow("gguf, long list") << gguf(
            0, 1, number(1, 8) + "k" + number(9, 4) + number(4, 4) + most + QByteArray(800, '\0'));
        QTest::newRow("gguf, long text")
            << gguf(0, 1, number(1, 8) + "k" + number(8, 4) + most + QByteArray(800, '\0'));
        QTest::newRow("gguf, large alignment")
            << gguf(1, 1,
                    number(17, 8) + "general.alignment" + number(4, 4) + number(0x80000000U, 4) +
                        number(1, 8) + "t" + number(1, 4) + number(8, 8) + number(0, 4) +
                        number(0, 8) + QByteArray(64, '\0'));
        QTest::newRow("onnx, large dimensions") << QByteArray(
            "\x08\x08\x3A\x12\x2A\x10\x08\x80\x80\x80\x80\x80\x80\x80\x80\x40\x10\x01"
            "\x42\x01w\x4A",
            22);
        QTest::newRow("onnx, many empty tensors")
            << "\x08\x08\x3A\xF4\x07" + QByteArray("\x2A\x00", 2).repeated(506);
        QTest::newRow("text, one line") << QByteArray("1,").repeated(511) + "1";
        QTest::newRow("text, many lines") << QByteArray("1\n").repeated(512);
        QTest::newRow("index of itself")
            << QByteArray(R"({"weight_map":{"a":"file","b":"file","c":"./file"}})");
        QTest::newRow("zip, end alone") << QByteArray("PK\x05\x06", 4) + QByteArray(18, '\xFF');

        const Storage storage{"0", 2, QByteArray(8, '\0')};
        const QByteArray two = storageOf2();
        QTest::newRow("pt, one value four million times")
            << file(dictionary(text("w") + tensor(two, 0, {4194304}, {0})), {storage});
        QTest::newRow("pt, one value 2^62 times")
            << file(dictionary(text("w") + tensor(two, 0, {1 << 30, 1 << 30}, {0, 0})), {storage});
        QByteArray twins = tensor(two, 0, {1 << 20}, {0}) +
                           "q\x01"
                           "0";
        twins += dictionary((text("w") + "h\x01").repeated(10)) +
                 "q\x02"
                 "0";
        twins += dictionary((text(QByteArray(40, 'k')) + "h\x02").repeated(4));
        QTest::newRow("pt, one tensor under many names") << file(twins, {storage});
        QByteArray names = text(QByteArray(500, 'x')) +
                           "q\x02"
                           "0" +
                           tensor(two, 0, {2}, {1}) +
                           "q\x01"
                           "0";
        names +=
            "}(h\x02h\x01uq\x03"
            "0";
        for (int i = 0; i < 7; ++i) {
            names += "}(" + QByteArray("h\x02h\x03").repeated(16) +
                     "uq\x03"
                     "0";
        }
        QTest::newRow("pt, names that multiply") << file(names + "h\x03", {storage});
    }

    void craftedFiles() {
        QFETCH(QByteArray, bytes);
        const test::TemporaryFile file(bytes);
        check(file.path());
    }

private:
    static QByteArray storageOf2() {
        return test::torch::storage("FloatStorage", "0", 2);
    }

    void check(const std::string& path) {
#ifdef ZEROPOINT_COUNTS_MEMORY
        const std::ptrdiff_t before = test::work::alive;
        test::work::highest = before;
        use(path);
        QCOMPARE_LE(test::work::highest - before, bound);
#endif
    }
};

QTEST_APPLESS_MAIN(TestMemoryBound)
#include "tst_memory_bound.moc"
