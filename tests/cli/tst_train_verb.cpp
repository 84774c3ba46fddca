// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_run.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using zeropoint::test::CliRun;
using zeropoint::test::runCli;

class TestTrainVerb : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }
    /// A small sorting model: a fraction of a second.
    std::vector<std::string> small(const char* steps, const std::string& out) const {
        return {"train", "--task",   "sort", "--steps", steps, "--width", "16", "--heads",
                "2",     "--layers", "1",    "--batch", "8",   "--out",   out};
    }

private slots:
    void json_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("parameters");
        // Worked by hand from the shapes: embeddings, blocks, final norm, head.
        QTest::newRow("sort") << QStringList{"--task", "sort", "--width", "16"}
                              << 2 * 65 * 16 + 25 * 16 + 2 * (12 * 256 + 13 * 16) + 32;
        QTest::newRow("digits") << QStringList{"--task", "digits", "--layers", "1"}
                                << 5 * 64 + 16 * 64 + (12 * 4096 + 13 * 64) + 128 + 10 * 64;
        QTest::newRow("text") << QStringList{"--task", "text", "--width", "16", "--context", "32"}
                              << 2 * 97 * 16 + 32 * 16 + 2 * (12 * 256 + 13 * 16) + 32;
    }
    void json() {
        QFETCH(QStringList, words);
        QFETCH(int, parameters);
        const std::string file = path("model.safetensors");
        std::vector<std::string> all{"train", "--steps", "3",     "--batch",
                                     "4",     "--json",  "--out", file};
        for (const QString& word : words) {
            all.push_back(word.toStdString());
        }
        const CliRun outcome = runCli(all);
        QCOMPARE(outcome.status, 0);
        const QJsonObject document = outcome.json();
        QCOMPARE(document["task"].toString(), words[1]);
        QCOMPARE(document["parameters"].toInt(), parameters);
        QCOMPARE(document["steps"].toInt(), 3);
        for (const char* field : {"train_loss", "test_loss", "accuracy", "seconds"}) {
            QVERIFY2(document[field].isDouble(), field);
        }
        QCOMPARE(document["checkpoint"].toString().toStdString(), file);
        QVERIFY(QFileInfo::exists(QString::fromStdString(file)));
    }

    void theSameOnAnyNumberOfThreads() {
        const auto with = [this](const char* threads) {
            std::vector<std::string> words = small("5", path("model.safetensors"));
            words.insert(words.end(), {"--json", "--threads", threads});
            const QJsonObject document = runCli(words).json();
            QFile file(m_folder.filePath("model.safetensors"));
            const bool open = file.open(QIODevice::ReadOnly);
            return std::pair(document["test_loss"].toDouble(), open ? file.readAll() : "");
        };
        const auto one = with("1");
        QVERIFY(one.first > 0);
        QVERIFY(one == with("3"));
    }

    void wrongCalls_data() {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("no such task") << QStringList{"--task", "chess"};
        QTest::newRow("heads do not divide") << QStringList{"--heads", "5"};
        QTest::newRow("zero layers") << QStringList{"--layers", "0"};
        QTest::newRow("zero steps") << QStringList{"--steps", "0"};
        QTest::newRow("letters") << QStringList{"--steps", "many"};
        QTest::newRow("a rate below zero") << QStringList{"--rate", "-1"};
        QTest::newRow("threads") << QStringList{"--threads", "100000"};
        QTest::newRow("custom digits") << QStringList{"--custom"};
        QTest::newRow("a text for digits") << QStringList{"--text", "x.txt"};
        QTest::newRow("resume another task") << QStringList{"--task", "sort", "--resume", "x"};
        for (const char* made : {"--layers", "--width", "--heads", "--mlp", "--context", "--seed",
                                 "--batch", "--rate"}) {
            QTest::addRow("resume with another %s", made + 2)
                << QStringList{QLatin1String(made), "2", "--resume", "x"};
        }
    }
    void wrongCalls() {
        QFETCH(QStringList, words);
        std::vector<std::string> all{"train", "--out", path("never.safetensors")};
        for (const QString& word : words) {
            all.push_back(word.toStdString());
        }
        const CliRun outcome = runCli(all);
        QCOMPARE(outcome.status, 2);
        QVERIFY(outcome.err.starts_with("zeropoint-cli: error: "));
        QCOMPARE(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1);
        QVERIFY(outcome.out.empty());
        QVERIFY(!QFileInfo::exists(m_folder.filePath("never.safetensors")));
    }

    // The shipped models are made with the defaults: a setting beside --samples would go unheard.
    void samplesTakeNoSettings_data() {
        QTest::addColumn<QStringList>("words");
        for (const char* option :
             {"--steps", "--seed", "--task", "--out", "--from", "--width", "--rate", "--resume"}) {
            QTest::newRow(option) << QStringList{option, "1"};
        }
        QTest::newRow("--custom") << QStringList{"--custom"};
    }
    void samplesTakeNoSettings() {
        QFETCH(QStringList, words);
        std::vector<std::string> all{"train", "--samples", path("models")};
        for (const QString& word : words) {
            all.push_back(word.toStdString());
        }
        QCOMPARE(runCli(all).status, 2);
        QVERIFY(!QFileInfo::exists(m_folder.filePath("models")));
        // Nor does training begin where no model can be put.
        const CliRun nowhere = runCli({"train", "--samples", "/dev/full"});
        QCOMPARE(nowhere.status, 1);
        QVERIFY(nowhere.err.find("--samples") != std::string::npos);
    }

    void whatCannotBeReadOrWritten() {
        QCOMPARE(runCli(small("3", path("no/such/folder.safetensors"))).status, 1);
        QCOMPARE(runCli({"train", "--resume", path("missing.safetensors")}).status, 1);
        QCOMPARE(runCli({"train", "--task", "text", "--text", path("missing.txt")}).status, 1);
    }

    void interruptKeepsTheRun() {
        const std::string file = path("stopped.safetensors");
        std::stop_source source;
        source.request_stop();
        const CliRun stopped = runCli(small("6", file), source.get_token());
        QCOMPARE(stopped.status, 1);
        QVERIFY(stopped.err.find("--resume " + file) != std::string::npos);
        const CliRun resumed = runCli({"train", "--resume", file, "--json"});
        QCOMPARE(resumed.status, 0);
        const CliRun straight = runCli([&] {
            std::vector<std::string> words = small("6", path("straight.safetensors"));
            words.push_back("--json");
            return words;
        }());
        QCOMPARE(resumed.json()["test_loss"], straight.json()["test_loss"]);
        // A finished run saves the weights alone.
        QCOMPARE(runCli({"train", "--resume", file}).status, 2);
    }

    void fineTuningStartsFromTheWeights() {
        const std::string base = path("base.safetensors");
        QCOMPARE(runCli(small("3", base)).status, 0);
        const CliRun tuned = runCli({"train", "--task", "sort", "--custom", "--from", base,
                                     "--steps", "2", "--out", path("tuned.safetensors"), "--json"});
        QCOMPARE(tuned.status, 0);
        QCOMPARE(tuned.json()["parameters"].toInt(),
                 2 * 65 * 16 + 25 * 16 + 12 * 256 + 13 * 16 + 32);
        QCOMPARE(runCli({"train", "--task", "digits", "--from", base}).status, 2);
        QCOMPARE(runCli({"train", "--task", "sort", "--from", base, "--width", "8"}).status, 2);
    }
};

QTEST_APPLESS_MAIN(TestTrainVerb)
#include "tst_train_verb.moc"
