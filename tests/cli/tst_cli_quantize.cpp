// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_file.h"
#include "tests/cli/cli_run.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace zeropoint;
using namespace zeropoint::test;

namespace {

Tensor tensorOf(const WeightFile& file, const std::string& ending) {
    for (std::size_t i = 0; i < file.tensors().size(); ++i) {
        if (file.tensors()[i].name.ends_with(ending)) {
            return file.read(i).value();
        }
    }
    return {};
}

}  // namespace

class TestCliQuantize : public QObject {
    Q_OBJECT

private slots:
    // What is written must read back, by the equation, to what --dequantized holds.
    void theFileHoldsTheEquation_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("ending");
        QTest::newRow("int8") << QStringList{} << ".safetensors";
        QTest::newRow("uint8 npz") << QStringList{"--asymmetric"} << ".npz";
        QTest::newRow("int4 per row")
            << QStringList{"--format", "int4", "--per", "channel"} << ".safetensors";
        QTest::newRow("uint4 groups of 3")
            << QStringList{"--format", "uint4", "--asymmetric", "--per", "group:3"}
            << ".safetensors";
        QTest::newRow("int12") << QStringList{"--format", "int12"} << ".safetensors";
    }

    void theFileHoldsTheEquation() {
        QFETCH(QStringList, options);
        QFETCH(QString, ending);
        QTemporaryDir folder;
        const std::string out = folder.filePath("codes" + ending).toStdString();
        const std::string back = folder.filePath("back.npy").toStdString();
        std::vector<std::string> call = {
            "quantize",      "synthetic:outlier-channels?rows=6,cols=8",
            "--out",         out,
            "--dequantized", back,
            "--json"};
        for (const QString& option : options) {
            call.push_back(option.toStdString());
        }
        const CliRun run = runCli(call);
        QVERIFY2(run.status == 0, run.err.c_str());
        QCOMPARE(run.json()["written"].toString().toStdString(), out);
        QVERIFY(run.json()["mse"].isDouble());
        const auto file = openWeightFile(out).value();
        QCOMPARE(file->tensors().size(), std::size_t{3});
        const Tensor codes = tensorOf(*file, ".codes");
        const Tensor scale = tensorOf(*file, ".scale");
        const Tensor zeroPoint = tensorOf(*file, ".zero_point");
        const Tensor values = openWeightFile(back).value()->read(0).value();
        QCOMPARE(codes.shape(), (Shape{6, 8}));
        QCOMPARE(values.shape(), codes.shape());
        QCOMPARE(scale.shape(), zeroPoint.shape());
        for (std::size_t i = 0; i < codes.size(); ++i) {
            // Units of a row: all of it, or groups of three of which the last has two values.
            const std::size_t perRow = scale.size() / 6;
            const std::size_t unit =
                scale.size() == 1 ? 0 : i / 8 * perRow + i % 8 / (perRow > 1 ? 3 : 8);
            QCOMPARE(values.values()[i],
                     (codes.values()[i] - zeroPoint.values()[unit]) * scale.values()[unit]);
        }
    }

    void smallFloatsHaveTheirOwnDtype() {
        QTemporaryDir folder;
        const std::string out = folder.filePath("codes.safetensors").toStdString();
        const std::string back = folder.filePath("back.npy").toStdString();
        QCOMPARE(runCli({"quantize", "synthetic:normal?n=1000", "--format", "fp8-e4m3", "--out",
                         out, "--dequantized", back})
                     .status,
                 0);
        const auto file = openWeightFile(out).value();
        // Tensors of a safetensors file lie by falling alignment: the scale comes first.
        const auto& infos = file->tensors();
        const auto stored = std::find_if(infos.begin(), infos.end(), [](const TensorInfo& info) {
            return info.name.ends_with(".codes");
        });
        QVERIFY(stored != infos.end());
        QCOMPARE(stored->dtypeText, std::string("F8_E4M3"));
        const Tensor codes = tensorOf(*file, ".codes");
        const float scale = tensorOf(*file, ".scale").values()[0];
        const Tensor values = openWeightFile(back).value()->read(0).value();
        for (std::size_t i = 0; i < codes.size(); ++i) {
            QCOMPARE(values.values()[i], codes.values()[i] * scale);
        }
    }

    void wrongCalls() {
        QTemporaryDir folder;
        const auto status = [&](const char* name, const char* range) {
            return runCli({"quantize", "synthetic:normal?n=10", "--range", range, "--out",
                           folder.filePath(name).toStdString()})
                .status;
        };
        QCOMPARE(status("codes.npy", "minmax"), 2);
        QCOMPARE(status("codes.bin", "minmax"), 2);
        QCOMPARE(status("codes.safetensors", "1,0"), 2);
        QVERIFY(!QFileInfo::exists(folder.filePath("codes.safetensors")));
        QCOMPARE(status("no/such/folder/codes.safetensors", "minmax"), 1);
        QCOMPARE(runCli({"quantize", "synthetic:normal?n=10"}).status, 2);
    }
};

QTEST_APPLESS_MAIN(TestCliQuantize)
#include "tst_cli_quantize.moc"
