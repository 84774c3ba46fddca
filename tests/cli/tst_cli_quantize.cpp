// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_file.h"
#include "core/numerics/number_format.h"
#include "tests/cli/cli_run.h"
#include "tests/support/raw_safetensors.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace zeropoint;
using namespace zeropoint::test;

namespace {

const std::string source = "synthetic:outlier-channels?rows=6,cols=8";
/// The name that such a tensor has.
const QString name = "outlier-channels?cols=8,rows=6";

}  // namespace

class TestCliQuantize : public QObject {
    Q_OBJECT

private slots:
    /// What stands in the file, decoded here by the equation, is what --dequantized holds, and
    /// takes the bytes that are claimed.
    void theFileHoldsTheEquation_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("bits");
        QTest::addColumn<bool>("isSigned");
        QTest::addColumn<int>("perRow");  // units of a row of 8 values; 0: one unit for all
        QTest::newRow("int8") << QStringList{} << 8 << true << 0;
        QTest::newRow("uint8") << QStringList{"--asymmetric"} << 8 << false << 0;
        QTest::newRow("int4 per row")
            << QStringList{"--format", "int4", "--per", "channel"} << 4 << true << 1;
        QTest::newRow("uint4 groups of 3")
            << QStringList{"--format", "uint4", "--asymmetric", "--per", "group:3"} << 4 << false
            << 3;
        QTest::newRow("int3 groups of 4")
            << QStringList{"--format", "int3", "--per", "group:4"} << 3 << true << 2;
        QTest::newRow("int12") << QStringList{"--format", "int12"} << 12 << true << 0;
        QTest::newRow("uint16 per row")
            << QStringList{"--format", "uint16", "--asymmetric", "--per", "channel"} << 16 << false
            << 1;
    }

    void theFileHoldsTheEquation() {
        QFETCH(QStringList, options);
        QFETCH(int, bits);
        QFETCH(bool, isSigned);
        QFETCH(int, perRow);
        QTemporaryDir folder;
        const QString out = folder.filePath("codes.safetensors");
        const std::string back = folder.filePath("back.npy").toStdString();
        std::vector<std::string> call = {"quantize",      source, "--out", out.toStdString(),
                                         "--dequantized", back,   "--json"};
        for (const QString& option : options) {
            call.push_back(option.toStdString());
        }
        const CliRun run = runCli(call);
        QVERIFY2(run.status == 0, run.err.c_str());
        QCOMPARE(run.json()["written"].toString(), out);
        QVERIFY(run.json()["mse"].isDouble());
        const RawSafetensors raw = RawSafetensors::read(out);
        const bool hasZero = options.contains("--asymmetric");
        QCOMPARE(raw.entries.size(), hasZero ? 3 : 2);
        const auto& codes = raw.entries[name + ".codes"];
        const auto scale = raw.entries[name + ".scale"].floats();
        const Tensor values = openWeightFile(back).value()->read(0).value();
        QCOMPARE(values.shape(), (Shape{6, 8}));
        QCOMPARE(codes.bytes.size(), 48 * bits / 8);
        QCOMPARE(scale.size(), std::size_t(perRow == 0 ? 1 : 6 * perRow));
        const int width = perRow == 3 ? 3 : perRow == 2 ? 4 : 8;
        qint64 bytes = 0;
        for (const auto& entry : raw.entries) {
            bytes += entry.bytes.size();
        }
        QCOMPARE(run.json()["bytes"].toInteger(), bytes);
        for (std::size_t i = 0; i < 48; ++i) {
            const std::size_t unit =
                perRow == 0 ? 0 : i / 8 * std::size_t(perRow) + i % 8 / std::size_t(width);
            const auto zero =
                hasZero ? raw.entries[name + ".zero_point"].code(unit, bits, isSigned) : 0;
            QCOMPARE(values.values()[i], float(codes.code(i, bits, isSigned) - zero) * scale[unit]);
        }
    }

    void smallFloatsHaveTheirOwnDtype() {
        QTemporaryDir folder;
        const QString out = folder.filePath("codes.safetensors");
        const std::string back = folder.filePath("back.npy").toStdString();
        QCOMPARE(runCli({"quantize", source, "--format", "fp8-e4m3", "--out", out.toStdString(),
                         "--dequantized", back})
                     .status,
                 0);
        const RawSafetensors raw = RawSafetensors::read(out);
        const auto& codes = raw.entries[name + ".codes"];
        QCOMPARE(codes.dtype, "F8_E4M3");
        QCOMPARE(codes.shape, (QList<qint64>{6, 8}));
        const float scale = raw.entries[name + ".scale"].floats()[0];
        const Tensor values = openWeightFile(back).value()->read(0).value();
        for (std::size_t i = 0; i < 48; ++i) {
            const auto code = static_cast<std::uint64_t>(codes.code(i, 8, false));
            QCOMPARE(values.values()[i], float(decode(numberFormat("fp8-e4m3"), code)) * scale);
        }
    }

    /// Scales stand in the format that they were rounded to.
    void scalesAreStoredAsTheyAre_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("fp16") << "fp16" << QStringList{".codes:U8:24", ".scale:F16:6"};
        QTest::newRow("bf16") << "bf16" << QStringList{".codes:U8:24", ".scale:BF16:6"};
        QTest::newRow("e8m0") << "e8m0" << QStringList{".codes:U8:24", ".scale:F8_E8M0:6"};
        QTest::newRow("double") << "double:4"
                                << QStringList{".codes:U8:24", ".scale_codes:F8_E4M3:6",
                                               ".scale_mean:F32:", ".second_scale:F32:2"};
    }

    void scalesAreStoredAsTheyAre() {
        QFETCH(QString, format);
        QFETCH(QStringList, expected);
        QTemporaryDir folder;
        const QString out = folder.filePath("codes.safetensors");
        const CliRun run =
            runCli({"quantize", source, "--format", "int4", "--per", "channel", "--scale-format",
                    format.toStdString(), "--out", out.toStdString(), "--json"});
        QVERIFY2(run.status == 0, run.err.c_str());
        const RawSafetensors raw = RawSafetensors::read(out);
        QCOMPARE(raw.list().replaceInStrings(name, QString()), expected);
        qint64 bytes = 0;
        for (const auto& entry : raw.entries) {
            bytes += entry.bytes.size();
        }
        QCOMPARE(run.json()["bytes"].toInteger(), bytes);
    }

    void wrongCalls() {
        QTemporaryDir folder;
        const auto status = [&](const char* name, const char* range) {
            return runCli({"quantize", "synthetic:normal?n=10", "--range", range, "--out",
                           folder.filePath(name).toStdString()})
                .status;
        };
        QCOMPARE(status("codes.npy", "minmax"), 2);
        QCOMPARE(status("codes.gguf", "minmax"), 2);  // GGUF has no INT8 with a scale
        QCOMPARE(runCli({"quantize", "synthetic:normal?n=64", "--format", "q8_0", "--out",
                         folder.filePath("codes.h").toStdString()})
                     .status,
                 2);  // a C header has no blocks
        QCOMPARE(status("codes.bin", "minmax"), 2);
        QCOMPARE(status("codes.safetensors", "1,0"), 2);
        QVERIFY(!QFileInfo::exists(folder.filePath("codes.safetensors")));
        QCOMPARE(status("no/such/folder/codes.safetensors", "minmax"), 1);
        QCOMPARE(runCli({"quantize", "synthetic:normal?n=10"}).status, 2);
    }
};

QTEST_APPLESS_MAIN(TestCliQuantize)
#include "tst_cli_quantize.moc"
