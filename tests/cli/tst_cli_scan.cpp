// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_run.h"
#include "tests/support/golden.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace zeropoint::test;

namespace {

std::string weights(const char* name) {
    return golden(QStringLiteral("weights/") + QLatin1String(name)).toStdString();
}

}  // namespace

class TestCliScan : public QObject {
    Q_OBJECT

private slots:
    // What scan says of a tensor is what calibrate says of it alone.
    void agreesWithCalibrate() {
        ZEROPOINT_NEED_GOLDEN("weights/silero_vad_16k.safetensors");
        const std::string file = weights("silero_vad_16k.safetensors");
        const CliRun run =
            runCli({"scan", file, "--schemes",
                    "int8,int4/group:32,uint4/asymmetric/channel/mse,q8_0", "--json"});
        QVERIFY2(run.status == 0, run.err.c_str());
        const std::vector<std::pair<QString, std::vector<std::string>>> calls = {
            {"int8", {"--format", "int8"}},
            {"int4/group:32", {"--format", "int4", "--per", "group:32"}},
            {"uint4/asymmetric/channel/mse",
             {"--format", "uint4", "--asymmetric", "--per", "channel", "--range", "mse"}},
            {"q8_0", {"--format", "q8_0"}}};
        const QJsonArray tensors = run.json()["tensors"].toArray();
        QCOMPARE_GT(tensors.size(), 5);
        for (const auto& [name, options] : calls) {
            double bytes = 0;
            for (int i = 0; i < tensors.size(); ++i) {
                const QJsonObject figures =
                    tensors[i].toObject()["schemes"].toObject()[name].toObject();
                bytes += figures["bytes"].toDouble();
                if (i % 4 != 0) {
                    continue;
                }
                std::vector<std::string> call = {
                    "calibrate",
                    file + ":" + tensors[i].toObject()["name"].toString().toStdString(), "--json"};
                call.insert(call.end(), options.begin(), options.end());
                const QJsonObject alone = runCli(call).json();
                for (const char* figure :
                     {"mse", "max_abs_error", "bits_per_weight", "bytes", "sqnr_db"}) {
                    QCOMPARE(figures[QLatin1String(figure)], alone[QLatin1String(figure)]);
                }
            }
            QCOMPARE(run.json()["total"].toObject()[name].toObject()["bytes"].toDouble(), bytes);
        }
    }

    void threadsDoNotMatter() {
        ZEROPOINT_NEED_GOLDEN("weights/silero_vad_16k.safetensors");
        const std::string file = weights("silero_vad_16k.safetensors");
        const auto with = [&](const char* threads) {
            return runCli({"scan", file, "--threads", threads, "--json"}).out;
        };
        QCOMPARE(with("1"), with("3"));
    }

    // A GGUF file of every block type: what is decoded is scanned.
    void readsEveryFormat_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"g2p_all_types.gguf", "g2p_checkpoint20.npz", "mtcnn_pnet.pt",
                                 "torch_legacy_113.pt"}) {
            QTest::newRow(name) << name;
        }
    }
    void readsEveryFormat() {
        ZEROPOINT_NEED_GOLDEN("weights");
        QFETCH(QString, name);
        const CliRun run =
            runCli({"scan", weights(qPrintable(name)), "--schemes", "int8,nf4", "--json"});
        QVERIFY2(run.status == 0, run.err.c_str());
        QVERIFY(!run.json()["tensors"].toArray().isEmpty());
    }

    void onlySomeTensors() {
        ZEROPOINT_NEED_GOLDEN("weights/silero_vad_16k.safetensors");
        const std::string file = weights("silero_vad_16k.safetensors");
        const CliRun some =
            runCli({"scan", file, "--only", "*weight*", "--schemes", "int8", "--json"});
        const QJsonArray tensors = some.json()["tensors"].toArray();
        QVERIFY(!tensors.isEmpty());
        for (const QJsonValue tensor : tensors) {
            QVERIFY(tensor.toObject()["name"].toString().contains("weight"));
        }
        const CliRun none = runCli({"scan", file, "--only", "nothing*"});
        QCOMPARE(none.status, 1);
        QVERIFY(none.out.empty());
    }

    void peopleGetATable() {
        ZEROPOINT_NEED_GOLDEN("weights/silero_vad_16k.safetensors");
        const CliRun run =
            runCli({"scan", weights("silero_vad_16k.safetensors"), "--schemes", "int8,q4_0"});
        QVERIFY(run.out.find("bits per weight") != std::string::npos);
        QVERIFY(run.out.find("q4_0") != std::string::npos);
    }

    void wrongCalls_data() {
        QTest::addColumn<QString>("schemes");
        QTest::newRow("unknown format") << "int8,int99";
        QTest::newRow("unknown word") << "int8/sideways";
        QTest::newRow("empty") << "";
        QTest::newRow("twice") << "int8,int8";
        QTest::newRow("group of nothing") << "int4/group:0";
        QTest::newRow("block with a range") << "q4_0/mse";
        QTest::newRow("only read") << "q4_k";
        QTest::newRow("two granularities") << "int8/group:32/channel";
        QTest::newRow("two ranges") << "int8/mse/percentile:99";
        QTest::newRow("two zero points") << "int8/symmetric/asymmetric";
    }
    void wrongCalls() {
        QFETCH(QString, schemes);
        const CliRun run = runCli({"scan", "none.safetensors", "--schemes", schemes.toStdString()});
        QCOMPARE(run.status, 2);
        QVERIFY(run.out.empty());
        QVERIFY2(run.err.find("--schemes") != std::string::npos, run.err.c_str());
        // Not only ranges: whatever a scheme takes.
        QCOMPARE(run.err.find("channel or group:N, fp16") != std::string::npos,
                 schemes == "int8/sideways");
    }

    /// A report of the same figures; a place that is no report's is refused before any work.
    void writesAReport() {
        ZEROPOINT_NEED_GOLDEN("weights/silero_vad_16k.safetensors");
        const QTemporaryDir folder;
        const QString path = folder.filePath("scan.csv");
        const std::string file = weights("silero_vad_16k.safetensors");
        const CliRun run = runCli(
            {"scan", file, "--schemes", "int8,q4_0", "--json", "--report", path.toStdString()});
        QVERIFY2(run.status == 0, run.err.c_str());
        const QList<QByteArray> lines = readAll(path).split('\n');
        const QJsonArray tensors = run.json()["tensors"].toArray();
        QCOMPARE(lines[0].trimmed(), QByteArray("weight,shape,int8,q4_0"));
        QCOMPARE(lines.size(), tensors.size() + 2);
        for (int i = 0; i < tensors.size(); ++i) {
            const QJsonObject tensor = tensors[i].toObject();
            const QList<QByteArray> cells = lines[i + 1].trimmed().split(',');
            QCOMPARE(QString::fromUtf8(cells[0]), tensor["name"].toString());
            const QJsonObject schemes = tensor["schemes"].toObject();
            QCOMPARE(cells[2].toDouble(), schemes["int8"].toObject()["sqnr_db"].toDouble());
            QCOMPARE(cells[3].toDouble(), schemes["q4_0"].toObject()["sqnr_db"].toDouble());
        }
        QCOMPARE(runCli({"scan", file, "--report", "scan.docx"}).status, 2);
    }

    void ctrlCStops() {
        ZEROPOINT_NEED_GOLDEN("weights/silero_vad_16k.safetensors");
        std::stop_source stop;
        stop.request_stop();
        const CliRun run =
            runCli({"scan", weights("silero_vad_16k.safetensors")}, stop.get_token());
        QCOMPARE(run.status, 1);
        QVERIFY(run.out.empty());
    }
};

QTEST_APPLESS_MAIN(TestCliScan)
#include "tst_cli_scan.moc"
