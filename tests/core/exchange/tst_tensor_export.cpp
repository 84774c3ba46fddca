// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/calibrate.h"
#include "core/exchange/c_header.h"
#include "core/exchange/tensor_export.h"
#include "core/files/packed_study.h"
#include "core/files/weight_file.h"
#include "core/quantization/quantize.h"
#include "core/tensor/synthetic.h"
#include "tests/support/full_disk.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

using namespace zeropoint;

namespace {

Tensor waves(const Shape& shape) {
    std::vector<float> values;
    for (std::int64_t i = 0; i < elementCount(shape); ++i) {
        values.push_back(std::sin(static_cast<float>(i) * 0.37F) * (1 + static_cast<float>(i % 5)));
    }
    return Tensor("layer.0/w", shape, std::move(values));
}

QuantScheme schemeOf(const QString& format, const QString& per, bool symmetric) {
    QuantScheme scheme;
    scheme.format = format.toStdString();
    scheme.symmetric = symmetric;
    scheme.groupSize = 5;
    scheme.granularity = per == "tensor"  ? Granularity::Tensor
                         : per == "group" ? Granularity::Group
                                          : Granularity::Channel;
    scheme.axis = per == "columns" ? -1 : 0;
    return scheme;
}

}  // namespace

class TestTensorExport : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }

    Result<TensorExport> exported(const Tensor& tensor, const QuantScheme& scheme,
                                  const QString& name) const {
        return calibrate(tensor, scheme).and_then([&](const Calibration& calibration) {
            return exportQuantization(tensor, scheme, calibration, path(name).toStdString());
        });
    }

    /// What a C program prints of the header's values, as bits.
    std::vector<float> compiled(const QString& id) {
        QFile source(path("main.c"));
        const QString text = QStringLiteral(
                                 "#include \"w.h\"\n#include <stdio.h>\n#include <string.h>\n"
                                 "int main(void) {\n"
                                 "    for (uint32_t i = 0; i < %1_COUNT; ++i) {\n"
                                 "        float value = %2_value(i);\n"
                                 "        uint32_t bits;\n"
                                 "        memcpy(&bits, &value, sizeof bits);\n"
                                 "        printf(\"%lu\\n\", (unsigned long)bits);\n"
                                 "    }\n    return 0;\n}\n")
                                 .arg(id.toUpper(), id);
        if (!source.open(QIODevice::WriteOnly) || source.write(text.toUtf8()) < 0) {
            return {};
        }
        source.close();
        QProcess compiler;
        compiler.setWorkingDirectory(m_folder.path());
        compiler.start("cc", {"-std=c99", "-Wall", "-Wextra", "-pedantic", "-Werror", "-Wno-unused",
                              "main.c", "-o", "main"});
        if (!compiler.waitForFinished() || compiler.exitCode() != 0) {
            qWarning("%s", compiler.readAllStandardError().constData());
            return {};
        }
        QProcess program;
        program.start(path("main"), {});
        program.waitForFinished();
        std::vector<float> values;
        for (const QByteArray& line : program.readAllStandardOutput().split('\n')) {
            if (!line.isEmpty()) {
                values.push_back(std::bit_cast<float>(line.toUInt()));
            }
        }
        return values;
    }

private slots:
    /// A C compiler without a warning, and a program whose values are ours bit for bit.
    void theHeaderCompilesAndReadsBack_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("per");
        QTest::addColumn<bool>("symmetric");
        QTest::newRow("int8") << "int8"
                              << "tensor" << true;
        QTest::newRow("uint8") << "uint8"
                               << "tensor" << false;
        QTest::newRow("int4 rows") << "int4"
                                   << "rows" << true;
        QTest::newRow("uint4 columns") << "uint4"
                                       << "columns" << false;
        QTest::newRow("uint3 groups of 5 in rows of 12") << "uint3"
                                                         << "group" << false;
        QTest::newRow("int12") << "int12"
                               << "rows" << true;
        QTest::newRow("uint16") << "uint16"
                                << "tensor" << false;
        QTest::newRow("fp8") << "fp8-e4m3"
                             << "rows" << true;
        QTest::newRow("fp4") << "fp4-e2m1"
                             << "group" << true;
        QTest::newRow("nf4") << "nf4"
                             << "group" << true;
    }

    void theHeaderCompilesAndReadsBack() {
        if (QStandardPaths::findExecutable("cc").isEmpty()) {
            QSKIP("no C compiler here");
        }
        QFETCH(QString, format);
        QFETCH(QString, per);
        QFETCH(bool, symmetric);
        const Tensor tensor = waves({2, 3, 12});
        const auto made = exported(tensor, schemeOf(format, per, symmetric), "w.h");
        QVERIFY2(made.has_value(), made ? "" : toString(made.error()).c_str());
        QCOMPARE(static_cast<qint64>(made->bytes), QFileInfo(path("w.h")).size());
        const auto expected = made->values();
        QVERIFY(expected);
        const std::vector<float> values = compiled("layer_0_w");
        QCOMPARE(values.size(), expected->size());
        QVERIFY(std::ranges::equal(values, expected->values()));
    }

    /// Codes that stand for infinity or NaN are that in C too, wherever they come from.
    void infinitiesReadBack_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("special");
        QTest::newRow("E5M2 beyond its range") << "fp8-e5m2" << true;
        QTest::newRow("E4M3 with a NaN") << "fp8-e4m3" << false;
    }

    void infinitiesReadBack() {
        if (QStandardPaths::findExecutable("cc").isEmpty()) {
            QSKIP("no C compiler here");
        }
        QFETCH(QString, format);
        QFETCH(bool, special);
        Tensor tensor("layer.0/w", {5},
                      {0.1F, -4.0F, 4.0F, std::numeric_limits<float>::quiet_NaN(), 0.2F});
        QuantScheme scheme = schemeOf(format, "tensor", true);
        scheme.range.kind = RangeMethod::Kind::Explicit;
        scheme.range.lo = -0.2;
        scheme.range.hi = 0.2;
        scheme.overflow = special ? OverflowRule::Special : OverflowRule::Usual;
        const auto made = exported(tensor, scheme, "w.h");
        QVERIFY2(made.has_value(), made ? "" : toString(made.error()).c_str());
        const std::vector<float> values = compiled("layer_0_w");
        QCOMPARE(values.size(), std::size_t{5});
        QVERIFY(std::isnan(values[3]));
        QCOMPARE(std::isinf(values[1]) && values[1] < 0, special);
        QCOMPARE(std::isinf(values[2]) && values[2] > 0, special);
        const auto expected = made->values();
        QVERIFY(expected);
        for (const std::size_t i : {0U, 1U, 2U, 4U}) {
            QCOMPARE(values[i], expected->values()[i]);
        }
    }

    void identifiers_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("id");
        QTest::newRow("as it is") << "weight"
                                  << "weight";
        QTest::newRow("points") << "layers.0.attn.q"
                                << "layers_0_attn_q";
        QTest::newRow("a digit first") << "0.weight"
                                       << "tensor_0_weight";
        QTest::newRow("comment ends") << "a*/b"
                                      << "a__b";
        QTest::newRow("none") << ""
                              << "tensor_";
        QTest::newRow("UTF-8, two bytes") << QString(QChar(0xE4)) << "tensor___";
    }

    void identifiers() {
        QFETCH(QString, name);
        QFETCH(QString, id);
        QCOMPARE(QString::fromStdString(cIdentifier(name.toStdString())), id);
    }

    /// What is written is read again, whatever the kind of file.
    void everyKindReadsBack_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("format");
        for (const char* ending : {"safetensors", "npz", "npy", "csv"}) {
            QTest::addRow("int4 %s", ending) << QStringLiteral("out.%1").arg(ending) << "int4";
        }
        for (const char* format : {"q4_0", "q8_0", "mxfp4", "fp16", "bf16"}) {
            QTest::addRow("%s gguf", format) << "out.gguf" << format;
        }
        QTest::newRow("q4_0 npz") << "out.npz"
                                  << "q4_0";
    }

    void everyKindReadsBack() {
        QFETCH(QString, file);
        QFETCH(QString, format);
        const Tensor tensor = waves({4, 64});
        const auto made = exported(tensor, schemeOf(format, "tensor", true), file);
        QVERIFY2(made.has_value(), made ? "" : toString(made.error()).c_str());
        const auto opened = openWeightFile(path(file).toStdString());
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        const auto values = (*opened)->read(0);
        const auto expected = made->values();
        QVERIFY(values && expected);
        QVERIFY(std::ranges::equal(values->values(), expected->values()));
    }

    /// Codes have their meaning in the first group: worked by hand from its values' ends.
    void levelsAreThoseOfTheFirstGroup_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("symmetric");
        QTest::addColumn<float>("scale");
        QTest::addColumn<QList<int>>("codes");
        QTest::addColumn<QList<float>>("steps");
        // Of -2 to 5.5: 7.5 / 15 and round(2 / 0.5), so that code 0 is -2 and code 15 is 5.5.
        QTest::newRow("uint4, asymmetric")
            << "uint4" << false << 0.5F << QList<int>{0, 4, 5, 15} << QList<float>{-4, 0, 1, 11};
        QTest::newRow("int4") << "int4" << true << 5.5F / 7 << QList<int>{-8, -1, 0, 7}
                              << QList<float>{-8, -1, 0, 7};
        // Table of the QLoRA paper, to the digits that it prints.
        QTest::newRow("nf4") << "nf4" << true << 5.5F << QList<int>{0, 1, 7, 14, 15}
                             << QList<float>{-1, -0.6961928F, 0, 0.7229568F, 1};
        // 0 0001 000 is 2^-6, 0 0111 000 is 1 and 0 1111 110 is 448, the largest.
        QTest::newRow("fp8") << "fp8-e4m3" << true << 5.5F / 448 << QList<int>{8, 56, 126}
                             << QList<float>{1.0F / 64, 1, 448};
    }
    void levelsAreThoseOfTheFirstGroup() {
        QFETCH(QString, format);
        QFETCH(bool, symmetric);
        QFETCH(float, scale);
        QFETCH(QList<int>, codes);
        QFETCH(QList<float>, steps);
        // Groups of five; the second one is wider by far.
        const Tensor tensor("w", {2, 5}, {-2, 5.5F, 0, 1, 2, -70, 90, 1, 2, 3});
        const auto made = exported(tensor, schemeOf(format, "group", symmetric), "l.safetensors");
        QVERIFY2(made.has_value(), made ? "" : toString(made.error()).c_str());
        const auto opened = openWeightFile(path("l.safetensors").toStdString());
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        const auto study = studyPacked(**opened, 0);
        QVERIFY2(study.has_value(), study ? "" : toString(study.error()).c_str());
        QCOMPARE(study->scale, scale);
        for (qsizetype i = 0; i < codes.size(); ++i) {
            const float level = study->levels[std::size_t(codes[i] - study->firstCode)];
            // Two roundings to float32.
            QCOMPARE_LE(std::abs(level - scale * steps[i]), 2e-7F * std::abs(level));
        }
    }

    void refused_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("row");
        QTest::newRow("blocks in C") << "out.h"
                                     << "q4_0" << 64;
        QTest::newRow("a cast in C") << "out.h"
                                     << "bf16" << 64;
        QTest::newRow("int8 in GGUF") << "out.gguf"
                                      << "int8" << 64;
        QTest::newRow("rows that fill no blocks") << "out.gguf"
                                                  << "q8_0" << 60;
        QTest::newRow("no such ending") << "out.xls"
                                        << "int8" << 64;
    }

    void refused() {
        QFETCH(QString, file);
        QFETCH(QString, format);
        QFETCH(int, row);
        COMPARE_ERROR(exported(waves({2, row}), schemeOf(format, "tensor", true), file),
                      ErrorCode::InvalidArgument);
        QVERIFY(!QFile::exists(path(file)) || file == "out.gguf");
    }

    void aFullDiskLeavesNothing() {
        const Tensor tensor = waves({64, 256});
        const QuantScheme scheme = schemeOf("int8", "tensor", true);
        const auto inFolder = [&] {
            return QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden);
        };
        const QStringList before = inFolder();
        const test::FullDisk full(4096);
        COMPARE_ERROR(exported(tensor, scheme, "full.h"), ErrorCode::WriteFailed);
        COMPARE_ERROR(exported(tensor, scheme, "full.npz"), ErrorCode::WriteFailed);
        QCOMPARE(inFolder(), before);
    }

    void noSuchFolder() {
        COMPARE_ERROR(exported(waves({2, 32}), schemeOf("int8", "tensor", true), "none/out.h"),
                      ErrorCode::WriteFailed);
    }
};

QTEST_GUILESS_MAIN(TestTensorExport)
#include "tst_tensor_export.moc"
