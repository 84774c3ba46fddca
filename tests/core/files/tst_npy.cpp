// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/npy/npy_header.h"
#include "core/files/weight_file.h"
#include "tests/support/outcome.h"
#include "tests/support/temporary_file.h"

#include <QtTest>

#include <numeric>

using namespace zeropoint;

namespace {

QByteArray npy(int version, const QByteArray& header, const QByteArray& data) {
    const int width = version == 1 ? 2 : 4;
    QByteArray length;
    for (int i = 0; i < width; ++i) {
        length += static_cast<char>(header.size() >> (8 * i) & 255);
    }
    return QByteArray("\x93NUMPY", 6) + static_cast<char>(version) + '\0' + length + header + data;
}

/// 0, 1, 2, ... as little-endian 16-bit integers.
QByteArray counting(int count) {
    QByteArray data;
    for (int i = 0; i < count; ++i) {
        data += static_cast<char>(i & 255);
        data += static_cast<char>(i >> 8);
    }
    return data;
}

}  // namespace

class TestNpy : public QObject {
    Q_OBJECT

private slots:
    void everyVersion_data() {
        QTest::addColumn<int>("version");
        for (int version = 1; version <= 3; ++version) {
            QTest::addRow("%d", version) << version;
        }
    }

    void everyVersion() {
        QFETCH(int, version);
        const test::TemporaryFile file(npy(
            version, "{'descr': '<i2', 'fortran_order': False, 'shape': (2, 3), }\n", counting(6)));
        const auto opened = openWeightFile(file.path());
        QVERIFY(opened.has_value());
        QCOMPARE((*opened)->formatName(), std::string_view("npy"));
        const auto tensor = (*opened)->read(0);
        QVERIFY(tensor.has_value());
        QCOMPARE(tensor->shape(), (Shape{2, 3}));
        QCOMPARE(tensor->storedDtype(), DType::I16);
        for (std::size_t i = 0; i < 6; ++i) {
            QCOMPARE(tensor->values()[i], static_cast<float>(i));
        }
    }

    /// Every kind of number in both byte orders and both orders of the axes, as numpy writes them.
    void whatNumpyWrites() {
        const QString program = QStringLiteral(R"(
import numpy as n, sys
for kind in 'f2 f4 f8 f16 i1 i2 i4 i8 u1 u2 u4 u8 b1 c8 c16'.split():
    for order in '<>':
        for axes in 'CF':
            a = n.arange(12).reshape(3, 4)
            a = a % 2 if kind == 'b1' else (a - 5) / 8 if kind[0] in 'fc' else a
            a = n.asarray(a, dtype=order + kind, order=axes)
            n.save(sys.argv[1] + '/' + kind + order + axes + '.npy', a)
)");
        const QTemporaryDir folder;
        if (QProcess::execute("/usr/bin/python3", {"-c", "import numpy"}) != 0) {
            QSKIP("numpy is not installed");
        }
        QCOMPARE(QProcess::execute("/usr/bin/python3", {"-c", program, folder.path()}), 0);
        const QFileInfoList files = QDir(folder.path()).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), qsizetype{60});
        for (const QFileInfo& info : files) {
            const QString kind = info.baseName().chopped(2);
            const auto file = openWeightFile(info.filePath().toStdString());
            QVERIFY2(file.has_value(), qPrintable(info.fileName()));
            QCOMPARE((*file)->tensors()[0].shape, (Shape{3, 4}));
            const auto tensor = (*file)->read(0);
            if (kind.startsWith('c')) {
                QCOMPARE((*file)->tensors()[0].dtypeText, kind == "c8" ? "C64" : "C128");
                COMPARE_ERROR(tensor, ErrorCode::Unsupported);
                QVERIFY(tensor.error().remedy.find("two tensors") != std::string::npos);
                continue;
            }
            QVERIFY2(tensor.has_value(), qPrintable(info.fileName()));
            for (std::size_t i = 0; i < 12; ++i) {
                const auto n = static_cast<float>(i);
                const float value = kind == "b1"           ? static_cast<float>(i % 2)
                                    : kind.startsWith('f') ? (n - 5) / 8
                                                           : n;
                QCOMPARE(tensor->values()[i], value);
            }
        }
    }

    // In Fortran's order the element (i, j, k) of (2, 3, 4) stands at i + 2 j + 6 k.
    void fortranOrder() {
        const test::TemporaryFile file(
            npy(1, "{'descr': '<i2', 'fortran_order': True, 'shape': (2, 3, 4)}", counting(24)));
        const auto opened = openWeightFile(file.path());
        QVERIFY(opened.has_value());
        const auto tensor = (*opened)->read(0);
        QVERIFY(tensor.has_value());
        for (std::size_t i = 0; i < 2; ++i) {
            for (std::size_t j = 0; j < 3; ++j) {
                for (std::size_t k = 0; k < 4; ++k) {
                    QCOMPARE(tensor->values()[(i * 3 + j) * 4 + k],
                             static_cast<float>(i + 2 * j + 6 * k));
                }
            }
        }
        std::vector<float> part(5);
        QVERIFY((*opened)->readValues(0, 7, part).has_value());
        QVERIFY(std::equal(part.begin(), part.end(), tensor->values().begin() + 7));
    }

    void headersThatAreRead_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("dimensions");
        QTest::newRow("numpy's own")
            << "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }      \n"
            << qsizetype{2};
        QTest::newRow("other order and quotes")
            << "{\"shape\":(3,),\"descr\":\"<f4\",\"fortran_order\":True}" << qsizetype{1};
        QTest::newRow("scalar") << "{'descr': '<f4', 'fortran_order': False, 'shape': ()}"
                                << qsizetype{0};
        QTest::newRow("Python 2") << "{'descr': '<f4', 'fortran_order': False, 'shape': (2L, 3L)}"
                                  << qsizetype{2};
    }

    void headersThatAreRead() {
        QFETCH(QString, text);
        QFETCH(qsizetype, dimensions);
        const auto header = parseNpyHeader(text.toStdString(), "test");
        QVERIFY(header.has_value());
        QCOMPARE(header->descr, std::string("<f4"));
        QCOMPARE(static_cast<qsizetype>(header->shape.size()), dimensions);
    }

    void headersThatAreRefused_data() {
        QTest::addColumn<QString>("text");
        const QStringList texts = {
            "",
            "{",
            "{}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (3)}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (3,,4)}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (3 4)}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}",
            "{'descr': '<f4' 'fortran_order': False, 'shape': (3,)}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (3,)} + 1",
            "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (3,)}",
            "{'descr': '\\x3cf4', 'fortran_order': False, 'shape': (3,)}",
        };
        for (const QString& text : texts) {
            QTest::newRow(qPrintable(text)) << text;
        }
    }

    void headersThatAreRefused() {
        QFETCH(QString, text);
        const auto header = parseNpyHeader(text.toStdString(), "test");
        COMPARE_ERROR(header, ErrorCode::Malformed);
    }
};

QTEST_APPLESS_MAIN(TestNpy)
#include "tst_npy.moc"
