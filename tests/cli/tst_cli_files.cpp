// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/source.h"
#include "core/files/weight_file.h"
#include "core/support/plain_text.h"
#include "tests/cli/cli_run.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"
#include "tests/support/temporary_file.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace zeropoint;
using test::runCli;

class TestCliFiles : public QObject {
    Q_OBJECT

private slots:
    void inspectLists() {
        const test::TemporaryFile file("1,2\n3,4\n", "a.csv");
        const auto run = runCli({"inspect", file.path(), "--json"});
        QCOMPARE(run.status, 0);
        QVERIFY(run.err.empty());
        const QJsonObject json = run.json();
        QCOMPARE(json["file"].toString(), file.qpath());
        QCOMPARE(json["format"].toString(), "text");
        const QJsonObject tensor = json["tensors"][0].toObject();
        QCOMPARE(tensor["dtype"].toString(), "F32");
        QCOMPARE(tensor["shape"].toArray(), (QJsonArray{2, 2}));
        QCOMPARE(tensor["bytes"].toInt(), 16);
        QVERIFY(!tensor.contains("min"));
    }

    // By hand: 1, 2, 3, 6 and what is not finite. Mean 3, population variance 3.5.
    void inspectStatistics() {
        const test::TemporaryFile file("1\n2\n3\n6\nnan\ninf\n-inf\n", "a.csv");
        const auto run = runCli({"inspect", file.path(), "--stats", "--json"});
        const QJsonObject tensor = run.json()["tensors"][0].toObject();
        QCOMPARE(tensor["min"].toDouble(), 1.0);
        QCOMPARE(tensor["max"].toDouble(), 6.0);
        QCOMPARE(tensor["mean"].toDouble(), 3.0);
        QCOMPARE_LE(std::abs(tensor["std"].toDouble() - std::sqrt(3.5)), 1e-12);
        QCOMPARE(tensor["nan"].toInt(), 1);
        QCOMPARE(tensor["inf"].toInt(), 2);
        QCOMPARE(tensor["zeros"].toInt(), 0);
    }

    /// What the warning says of NaN and infinity is what reads back.
    void notFiniteIsStoredAsSaid_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("nan");
        QTest::addColumn<QString>("infinite");
        const QString zero = "0 would be";
        const QString level = "the largest level";
        const QString block = "the largest magnitude of the block";
        const auto row = [](const QString& format, const QString& nan, const QString& infinite,
                            const QStringList& more = {}) {
            QTest::newRow(qPrintable(format + more.join(QLatin1Char(' '))))
                << (QStringList{"--format", format} + more) << nan << infinite;
        };
        row("int8", zero, level);
        row("nf4", zero, level);
        row("fp4-e2m1", zero, level);
        row("fp8-e4m3", "NaN", level);
        row("fp8-e4m3", "NaN", "NaN", {"--overflow", "special"});
        row("fp8-e5m2", "NaN", level);
        row("fp8-e5m2", "NaN", "infinity", {"--overflow", "special"});
        row("fp16", "NaN", "infinity");
        row("fp16", "NaN", level, {"--overflow", "saturate"});
        row("q8_0", zero, block);
        row("mxfp8-e4m3", zero, block);
    }
    void notFiniteIsStoredAsSaid() {
        QFETCH(QStringList, options);
        QFETCH(QString, nan);
        QFETCH(QString, infinite);
        std::string text;
        for (int i = 0; i < 32; ++i) {
            text += i == 0 ? "nan" : i == 1 ? ",inf" : i == 2 ? ",3" : ",0.25";
        }
        const test::TemporaryFile file(QByteArray::fromStdString(text + "\n"), "a.csv");
        const QTemporaryDir folder;
        const std::string out = folder.filePath("codes.safetensors").toStdString();
        const std::string back = folder.filePath("back.csv").toStdString();
        std::vector<std::string> call = {"quantize", file.path(),     "--out",
                                         out,        "--dequantized", back};
        for (const QString& option : options) {
            call.push_back(option.toStdString());
        }
        const auto written = runCli(call);
        QVERIFY2(written.status == 0, written.err.c_str());
        const QString said = QString::fromStdString(written.err);
        QVERIFY2(said.contains("1 NaN (stored as " + nan + ")") &&
                     said.contains("float32 (stored as " + infinite + ")"),
                 written.err.c_str());
        const QStringList values =
            QString::fromUtf8(test::readAll(QString::fromStdString(back))).trimmed().split(',');
        QCOMPARE(values.size(), 32);
        const double first = values[0].toDouble();
        const double second = values[1].toDouble();
        QVERIFY2(nan == "NaN" ? std::isnan(first) : first == 0, qPrintable(values[0]));
        // 3, the largest, is the largest level of a scale; of FP16 that is 65504, of its own.
        QVERIFY2(infinite == "NaN"        ? std::isnan(second)
                 : infinite == "infinity" ? std::isinf(second)
                 : options[1] == "fp16"   ? second == 65504
                                          : std::abs(second - 3) < 0.2,
                 qPrintable(values[1]));
    }

    /// What inspect says of our own codes is what reads them: the first row is 0, and its zero
    /// points are those of the others.
    void theRuleIsThatOfTheCodes_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QJsonArray>("zeroPoints");
        QTest::addColumn<QString>("rule");
        const QJsonArray none;
        QTest::newRow("int8") << QStringList{"--format", "int8", "--symmetric"} << QJsonArray{0, 0}
                              << "scale * code";
        QTest::newRow("uint8") << QStringList{"--format", "uint8", "--symmetric"}
                               << QJsonArray{128, 128} << "scale * (code - 128)";
        QTest::newRow("uint4") << QStringList{"--format", "uint4", "--symmetric"}
                               << QJsonArray{8, 8} << "scale * (code - 8)";
        // By hand: -1 of [-1, 2] in steps of 3 / 255 is 85 of them below 0.
        QTest::newRow("asymmetric") << QStringList{"--format", "uint8", "--asymmetric"}
                                    << QJsonArray{0, 85} << "scale * (code - zero_point)";
        QTest::newRow("a code book")
            << QStringList{"--format", "nf4"} << none << "scale * level(code)";
        QTest::newRow("a float") << QStringList{"--format", "e4m3"} << none
                                 << "scale * level(code)";
    }
    void theRuleIsThatOfTheCodes() {
        QFETCH(QStringList, options);
        QFETCH(QJsonArray, zeroPoints);
        QFETCH(QString, rule);
        const test::TemporaryFile file("0,0\n-1,2\n", "a.csv");
        const QTemporaryDir folder;
        const std::string out = folder.filePath("codes.safetensors").toStdString();
        std::vector<std::string> call = {"quantize", file.path(), "--out", out,     "--per",
                                         "channel",  "--axis",    "0",     "--json"};
        for (const QString& option : options) {
            call.push_back(option.toStdString());
        }
        const auto written = runCli(call);
        QVERIFY2(written.status == 0, written.err.c_str());
        QCOMPARE(written.json()["zero_point"].toArray(), zeroPoints);
        const QJsonObject tensor =
            runCli({"inspect", out, "--json"}).json()["tensors"][0].toObject();
        QCOMPARE(tensor["packed"].toObject()["rule"].toString(), rule);
    }

    /// What a packed weight, one that cannot be read and a tied one say of themselves.
    void inspectTellsApart() {
        ZEROPOINT_NEED_GOLDEN("trials/README.md");
        const auto inspected = [](const char* name) {
            const std::string path =
                test::golden(QStringLiteral("trials/") + QLatin1String(name)).toStdString();
            return runCli({"inspect", path, "--json", "--stats"}).json();
        };
        const QJsonObject gptq = inspected("gptq4.safetensors");
        QCOMPARE(gptq["parameters"].toInt(), 1040);
        const QJsonObject weight = gptq["tensors"][0].toObject();
        QCOMPARE(weight["shape"].toArray(), (QJsonArray{64, 16}));
        QCOMPARE(weight["packed"].toObject()["by"].toString(), "gptq");
        QCOMPARE(weight["packed"].toObject()["format"].toString(), "int4");
        QCOMPARE(weight["packed"].toObject()["group"].toInt(), 32);
        QCOMPARE(weight["parts"].toArray().size(), 4);
        // The README of the trials: min -0.158340, max 0.128784.
        QCOMPARE_LE(std::abs(weight["min"].toDouble() + 0.158340), 1e-6);
        QCOMPARE_LE(std::abs(weight["max"].toDouble() - 0.128784), 1e-6);
        const QJsonObject unknown = inspected("st_one_unknown.safetensors");
        QVERIFY(unknown["tensors"][1].toObject()["unreadable"].toString().contains("F4_NEW"));
        QVERIFY(!unknown["tensors"][0].toObject().contains("unreadable"));
        const QJsonObject tied = inspected("pt_tied.pt");
        QCOMPARE(tied["parameters"].toInt(), 40);
        QCOMPARE(tied["tensors"][1].toObject()["shares"].toString(), "embed.weight");
    }

    void inspectFails() {
        const auto missing = runCli({"inspect", "/nowhere/a.npy"});
        QCOMPARE(missing.status, 1);
        QVERIFY(missing.out.empty());
        QVERIFY(missing.err.starts_with("zeropoint-cli: error: "));
        QCOMPARE(std::count(missing.err.begin(), missing.err.end(), '\n'), std::ptrdiff_t{1});
        QCOMPARE(runCli({"inspect"}).status, 2);
    }

    void hostileNamesArePlain() {
        QCOMPARE(plainText("a\n\x1B[31mred\xE2\x80\xAE!"),
                 std::string("a\\x0A\\x1B[31mred\\xE2\\x80\\xAE!"));
        QCOMPARE(plainText("größe"), std::string("größe"));
        const auto run = runCli(
            {"inspect", test::testData("malformed/st_name_control.safetensors").toStdString()});
        QCOMPARE(run.status, 0);
        QVERIFY(run.out.find('\x1B') == std::string::npos);
    }

    void convertKeepsValues() {
        const test::TemporaryFile file("1,2\n3,4.5\n", "a.csv");
        const std::string out = file.path() + ".safetensors";
        const auto run = runCli({"convert", file.path(), "--out", out, "--json"});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.json()["written"].toString(), QString::fromStdString(out));
        QCOMPARE(run.json()["tensors"].toInt(), 1);
        QCOMPARE(run.json()["bytes"].toInteger(), QFileInfo(QString::fromStdString(out)).size());
        const auto tensor = cli::loadSource(out, {});
        QVERIFY(tensor.has_value());
        QCOMPARE(tensor->shape(), (Shape{2, 2}));
        QCOMPARE(tensor->values()[3], 4.5F);
    }

    /// What a reader passed over is said without --metadata.
    void inspectSaysWhatItPassesOver() {
        ZEROPOINT_NEED_GOLDEN("trials/README.md");
        const auto words = [](const char* name) {
            return runCli({"inspect", test::golden(QStringLiteral("trials/") + QLatin1String(name))
                                          .toStdString()})
                .out;
        };
        QVERIFY(words("csv_pandas.csv").find("it is the index and left out") != std::string::npos);
        QVERIFY(words("mlx4.safetensors").find("bits and groups are guessed") != std::string::npos);
        QVERIFY(words("pt_detector.pt").find("DetectionModel") != std::string::npos);
        const std::string table =
            test::golden(QStringLiteral("trials/csv_pandas.csv")).toStdString();
        const QJsonObject told = runCli({"inspect", table, "--metadata", "--json"}).json();
        QCOMPARE(told["notes"].toArray().size(), 1);
        QVERIFY(!told["metadata"].toObject().contains("index"));
        // The remark is the reader's: a file that is made of this one does not say it of itself.
        const QTemporaryDir folder;
        const std::string made = folder.filePath("made.safetensors").toStdString();
        QCOMPARE(runCli({"convert", table, "--out", made}).status, 0);
        const QJsonObject copy = runCli({"inspect", made, "--metadata", "--json"}).json();
        QCOMPARE(copy["metadata"].toObject().keys(), QStringList{"header"});
        QVERIFY(!copy.contains("notes"));
    }

    /// One stranger does not keep the rest from being written, and nobody can miss that it is gone.
    void convertLeavesOutWhatCannotBeRead() {
        ZEROPOINT_NEED_GOLDEN("trials/README.md");
        const std::string path =
            test::golden(QStringLiteral("trials/st_one_unknown.safetensors")).toStdString();
        const QTemporaryDir folder;
        const std::string out = folder.filePath("out.safetensors").toStdString();
        const auto run = runCli({"convert", path, "--out", out, "--json"});
        QVERIFY2(run.status == 0, run.err.c_str());
        QCOMPARE(run.json()["tensors"].toInt(), 2);
        const QJsonArray lost = run.json()["left_out"].toArray();
        QCOMPARE(lost.size(), 1);
        QCOMPARE(lost[0].toObject()["name"].toString(), QStringLiteral("b.weight"));
        QVERIFY(lost[0].toObject()["unreadable"].toString().contains("F4_NEW"));
        QVERIFY(run.err.find("INCOMPLETE: 1 tensor is left out") != std::string::npos);
        QVERIFY(run.err.find("left out: b.weight: The dtype 'F4_NEW'") != std::string::npos);
        const auto written = openWeightFile(out);
        QVERIFY(written.has_value());
        QCOMPARE((*written)->tensors().size(), std::size_t{2});
        const auto words = runCli({"convert", path, "--out", out});
        QVERIFY(words.out.find("1 left out") != std::string::npos);
        // Nothing else was asked for: that is no conversion.
        const auto none = runCli({"convert", path, "--out", out, "--only", "b.*"});
        QCOMPARE(none.status, 1);
        QVERIFY(none.err.find("F4_NEW") != std::string::npos);
    }

    void convertFails() {
        const test::TemporaryFile file("1\n", "a.csv");
        QCOMPARE(runCli({"convert", file.path(), "--out", file.path() + ".xyz"}).status, 2);
        QCOMPARE(runCli({"convert", file.path(), "--out", "/nowhere/a.npy"}).status, 1);
        const auto none =
            runCli({"convert", file.path(), "--out", file.path() + ".npz", "--only", "q*"});
        QCOMPARE(none.status, 1);
    }

    void sources() {
        const test::TemporaryFile file("1\n2\n", "a:b.csv");
        QCOMPARE(cli::loadSource(file.path(), {})->size(), std::size_t{2});
        // The tensor of a text has no name.
        QCOMPARE(cli::loadSource(file.path() + ":", {})->size(), std::size_t{2});
        const auto named = cli::loadSource(file.path() + ":w", {});
        COMPARE_ERROR(named, ErrorCode::NotFound);
        QVERIFY(named.error().what.find("'w'") != std::string::npos);
        QCOMPARE(cli::loadSource("synthetic:ramp?min=0,max=3,n=4", {})->values()[2], 2.0F);
        COMPARE_ERROR(cli::loadSource("synthetic:nothing", {}), ErrorCode::InvalidArgument);
        COMPARE_ERROR(cli::loadSource("/nowhere.npy:w", {}), ErrorCode::NotFound);
    }

    void sourceWithSeveralTensorsAsksForOne() {
        const std::string path =
            test::testData("malformed/st_ok_unsorted_names.safetensors").toStdString();
        const auto any = cli::loadSource(path, {});
        COMPARE_ERROR(any, ErrorCode::InvalidArgument);
        QVERIFY(any.error().remedy.find("a, b") != std::string::npos);
        QCOMPARE(cli::loadSource(path + ":b", {})->values()[0], 3.0F);
    }
};

QTEST_APPLESS_MAIN(TestCliFiles)
#include "tst_cli_files.moc"
