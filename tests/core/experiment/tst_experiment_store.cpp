// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment_store.h"
#include "tests/support/golden.h"
#include "tests/support/other_program.h"
#include "tests/support/outcome.h"
#include "tests/support/temporary_file.h"
#include "tests/support/tiny_model.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

using namespace zeropoint;
using test::Other;

namespace {

RunResult someRun(const std::string& name, std::uint64_t seed, bool artifacts = true) {
    RunResult run;
    run.name = name;
    run.method = MethodKind::Qat;
    run.scheme = "int4 channel, LSQ";
    run.seed = seed;
    run.accuracy = 1.0 / 3;
    run.accuracyCi95 = {0.3, 0.4};
    run.loss = 0.1;
    run.sizeBytes = 12345;
    run.bitsPerWeight = 4.25;
    run.linearBytes = 777;
    run.validationAccuracy = 0.25;
    run.validationLoss = 0.3;
    run.steps = 200;
    run.items = {{0, 1, 32, 65535}, 32};
    run.seconds = 1.5;
    run.share = {100, 40, 320};
    run.hasBase = true;
    run.baseAccuracyBefore = 0.997;
    run.baseAccuracyAfter = 0.25;
    run.layers = {{"head", 21.5}, {"layers.0.ff1", std::numeric_limits<double>::infinity()}};
    run.curve = {{100, 1.25, 1.5, 0.1}, {200, 0.5, 0.75, 1.0 / 7}};
    run.settings = "{\"name\": \"'; DROP TABLE runs; --\"}";
    if (artifacts) {
        RunArtifacts kept;
        kept.model = test::tinyConfig(Sorting());
        kept.weights = {1.5F, -0.0F, std::numeric_limits<float>::quiet_NaN(), 1e-40F};
        kept.predictions = {1, 65535, 3};
        kept.targets = {1, 2, 3};
        kept.perSequence = 3;
        run.artifacts = std::make_shared<RunArtifacts>(std::move(kept));
    }
    return run;
}

/// A store of many runs, three pages of which are overwritten.
void writeDamagedStore(const std::string& path) {
    {
        ExperimentStore store = ExperimentStore::open(path).value();
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            QVERIFY(store.add("x", someRun("a", seed)));
        }
    }
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(4096);
    file.write(QByteArray(4096 * 3, '\xFF'));
}

QByteArray bytesAt(const std::string& path) {
    return test::readAll(QString::fromStdString(path));
}

}  // namespace

class TestExperimentStore : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_files = 0;
    std::string freshPath() {
        return m_folder.filePath(QStringLiteral("runs%1.db").arg(++m_files)).toStdString();
    }

private slots:
    void keepsEverything() {
        const std::string path = freshPath();
        const RunResult run = someRun("a", 18446744073709551615U);
        std::int64_t id = 0;
        {
            ExperimentStore store = ExperimentStore::open(path).value();
            QVERIFY(store.notice().empty());
            id = store.add("Sorting", run).value();
            QVERIFY(store.add("Sorting", someRun("b", 1, false)));
            QVERIFY(store.add("Digits", someRun("a", 1)));
        }
        ExperimentStore store = ExperimentStore::open(path).value();
        const std::vector<StoredRun> all = store.runs().value();
        QCOMPARE(all.size(), std::size_t{3});
        QCOMPARE(all[0].id, id);
        QCOMPARE(all[0].experiment, std::string("Sorting"));
        QCOMPARE(toJson(all[0].result), toJson(run));
        QVERIFY(std::isinf(all[0].result.layers[1].sqnrDb));
        QCOMPARE(all[0].result.settings, run.settings);
        QCOMPARE(store.runs("Digits")->size(), std::size_t{1});
        QCOMPARE(store.runs("' OR 1 = 1 --")->size(), std::size_t{0});
        const auto artifacts = store.artifacts(id).value();
        QCOMPARE(artifacts->model, run.artifacts->model);
        QCOMPARE(artifacts->predictions, run.artifacts->predictions);
        QCOMPARE(artifacts->targets, run.artifacts->targets);
        QCOMPARE(artifacts->perSequence, std::size_t{3});
        QVERIFY(std::ranges::equal(std::as_bytes(std::span(artifacts->weights)),
                                   std::as_bytes(std::span(run.artifacts->weights))));
        QVERIFY(!store.artifacts(all[1].id).value());
        COMPARE_ERROR(store.artifacts(99), ErrorCode::NotFound);
    }

    void aRunMadeAgainReplacesItself() {
        ExperimentStore store = ExperimentStore::open(freshPath()).value();
        QVERIFY(store.add("x", someRun("a", 1)));
        RunResult again = someRun("a", 1, false);
        again.accuracy = 0.75;
        QVERIFY(store.add("x", again));
        const auto all = store.runs().value();
        QCOMPARE(all.size(), std::size_t{1});
        QCOMPARE(all[0].result.accuracy, 0.75);
        QVERIFY(store.remove(all[0].id));
        QVERIFY(store.runs()->empty());
    }

    // Which seed was kept first depends on the threads; what speaks for all of them does not.
    void theLowestSeedSpeaksForARun() {
        std::vector<StoredRun> runs;
        for (const auto& [name, seed] : {std::pair("a", 7), {"b", 1}, {"a", 3}, {"a", 5}}) {
            runs.push_back({std::int64_t(runs.size()), "x", someRun(name, std::uint64_t(seed))});
        }
        const auto named = [](const char* name) {
            return [name](const StoredRun& run) { return run.result.name == name; };
        };
        QCOMPARE(lowestSeed(runs, named("a")), &runs[2]);
        QCOMPARE(lowestSeed(runs, named("b")), &runs[1]);
        QVERIFY(lowestSeed(runs, named("c")) == nullptr);
    }

    // A row that cannot be read hides no other and is not lost.
    void oneUnreadableRunHidesNoOther() {
        const std::string path = freshPath();
        {
            ExperimentStore store = ExperimentStore::open(path).value();
            for (const char* name : {"a", "b", "c"}) {
                QVERIFY(store.add("x", someRun(name, 1)));
            }
        }
        QCOMPARE(Other(path).run("UPDATE runs SET result = '{\"name\":' WHERE name = 'b'"),
                 SQLITE_OK);
        ExperimentStore store = ExperimentStore::open(path).value();
        const auto runs = store.runs().value();
        QCOMPARE(runs.size(), std::size_t{2});
        QCOMPARE(runs[1].result.name, std::string("c"));
        QVERIFY(store.notice().find("1 run") != std::string::npos);
        QVERIFY(store.artifacts(2).value());
    }

    // What earlier versions stored lacks steps, items and the validation part.
    void resultsOfEarlierVersionsAreRead() {
        const std::string path = freshPath();
        {
            ExperimentStore store = ExperimentStore::open(path).value();
            QVERIFY(store.add("x", someRun("a", 1)));
        }
        QCOMPARE(
            Other(path).run("UPDATE runs SET result = json_remove(result, '$.items', '$.steps', "
                            "'$.validation_loss', '$.validation_accuracy')"),
            SQLITE_OK);
        ExperimentStore store = ExperimentStore::open(path).value();
        const auto runs = store.runs().value();
        QCOMPARE(runs.size(), std::size_t{1});
        QCOMPARE(runs[0].result.items.count(), std::size_t{0});
        QCOMPARE(runs[0].result.accuracy, 1.0 / 3);
    }

    void unreadableFilesAreMovedAside_data() {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray torn(8192, '\x5A');
        torn.replace(0, 16, QByteArray("SQLite format 3\0", 16));
        QTest::newRow("text")
            << QByteArray("These are not the runs you are looking for. ").repeated(40);
        QTest::newRow("a header alone") << torn;
    }
    void unreadableFilesAreMovedAside() {
        QFETCH(QByteArray, bytes);
        const test::TemporaryFile file(bytes, "runs.db");
        ExperimentStore store = ExperimentStore::open(file.path()).value();
        QVERIFY(store.notice().find(file.path() + ".unreadable") != std::string::npos);
        QVERIFY(store.runs()->empty());
        QVERIFY(store.add("x", someRun("a", 1)));
        QFile aside(file.qpath() + ".unreadable");
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), bytes);
    }

    void aDamagedPageIsFound() {
        const std::string path = freshPath();
        writeDamagedStore(path);
        const ExperimentStore store = ExperimentStore::open(path).value();
        QVERIFY(!store.notice().empty());
    }

    // A writer that dies in the middle leaves a journal, which nobody takes back who only
    // reads; what was committed before is there.
    void survivesACrash() {
        const std::string path = freshPath();
        {
            ExperimentStore store = ExperimentStore::open(path).value();
            QVERIFY(store.add("x", someRun("a", 1)));
        }
        const std::string crashed = freshPath();
        {
            Other writer(path);
            // So small a cache that the half-made change reaches the file before the commit.
            QCOMPARE(writer.run("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE;"
                                "DELETE FROM runs;"
                                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                                "WHERE i < 500) INSERT INTO runs (experiment, name, seed, result) "
                                "SELECT 'y', i, i, hex(zeroblob(2000)) FROM n;"),
                     SQLITE_OK);
            const QString journal = QString::fromStdString(path + "-journal");
            QVERIFY(QFileInfo(journal).size() > 512);
            QVERIFY(QFile::copy(QString::fromStdString(path), QString::fromStdString(crashed)));
            QVERIFY(QFile::copy(journal, QString::fromStdString(crashed + "-journal")));
        }
        const QByteArray before = bytesAt(crashed);
        COMPARE_ERROR(ExperimentStore::openToRead(crashed), ErrorCode::ReadFailed);
        QCOMPARE(bytesAt(crashed), before);
        ExperimentStore store = ExperimentStore::open(crashed).value();
        QVERIFY2(store.notice().empty(), store.notice().c_str());
        const auto runs = store.runs().value();
        QCOMPARE(runs.size(), std::size_t{1});
        QCOMPARE(runs[0].experiment, std::string("x"));
    }

    void lockedByAnother() {
        const std::string path = freshPath();
        ExperimentStore store = ExperimentStore::open(path).value();
        Other other(path);
        QCOMPARE(other.run("BEGIN EXCLUSIVE"), SQLITE_OK);
        const auto added = store.add("x", someRun("a", 1));
        COMPARE_ERROR(added, ErrorCode::WriteFailed);
        QVERIFY(added.error().what.find("Another program") != std::string::npos);
        const auto opened = ExperimentStore::open(path);
        COMPARE_ERROR(opened, ErrorCode::WriteFailed);
        QCOMPARE(other.run("COMMIT"), SQLITE_OK);
        QVERIFY(store.add("x", someRun("a", 1)));
    }

    void placesThatRefuse() {
        const std::string inside = m_folder.filePath("no/such/folder/runs.db").toStdString();
        COMPARE_ERROR(ExperimentStore::open(inside), ErrorCode::ReadFailed);
        QVERIFY(!ExperimentStore::open(m_folder.path().toStdString()));
    }

    void newerVersionsAreLeftAlone() {
        const std::string path = freshPath();
        {
            Other other(path);
            QCOMPARE(other.run("CREATE TABLE runs (x); PRAGMA user_version = 99"), SQLITE_OK);
        }
        COMPARE_ERROR(ExperimentStore::open(path), ErrorCode::Unsupported);
        QVERIFY(!QFileInfo::exists(QString::fromStdString(path + ".unreadable")));
    }

    // What is only read is neither made, changed nor moved.
    void readsAlone() {
        const std::string path = freshPath();
        COMPARE_ERROR(ExperimentStore::openToRead(path), ErrorCode::NotFound);
        QVERIFY(!QFileInfo::exists(QString::fromStdString(path)));
        {
            ExperimentStore store = ExperimentStore::open(path).value();
            QVERIFY(store.add("x", someRun("a", 1)));
        }
        const QByteArray before = bytesAt(path);
        ExperimentStore store = ExperimentStore::openToRead(path).value();
        QCOMPARE(store.runs()->size(), std::size_t{1});
        QCOMPARE(store.artifacts(1).value()->perSequence, std::size_t{3});
        COMPARE_ERROR(store.add("x", someRun("b", 1)), ErrorCode::WriteFailed);
        QCOMPARE(bytesAt(path), before);
    }

    void filesOfOthersStayAsTheyAre_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        const int wrong = int(ErrorCode::InvalidArgument);
        QTest::newRow("another program's")
            << QByteArray("CREATE TABLE notes (x)") << QByteArray() << wrong;
        QTest::newRow("another program's first version")
            << QByteArray("CREATE TABLE notes (x); PRAGMA user_version = 1") << QByteArray()
            << wrong;
        QTest::newRow("a newer version")
            << QByteArray("CREATE TABLE runs (x); PRAGMA user_version = 99") << QByteArray()
            << wrong;
        QTest::newRow("text") << QByteArray() << QByteArray("No database at all. ").repeated(90)
                              << wrong;
        QTest::newRow("nothing") << QByteArray() << QByteArray() << wrong;
        QByteArray torn(8192, '\x5A');
        torn.replace(0, 16, QByteArray("SQLite format 3\0", 16));
        QTest::newRow("a header alone") << QByteArray() << torn << wrong;
    }
    void filesOfOthersStayAsTheyAre() {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        const test::TemporaryFile file(bytes, "runs.db");
        if (!sql.isEmpty()) {
            QCOMPARE(Other(file.path()).run(sql.constData()), SQLITE_OK);
        }
        const QByteArray before = bytesAt(file.path());
        const auto opened = ExperimentStore::openToRead(file.path());
        COMPARE_ERROR(opened, ErrorCode(code));
        QCOMPARE(bytesAt(file.path()), before);
        const QFileInfo info(file.qpath());
        QCOMPARE(info.dir().entryList(QDir::Files), QStringList(info.fileName()));
    }

    void aDamagedStoreIsNotMoved() {
        const std::string path = freshPath();
        writeDamagedStore(path);
        const QByteArray before = bytesAt(path);
        COMPARE_ERROR(ExperimentStore::openToRead(path), ErrorCode::Malformed);
        QCOMPARE(bytesAt(path), before);
        QVERIFY(!QFileInfo::exists(QString::fromStdString(path + ".unreadable")));
    }

    void resultsThatAreNone() {
        COMPARE_ERROR(runResultFromJson("{}"), ErrorCode::Malformed);
        COMPARE_ERROR(runResultFromJson(""), ErrorCode::Malformed);
        std::string text = toJson(someRun("a", 1));
        text.replace(text.find("\"qat\""), 5, "\"qaz\"");
        COMPARE_ERROR(runResultFromJson(text), ErrorCode::Malformed);
    }
};

QTEST_APPLESS_MAIN(TestExperimentStore)
#include "tst_experiment_store.moc"
