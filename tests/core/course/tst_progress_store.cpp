// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/progress_store.h"
#include "tests/support/full_disk.h"
#include "tests/support/other_program.h"
#include "tests/support/outcome.h"
#include "tests/support/temporary_file.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <limits>
#include <string>
#include <vector>

using namespace zeropoint;
using namespace zeropoint::course;
using zeropoint::test::Other;

namespace {

CardReview someReview(const std::string& card, Timestamp at) {
    CardReview review;
    review.card = card;
    review.at = at;
    review.grade = Grade::Hard;
    review.answer = "range 1020 over 255 → s = 4\n'); DROP TABLE reviews; --";
    review.seed = std::numeric_limits<std::uint64_t>::max();
    review.seconds = 106.5;
    review.ticks = {0, 2};
    review.lines = 4;
    review.mock = 77;
    return review;
}

/// Adds reviews and says after each that it is kept, until it is killed.
[[noreturn]] void writeUntilKilled(const std::string& path, int saying) {
    Result<ProgressStore> store = ProgressStore::open(path);
    for (int i = 0; store; ++i) {
        const Result<void> kept = store->add(someReview("card-" + std::to_string(i), i));
        const char word = kept ? 'k' : 'f';
        if (::write(saying, &word, 1) != 1) {
            break;
        }
    }
    ::_exit(1);
}

}  // namespace

class TestProgressStore : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_files = 0;
    std::string freshPath() {
        return m_folder.filePath(QStringLiteral("p%1.sqlite").arg(++m_files)).toStdString();
    }
    static QString text(const std::string& path) { return QString::fromStdString(path); }

private slots:
    void keepsEverythingOfACard() {
        const std::string path = freshPath();
        CardReview plain;
        plain.card = "formats.bf16";
        plain.at = 500;
        const Draft draft{"formats.fp16", "half an answer", 99, 600};
        {
            ProgressStore store = ProgressStore::open(path).value();
            QVERIFY(!store.movedTo());
            QVERIFY(store.add(someReview("calibration.scale", 1000)));
            QVERIFY(store.add(plain));
            QVERIFY(store.keep({"formats.fp16", "half", 1, 550}));
            QVERIFY(store.keep(draft));
            QVERIFY(store.keep({"formats.int8", "gone", 1, 550}));
            QVERIFY(store.keep({"formats.int8", "", 1, 560}));
        }
        ProgressStore store = ProgressStore::open(path).value();
        const std::vector<CardReview> all = store.reviews().value();
        QCOMPARE(all.size(), std::size_t{2});
        QVERIFY(all[0] == plain);  // by time
        QVERIFY(all[1] == someReview("calibration.scale", 1000));
        const std::vector<Draft> drafts = store.drafts().value();
        QCOMPARE(drafts.size(), std::size_t{1});
        QVERIFY(drafts[0] == draft);
    }

    void keepsWhereTheLearnerStands() {
        const std::string path = freshPath();
        {
            ProgressStore store = ProgressStore::open(path).value();
            QVERIFY(store.shown("formats", "bits", 10));
            QVERIFY(store.finished("formats", "bits", 20));
            QVERIFY(store.shown("formats", "overflow", 30));
            QVERIFY(store.finished("formats", "bits", 40));
            QVERIFY(store.finished("formats", "overflow", 50));
            // Wrong at first, then right; right at first.
            QVERIFY(store.answered({"formats", "bits", "swapped", "e4m3-range", "E4M3", false, 1}));
            QVERIFY(store.answered({"formats", "bits", "right", "", "E5M2", true, 2}));
            QVERIFY(store.answered({"formats", "overflow", "right", "", "65504", true, 3}));
            QVERIFY(store.shown("calibration", "range", 60));
            QVERIFY(store.wrote({"formats/explain", "first", {0}, 70}));
            QVERIFY(store.wrote({"formats/explain", "second", {0, 3}, 80}));
        }
        ProgressStore store = ProgressStore::open(path).value();
        const std::vector<LessonProgress> lessons = store.lessons().value();
        QCOMPARE(lessons.size(), std::size_t{2});
        QCOMPARE(lessons[0].lesson, std::string("calibration"));
        QCOMPARE(lessons[0].step, std::string("range"));
        QCOMPARE(lessons[0].asked, 0);
        QCOMPARE(lessons[1].step, std::string("overflow"));
        QCOMPARE(lessons[1].done, (std::vector<std::string>{"bits", "overflow"}));
        QCOMPARE(lessons[1].asked, 2);
        QCOMPARE(lessons[1].right, 1);
        const std::vector<WrittenAnswer> written = store.written("formats/explain").value();
        QCOMPARE(written.size(), std::size_t{2});
        QCOMPARE(written[0].text, std::string("second"));
        QCOMPARE(written[0].ticks, (std::vector<int>{0, 3}));
        QVERIFY(store.written("' OR 1 = 1 --")->empty());
    }

    void aSnapshotGoesItsOwnWay() {
        ProgressStore store = ProgressStore::open(freshPath()).value();
        QVERIFY(store.add(someReview("a", 1)));
        ProgressStore copy = store.snapshot().value();
        QVERIFY(store.add(someReview("b", 2)));
        QVERIFY(copy.add(someReview("c", 3)));
        QCOMPARE(copy.reviews()->size(), std::size_t{2});
        QCOMPARE(copy.reviews()->back().card, std::string("c"));
        QCOMPARE(store.reviews()->back().card, std::string("b"));
    }

    // Two windows on one file: both add, neither loses, each can tell that the other wrote.
    void twoWindows() {
        const std::string path = freshPath();
        ProgressStore one = ProgressStore::open(path).value();
        ProgressStore two = ProgressStore::open(path).value();
        const std::int64_t before = one.foreignChanges().value();
        QVERIFY(one.add(someReview("a", 1)));
        QCOMPARE(one.foreignChanges().value(), before);
        QVERIFY(two.add(someReview("b", 2)));
        QVERIFY(two.finished("formats", "bits", 3));
        QVERIFY(one.finished("formats", "bits", 4));
        QVERIFY(one.foreignChanges().value() != before);
        QCOMPARE(one.reviews()->size(), std::size_t{2});
        QCOMPARE(two.reviews()->size(), std::size_t{2});
        QCOMPARE(two.lessons()->front().done.size(), std::size_t{1});
    }

    void lockedByAnother() {
        const std::string path = freshPath();
        ProgressStore store = ProgressStore::open(path).value();
        QVERIFY(store.add(someReview("a", 1)));
        Other other(path);
        QCOMPARE(other.run("BEGIN EXCLUSIVE"), SQLITE_OK);
        const Result<void> added = store.add(someReview("b", 2));
        COMPARE_ERROR(added, ErrorCode::WriteFailed);
        QVERIFY(added.error().what.find("Another program") != std::string::npos);
        COMPARE_ERROR(ProgressStore::open(path), ErrorCode::WriteFailed);
        QCOMPARE(other.run("COMMIT"), SQLITE_OK);
        QVERIFY(store.add(someReview("b", 2)));
        QCOMPARE(store.reviews()->size(), std::size_t{2});
    }

    void unreadableFilesAreKeptAside_data() {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray torn(8192, '\x5A');
        torn.replace(0, 16, QByteArray("SQLite format 3\0", 16));
        QTest::newRow("text")
            << QByteArray("This is no record of anybody's progress. ").repeated(40);
        QTest::newRow("a header alone") << torn;
    }
    void unreadableFilesAreKeptAside() {
        QFETCH(QByteArray, bytes);
        const test::TemporaryFile file(bytes, "progress.sqlite");
        ProgressStore store = ProgressStore::open(file.path()).value();
        QVERIFY(store.movedTo().has_value());
        QVERIFY(!store.restoredFrom());
        QVERIFY(store.reviews()->empty());
        QVERIFY(store.add(someReview("a", 1)));
        QFile aside(text(store.movedTo()->string()));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), bytes);
    }

    // A damaged page: the file is kept aside, and the day's copy takes its place.
    void theCopyTakesThePlaceOfADamagedFile() {
        const std::string path = freshPath();
        {
            ProgressStore store = ProgressStore::open(path).value();
            CardReview longer = someReview("a", 0);
            longer.answer = std::string(3000, 'x');  // a page each
            for (longer.at = 0; longer.at < 20; ++longer.at) {
                QVERIFY(store.add(longer));
            }
        }
        // Nothing was there when it was opened: an empty file has no copy.
        QVERIFY(!QFileInfo::exists(text(path + ".backup")));
        QVERIFY(ProgressStore::open(path));
        QVERIFY(QFileInfo::exists(text(path + ".backup")));
        QFile file(text(path));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(4096);
        file.write(QByteArray(4096 * 12, '\xFF'));
        file.close();
        ProgressStore store = ProgressStore::open(path).value();
        QVERIFY(store.movedTo().has_value());
        QCOMPARE(store.restoredFrom()->string(), path + ".backup");
        QCOMPARE(store.reviews()->size(), std::size_t{20});
        QVERIFY(store.add(someReview("b", 1000)));
        QCOMPARE(ProgressStore::open(path)->reviews()->size(), std::size_t{21});
    }

    // A file that is gone, or was left empty by a restoring program that was killed.
    void theCopyTakesThePlaceOfAnEmptyFile() {
        const std::string path = freshPath();
        {
            // The copy is made behind the first answer, not at the next start.
            ProgressStore first = ProgressStore::open(path).value();
            first.copyWhenDue();
            QVERIFY(!QFileInfo::exists(text(path + ".backup")));
            QVERIFY(first.add(someReview("a", 1)));
            first.copyWhenDue();
        }
        QVERIFY(QFile::remove(text(path)));
        ProgressStore store = ProgressStore::open(path).value();
        QVERIFY(!store.movedTo());
        QVERIFY(store.restoredFrom().has_value());
        QCOMPARE(store.reviews()->size(), std::size_t{1});
    }

    void newerVersionsAreLeftAlone() {
        const std::string path = freshPath();
        {
            Other other(path);
            QCOMPARE(other.run("CREATE TABLE reviews (x); PRAGMA user_version = 99"), SQLITE_OK);
        }
        QFile file(text(path));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        COMPARE_ERROR(ProgressStore::open(path), ErrorCode::Unsupported);
        QVERIFY(file.seek(0));
        QCOMPARE(file.readAll(), before);
        QVERIFY(!QFileInfo::exists(text(path + ".unreadable")));
        QVERIFY(!QFileInfo::exists(text(path + ".backup")));
    }

    void aFullDiskLosesNothing() {
        const std::string path = freshPath();
        ProgressStore store = ProgressStore::open(path).value();
        QVERIFY(store.add(someReview("a", 1)));
        CardReview large = someReview("b", 2);
        large.answer = std::string(1 << 20, 'x');
        {
            const test::FullDisk full(static_cast<rlim_t>(QFileInfo(text(path)).size()));
            COMPARE_ERROR(store.add(large), ErrorCode::WriteFailed);
        }
        QCOMPARE(store.reviews()->size(), std::size_t{1});
        QVERIFY(store.add(large));
        QCOMPARE(ProgressStore::open(path)->reviews()->size(), std::size_t{2});
    }

    void placesThatRefuse() {
        const std::string inside = m_folder.filePath("no/such/folder/p.sqlite").toStdString();
        COMPARE_ERROR(ProgressStore::open(inside), ErrorCode::ReadFailed);
        QVERIFY(!ProgressStore::open(m_folder.path().toStdString()));
    }

    // What was said to be kept is there, however often and wherever the writer is killed.
    void killedWhileItWrites() {
        const std::string path = freshPath();
        std::size_t kept = 0;
        for (int kill = 0; kill < 6; ++kill) {
            int ends[2];
            QCOMPARE(::pipe(ends), 0);
            const pid_t writer = ::fork();
            QVERIFY(writer >= 0);
            if (writer == 0) {
                ::close(ends[0]);
                writeUntilKilled(path, ends[1]);
            }
            ::close(ends[1]);
            // The moment differs each time: after 1, 2, ... answers and some loops more.
            char word = 0;
            for (int i = 0; i <= kill; ++i) {
                QCOMPARE(::read(ends[0], &word, 1), ssize_t{1});
                QCOMPARE(word, 'k');
                ++kept;
            }
            QTest::qSleep(kill % 4);
            QCOMPARE(::kill(writer, SIGKILL), 0);
            while (::read(ends[0], &word, 1) == 1) {
                kept += word == 'k' ? 1 : 0;
            }
            ::close(ends[0]);
            int status = 0;
            QCOMPARE(::waitpid(writer, &status, 0), writer);
            QVERIFY(WIFSIGNALED(status));
            ProgressStore store = ProgressStore::open(path).value();
            QVERIFY(!store.movedTo());
            const std::size_t found = store.reviews()->size();
            // One may have been kept whose word did not come through.
            QCOMPARE_GE(found, kept);
            QCOMPARE_LE(found, kept + 1);
            kept = found;
        }
    }
};

QTEST_APPLESS_MAIN(TestProgressStore)
#include "tst_progress_store.moc"
