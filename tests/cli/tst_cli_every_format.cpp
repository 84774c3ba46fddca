// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_file.h"
#include "core/files/weight_writer.h"
#include "core/numerics/block_format.h"
#include "core/numerics/number_format.h"
#include "core/quantization/block_tensor.h"
#include "core/tensor/synthetic.h"
#include "tests/cli/cli_run.h"
#include "tests/support/raw_safetensors.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <cstring>

using namespace zeropoint;
using namespace zeropoint::test;

namespace {

// Rows of 80 values: no multiple of any block, so that every last block is a short one.
const std::string source = "synthetic:outlier-channels?rows=6,cols=80,seed=4";

/// What each format can do, told by its kind and not by the program's own answer.
void addFormats() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<bool>("measured");
    QTest::addColumn<bool>("written");
    for (const NumberFormat& format : numberFormats()) {
        const bool number = format.specials != Specials::ScaleOnly;
        const bool hasDtype = format.bits <= 16 || format.id == "fp32";
        const auto id = QString::fromUtf8(format.id.data(), qsizetype(format.id.size()));
        QTest::newRow(qPrintable(id)) << id << number << (number && hasDtype);
    }
    for (const BlockFormat& format : blockFormats()) {
        const auto id = QString::fromUtf8(format.id.data(), qsizetype(format.id.size()));
        QTest::newRow(qPrintable(id)) << id << format.quantizes() << format.quantizes();
    }
}

/// Works, or is a wrong call with a reason in one line.
void check(const CliRun& run, bool works) {
    if (works) {
        QVERIFY2(run.status == 0, run.err.c_str());
        return;
    }
    QCOMPARE(run.status, 2);
    QVERIFY(run.out.empty());
    QVERIFY(run.err.starts_with("zeropoint-cli: error: "));
    QCOMPARE(std::count(run.err.begin(), run.err.end(), '\n'), 1);
}

}  // namespace

class TestCliEveryFormat : public QObject {
    Q_OBJECT

private slots:
    void calibrateTakesIt_data() { addFormats(); }
    void calibrateTakesIt() {
        QFETCH(QString, format);
        QFETCH(bool, measured);
        const CliRun run =
            runCli({"calibrate", source, "--format", format.toStdString(), "--json"});
        check(run, measured);
        if (measured) {
            QCOMPARE(run.json()["format"].toString(), format);
            QVERIFY(run.json()["mse"].isDouble());
            QCOMPARE(run.json()["count"].toInt(), 480);
        }
    }

    // The last point of the curve keeps the whole range: for blocks it is what calibrate measures.
    // A plain cast has no range to draw in.
    void curveTakesIt_data() { addFormats(); }
    void curveTakesIt() {
        QFETCH(QString, format);
        QFETCH(bool, measured);
        const std::string id = format.toStdString();
        const NumberFormat* number = findNumberFormat(id);
        measured = measured &&
                   (number == nullptr || number->kind == FormatKind::Integer || number->bits < 16);
        const CliRun run = runCli({"curve", source, "--format", id, "--points", "9", "--json"});
        check(run, measured);
        if (!measured) {
            return;
        }
        const QJsonArray points = run.json()["points"].toArray();
        QCOMPARE(points.size(), 9);
        for (const QJsonValue point : points) {
            const double sum = point["clip_mse"].toDouble() + point["round_mse"].toDouble();
            QCOMPARE_LE(std::abs(sum - point["mse"].toDouble()), 1e-12 * sum);
        }
        if (findBlockFormat(id) != nullptr) {
            const CliRun whole = runCli({"calibrate", source, "--format", id, "--json"});
            const double mse = whole.json()["mse"].toDouble();
            QCOMPARE_LE(std::abs(points.last()["mse"].toDouble() - mse), 1e-9 * mse);
            const double clipped = whole.json()["clip_mse"].toDouble();
            QCOMPARE_LE(std::abs(points.last()["clip_mse"].toDouble() - clipped), 1e-9 * mse);
        }
    }

    void quantizeWritesIt_data() { addFormats(); }
    void quantizeWritesIt() {
        QFETCH(QString, format);
        QFETCH(bool, written);
        QTemporaryDir folder;
        const std::string out = folder.filePath("codes.safetensors").toStdString();
        const std::string back = folder.filePath("back.npy").toStdString();
        const CliRun run = runCli({"quantize", source, "--format", format.toStdString(), "--out",
                                   out, "--dequantized", back, "--json"});
        check(run, written);
        QCOMPARE(QFileInfo::exists(folder.filePath("codes.safetensors")), written);
        if (written) {
            QCOMPARE(openWeightFile(back).value()->tensors().front().shape, (Shape{6, 80}));
        }
    }

    // The bytes in the file, read back by the blocks' own rule, are what --dequantized holds.
    void blocksReadBack_data() {
        QTest::addColumn<QString>("format");
        for (const BlockFormat& format : blockFormats()) {
            const auto id = QString::fromUtf8(format.id.data(), qsizetype(format.id.size()));
            if (format.quantizes()) {
                QTest::newRow(qPrintable(id)) << id;
            }
        }
    }
    void blocksReadBack() {
        QFETCH(QString, format);
        const BlockFormat* blocks = findBlockFormat(format.toStdString());
        QTemporaryDir folder;
        const std::string out = folder.filePath("codes.safetensors").toStdString();
        const std::string back = folder.filePath("back.npy").toStdString();
        QCOMPARE(runCli({"quantize", source, "--format", format.toStdString(), "--out", out,
                         "--dequantized", back})
                     .status,
                 0);
        BlockOptions options;
        QByteArray stored;
        const RawSafetensors raw = RawSafetensors::read(QString::fromStdString(out));
        for (auto it = raw.entries.begin(); it != raw.entries.end(); ++it) {
            if (it.key().endsWith(".tensor_scale")) {
                options.tensorScale = it->floats()[0];
            } else {
                stored = it->bytes;
            }
        }
        const auto perRow = static_cast<std::size_t>(stored.size()) / 6;
        const auto count = perRow / static_cast<std::size_t>(blocks->bytesPerBlock) *
                           static_cast<std::size_t>(blocks->valuesPerBlock);
        const Tensor values = openWeightFile(back).value()->read(0).value();
        for (std::size_t row = 0; row < 6; ++row) {
            std::vector<std::byte> bytes;
            for (const char byte : stored.mid(qsizetype(row * perRow), qsizetype(perRow))) {
                bytes.push_back(static_cast<std::byte>(byte));
            }
            std::vector<float> decoded(count);
            QVERIFY(dequantizeBlocks(*blocks, bytes, decoded, options));
            for (std::size_t i = 0; i < 80; ++i) {
                QCOMPARE(values.values()[row * 80 + i], decoded[i]);
            }
        }
    }

    /// Every format in every kind of file: what is written opens again as one weight of its shape
    /// with the values that --dequantized holds, and goes through the other verbs.
    void everyEndingReopens_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("ending");
        const auto add = [](std::string_view id) {
            const auto format = QString::fromUtf8(id.data(), qsizetype(id.size()));
            for (const char* ending : {".safetensors", ".npz", ".npy", ".csv"}) {
                QTest::addRow("%s %s", qPrintable(format), ending) << format << QString(ending);
            }
        };
        for (const NumberFormat& format : numberFormats()) {
            if (format.specials != Specials::ScaleOnly &&
                (format.bits <= 16 || format.id == "fp32")) {
                add(format.id);
            }
        }
        for (const BlockFormat& format : blockFormats()) {
            if (format.quantizes()) {
                add(format.id);
            }
        }
    }
    void everyEndingReopens() {
        QFETCH(QString, format);
        QFETCH(QString, ending);
        QTemporaryDir folder;
        const std::string model = folder.filePath("model.safetensors").toStdString();
        const Tensor weight =
            generate(*parseSynthetic("outlier-channels?rows=6,cols=80,seed=4")).value();
        QVERIFY(writeWeights(model, WriteFormat::Safetensors,
                             {{outputOf(Tensor("a.weight", weight.shape(),
                                               {weight.values().begin(), weight.values().end()})),
                               outputOf(Tensor("a.bias", {3}, {1.0F, 2.5F, -3.0F}))},
                              {}}));
        const bool several = ending == ".safetensors" || ending == ".npz";
        const auto convert = [&](const std::string& out, bool dequantized) {
            std::vector<std::string> call = {"convert", model, "--format", format.toStdString(),
                                             "--out",   out};
            if (!several) {
                call.insert(call.end(), {"--only", "a.weight"});
            }
            if (dequantized) {
                call.push_back("--dequantized");
            }
            return runCli(call);
        };
        const std::string out = folder.filePath("out" + ending).toStdString();
        const std::string back = folder.filePath("back" + ending).toStdString();
        QCOMPARE(convert(out, false).err, std::string());
        QCOMPARE(convert(back, true).status, 0);
        const auto written = openWeightFile(out);
        QVERIFY2(written.has_value(), written ? "" : toString(written.error()).c_str());
        const auto expected = openWeightFile(back).value();
        QCOMPARE((*written)->tensors().size(), expected->tensors().size());
        for (std::size_t i = 0; i < expected->tensors().size(); ++i) {
            const Tensor values = expected->read(i).value();
            const auto index = (*written)->find(values.name());
            QVERIFY(index.has_value());
            const Tensor read = (*written)->read(*index).value();
            QCOMPARE(read.shape(), values.shape());
            QVERIFY(std::ranges::equal(read.values(), values.values()));
        }
        const CliRun inspected = runCli({"inspect", out, "--stats", "--json"});
        QVERIFY2(inspected.status == 0, inspected.err.c_str());
        QCOMPARE(inspected.json()["parameters"].toInt(), several ? 483 : 480);
        if (ending != ".safetensors") {
            return;
        }
        QCOMPARE(runCli({"scan", out, "--schemes", "int8"}).status, 0);
        QCOMPARE(
            runCli({"convert", out, "--out", folder.filePath("again.safetensors").toStdString()})
                .status,
            0);
    }

    void refusalsNameWhatCan() {
        const CliRun readOnly = runCli({"calibrate", source, "--format", "q2_k"});
        QCOMPARE(readOnly.status, 2);
        QVERIFY2(readOnly.err.find("q4_0") != std::string::npos, readOnly.err.c_str());
        const CliRun scale = runCli({"calibrate", source, "--format", "e8m0"});
        QVERIFY2(scale.err.find("--scale-format") != std::string::npos, scale.err.c_str());
    }

    // A scalar has the shape of no axes, packed too: it is a value, not one whose shape is unknown.
    void aScalarReopens_data() {
        QTest::addColumn<QString>("ending");
        for (const char* ending : {".safetensors", ".npz"}) {
            QTest::newRow(ending) << QString(ending);
        }
    }
    void aScalarReopens() {
        QFETCH(QString, ending);
        QTemporaryDir folder;
        const std::string one = folder.filePath("one.npy").toStdString();
        const std::string out = folder.filePath("out" + ending).toStdString();
        QVERIFY(writeWeights(one, WriteFormat::Npy, {{outputOf(Tensor("", {}, {3.5F}))}, {}}));
        QCOMPARE(runCli({"quantize", one, "--format", "int8", "--out", out}).status, 0);
        const QJsonObject listed = runCli({"inspect", out, "--json"}).json();
        QCOMPARE(listed["parameters"].toInt(), 1);
        const QJsonObject tensor = listed["tensors"].toArray().at(0).toObject();
        QCOMPARE(tensor["shape"], QJsonValue(QJsonArray()));
        QCOMPARE(openWeightFile(out).value()->read(0).value().values()[0], 3.5F);
    }

    // Nothing that was asked for is silently left undone.
    void blocksRefuseOtherScales_data() {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("asymmetric") << QStringList{"--asymmetric"};
        QTest::newRow("range") << QStringList{"--range", "mse"};
        QTest::newRow("per") << QStringList{"--per", "group:32"};
        QTest::newRow("narrow") << QStringList{"--narrow"};
        QTest::newRow("rounding") << QStringList{"--rounding", "floor"};
        QTest::newRow("scale format") << QStringList{"--scale-format", "fp16"};
        QTest::newRow("convention") << QStringList{"--convention", "onnx"};
    }
    void blocksRefuseOtherScales() {
        QFETCH(QStringList, options);
        std::vector<std::string> call = {"calibrate", source, "--format", "q4_0"};
        for (const QString& option : options) {
            call.push_back(option.toStdString());
        }
        const CliRun run = runCli(call);
        check(run, false);
        QVERIFY2(run.err.find(options.front().toStdString()) != std::string::npos, run.err.c_str());
    }

    // QLoRA's bill: 4 bits, 8 / 64 for the scales, 32 / (64 * 256) for theirs, and one FP32 a
    // tensor for the scales' mean.
    void doubleQuantizationCosts127Thousandths() {
        const CliRun run = runCli({"calibrate", "synthetic:normal?n=1048576", "--format", "nf4",
                                   "--per", "group:64", "--scale-format", "double:256", "--json"});
        QCOMPARE(run.json()["bits_per_weight"].toDouble(), 4.126953125 + 32.0 / 1048576);
    }

    // Methods take their number as --help writes it.
    void rangesTakeTheirNumber_data() {
        QTest::addColumn<QString>("range");
        QTest::newRow("lp") << "lp:3";
        QTest::newRow("sigma") << "sigma:2";
        QTest::newRow("percentile") << "percentile:99";
    }
    void rangesTakeTheirNumber() {
        QFETCH(QString, range);
        const CliRun run = runCli({"calibrate", source, "--range", range.toStdString(), "--json"});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.json()["range"].toObject()["method"].toString(), range);
        QCOMPARE(runCli({"calibrate", source, "--range", "mse:3"}).status, 2);
    }
};

QTEST_APPLESS_MAIN(TestCliEveryFormat)
#include "tst_cli_every_format.moc"
