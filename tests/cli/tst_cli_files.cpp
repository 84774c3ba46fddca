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
