// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/job/job_runner.h"
#include "ui/main_window/close_question.h"
#include "ui/state/progress.h"
#include "ui/state/workbench.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sqlite3.h>

using namespace zeropoint;
using namespace zeropoint::ui;

namespace {

constexpr int waitMilliseconds = 20'000;

course::CardReview someReview(const std::string& card, course::Timestamp at) {
    course::CardReview review;
    review.card = card;
    review.at = at;
    return review;
}

/// One window's record.
struct Window {
    explicit Window(const QString& folder) {
        QObject::connect(&progress, &ui::Progress::failed, &progress,
                         [this](const Error& error) { failures.push_back(error); });
        QObject::connect(&progress, &ui::Progress::noticed, &progress,
                         [this](const QString& text) { notices << text; });
        progress.openFolder(folder);
        settle();
    }
    void settle() { QVERIFY(jobs.waitForIdle(waitMilliseconds)); }

    JobRunner jobs;
    ui::Progress progress{jobs};
    std::vector<Error> failures;
    QStringList notices;
};

}  // namespace

class TestProgress : public QObject {
    Q_OBJECT

private:
    static QString fileIn(const QTemporaryDir& folder) {
        return folder.filePath(QStringLiteral("progress.sqlite"));
    }

private slots:
    void outlivesTheWindow() {
        const QTemporaryDir folder;
        {
            Window window(folder.path());
            window.progress.add(someReview("b", 20));
            window.progress.add(someReview("a", 10));
            QCOMPARE(window.progress.reviews()[0].card, std::string("a"));
            QVERIFY(window.progress.finished("formats", "bits", 5));
            QCOMPARE(window.progress.lessons()->size(), std::size_t{1});  // at once
            window.settle();
            QCOMPARE(window.progress.waiting(), 0);
        }
        Window again(folder.path());
        QCOMPARE(again.progress.reviews().size(), std::size_t{2});
        QCOMPARE(again.progress.lessons()->front().done.front(), std::string("bits"));
        QVERIFY(again.failures.empty());
    }

    // What was done before the file was open goes into it.
    void nothingOfTheBeginningIsLost() {
        const QTemporaryDir folder;
        JobRunner jobs;
        ui::Progress progress(jobs);
        progress.add(someReview("early", 1));
        progress.openFolder(folder.path());
        progress.add(someReview("later", 2));
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
        QCOMPARE(progress.reviews().size(), std::size_t{2});
        QCOMPARE(Window(folder.path()).progress.reviews().size(), std::size_t{2});
    }

    void twoWindowsSeeEachOther() {
        const QTemporaryDir folder;
        Window one(folder.path());
        Window two(folder.path());
        QSignalSpy changed(&one.progress, &ui::Progress::changed);
        one.progress.reload();
        one.settle();
        QCOMPARE(changed.count(), 0);
        two.progress.add(someReview("x", 1));
        two.settle();
        one.progress.reload();
        one.settle();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(one.progress.reviews().size(), std::size_t{1});
    }

    // Another program holds the file: the answer waits, is told once, and is written when it can.
    void aLockedFileKeepsTheAnswerWaiting() {
        const QTemporaryDir folder;
        Window window(folder.path());
        sqlite3* other = nullptr;
        QCOMPARE(sqlite3_open(fileIn(folder).toUtf8().constData(), &other), SQLITE_OK);
        QCOMPARE(sqlite3_exec(other, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr), SQLITE_OK);
        window.progress.add(someReview("a", 1));
        window.settle();
        window.progress.add(someReview("b", 2));
        window.settle();
        QCOMPARE(window.progress.waiting(), 2);
        QCOMPARE(window.progress.reviews().size(), std::size_t{2});
        QCOMPARE(window.failures.size(), std::size_t{1});
        QCOMPARE(window.failures[0].code, ErrorCode::WriteFailed);
        sqlite3_exec(other, "COMMIT", nullptr, nullptr, nullptr);
        sqlite3_close(other);
        QTRY_COMPARE_WITH_TIMEOUT(window.progress.waiting(), 0, waitMilliseconds);
        QCOMPARE(Window(folder.path()).progress.reviews().size(), std::size_t{2});
    }

    void aDamagedFileIsKeptAndItsPlaceTold() {
        const QTemporaryDir folder;
        QFile file(fileIn(folder));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("this was a record ").repeated(100));
        file.close();
        Window window(folder.path());
        QCOMPARE(window.notices.size(), 1);
        QVERIFY(window.notices[0].contains(fileIn(folder) + QStringLiteral(".unreadable")));
        QVERIFY(QFileInfo::exists(fileIn(folder) + QStringLiteral(".unreadable")));
        window.progress.add(someReview("a", 1));
        window.settle();
        QCOMPARE(Window(folder.path()).progress.reviews().size(), std::size_t{1});
    }

    void aNewerFileIsLeftAlone() {
        const QTemporaryDir folder;
        sqlite3* other = nullptr;
        QCOMPARE(sqlite3_open(fileIn(folder).toUtf8().constData(), &other), SQLITE_OK);
        QCOMPARE(sqlite3_exec(other, "CREATE TABLE t (x); PRAGMA user_version = 99", nullptr,
                              nullptr, nullptr),
                 SQLITE_OK);
        sqlite3_close(other);
        Window window(folder.path());
        QCOMPARE(window.failures.size(), std::size_t{1});
        QCOMPARE(window.failures[0].code, ErrorCode::Unsupported);
        window.progress.add(someReview("a", 1));
        window.settle();
        QCOMPARE(window.progress.reviews().size(), std::size_t{1});
        QCOMPARE(window.progress.waiting(), 1);
    }

    void closingAsksWhileAnswersWait() {
        const QTemporaryDir folder;
        JobRunner jobs;
        Workbench bench(jobs);
        bench.progress().add(someReview("a", 1));
        QVERIFY(lostByClosing(bench).isEmpty());  // kept by nobody, and so it was wanted
        bench.progress().openFolder(folder.filePath(QStringLiteral("file")));
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
        QVERIFY(lostByClosing(bench).isEmpty());
        sqlite3* other = nullptr;
        const QString file = folder.filePath(QStringLiteral("file/progress.sqlite"));
        QCOMPARE(sqlite3_open(file.toUtf8().constData(), &other), SQLITE_OK);
        QCOMPARE(sqlite3_exec(other, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr), SQLITE_OK);
        bench.progress().add(someReview("b", 2));
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
        QCOMPARE(lostByClosing(bench).size(), 1);
        sqlite3_close(other);
    }
};

QTEST_MAIN(TestProgress)
#include "tst_progress.moc"
