// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_writer.h"
#include "core/numerics/block_format.h"
#include "tests/cli/cli_run.h"
#include "tests/support/golden.h"
#include "tests/support/raw_safetensors.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <memory>

using namespace zeropoint;
using namespace zeropoint::test;

namespace {

/// A matrix, a bias and a table of integers, as a model's file would hold them.
std::string writeModel(const QTemporaryDir& folder) {
    constexpr int count = 4 * 70;
    std::vector<float> values;
    values.reserve(count);
    for (int i = 0; i < count; ++i) {
        values.push_back(static_cast<float>(i - 100) / 64.0F);
    }
    WeightOutput output;
    output.metadata = {{"made", "by hand"}};
    output.tensors.push_back(outputOf(Tensor("a.weight", {4, 70}, values)));
    output.tensors.push_back(outputOf(Tensor("a.bias", {3}, {1.0F, 2.5F, -3.0F})));
    output.tensors.push_back({"b.index",
                              DType::I32,
                              {2, 2},
                              [](std::uint64_t, std::span<std::byte> out) -> Result<void> {
                                  std::ranges::fill(out, std::byte{0});
                                  return {};
                              }});
    const std::string path = folder.filePath("model.safetensors").toStdString();
    return writeWeights(path, WriteFormat::Safetensors, output) ? path : std::string();
}

std::vector<float> read(const WeightFile& file, const std::string& name) {
    const auto index = file.find(name);
    const auto tensor = index ? file.read(*index) : Result<Tensor>();
    return tensor ? std::vector<float>(tensor->values().begin(), tensor->values().end())
                  : std::vector<float>();
}

QStringList names(const WeightFile& file) {
    QStringList all;
    for (const TensorInfo& info : file.tensors()) {
        all << QString::fromStdString(info.name + ":" + info.dtypeText + ":" +
                                      toString(info.shape));
    }
    all.sort();
    return all;
}

}  // namespace

class TestCliConvert : public QObject {
    Q_OBJECT

private:
    CliRun convert(const std::string& model, const std::string& out, const QStringList& options) {
        std::vector<std::string> call = {"convert", model, "--out", out, "--json"};
        for (const QString& option : options) {
            call.push_back(option.toStdString());
        }
        return runCli(call);
    }

private slots:
    /// What each scheme makes of the matrix; the rest of the file is copied.
    void whatIsWritten_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QStringList>("expected");
        const QStringList rest = {"a.bias:F32:3", "b.index:I32:2x2"};
        QTest::newRow("unchanged")
            << QStringList{} << ".safetensors" << rest + QStringList{"a.weight:F32:4x70"};
        QTest::newRow("int8") << QStringList{"--format", "int8"} << ".safetensors"
                              << rest +
                                     QStringList{"a.weight.codes:I8:4x70", "a.weight.scale:F32:"};
        QTest::newRow("groups") << QStringList{"--format", "uint4", "--asymmetric", "--per",
                                               "group:32"}
                                << ".npz" << rest + QStringList{"a.weight:zeropoint uint4:4x70"};
        QTest::newRow("columns") << QStringList{"--per", "channel", "--axis", "-1"}
                                 << ".safetensors"
                                 << rest + QStringList{"a.weight.codes:I8:4x70",
                                                       "a.weight.scale:F32:70"};
        QTest::newRow("fp8") << QStringList{"--format", "fp8-e4m3"} << ".safetensors"
                             << rest + QStringList{"a.weight.codes:F8_E4M3:4x70",
                                                   "a.weight.scale:F32:"};
        QTest::newRow("fp8 in npz, which has none")
            << QStringList{"--format", "fp8-e4m3"} << ".npz"
            << rest + QStringList{"a.weight:zeropoint fp8-e4m3:4x70"};
        QTest::newRow("bf16") << QStringList{"--format", "bf16"} << ".safetensors"
                              << rest + QStringList{"a.weight:BF16:4x70"};
        QTest::newRow("bf16 in npz, which has none")
            << QStringList{"--format", "bf16"} << ".npz" << rest + QStringList{"a.weight:F32:4x70"};
        QTest::newRow("q4_0: three blocks of 18 bytes a row")
            << QStringList{"--format", "q4_0"} << ".safetensors"
            << rest + QStringList{"a.weight.blocks:U8:4x54"};
        QTest::newRow("nvfp4") << QStringList{"--format", "nvfp4"} << ".safetensors"
                               << rest + QStringList{"a.weight.blocks:U8:4x45",
                                                     "a.weight.tensor_scale:F32:"};
        QTest::newRow("read back") << QStringList{"--format", "int4", "--dequantized"}
                                   << ".safetensors" << rest + QStringList{"a.weight:F32:4x70"};
        QTest::newRow("one of them") << QStringList{"--format", "int4", "--only", "*.weight"}
                                     << ".npy" << QStringList{":F32:4x70"};
    }

    void whatIsWritten() {
        QFETCH(QStringList, options);
        QFETCH(QString, ending);
        QFETCH(QStringList, expected);
        const QTemporaryDir folder;
        const std::string out = folder.filePath("out" + ending).toStdString();
        const CliRun run = convert(writeModel(folder), out, options);
        QVERIFY2(run.status == 0, run.err.c_str());
        QCOMPARE(run.json()["bytes"].toInteger(), QFileInfo(QString::fromStdString(out)).size());
        const auto file = openWeightFile(out).value();
        expected.sort();
        // What stands in the file, where a reader of our own can tell; else how it opens.
        const bool raw = ending == ".safetensors";
        QCOMPARE(raw ? RawSafetensors::read(QString::fromStdString(out)).list() : names(*file),
                 expected);
        if (file->find("a.bias")) {
            QCOMPARE(read(*file, "a.bias"), (std::vector<float>{1.0F, 2.5F, -3.0F}));
        }
    }

    /// Symmetric INT8 over -100/64 .. 179/64: scale = (179/64) / 127, codes round(x / scale).
    void codesFollowTheEquation() {
        const QTemporaryDir folder;
        const std::string out = folder.filePath("out.safetensors").toStdString();
        const CliRun run = convert(writeModel(folder), out, {"--format", "int8"});
        QCOMPARE(run.json()["tensors"].toInt(), 3);
        QCOMPARE(run.json()["quantized"].toInt(), 1);
        const RawSafetensors raw = RawSafetensors::read(QString::fromStdString(out));
        const double scale = 179.0 / 64 / 127;
        QCOMPARE_LE(std::abs(raw.entries["a.weight.scale"].floats()[0] / scale - 1), 1e-7);
        const auto& codes = raw.entries["a.weight.codes"];
        for (std::size_t i = 0; i < 4 * 70; ++i) {
            const double x = (static_cast<double>(i) - 100) / 64;
            QCOMPARE_LE(std::abs(double(codes.code(i, 8, true)) - x / scale), 0.5 + 1e-6);
        }
    }

    /// The blocks, decoded by the format, are what --dequantized writes.
    void blocksAreWhatIsReadBack() {
        const QTemporaryDir folder;
        const std::string model = writeModel(folder);
        const std::string blocks = folder.filePath("blocks.safetensors").toStdString();
        const std::string back = folder.filePath("back.npz").toStdString();
        QCOMPARE(convert(model, blocks, {"--format", "q5_1"}).status, 0);
        QCOMPARE(convert(model, back, {"--format", "q5_1", "--dequantized"}).status, 0);
        const QByteArray bytes =
            RawSafetensors::read(QString::fromStdString(blocks)).entries["a.weight.blocks"].bytes;
        const auto values = read(*openWeightFile(back).value(), "a.weight");
        QCOMPARE(bytes.size(), qsizetype{4 * 3 * 24});
        std::vector<std::byte> row;
        std::vector<float> decoded(96);
        for (std::size_t r = 0; r < 4; ++r) {
            row.clear();
            for (std::size_t i = 0; i < 72; ++i) {
                row.push_back(static_cast<std::byte>(bytes[qsizetype(r) * 72 + qsizetype(i)]));
            }
            QVERIFY(dequantizeBlocks(*findBlockFormat("q5_1"), row, decoded).has_value());
            for (std::size_t i = 0; i < 70; ++i) {
                QCOMPARE(values[r * 70 + i], decoded[i]);
            }
        }
    }

    void sameOnAnyNumberOfThreads() {
        const QTemporaryDir folder;
        const std::string model = writeModel(folder);
        QByteArray first;
        for (const char* threads : {"1", "3"}) {
            const QString out = folder.filePath("out.safetensors");
            QCOMPARE(convert(model, out.toStdString(),
                             {"--format", "int4", "--per", "channel", "--threads", threads})
                         .status,
                     0);
            QFile file(out);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            first = first.isEmpty() ? bytes : first;
            QVERIFY(bytes == first);
        }
    }

    /// A GGUF file of one of its types; rows of 70 do not fill blocks, which is told.
    void ggufIsWritten() {
        const QTemporaryDir folder;
        const std::string model = writeModel(folder);
        const std::string out = folder.filePath("out.gguf").toStdString();
        const CliRun run = convert(model, out, {"--format", "q8_0"});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.json()["quantized"].toInt(), 1);
        QCOMPARE(run.json()["bytes"].toInteger(), QFileInfo(QString::fromStdString(out)).size());
        QVERIFY(run.err.find("1 weight has rows") != std::string::npos);
        const auto file = openWeightFile(out);
        QVERIFY(file);
        QCOMPARE(names(**file),
                 (QStringList{"a.bias:F32:3", "a.weight:F16:4x70", "b.index:I32:2x2"}));
        QCOMPARE(convert(model, out, {"--format", "int8"}).status, 2);
    }

    /// What is quantized for a second time is told: blocks of GGUF, and what we packed ourselves.
    void quantizingTwiceIsTold_data() {
        QTest::addColumn<QString>("ending");
        QTest::newRow("blocks") << "gguf";
        QTest::newRow("packed") << "safetensors";
    }

    void quantizingTwiceIsTold() {
        QFETCH(QString, ending);
        const QTemporaryDir folder;
        const Tensor tensor("w", {2, 32}, std::vector<float>(64, 0.5F));
        const std::string plain = folder.filePath("plain.safetensors").toStdString();
        QVERIFY(writeWeights(plain, WriteFormat::Safetensors, {{outputOf(tensor)}, {}}));
        const std::string once = folder.filePath("once." + ending).toStdString();
        const CliRun first = convert(plain, once, {"--format", "q8_0"});
        QCOMPARE(first.status, 0);
        QVERIFY(first.err.find("second time") == std::string::npos);
        const std::string twice = folder.filePath("twice.safetensors").toStdString();
        const CliRun again = convert(once, twice, {"--format", "int4"});
        QCOMPARE(again.status, 0);
        QVERIFY(again.err.find("1 weight comes quantized") != std::string::npos);
        QVERIFY(convert(once, twice, {}).err.find("second time") == std::string::npos);
    }

    void wrongCalls() {
        const QTemporaryDir folder;
        const std::string model = writeModel(folder);
        const std::string out = folder.filePath("out.safetensors").toStdString();
        QCOMPARE(convert(model, out, {"--format", "int99"}).status, 2);
        QCOMPARE(convert(model, out, {"--dequantized"}).status, 2);
        QVERIFY(!QFileInfo::exists(QString::fromStdString(out)));
        QCOMPARE(convert(model, out, {"--per", "channel", "--axis", "2"}).status, 2);
        QVERIFY(!QFileInfo::exists(QString::fromStdString(out)));
    }

    void whatTheWrittenTypeEndsBeforeIsSaid_data() {
        QTest::addColumn<QString>("out");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("said");
        // Of the 60 values of the matrix three are beyond float32 and five beyond F16.
        const QString infinite = "warning: 3 infinite or beyond float32";
        QTest::newRow("text") << "a.csv" << QStringList{} << infinite;
        QTest::newRow("as it is") << "a.npy" << QStringList{} << QString();
        QTest::newRow("gguf has float64") << "a.gguf" << QStringList{} << QString();
        QTest::newRow("rows that fill no block")
            << "a.gguf" << QStringList{"--format", "q4_0"} << "warning: 5 beyond F16";
    }
    void whatTheWrittenTypeEndsBeforeIsSaid() {
        QFETCH(QString, out);
        QFETCH(QStringList, options);
        QFETCH(QString, said);
        std::vector<double> values(60, 0.5);
        values[1] = 1e300;
        values[2] = -1e300;
        values[3] = std::numeric_limits<double>::infinity();
        values[4] = 1e6;
        values[5] = -65520;  // the first that F16 rounds to infinity
        values[6] = 65519;   // the last that it rounds to 65504
        const QTemporaryDir folder;
        const std::string from = folder.filePath("from.safetensors").toStdString();
        WeightOutput output;
        output.tensors.push_back(
            {"w", DType::F64, {2, 30}, [&](std::uint64_t offset, std::span<std::byte> bytes) {
                 std::memcpy(bytes.data(), reinterpret_cast<const char*>(values.data()) + offset,
                             bytes.size());
                 return Result<void>();
             }});
        QVERIFY(writeWeights(from, WriteFormat::Safetensors, output));
        std::vector<std::string> call = {"convert", from, "--out",
                                         folder.filePath(out).toStdString()};
        for (const QString& option : options) {
            call.push_back(option.toStdString());
        }
        const CliRun run = runCli(call);
        QVERIFY2(run.status == 0, run.err.c_str());
        const QString err = QString::fromStdString(run.err);
        QVERIFY2(said.isEmpty() ? !err.contains("beyond") : err.contains(said), run.err.c_str());
        QCOMPARE(err.contains("1 tensor of integers or doubles written as float32"),
                 out.endsWith(".csv"));
    }

    /// Integers of more than 24 bits that a format does not have become float32: told, by a
    /// warning.
    void integersOfMoreBitsAreTold_data() {
        QTest::addColumn<int>("dtype");
        QTest::addColumn<QString>("out");
        QTest::addColumn<bool>("told");
        for (const auto& [dtype, bits, gguf] :
             {std::tuple{DType::U16, 16, false}, std::tuple{DType::I32, 32, false},
              std::tuple{DType::U32, 32, true}, std::tuple{DType::U64, 64, true}}) {
            const std::string name(dtypeName(dtype));
            QTest::addRow("%s, npy", name.c_str()) << int(dtype) << "a.npy" << false;
            QTest::addRow("%s, csv", name.c_str()) << int(dtype) << "a.csv" << (bits > 24);
            QTest::addRow("%s, gguf", name.c_str()) << int(dtype) << "a.gguf" << gguf;
        }
    }
    void integersOfMoreBitsAreTold() {
        QFETCH(int, dtype);
        QFETCH(QString, out);
        QFETCH(bool, told);
        const QTemporaryDir folder;
        const std::string from = folder.filePath("from.safetensors").toStdString();
        WeightOutput output;
        output.tensors.push_back(
            {"w", DType(dtype), {2, 8}, [](std::uint64_t, std::span<std::byte> bytes) {
                 std::ranges::fill(bytes, std::byte{1});
                 return Result<void>();
             }});
        QVERIFY(writeWeights(from, WriteFormat::Safetensors, output));
        const CliRun run = runCli({"convert", from, "--out", folder.filePath(out).toStdString()});
        QVERIFY2(run.status == 0, run.err.c_str());
        QCOMPARE(QString::fromStdString(run.err).contains("written as float32"), told);
    }

    /// The model's figures come from the config.json beside its weights; the totals are sums.
    void inspectTellsTheModel() {
        const QTemporaryDir folder;
        const std::string model = writeModel(folder);
        QFile config(folder.filePath("config.json"));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write(R"({"model_type":"llama","num_hidden_layers":22,"hidden_size":2048,)"
                     R"("num_attention_heads":32,"num_key_value_heads":4})");
        config.close();
        const CliRun run = runCli({"inspect", model, "--metadata", "--json"});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.json()["parameters"].toInt(), 4 * 70 + 3 + 4);
        QCOMPARE(run.json()["bytes"].toInt(), 4 * (4 * 70 + 3 + 4));
        QCOMPARE(run.json()["metadata"].toObject()["made"].toString(), "by hand");
        QCOMPARE(run.json()["model"].toObject()["layers"].toInt(), 22);
        QCOMPARE(run.json()["model"].toObject()["kv_heads"].toInt(), 4);
        const CliRun folderRun = runCli({"inspect", folder.path().toStdString()});
        QVERIFY2(folderRun.out.find("llama: 22 layers, 2048 hidden, 32 heads, 4 KV heads") !=
                     std::string::npos,
                 folderRun.out.c_str());
    }

    void packedSizeHasALimitToRaise_data() {
        QTest::addColumn<QString>("verb");
        for (const char* verb : {"inspect", "calibrate", "curve", "quantize", "convert", "scan"}) {
            QTest::newRow(verb) << verb;
        }
    }

    /// 1 MiB of zeros packed into a kilobyte: read by default, refused under a lower limit.
    void packedSizeHasALimitToRaise() {
        const std::string path = test::testData("npz_million_zeros.npz").toStdString();
        QFETCH(QString, verb);
        std::vector<std::string> call = {verb.toStdString(), path};
        const QTemporaryDir folder;
        if (verb == "quantize" || verb == "convert") {
            call.insert(call.end(), {"--out", folder.filePath("out.npz").toStdString()});
        }
        const auto with = [&](std::initializer_list<std::string> more) {
            std::vector<std::string> longer = call;
            longer.insert(longer.end(), more);
            return runCli(longer);
        };
        QCOMPARE(with({}).status, 0);
        const CliRun refused = with({"--max-inflated", "64KiB"});
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.err.find("Raise the limit of 65536 bytes") != std::string::npos);
        QCOMPARE(with({"--max-inflated", "8MiB"}).status, 0);
    }
};

QTEST_APPLESS_MAIN(TestCliConvert)
#include "tst_cli_convert.moc"
