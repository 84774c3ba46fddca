// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_run.h"
#include "tests/support/golden.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace zeropoint;
using test::CliRun;

namespace {

constexpr const char* storiesFile = "llama/stories260k-f32.gguf";

CliRun advise(const QString& options) {
    std::vector<std::string> arguments{"advise"};
    for (const QString& part : options.split(' ', Qt::SkipEmptyParts)) {
        arguments.push_back(part.toStdString());
    }
    return test::runCli(std::move(arguments));
}

QString stories() {
    return test::golden(QLatin1String(storiesFile));
}

}  // namespace

class TestCliAdvise : public QObject {
    Q_OBJECT

private slots:
    void oneIsRecommendedAmongWhatFits() {
        ZEROPOINT_NEED_GOLDEN(storiesFile);
        const CliRun run = advise(stories() + " --device raspberry-pi-5 --context 128 --json");
        QCOMPARE(run.status, 0);
        const QJsonObject json = run.json();
        QCOMPARE(json["context"].toInt(), 128);
        const QJsonObject budget = json["budget"].toObject();
        QCOMPARE(budget["left_bytes"].toDouble(),
                 budget["device_bytes"].toDouble() - budget["reserve_bytes"].toDouble() -
                     budget["cache_bytes"].toDouble() - budget["working_bytes"].toDouble());
        bool found = false;
        for (const auto& value : json["options"].toArray()) {
            const QJsonObject option = value.toObject();
            QVERIFY(option["weights_bytes"].toDouble() > 0);
            if (option["name"] == json["recommended"]) {
                found = true;
                QCOMPARE(option["verdict"].toString(), QStringLiteral("fits"));
            }
        }
        QVERIFY(found);
        QVERIFY(!json["reasons"].toArray().isEmpty());
        QVERIFY(json["cannot_tell"].toString().contains("perplexity"));
    }

    void aCatalogueEntryHasSizesAlone() {
        const CliRun run = advise("--model llama-3.1-8b --device rtx-4090 --context 8192 --json");
        QCOMPARE(run.status, 0);
        QVERIFY(run.json()["recommended"].isNull());
        QVERIFY(run.json()["options"].toArray().size() > 12);
        const CliRun text = advise("--model llama-3.1-8b --device rtx-4090 --context 8192");
        QCOMPARE(text.status, 0);
        QVERIFY2(text.out.find("nan") == std::string::npos, text.out.c_str());
    }

    void theReportIsWritten() {
        ZEROPOINT_NEED_GOLDEN(storiesFile);
        const QTemporaryDir folder;
        for (const char* name : {"a.md", "a.csv", "a.html"}) {
            const QString path = folder.filePath(QLatin1String(name));
            const CliRun run =
                advise(stories() + " --device raspberry-pi-5 --context 128 --report " + path);
            QCOMPARE(run.status, 0);
            const QByteArray text = test::readAll(path);
            QVERIFY(text.contains("recommended"));
            QVERIFY(!text.contains(QFileInfo(stories()).absolutePath().toUtf8()));
        }
    }

    void wrongCallsAreRefused_data() {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("code");
        const auto row = [](const char* arguments, int code) {
            QTest::newRow(arguments) << arguments << code;
        };
        row("--device rtx-4090", 2);
        row("--model llama-3.1-8b", 2);
        row("--model nothing --device rtx-4090", 2);
        row("--model llama-3.1-8b --device nothing", 2);
        row("--model llama-3.1-8b --device rtx-4090 --reserve 1.5", 2);
        row("--model llama-3.1-8b --device rtx-4090 --keep all", 2);
        row("--model llama-3.1-8b --device rtx-4090 --context 0", 2);
        row("--model llama-3.1-8b --device rtx-4090 --context 10000000", 2);
        row("--model llama-3.1-8b --config c.json --device rtx-4090", 2);
        row("/no/such/file.gguf --device rtx-4090", 1);
        row("--model llama-3.1-8b --device rtx-4090 --report advice.gguf", 2);
    }

    void wrongCallsAreRefused() {
        QFETCH(QString, arguments);
        QFETCH(int, code);
        const CliRun run = advise(arguments);
        QCOMPARE(run.status, code);
        QVERIFY(!run.err.empty());
    }
};

QTEST_GUILESS_MAIN(TestCliAdvise)
#include "tst_cli_advise.moc"
