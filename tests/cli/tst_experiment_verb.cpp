// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/adapters/qlora.h"
#include "core/training/checkpoint.h"
#include "tests/cli/cli_run.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace zeropoint;
using zeropoint::test::CliRun;
using zeropoint::test::runCli;

class TestExperimentVerb : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::string path(const QString& name) const { return m_folder.filePath(name).toStdString(); }
    std::string write(const QString& name, const QByteArray& text) const {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("cannot write the spec");
        }
        return path(name);
    }
    QByteArray bytesOf(const QString& name) const {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// A few steps on a base of one narrow block.
    std::string smallSpec() const {
        return write("small.json", R"({
            "name": "small", "task": {"kind": "sort", "custom": true}, "base": "base.safetensors",
            "training": {"steps": 4, "batch": 8, "warmup": 1, "evaluate_every": 4},
            "seeds": [3, 9],
            "runs": [
                {"name": "FP32", "method": "fp32"},
                {"name": "INT4 PTQ", "method": "ptq",
                 "recipe": {"base": {"weight": {"format": "int4", "per": "channel"}}}},
                {"name": "INT4 QAT", "method": "qat", "qat": {"weights": "lsq"},
                 "recipe": {"base": {"weight": {"format": "int4", "per": "channel"}}}},
                {"name": "LoRA", "method": "lora", "lora": {"rank": 4}}
            ]})");
    }

private slots:
    void initTestCase() {
        const CliRun base =
            runCli({"train", "--task", "sort", "--steps", "3", "--width", "16", "--heads", "2",
                    "--layers", "1", "--batch", "8", "--out", path("base.safetensors")});
        QCOMPARE(base.status, 0);
    }

    void json() {
        const CliRun outcome = runCli({"experiment", smallSpec(), "--json"});
        QVERIFY2(outcome.status == 0, outcome.err.c_str());
        const QJsonArray runs = outcome.json()["runs"].toArray();
        QCOMPARE(runs.size(), 8);
        for (const QJsonValue run : runs) {
            QVERIFY(run["name"].isString() && run["scheme"].isString());
            for (const char* number : {"seed", "accuracy", "loss", "size_bytes", "bits_per_weight",
                                       "seconds", "trained", "optimizer_bytes"}) {
                QVERIFY2(run[QLatin1String(number)].isDouble(), number);
            }
            const QJsonArray interval = run["accuracy_ci95"].toArray();
            QCOMPARE(interval.size(), 2);
            QVERIFY(interval[0].toDouble() <= run["accuracy"].toDouble());
            QVERIFY(interval[1].toDouble() >= run["accuracy"].toDouble());
        }
        QCOMPARE(runs[0]["method"].toString(), QString("fp32"));
        QCOMPARE(runs[2]["method"].toString(), QString("ptq"));
        QCOMPARE(runs[5]["seed"].toInt(), 9);
        QCOMPARE(runs[3]["size_bytes"], runs[5]["size_bytes"]);
        const QJsonArray front = outcome.json()["pareto"].toArray();
        QVERIFY(!front.isEmpty());
        for (const QJsonValue name : front) {
            QVERIFY(name.isString());
        }
        const QJsonArray summary = outcome.json()["summary"].toArray();
        QCOMPARE(summary.size(), 4);
        QVERIFY(summary[0]["accuracy_sd"].isDouble());
    }

    /// One seed has no deviation: it is not 0.
    void oneSeedHasNoDeviation() {
        const CliRun outcome = runCli({"experiment", smallSpec(), "--seeds", "1", "--json"});
        QCOMPARE(outcome.status, 0);
        for (const QJsonValue summary : outcome.json()["summary"].toArray()) {
            QCOMPARE(summary["seeds"].toArray().size(), 1);
            QVERIFY(summary["accuracy_sd"].isUndefined());
        }
    }

    void aTableForPeople() {
        const CliRun outcome = runCli({"experiment", smallSpec(), "--seeds", "1"});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(std::count(outcome.out.begin(), outcome.out.end(), '\n'), 1 + 4);
        QVERIFY(outcome.out.find("INT4 QAT") != std::string::npos);
        // One line for each run as it finishes.
        QCOMPARE(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 4);
    }

    void seedsFromTheFileComeFirst() {
        const CliRun outcome = runCli({"experiment", smallSpec(), "--seeds", "3", "--json"});
        QCOMPARE(outcome.status, 0);
        const QJsonArray runs = outcome.json()["runs"].toArray();
        QCOMPARE(runs.size(), 12);
        QCOMPARE(runs[0]["seed"].toInt(), 3);
        QCOMPARE(runs[1]["seed"].toInt(), 9);
        QCOMPARE(runs[2]["seed"].toInt(), 10);
        // 9, 3: the seeds that are added pass over those that are there.
        QFile given(QString::fromStdString(smallSpec()));
        QVERIFY(given.open(QIODevice::ReadOnly));
        QJsonObject spec = QJsonDocument::fromJson(given.readAll()).object();
        spec["seeds"] = QJsonArray{9, 8};
        QFile turned(m_folder.filePath("turned.json"));
        QVERIFY(turned.open(QIODevice::WriteOnly));
        turned.write(QJsonDocument(spec).toJson());
        turned.close();
        const CliRun four = runCli({"experiment", path("turned.json"), "--seeds", "4", "--json"});
        QVERIFY2(four.status == 0, four.err.c_str());
        const QJsonArray more = four.json()["runs"].toArray();
        for (const auto& [index, seed] : {std::pair{0, 9}, {1, 8}, {2, 10}, {3, 11}}) {
            QCOMPARE(more[index]["seed"].toInt(), seed);
        }
    }

    void filesAndThreads() {
        const std::string out = path("out.json");
        const CliRun one = runCli({"experiment", smallSpec(), "--threads", "1", "--json", "--out",
                                   out, "--store", path("runs.db")});
        QCOMPARE(one.status, 0);
        QFile file(QString::fromStdString(out));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(file.readAll()).object(), one.json());
        QVERIFY(QFileInfo(m_folder.filePath("runs.db")).size() > 0);
        const CliRun two = runCli({"experiment", smallSpec(), "--threads", "2", "--json"});
        const QJsonArray a = one.json()["runs"].toArray();
        const QJsonArray b = two.json()["runs"].toArray();
        QCOMPARE(a.size(), b.size());
        for (qsizetype i = 0; i < a.size(); ++i) {
            QCOMPARE(a[i]["loss"], b[i]["loss"]);
            QCOMPARE(a[i]["accuracy"], b[i]["accuracy"]);
        }
    }

    /// Runs of a store leave as files of their own: a graph, a GGUF, and what LoRA added.
    void keptRunsLeave() {
        const std::string store = path("kept.db");
        QCOMPARE(runCli({"experiment", smallSpec(), "--store", store}).status, 0);
        const auto convert = [&](std::vector<std::string> options) {
            options.insert(options.begin(), {"convert", store});
            return runCli(options);
        };
        const CliRun onnx =
            convert({"--run", "INT4 QAT", "--run-seed", "9", "--out", path("qat.onnx")});
        QVERIFY2(onnx.status == 0, onnx.err.c_str());
        const CliRun gguf = convert({"--run", "LoRA", "--out", path("lora.gguf")});
        QVERIFY2(gguf.status == 0, gguf.err.c_str());
        // Of two seeds the one that is taken is said; of a chosen one there is nothing to say.
        QVERIFY2(gguf.err.find("seed 3, one of 2 of the name") != std::string::npos,
                 gguf.err.c_str());
        QVERIFY2(onnx.err.find("of the name") == std::string::npos, onnx.err.c_str());
        const CliRun listed = runCli({"inspect", path("qat.onnx"), path("lora.gguf"), "--json"});
        QCOMPARE(listed.status, 0);
        const CliRun adapter = convert(
            {"--run", "LoRA", "--adapter-of", path("base.safetensors"), "--out", path("adapter")});
        QVERIFY2(adapter.status == 0, adapter.err.c_str());
        QFile config(m_folder.filePath("adapter/adapter_config.json"));
        QVERIFY(config.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(config.readAll())["r"].toInt(), 4);
        // What is not there or is no store is told, and no file is made or moved aside.
        const QByteArray before = bytesOf("kept.db");
        const CliRun missing = convert({"--run", "FP16", "--out", path("no.onnx")});
        QCOMPARE(missing.status, 1);
        QVERIFY(missing.err.find("'INT4 PTQ'") != std::string::npos);
        QVERIFY(missing.err.find("seed") == std::string::npos);
        const CliRun otherSeed =
            convert({"--run", "LoRA", "--run-seed", "4", "--out", path("no.onnx")});
        QCOMPARE(otherSeed.status, 1);
        QVERIFY(otherSeed.err.find("of this seed") != std::string::npos);
        QCOMPARE(bytesOf("kept.db"), before);
        const CliRun noFile =
            runCli({"convert", path("no.db"), "--run", "LoRA", "--out", path("no.onnx")});
        QCOMPARE(noFile.status, 1);
        QVERIFY(!QFile::exists(m_folder.filePath("no.db")));
        write("torn.db", QByteArray("SQLite format 3\0", 16) + QByteArray(8176, '\x5A'));
        const QByteArray torn = bytesOf("torn.db");
        QVERIFY(runCli({"convert", path("torn.db"), "--run", "LoRA", "--out", path("no.onnx")})
                    .status != 0);
        QCOMPARE(bytesOf("torn.db"), torn);
        QVERIFY(!QFile::exists(m_folder.filePath("torn.db.unreadable")));
        const CliRun noStore = runCli(
            {"convert", path("base.safetensors"), "--run", "LoRA", "--out", path("no.onnx")});
        QCOMPARE(noStore.status, 2);
        QVERIFY(QFile::exists(m_folder.filePath("base.safetensors")));
        QVERIFY(!QFile::exists(m_folder.filePath("no.onnx")));
    }

    /// QLoRA's adapters leave beside what NF4 made of the base: a run's, which says how it was
    /// frozen, and a checkpoint's, of which the options say it.
    void adaptersBesideNf4Leave() {
        const std::string base = path("base.safetensors");
        const std::string spec = write("nf4.json", R"({
            "task": {"kind": "sort", "custom": true}, "base": "base.safetensors", "seeds": [3],
            "training": {"steps": 4, "batch": 8, "warmup": 1, "evaluate_every": 4},
            "runs": [{"name": "QLoRA", "method": "qlora", "lora": {"rank": 4},
                      "nf4": {"block": 32, "double": false}},
                     {"name": "FP32", "method": "fp32"}]})");
        QCOMPARE(runCli({"experiment", spec, "--store", path("nf4.db")}).status, 0);
        const auto convert = [&](const std::string& file, std::vector<std::string> options) {
            options.insert(options.begin(), {"convert", file, "--adapter-of", base, "--json"});
            return runCli(options);
        };
        const CliRun beside = convert(path("nf4.db"), {"--run", "QLoRA", "--out", path("beside")});
        QVERIFY2(beside.status == 0, beside.err.c_str());
        QCOMPARE(beside.json()["rank"].toInt(), 4);
        QCOMPARE(beside.json()["base_stored_as"].toString(), QString("nf4, blocks of 32"));
        const QJsonObject config =
            QJsonDocument::fromJson(bytesOf("beside/adapter_config.json")).object();
        QCOMPARE(config["base_model_name_or_path"].toString(), QString("base"));
        const CliRun full = convert(path("nf4.db"), {"--run", "FP32", "--out", path("none")});
        QVERIFY2(full.err.find("no adapters") != std::string::npos, full.err.c_str());

        Checkpoint checkpoint = loadCheckpoint(base).value();
        const QloraConfig settings{{4}, {16, true, 64}, false};
        const auto qlora = attachQlora(checkpoint.model, settings, 1).value();
        Parameters<float>& parameters = checkpoint.model.parameters();
        for (std::size_t i = 0; i < parameters.entries().size(); ++i) {
            if (parameters.entries()[i].name.ends_with("lora_b")) {
                std::ranges::fill(parameters.values(i).first(5), 0.1F);
            }
        }
        const std::string tuned = path("tuned.safetensors");
        QVERIFY(
            saveCheckpoint(tuned, withAdapters(checkpoint.model, qlora.adapters), checkpoint.info));
        const CliRun plain = convert(tuned, {"--out", path("none")});
        QCOMPARE(plain.status, 2);
        QVERIFY2(plain.err.find("--format nf4") != std::string::npos, plain.err.c_str());
        const CliRun told = convert(tuned, {"--format", "nf4", "--per", "group:16",
                                            "--scale-format", "double:64", "--out", path("told")});
        QVERIFY2(told.status == 0, told.err.c_str());
        QVERIFY(told.json()["base_stored_as"].toString().endsWith("the head as it is"));
        QCOMPARE(convert(tuned, {"--format", "int4", "--out", path("none")}).status, 2);
        QVERIFY(!QFile::exists(m_folder.filePath("none")));
    }

    void otherSettingsStandBesideNoKeptRun_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("told");
        QTest::newRow("steps of all") << QByteArray("\"steps\": 4") << QByteArray("\"steps\": 5")
                                      << QStringLiteral("training.steps is 4, here 5");
        QTest::newRow("task") << QByteArray("\"custom\": true") << QByteArray("\"custom\": false")
                              << QStringLiteral("task.custom is true, here false");
        QTest::newRow("one run's rank") << QByteArray("\"rank\": 4") << QByteArray("\"rank\": 2")
                                        << QStringLiteral("LoRA, seed 3: lora.rank is 4, here 2");
    }
    // One experiment compares like with like, and no finished run is lost to another of its name.
    void otherSettingsStandBesideNoKeptRun() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, told);
        const std::string store = path(QStringLiteral("apart-%1.db").arg(QTest::currentDataTag()));
        const std::string spec = smallSpec();
        const auto run = [&](const std::string& file, const char* seeds) {
            return runCli({"experiment", file, "--store", store, "--seeds", seeds});
        };
        QCOMPARE(run(spec, "1").status, 0);
        const auto storedBytes = [&] {
            QFile file(QString::fromStdString(store));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray kept = storedBytes();
        QVERIFY(!kept.isEmpty());
        const QByteArray small = bytesOf("small.json");
        QCOMPARE(small.count(before), 1);
        const CliRun other =
            run(write("other.json", QByteArray(small).replace(before, after)), "1");
        QCOMPARE(other.status, 2);
        QVERIFY2(other.err.find(told.toStdString()) != std::string::npos, other.err.c_str());
        QVERIFY(storedBytes() == kept);
        // A further seed of the same settings, and the same once more.
        QCOMPARE(run(spec, "2").status, 0);
        // Under another name everything may differ.
        const CliRun named =
            run(write("named.json",
                      QByteArray(small).replace(before, after).replace("\"small\"", "\"other\"")),
                "1");
        QVERIFY2(named.status == 0, named.err.c_str());
    }

    // Neither is moved aside as a store that cannot be read, nor replaced.
    void nothingIsWrittenOverWhatIsRead() {
        const std::string spec = smallSpec();
        const QByteArray before = bytesOf("small.json");
        QCOMPARE(runCli({"experiment", spec, "--store", spec}).status, 2);
        QCOMPARE(bytesOf("small.json"), before);
        const std::string store = path("over.db");
        QCOMPARE(runCli({"experiment", spec, "--store", store, "--seeds", "1"}).status, 0);
        const QByteArray kept = bytesOf("over.db");
        QCOMPARE(runCli({"convert", store, "--run", "FP32", "--out", store}).status, 2);
        QVERIFY(!kept.isEmpty() && bytesOf("over.db") == kept);
    }

    void itemsOfEachRun() {
        const CliRun outcome =
            runCli({"experiment", smallSpec(), "--seeds", "1", "--json", "--items"});
        QCOMPARE(outcome.status, 0);
        for (const QJsonValue run : outcome.json()["runs"].toArray()) {
            const QJsonArray right = run["items"]["right"].toArray();
            QVERIFY(!right.isEmpty());
            double sum = 0;
            for (const QJsonValue item : right) {
                sum += item.toDouble();
            }
            const double scored = run["items"]["scored"].toDouble();
            QVERIFY(std::abs(sum / (scored * double(right.size())) - run["accuracy"].toDouble()) <
                    1e-12);
        }
        const CliRun without = runCli({"experiment", smallSpec(), "--seeds", "1", "--json"});
        QVERIFY(without.json()["runs"][0]["items"].isUndefined());
    }

    void wrong_data() {
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("status");
        const QByteArray run = R"("runs": [{"name": "a", "method": "fp32"}])";
        QTest::newRow("unknown key")
            << QByteArray("{\"steps\": 3, " + run + "}") << QStringList() << 2;
        QTest::newRow("two of a name") << QByteArray(R"({"runs": [{"name": "a", "method": "fp32"},
                                       {"name": "a", "method": "fp32"}]})")
                                       << QStringList() << 2;
        QTest::newRow("no JSON") << QByteArray("runs") << QStringList() << 1;
        QTest::newRow("no base") << QByteArray(R"({"base": "missing.safetensors", )" + run + "}")
                                 << QStringList() << 1;
        QTest::newRow("no seeds") << QByteArray("{" + run + "}") << QStringList{"--seeds", "0"}
                                  << 2;
        QTest::newRow("out of the world")
            << QByteArray("{" + run + "}") << QStringList{"--out", "/no/such/folder/out.json"} << 1;
        QTest::newRow("store out of the world")
            << QByteArray("{" + run + "}") << QStringList{"--store", "/no/such/folder/runs.db"}
            << 1;
    }
    void wrong() {
        QFETCH(QByteArray, spec);
        QFETCH(QStringList, options);
        QFETCH(int, status);
        std::vector<std::string> words{"experiment", write("wrong.json", spec)};
        for (const QString& option : options) {
            words.push_back(option.toStdString());
        }
        const CliRun outcome = runCli(words);
        QCOMPARE(outcome.status, status);
        QVERIFY(outcome.err.starts_with("zeropoint-cli: error: "));
        QCOMPARE(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1);
        QVERIFY(outcome.out.empty());
    }

    void noFile() {
        QCOMPARE(runCli({"experiment"}).status, 2);
        QCOMPARE(runCli({"experiment", path("missing.json")}).status, 1);
    }

    void interruptSaysWhatIsKept() {
        std::stop_source source;
        source.request_stop();
        const std::string out = path("stopped.json");
        const CliRun stopped =
            runCli({"experiment", smallSpec(), "--out", out}, source.get_token());
        QCOMPARE(stopped.status, 1);
        QVERIFY2(stopped.err.find("0 of 8 runs are kept in " + out) != std::string::npos,
                 stopped.err.c_str());
        QVERIFY(QFileInfo::exists(QString::fromStdString(out)));
    }

    // The other runs stand; the one that failed says why.
    void aFailedRun() {
        const std::string spec = write("failed.json", R"({
            "task": {"kind": "sort", "custom": true}, "base": "base.safetensors", "seeds": [1],
            "training": {"steps": 2, "batch": 4},
            "runs": [{"name": "FP32", "method": "fp32"},
                     {"name": "wide", "method": "lora", "lora": {"rank": 99}}]})");
        const CliRun outcome = runCli({"experiment", spec, "--json"});
        QCOMPARE(outcome.status, 2);
        // Before anything is trained, though its turn comes last.
        const std::size_t refused = outcome.err.find("wide, seed 1");
        const std::size_t trained = outcome.err.find("FP32, seed 1");
        QVERIFY2(refused < trained && trained != std::string::npos, outcome.err.c_str());
        QCOMPARE(outcome.json()["runs"].toArray().size(), 1);
    }
};

QTEST_APPLESS_MAIN(TestExperimentVerb)
#include "tst_experiment_verb.moc"
