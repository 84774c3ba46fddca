// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/historic_bug.h"
#include "core/experiment/reported_runs.h"
#include "core/experiment/trade_off.h"
#include "core/training/checkpoint.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <array>
#include <cmath>

using namespace zeropoint;

Q_DECLARE_METATYPE(zeropoint::HistoricBug)

/// Bugs that have shipped somewhere, made again.
class TestHistoricBug : public QObject {
    Q_OBJECT

private:
    static QJsonArray shipped() {
        QFile file(test::testData(QStringLiteral("../../resources/lessons/results/broken.json")));
        return file.open(QIODevice::ReadOnly)
                   ? QJsonDocument::fromJson(file.readAll()).object()["bugs"].toArray()
                   : QJsonArray();
    }

private slots:
    void doneRightTheErrorIsHalfAStep() {
        // From -3 to 12 in four bits: s = 15 / 15 = 1, z = 3.
        const std::array values{-3.0, -2.6, 0.0, 0.5, 1.5, 11.6, 12.0};
        const std::vector<double> expected{-3, -3, 0, 0, 2, 12, 12};
        QCOMPARE(replayed(values, 4, HistoricBug::None), expected);
    }

    void aZeroPointThatIsOffByOneMovesAllByOneStep() {
        const std::array values{-3.0, 0.0, 12.0};
        const std::vector<double> expected{-2, 1, 13};
        QCOMPARE(replayed(values, 4, HistoricBug::ZeroPointOffByOne), expected);
        // A zero point of 0 less one wraps to the last code, 15: everything falls by 15 steps.
        const std::array oneSided{0.0, 15.0};
        const std::vector<double> wrapped{-15, 0};
        QCOMPARE(replayed(oneSided, 4, HistoricBug::ZeroPointOffByOne), wrapped);
    }

    void aRangeWithoutZeroHasNoZeroPoint() {
        // From 900 to 1155 in eight bits: s = 1, z = -900, stored as 0: codes 0 to 255 read as
        // such.
        const std::array values{900.0, 1000.0, 1155.0};
        const std::vector<double> expected{0, 100, 255};
        QCOMPARE(replayed(values, 8, HistoricBug::RangeWithoutZero), expected);
        // Widened to zero the step is 1155 / 255 = 4.529: no value is off by more than its half.
        const std::vector<double> right = replayed(values, 8, HistoricBug::None);
        for (std::size_t i = 0; i < values.size(); ++i) {
            QCOMPARE_LE(std::abs(right[i] - values[i]), 1155.0 / 255 / 2);
        }
    }

    void theSignedDivisorWastesHalfOfTheCodes() {
        // From 0 to 14 in four bits: s = 14 / 7 = 2, where 14 / 15 would do.
        const std::array values{0.0, 0.9, 3.1, 14.0};
        const std::vector<double> expected{0, 0, 4, 14};
        QCOMPARE(replayed(values, 4, HistoricBug::SignedDivisor), expected);
    }

    void tiesGoUp() {
        const std::array values{-3.0, -1.5, 0.5, 2.5, 12.0};
        const std::vector<double> up{-3, -1, 1, 3, 12};
        const std::vector<double> even{-3, -2, 0, 2, 12};
        QCOMPARE(replayed(values, 4, HistoricBug::TiesUp), up);
        QCOMPARE(replayed(values, 4, HistoricBug::None), even);
    }

    void withoutANudgeZeroIsNoCode() {
        // From -3.4 to 11.6: s = 1, zero lies 3.4 steps up. Codes count from -3.4, are read from 3.
        const std::array values{-3.4, 0.0, 11.6};
        const std::vector<double> read = replayed(values, 4, HistoricBug::NoNudge);
        const std::array expected{-3.0, 0.0, 12.0};
        for (std::size_t i = 0; i < read.size(); ++i) {
            QCOMPARE_LE(std::abs(read[i] - expected[i]), 1e-12);
        }
        const std::array between{-3.4, 0.7, 11.6};
        // 4.1 steps up is code 4, which is read as 1.
        QCOMPARE_LE(std::abs(replayed(between, 4, HistoricBug::NoNudge)[1] - 1), 1e-12);
        const std::array beyond{-3.4, 0.05, 11.6};
        QCOMPARE_LE(std::abs(replayed(beyond, 4, HistoricBug::NoNudge)[1] - 0), 1e-12);
        const std::array below{-3.4, -0.95, 11.6};
        // 2.45 steps up is code 2, read as -1.
        QCOMPARE_LE(std::abs(replayed(below, 4, HistoricBug::NoNudge)[1] + 1), 1e-12);
    }

    void whatHasNoWidthStays() {
        const std::array zeros{0.0, 0.0};
        for (const HistoricBug bug : historicBugs()) {
            QCOMPARE(replayed(zeros, 4, bug), (std::vector<double>{0, 0}));
            QVERIFY(replayed({}, 4, bug).empty());
        }
    }

    void theLessonsTellWhatAModelLoses_data() {
        QTest::addColumn<HistoricBug>("bug");
        for (const HistoricBug bug : historicBugs()) {
            QTest::newRow(std::string(bugName(bug)).c_str()) << bug;
        }
    }

    /// resources/lessons/results/broken.json, whose figures stand in the lessons, computed again.
    void theLessonsTellWhatAModelLoses() {
        QFETCH(HistoricBug, bug);
        const QString name = QString::fromStdString(std::string(bugName(bug)));
        auto checkpoint = loadCheckpoint(
            test::testData(QStringLiteral("../../resources/samples/sort.safetensors"))
                .toStdString());
        QVERIFY(checkpoint);
        const auto data =
            openTask(checkpoint->info.task, checkpoint->model.config().context).value();
        ThreadPool pool(2);
        const auto effect = bugEffect(checkpoint->model, *data, bug, {&pool, {}, {}});
        QVERIFY(effect);
        QJsonObject told;
        for (const QJsonValue& one : shipped()) {
            told = one.toObject()["name"].toString() == name ? one.toObject() : told;
        }
        const std::array figures{std::pair{"sqnr_right", effect->sqnrRight},
                                 std::pair{"sqnr_broken", effect->sqnrBroken},
                                 std::pair{"accuracy_right", effect->accuracyRight},
                                 std::pair{"accuracy_broken", effect->accuracyBroken}};
        QJsonObject computed{{"name", name}};
        for (const auto& [field, figure] : figures) {
            computed.insert(QLatin1String(field), figure);
        }
        const QByteArray found = QJsonDocument(computed).toJson();
        // Another CPU level may answer a few of the 2 000 sequences otherwise.
        constexpr double fewSequences = 0.004;
        for (const auto& [field, figure] : figures) {
            QVERIFY2(told.contains(QLatin1String(field)), found);
            QVERIFY2(std::abs(told[QLatin1String(field)].toDouble() - figure) <= fewSequences,
                     found);
        }
    }

    void aReportIsReadAsRuns() {
        QFile file(test::testData(QStringLiteral("../../resources/lessons/results/default.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string report = file.readAll().toStdString();
        const auto runs = reportedRuns(report);
        QVERIFY(runs);
        const QJsonArray told =
            QJsonDocument::fromJson(QByteArray::fromStdString(report)).object()["runs"].toArray();
        QCOMPARE(runs->size(), std::size_t(told.size()));
        for (std::size_t i = 0; i < runs->size(); ++i) {
            const QJsonObject run = told[qsizetype(i)].toObject();
            QCOMPARE(QString::fromStdString((*runs)[i].name), run["name"].toString());
            QCOMPARE((*runs)[i].accuracy, run["accuracy"].toDouble());
            QCOMPARE(double((*runs)[i].sizeBytes), run["size_bytes"].toDouble());
            QVERIFY((*runs)[i].settings.empty());
        }
        for (const char* bad : {"", "[]", "{}", R"({"runs": 3})", R"({"runs": [{"name": "x"}]})"}) {
            COMPARE_ERROR(reportedRuns(bad), ErrorCode::Malformed);
        }
    }

    void shippedRunsAreToldApartAsTheirExperimentDid_data() {
        QTest::addColumn<QString>("experiment");
        for (const char* experiment : {"default", "dialect"}) {
            QTest::newRow(experiment) << QString(experiment);
        }
    }

    // The verdicts of the file are those of the runs while they had every test item. A file without
    // the items gives wider intervals and unpaired tests.
    void shippedRunsAreToldApartAsTheirExperimentDid() {
        QFETCH(QString, experiment);
        QFile file(test::testData(
            QStringLiteral("../../resources/lessons/results/%1.json").arg(experiment)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray report = file.readAll();
        const auto runs = reportedRuns(report.toStdString());
        QVERIFY(runs);
        for (const RunResult& run : *runs) {
            QVERIFY2(run.items.count() >= 1000, run.name.c_str());
            QVERIFY(std::abs(run.items.accuracy() - run.accuracy) < 1e-12);
        }
        const QJsonArray told = QJsonDocument::fromJson(report).object()["summary"].toArray();
        const std::vector<RunSummary> summaries = summarize(*runs);
        QCOMPARE(summaries.size(), std::size_t(told.size()));
        for (std::size_t i = 0; i < summaries.size(); ++i) {
            const QJsonObject expected = told[qsizetype(i)].toObject();
            const RunSummary& found = summaries[i];
            QCOMPARE(QString::fromStdString(found.name), expected["name"].toString());
            const QJsonArray ends = expected["accuracy_ci95"].toArray();
            QVERIFY(std::abs(found.accuracyCi95.low - ends[0].toDouble()) < 1e-12);
            QVERIFY(std::abs(found.accuracyCi95.high - ends[1].toDouble()) < 1e-12);
            QCOMPARE(found.onFront, expected["on_front"].toBool());
            QCOMPARE(found.indistinguishable, expected["indistinguishable"].toBool());
            QStringList alike;
            for (const QJsonValue& name : expected["not_told_from"].toArray()) {
                alike << name.toString();
            }
            QCOMPARE(found.alike.size(), std::size_t(alike.size()));
            for (std::size_t k = 0; k < found.alike.size(); ++k) {
                QCOMPARE(QString::fromStdString(found.alike[k]), alike[qsizetype(k)]);
            }
        }
    }

    void itStops() {
        auto checkpoint = loadCheckpoint(
            test::testData(QStringLiteral("../../resources/samples/sort.safetensors"))
                .toStdString());
        const auto data =
            openTask(checkpoint->info.task, checkpoint->model.config().context).value();
        ThreadPool pool(2);
        std::stop_source stop;
        stop.request_stop();
        COMPARE_ERROR(bugEffect(checkpoint->model, *data, HistoricBug::NoNudge,
                                {&pool, {}, stop.get_token()}),
                      ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestHistoricBug)
#include "tst_historic_bug.moc"
