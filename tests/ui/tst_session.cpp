// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/outcome.h"
#include "ui/job/job_runner.h"
#include "ui/state/autosave.h"
#include "ui/state/interview/own_decks.h"
#include "ui/state/session.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QUndoStack>
#include <QtTest>

#include <functional>
#include <vector>

using namespace zeropoint;
using namespace zeropoint::ui;

namespace {

constexpr int waitMilliseconds = 20'000;
constexpr int usualKills = 8;
constexpr char saveForEver[] = "--save-for-ever";

struct Bench {
    void settle() {
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
        QCoreApplication::processEvents();
    }
    void draw() {
        bench.setSynthetic({"normal", {{"n", 1000}, {"seed", 3}}});
        settle();
    }

    JobRunner jobs;
    Workbench bench{jobs};
    Session session{bench};
};

QString rewritten(const QByteArray& session, const std::function<void(QJsonObject&)>& change) {
    QJsonObject document = QJsonDocument::fromJson(session).object();
    change(document);
    return QString::fromUtf8(QJsonDocument(document).toJson());
}

void writeText(const QString& path, const QByteArray& text) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

QByteArray readAll(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Two small tensors as text: a table of numbers is a weight file too.
void writeTable(const QString& path, int rows) {
    QByteArray text;
    for (int row = 0; row < rows; ++row) {
        text += QByteArray::number(row) + "," + QByteArray::number(-2 * row) + "\n";
    }
    writeText(path, text);
}

}  // namespace

class TestSession : public QObject {
    Q_OBJECT

private slots:
    void badTextsChangeNothing_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        Bench b;
        b.draw();
        const QByteArray good = b.session.text();
        const auto malformed = static_cast<int>(ErrorCode::Malformed);
        QTest::newRow("empty") << QByteArray() << malformed;
        QTest::newRow("not JSON") << QByteArray("hello") << malformed;
        QTest::newRow("an array") << QByteArray("[1, 2]") << malformed;
        QTest::newRow("cut off") << good.left(good.size() / 2) << malformed;
        QTest::newRow("no version") << QByteArray("{\"settings\": {}}") << malformed;
        QTest::newRow("version of another kind")
            << QByteArray("{\"zeropoint_session\": \"1\"}") << malformed;
        QTest::newRow("settings of another kind")
            << QByteArray("{\"zeropoint_session\": 1, \"settings\": []}") << malformed;
        QTest::newRow("a source of another kind")
            << QByteArray("{\"zeropoint_session\": 1, \"source\": 5}") << malformed;
        QTest::newRow("newer") << QByteArray("{\"zeropoint_session\": 2}")
                               << static_cast<int>(ErrorCode::Unsupported);
    }

    void badTextsChangeNothing() {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        Bench b;
        b.draw();
        QVERIFY(b.bench.settings().set(QStringLiteral("numbers.value"), 0.5));
        const QByteArray before = b.session.text();
        const Result<void> opened = b.session.open(text);
        COMPARE_ERROR(opened, ErrorCode(code));
        b.settle();
        QCOMPARE(b.session.text(), before);
        QCOMPARE(b.bench.undoStack().count(), 1);
    }

    void whatIsUnknownIsToldAndKept() {
        Bench b;
        b.draw();
        const QString text = rewritten(b.session.text(), [](QJsonObject& document) {
            QJsonObject settings = document.value(QStringLiteral("settings")).toObject();
            settings.insert(QStringLiteral("language.temperature"), 0.7);
            settings.insert(QStringLiteral("calibrate.scheme.rounding"),
                            QStringLiteral("sideways"));
            settings.insert(QStringLiteral("numbers.value"), 0.75);
            document.insert(QStringLiteral("settings"), settings);
            document.insert(QStringLiteral("language"), QJsonArray{1, 2});
        });
        Bench other;
        QSignalSpy problems(&other.session, &Session::problems);
        QVERIFY(other.session.open(text.toUtf8()));
        other.settle();
        QCOMPARE(problems.count(), 1);
        const auto told = problems.first().first().value<std::vector<Error>>();
        for (const Error& error : told) {
            qInfo("%s", toString(error).c_str());
        }
        QCOMPARE(told.size(), std::size_t{2});
        QCOMPARE(other.bench.number().value, 0.75);
        const QJsonObject again = QJsonDocument::fromJson(other.session.text()).object();
        QCOMPARE(again.value(QStringLiteral("language")), QJsonValue(QJsonArray{1, 2}));
        const QJsonObject settings = again.value(QStringLiteral("settings")).toObject();
        QCOMPARE(settings.value(QStringLiteral("language.temperature")), QJsonValue(0.7));
        QCOMPARE(settings.value(QStringLiteral("calibrate.scheme.rounding")),
                 QJsonValue(QStringLiteral("nearest-even")));
    }

    void aFileIsFoundAgain() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("weights.csv"));
        writeTable(path, 30);
        Bench b;
        b.draw();
        b.bench.openFile(path);
        b.settle();
        b.settle();
        QCOMPARE(b.bench.source()->tensor.size(), std::size_t{60});
        QVERIFY(
            b.bench.settings().set(QStringLiteral("calibrate.range.ends"), QJsonArray{-9.5, 4.25}));
        QVERIFY(b.bench.settings().set(QStringLiteral("calibrate.search"), QStringLiteral("w")));
        const QByteArray saved = b.session.text();
        Bench other;
        QVERIFY(other.session.open(saved));
        other.settle();
        other.settle();
        QVERIFY(other.bench.file() != nullptr);
        QCOMPARE(other.bench.source()->tensor.size(), std::size_t{60});
        QCOMPARE(other.bench.scheme().range.lo, -9.5);
        QCOMPARE(other.session.text(), saved);
        // Moved together with the session, it is found beside it.
        QTemporaryDir elsewhere;
        QVERIFY(QFile::rename(path, elsewhere.filePath(QStringLiteral("weights.csv"))));
        Bench moved;
        QVERIFY(moved.session.open(saved, elsewhere.path()));
        moved.settle();
        moved.settle();
        QVERIFY(moved.bench.file() != nullptr);
        QCOMPARE(moved.bench.source()->tensor.size(), std::size_t{60});
    }

    void aFileThatIsGoneLeavesTheRest() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("weights.csv"));
        writeTable(path, 30);
        Bench b;
        b.draw();
        b.bench.openFile(path);
        b.settle();
        b.settle();
        QVERIFY(b.bench.settings().set(QStringLiteral("numbers.value"), 0.5));
        const QByteArray saved = b.session.text();
        QVERIFY(QFile::remove(path));
        Bench other;
        QSignalSpy problems(&other.session, &Session::problems);
        QVERIFY(other.session.open(saved));
        other.settle();
        QCOMPARE(problems.count(), 1);
        QCOMPARE(other.bench.number().value, 0.5);
        // Saved again, it still says which file it was.
        QCOMPARE(other.session.text(), saved);
    }

    void aFileThatHasChangedSaysSo() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("weights.csv"));
        writeTable(path, 30);
        Bench b;
        b.bench.openFile(path);
        b.settle();
        b.settle();
        const QByteArray saved = b.session.text();
        writeTable(path, 40);
        Bench other;
        QSignalSpy problems(&other.session, &Session::problems);
        QVERIFY(other.session.open(saved));
        other.settle();
        other.settle();
        QCOMPARE(problems.count(), 1);
        QCOMPARE(other.bench.source()->tensor.size(), std::size_t{80});
    }

    /// However long each takes to open: what was asked for last is what is shown.
    void theLastThatIsOpenedIsShown_data() {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("a session, then a file") << "session.zpw"
                                                << "b.csv";
        QTest::newRow("a file, then a session") << "b.csv"
                                                << "session.zpw";
        QTest::newRow("a file, then a session without one") << "b.csv"
                                                            << "drawn.zpw";
        QTest::newRow("a file, then a session of a run") << "b.csv"
                                                         << "run.zpw";
        QTest::newRow("two sessions") << "session.zpw"
                                      << "drawn.zpw";
        QTest::newRow("two sessions, a run's last") << "session.zpw"
                                                    << "run.zpw";
        QTest::newRow("a session, then a distribution") << "session.zpw"
                                                        << "draw";
    }
    void theLastThatIsOpenedIsShown() {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QTemporaryDir folder;
        writeTable(folder.filePath(QStringLiteral("a.csv")), 30);
        writeTable(folder.filePath(QStringLiteral("b.csv")), 40);
        {
            Bench b;
            b.draw();
            QVERIFY(b.session.save(folder.filePath(QStringLiteral("drawn.zpw"))));
            writeText(folder.filePath(QStringLiteral("run.zpw")),
                      R"({"zeropoint_session": 1, "source": {"run": "x", "parameter": "w"}})");
            b.bench.openFile(folder.filePath(QStringLiteral("a.csv")));
            b.settle();
            b.settle();
            QVERIFY(b.session.save(folder.filePath(QStringLiteral("session.zpw"))));
        }
        const auto open = [&folder](Bench& b, const QString& what) {
            if (what.endsWith(QStringLiteral(".zpw"))) {
                QVERIFY(b.session.openFile(folder.filePath(what)));
            } else if (what == QLatin1String("draw")) {
                b.bench.setSynthetic({"normal", {{"n", 1000}, {"seed", 3}}});
            } else {
                b.bench.openFile(folder.filePath(what));
            }
        };
        Bench alone;
        open(alone, second);
        alone.settle();
        alone.settle();
        Bench b;
        b.jobs.start(
            QStringLiteral("Gate"), {},
            [](const Execution&) -> Result<void> {
                QThread::msleep(50);  // so that both are asked for before any of them opens
                return {};
            },
            &b.bench, [](const Result<void>&) {});
        open(b, first);
        open(b, second);
        b.settle();
        b.settle();
        QCOMPARE(b.bench.file() != nullptr, alone.bench.file() != nullptr);
        QCOMPARE(b.bench.source() != nullptr, alone.bench.source() != nullptr);
        if (b.bench.source()) {
            QCOMPARE(b.bench.source()->tensor.size(), alone.bench.source()->tensor.size());
        }
    }

    /// A place that is not there is told, and still named in what is saved.
    void whatASessionNamesAndIsNotThereIsTold() {
        Bench b;
        b.draw();
        QSignalSpy problems(&b.session, &Session::problems);
        QVERIFY(b.session.open(R"({"zeropoint_session": 1, "settings": {"window.page": "nope",
                                   "learn.lesson": "nothing", "learn.step": "x"}})"));
        b.settle();
        QCOMPARE(problems.count(), 1);
        QCOMPARE(problems.first().first().value<std::vector<Error>>().size(), std::size_t{2});
        QVERIFY(b.session.text().contains("\"nope\""));
        QVERIFY(b.session.text().contains("\"nothing\""));
    }

    void aDeckOrCardThatIsGoneIsTold_data() {
        QTest::addColumn<QString>("deck");
        QTest::addColumn<QString>("card");
        QTest::addColumn<QStringList>("told");
        const QString own = QStringLiteral("own-mine");
        const QString none = QStringLiteral("none");
        QTest::newRow("all decks") << QString() << QString() << QStringList();
        QTest::newRow("shipped") << QStringLiteral("calibration")
                                 << QStringLiteral("calibration.scale") << QStringList();
        QTest::newRow("own") << own << QString() << QStringList();
        QTest::newRow("no such deck") << none << QString() << QStringList{none};
        QTest::newRow("no such card")
            << own << QStringLiteral("gone") << QStringList{QStringLiteral("gone")};
        QTest::newRow("neither") << none << QStringLiteral("gone")
                                 << QStringList{none, QStringLiteral("gone")};
    }

    /// The learner's own decks are read when the program starts: a session that comes first waits.
    void aDeckOrCardThatIsGoneIsTold() {
        QFETCH(QString, deck);
        QFETCH(QString, card);
        QFETCH(QStringList, told);
        QTemporaryDir folder;
        writeText(folder.filePath(QStringLiteral("mine.txt")), "#separator:tab\nWhat is 2*3?\t6\n");
        Bench b;
        b.draw();
        b.bench.ownDecks().openFolder(folder.path());
        QSignalSpy problems(&b.session, &Session::problems);
        const QJsonObject settings{{QStringLiteral("interview.deck"), deck},
                                   {QStringLiteral("interview.card"), card}};
        const QByteArray session =
            QJsonDocument(QJsonObject{{QStringLiteral("zeropoint_session"), 1},
                                      {QStringLiteral("settings"), settings}})
                .toJson();
        for (int round = 1; round <= 2; ++round) {  // before the decks are read, and after
            QVERIFY(b.session.open(session));
            b.settle();
            QCOMPARE(problems.count(), told.isEmpty() ? 0 : round);
            QStringList where;
            if (!problems.isEmpty()) {
                for (const Error& error : problems.last().first().value<std::vector<Error>>()) {
                    where << QString::fromStdString(error.where);
                }
            }
            QCOMPARE(where, told);
        }
        // Saved again, it still names them.
        QCOMPARE(b.bench.settings().value(QStringLiteral("interview.deck")), QJsonValue(deck));
        QCOMPARE(b.bench.settings().value(QStringLiteral("interview.card")), QJsonValue(card));
    }

    void aTensorThatCannotBeShownKeepsTheRest_data() {
        QTest::addColumn<bool>("shown");
        QTest::addColumn<QJsonObject>("more");
        QTest::addColumn<QJsonObject>("source");
        const QJsonObject upsideDown{
            {QStringLiteral("calibrate.synthetic.kind"), QStringLiteral("uniform")},
            {QStringLiteral("calibrate.synthetic.min"), 752},
            {QStringLiteral("calibrate.synthetic.max"), -207}};
        const QJsonObject empty{{QStringLiteral("file"), QStringLiteral("empty.npy")}};
        for (const bool shown : {false, true}) {
            const char* where = shown ? "%s, another is shown" : "%s, none is shown";
            QTest::addRow(where, "a distribution that there is not")
                << shown << upsideDown << QJsonObject();
            QTest::addRow(where, "a tensor without values") << shown << QJsonObject() << empty;
            QTest::addRow(where, "a file without a name")
                << shown << QJsonObject() << QJsonObject{{QStringLiteral("file"), QString()}};
        }
    }

    /// What is wrong with the tensor takes nothing of how it was looked at.
    void aTensorThatCannotBeShownKeepsTheRest() {
        QFETCH(bool, shown);
        QFETCH(QJsonObject, more);
        QFETCH(QJsonObject, source);
        QTemporaryDir folder;
        QByteArray header = "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 4), }";
        header = header.leftJustified(128 - 10 - 1) + '\n';
        writeText(folder.filePath(QStringLiteral("empty.npy")),
                  QByteArray("\x93NUMPY\x01\x00", 8) + char(header.size()) + '\0' + header);
        Bench b;
        if (shown) {
            b.draw();
        }
        QJsonObject settings{
            {QStringLiteral("calibrate.scheme.format"), QStringLiteral("int4")},
            {QStringLiteral("calibrate.scheme.rounding"), QStringLiteral("ceil")},
            {QStringLiteral("calibrate.range.method"), QStringLiteral("aciq-laplace")},
            {QStringLiteral("calibrate.sample"), 5}};
        const QJsonObject asked = settings;
        for (auto it = more.constBegin(); it != more.constEnd(); ++it) {
            settings.insert(it.key(), it.value());
        }
        if (source.contains(QStringLiteral("file"))) {
            source.insert(QStringLiteral("tensor"), QString());
        }
        const QJsonObject document{{QStringLiteral("zeropoint_session"), 1},
                                   {QStringLiteral("settings"), settings},
                                   {QStringLiteral("source"), source}};
        int told = 0;
        connect(&b.bench, &Workbench::failed, this, [&told] { ++told; });
        connect(&b.session, &Session::problems, this, [&told] { ++told; });
        QVERIFY(b.session.open(QJsonDocument(document).toJson(), folder.path()));
        b.settle();
        b.settle();
        QCOMPARE_GT(told, 0);
        for (auto it = asked.constBegin(); it != asked.constEnd(); ++it) {
            QCOMPARE(b.bench.settings().value(it.key()), it.value());
        }
        if (!shown) {  // it is still named
            const QJsonObject again = QJsonDocument::fromJson(b.session.text()).object();
            const QJsonObject kept = again.value(QStringLiteral("settings")).toObject();
            for (auto it = settings.constBegin(); it != settings.constEnd(); ++it) {
                QCOMPARE(kept.value(it.key()), it.value());
            }
            QCOMPARE(again.value(QStringLiteral("source")).toObject(), source);
        }
    }

    void settingsTravelAsText() {
        Bench b;
        b.draw();
        QVERIFY(b.bench.settings().set(QStringLiteral("calibrate.scheme.bits"), 4));
        Bench other;
        other.draw();
        QVERIFY(other.session.pasteSettings(b.session.settingsText()));
        QCOMPARE(other.bench.settings().value(QStringLiteral("calibrate.scheme.bits")),
                 QJsonValue(4));
        other.bench.undoStack().undo();
        QCOMPARE(other.bench.settings().value(QStringLiteral("calibrate.scheme.bits")),
                 QJsonValue(8));
        QVERIFY(!other.session.pasteSettings("not settings"));
    }

    void twoProgramsSaveIntoTwoPlaces() {
        QTemporaryDir folder;
        Bench first;
        Bench second;
        first.draw();
        second.draw();
        QVERIFY(second.bench.settings().set(QStringLiteral("numbers.value"), 0.5));
        Autosave one(first.bench, first.session, folder.path());
        Autosave two(second.bench, second.session, folder.path());
        one.save();
        two.save();
        QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*.zpw")}).size(), 2);
        QVERIFY(one.left().isEmpty());
        QVERIFY(two.left().isEmpty());
        one.close();
        two.close();
        QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*.zpw")}).size(), 0);
    }

    // Both windows were killed: one after the other is offered, and none is lost.
    void whatASecondWindowLeftIsOfferedToo() {
        QTemporaryDir folder;
        Bench ended;
        ended.draw();
        for (const char* name : {"autosave-1.zpw", "autosave-2.zpw"}) {
            QVERIFY(ended.session.save(folder.filePath(QLatin1String(name))));
        }
        for (const char* name : {"autosave-1-left.zpw", "autosave-2-left.zpw"}) {
            Bench next;
            Autosave autosave(next.bench, next.session, folder.path());
            QCOMPARE(autosave.left(), folder.filePath(QLatin1String(name)));
            autosave.forgetLeft();
            autosave.close();
        }
        Bench last;
        const Autosave autosave(last.bench, last.session, folder.path());
        QVERIFY(autosave.left().isEmpty());
    }

    /// Killed again before what was left was opened: both are offered, the youngest first.
    void asManyAsWereKilledAreOffered() {
        QTemporaryDir folder;
        for (const double value : {1.5, 2.5, 3.5}) {
            Bench killed;
            killed.draw();
            QVERIFY(killed.bench.settings().set(QStringLiteral("numbers.value"), value));
            Autosave autosave(killed.bench, killed.session, folder.path());
            QVERIFY(killed.session.save(folder.filePath(QStringLiteral("autosave-1.zpw"))));
        }
        for (const double value : {3.5, 2.5, 1.5}) {
            Bench next;
            Autosave autosave(next.bench, next.session, folder.path());
            QVERIFY(next.session.openFile(autosave.left()));
            next.settle();
            QCOMPARE(next.bench.number().value, value);
            autosave.forgetLeft();
            autosave.close();
        }
        Bench last;
        const Autosave autosave(last.bench, last.session, folder.path());
        QVERIFY(autosave.left().isEmpty());
    }

    /// What was left goes once what it named is here and saved again, not before.
    void whatIsRecoveredStaysUntilItIsSaved() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("weights.csv"));
        writeTable(path, 30);
        {
            Bench killed;
            killed.bench.openFile(path);
            killed.settle();
            killed.settle();
            QVERIFY(killed.bench.settings().set(QStringLiteral("calibrate.scheme.bits"), 5));
            QVERIFY(killed.session.save(folder.filePath(QStringLiteral("autosave-1.zpw"))));
        }
        Bench next;
        Autosave autosave(next.bench, next.session, folder.path());
        autosave.begin();
        const QString left = autosave.left();
        QVERIFY(next.session.openFile(left));
        autosave.takeLeft();
        autosave.save();
        QVERIFY(QFile::exists(left));  // the file is still being opened
        next.settle();
        next.settle();
        QTRY_VERIFY(!QFile::exists(left));
        const QByteArray kept = readAll(folder.filePath(QStringLiteral("autosave-1.zpw")));
        QCOMPARE(kept, next.session.text());
        QVERIFY(kept.contains("weights.csv") && kept.contains("uint5"));
    }

    /// A session that cannot be kept is told once, not with each change.
    void whatCannotBeKeptIsTold() {
        QTemporaryDir folder;
        Bench b;
        b.draw();
        QSignalSpy failed(&b.bench, &Workbench::failed);
        Autosave autosave(b.bench, b.session, folder.path());
        autosave.begin();
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("autosave-1.zpw/in the way")));
        for (const double value : {1.5, 2.5}) {
            QVERIFY(b.bench.settings().set(QStringLiteral("numbers.value"), value));
            autosave.save();
        }
        QCOMPARE(failed.count(), 1);
        QTemporaryDir other;
        writeText(other.filePath(QStringLiteral("file")), "no folder");
        Autosave nowhere(b.bench, b.session, other.filePath(QStringLiteral("file/below")));
        nowhere.begin();
        QCOMPARE(failed.count(), 2);
    }

    void aChangeIsSavedOnceTheHandRests() {
        QTemporaryDir folder;
        Bench b;
        b.draw();
        Autosave autosave(b.bench, b.session, folder.path());
        autosave.begin();
        QVERIFY(b.bench.settings().set(QStringLiteral("numbers.value"), 0.5));
        const QString path = folder.filePath(QStringLiteral("autosave-1.zpw"));
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), b.session.text());
    }

    /// Killed in the middle of saving, again and again: what is left is always a whole session.
    void aKillLeavesAWholeSession() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("autosave-1.zpw"));
        const int asked = qEnvironmentVariableIntValue("ZEROPOINT_KILLS");  // for more patience
        const int kills = asked > 0 ? asked : usualKills;
        for (int round = 0; round < kills; ++round) {
            QProcess saving;
            saving.start(QCoreApplication::applicationFilePath(),
                         {QString::fromLatin1(saveForEver), folder.path()});
            QVERIFY(saving.waitForStarted());
            const QByteArray before = readAll(path);
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path) && readAll(path) != before,
                                     waitMilliseconds);
            QTest::qWait(20 + round % 20 * 7);
            saving.kill();  // SIGKILL: no handler, no destructor
            QVERIFY(saving.waitForFinished(waitMilliseconds));
            QCOMPARE(saving.exitStatus(), QProcess::CrashExit);
            Bench b;
            b.draw();
            Autosave autosave(b.bench, b.session, folder.path());
            QCOMPARE(autosave.left(), folder.filePath(QStringLiteral("autosave-1-left.zpw")));
            const QStringList parts{QStringLiteral("*.part")};
            QVERIFY(QDir(folder.path()).entryList(parts, QDir::Files | QDir::Hidden).isEmpty());
            QVERIFY(b.session.openFile(autosave.left()));
            b.settle();
            QVERIFY(b.bench.number().value > 1000);  // which only the other program has set
            autosave.close();
        }
    }
};

/// This program once more, as the one that is killed: saves what it changes as fast as it can.
int changeAndSave(const QString& folder) {
    Bench b;
    b.draw();
    Autosave autosave(b.bench, b.session, folder);
    for (int i = 0;; ++i) {
        (void)b.bench.settings().set(QStringLiteral("numbers.value"), 1001.5 + i);
        autosave.save();
    }
}

int main(int argc, char** argv) {
    if (argc == 3 && qstrcmp(argv[1], saveForEver) == 0) {
        const QCoreApplication application(argc, argv);
        return changeAndSave(QString::fromLocal8Bit(argv[2]));
    }
    const QApplication application(argc, argv);
    TestSession test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_session.moc"
