// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/outcome.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/job/job_runner.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QThread>
#include <QtTest>

#include <atomic>
#include <memory>
#include <new>
#include <optional>
#include <semaphore>
#include <stdexcept>
#include <vector>

using namespace zeropoint;
using namespace zeropoint::ui;

namespace {

/// Works until it is stopped, telling its progress.
Result<int> untilStopped(const Execution& execution) {
    double share = 0;
    while (!execution.stopRequested()) {
        share += 0.001;
        execution.progress(share);
        QThread::msleep(2);
    }
    return fail(ErrorCode::Cancelled, "Stopped");
}

constexpr int waitMilliseconds = 10'000;
const QString title = QStringLiteral("Working");
const QString key = QStringLiteral("key");

}  // namespace

class TestJobRunner : public QObject {
    Q_OBJECT

private slots:
    void resultsArriveOnTheCallersThread() {
        JobRunner jobs;
        int answer = 0;
        QThread* there = nullptr;
        jobs.start(
            title, {}, [](const Execution&) -> Result<int> { return 42; }, this,
            [&](const Result<int>& result) {
                answer = result.value_or(-1);
                there = QThread::currentThread();
            });
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
        QCOMPARE(answer, 42);
        QCOMPARE(there, QThread::currentThread());
    }

    // The oldest is at work when twenty others come: it, and what waited in between, is silent.
    void theLatestOfAKeyWins() {
        JobRunner jobs;
        std::vector<int> arrived;
        const auto note = [&](const Result<int>& result) {
            arrived.push_back(result ? *result : -1);
        };
        std::binary_semaphore begun(0);
        std::binary_semaphore goOn(0);
        // It does not look at its stop: what it returns is whole and still nobody's answer.
        jobs.start(
            title, key,
            [&](const Execution&) -> Result<int> {
                begun.release();
                goOn.acquire();
                return 0;
            },
            this, note);
        begun.acquire();
        for (int i = 1; i <= 20; ++i) {
            jobs.start(
                title, key, [i](const Execution&) -> Result<int> { return i; }, this, note);
        }
        goOn.release();
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
        QCOMPARE(arrived, std::vector<int>{20});
    }

    // Also one whose answer already waits for the GUI thread.
    void anAnswerThatIsOnItsWayIsSuperseded() {
        JobRunner jobs;
        std::vector<int> arrived;
        const auto note = [&](const Result<int>& result) {
            arrived.push_back(result ? *result : -1);
        };
        std::binary_semaphore ended(0);
        connect(
            &jobs, &JobRunner::jobEnded, &jobs, [&] { ended.release(); }, Qt::DirectConnection);
        jobs.start(
            title, key, [](const Execution&) -> Result<int> { return 1; }, this, note);
        ended.acquire();
        jobs.start(
            title, key, [](const Execution&) -> Result<int> { return 2; }, this, note);
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
        QCOMPARE(arrived, std::vector<int>{2});
    }

    // A key belongs to its receiver: two views may use the same word.
    void receiversDoNotReplaceEachOther() {
        JobRunner jobs;
        QObject other;
        int answers = 0;
        const auto count = [&](const Result<int>& result) { answers += result ? *result : 1000; };
        jobs.start(
            title, key, [](const Execution&) -> Result<int> { return 1; }, this, count);
        jobs.start(
            title, key, [](const Execution&) -> Result<int> { return 2; }, &other, count);
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
        QCOMPARE(answers, 3);
    }

    void aStoppedResultIsNoSuccess() {
        JobRunner jobs;
        std::optional<ErrorCode> told;
        std::binary_semaphore begun(0);
        const JobId job = jobs.start(
            title, {},
            [&](const Execution& execution) -> Result<int> {
                begun.release();
                while (!execution.stopRequested()) {
                    QThread::msleep(1);
                }
                return 42;  // a part of what was asked for
            },
            this,
            [&](const Result<int>& result) {
                QVERIFY(!result);
                told = result.error().code;
            });
        begun.acquire();
        jobs.cancel(job);
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
        QVERIFY(told == ErrorCode::Cancelled);
    }

    void whatIsThrownBecomesAnError_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("an exception with words")
            << 0 << static_cast<int>(ErrorCode::Internal) << "too deep";
        QTest::newRow("no memory") << 1 << static_cast<int>(ErrorCode::TooLarge) << "memory";
        QTest::newRow("no room") << 3 << static_cast<int>(ErrorCode::TooLarge) << "memory";
        QTest::newRow("anything") << 2 << static_cast<int>(ErrorCode::Internal) << "thrown";
    }
    void whatIsThrownBecomesAnError() {
        QFETCH(int, kind);
        QFETCH(int, code);
        QFETCH(QString, words);
        JobRunner jobs;
        std::optional<Error> told;
        jobs.start(
            title, {},
            [kind](const Execution&) -> Result<int> {
                if (kind == 0) {
                    throw std::runtime_error("too deep");
                }
                if (kind == 1) {
                    throw std::bad_alloc();
                }
                if (kind == 3) {
                    throw std::length_error("vector");
                }
                throw 7;
            },
            this,
            [&](const Result<int>& result) {
                QVERIFY(!result);
                told = result.error();
            });
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
        QVERIFY(told.has_value());
        QCOMPARE(static_cast<int>(told->code), code);
        QVERIFY2(QString::fromStdString(told->what).contains(words), told->what.c_str());
        QCOMPARE(QString::fromStdString(told->where), title);
    }

    // Closing the program while a file is being written and two more wait.
    void whatIsSavedIsSavedBeforeTheEnd() {
        std::atomic<int> written = 0;
        std::atomic<bool> wasted = false;
        {
            JobRunner jobs;
            std::binary_semaphore begun(0);
            const auto save = [&](const Execution& execution) -> Result<void> {
                if (!execution.stopRequested()) {
                    ++written;
                }
                return {};
            };
            jobs.start(
                title, {},
                [&](const Execution& execution) {
                    begun.release();
                    return untilStopped(execution);
                },
                this, [](const Result<int>&) {});
            begun.acquire();
            jobs.startSaving(title, save, this, [](const Result<void>&) {});
            jobs.start(
                title, {},
                [&](const Execution&) -> Result<int> {
                    wasted = true;
                    return 1;
                },
                this, [](const Result<int>&) {});
            const JobId last = jobs.startSaving(title, save, this, [](const Result<void>&) {});
            jobs.cancel(last);
            jobs.cancelAll(this);
        }
        QCOMPARE(written.load(), 2);
        QVERIFY(!wasted);
    }

    void aReceiverThatIsGoneHearsNothing() {
        JobRunner jobs;
        auto receiver = std::make_unique<QObject>();
        bool called = false;
        jobs.start(
            title, {},
            [](const Execution&) -> Result<int> {
                QThread::msleep(20);
                return 1;
            },
            receiver.get(), [&](const Result<int>&) { called = true; });
        receiver.reset();
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
        QVERIFY(!called);
    }

    // Who waits hears of the end at once, in the order in which it was asked; others go on.
    void whoAskedMayStop() {
        JobRunner jobs;
        QObject other;
        QList<int> cancelled;
        const auto note = [&cancelled](int job) {
            return [&cancelled, job](const Result<int>& result) {
                COMPARE_ERROR(result, ErrorCode::Cancelled);
                cancelled.append(job);
            };
        };
        std::binary_semaphore begun(0);
        jobs.start(
            title, {},
            [&](const Execution& execution) {
                begun.release();
                return untilStopped(execution);
            },
            &other, note(1));
        begun.acquire();
        jobs.start(title, {}, untilStopped, this, note(2));
        jobs.start(title, key, untilStopped, this, note(3));
        jobs.cancelAll(this);
        QTRY_COMPARE(cancelled, (QList<int>{2, 3}));
        QVERIFY(jobs.busy());
        jobs.cancelAll(&other);
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
        QCOMPARE(cancelled, (QList<int>{2, 3, 1}));
    }

    /// Long jobs of a runner and of those beside it, until they have answered or were stopped.
    void whatIsUnfinishedIsKnown() {
        JobRunner house;
        {
            JobRunner beside(house, 1);
            const test::WorkbenchFixture::Gate gate(house);
            const auto nothing = [](const Execution&) -> Result<int> { return 1; };
            const auto ignore = [](const Result<int>&) {};
            house.start(QStringLiteral("Looking"), {}, nothing, this, ignore);
            house.startLong(QStringLiteral("Scanning"), key, nothing, this, ignore);
            QCOMPARE(house.unfinished(), QStringList{QStringLiteral("Scanning")});
            // A newer one takes its place.
            house.startLong(QStringLiteral("Scanning anew"), key, nothing, this, ignore);
            const JobId other = beside.startLong(title, {}, untilStopped, this, ignore);
            QCOMPARE(house.unfinished(), (QStringList{QStringLiteral("Scanning anew"), title}));
            QCOMPARE(beside.unfinished(), QStringList{title});
            beside.cancel(other);
            QCOMPARE(house.unfinished(), QStringList{QStringLiteral("Scanning anew")});
            beside.startLong(title, {}, untilStopped, this, ignore);
        }
        QTRY_VERIFY(house.unfinished().isEmpty());
    }

    // Escape twice asks, and cancels what was asked about; once does nothing.
    void escapeTwiceAsksToCancel() {
        test::WorkbenchFixture f;
        auto* strip = f.window->findChildren<QWidget*>(QStringLiteral("job_strip")).constLast();
        bool cancelled = false;
        f.jobs.start(QStringLiteral("Counting"), {}, untilStopped, this,
                     [&](const Result<int>& result) {
                         cancelled = !result && result.error().code == ErrorCode::Cancelled;
                     });
        QTRY_VERIFY(strip->isVisible());
        const auto asked = [&f] {
            return f.window->findChild<QWidget*>(QStringLiteral("cancel_question")) != nullptr;
        };
        QTest::keyClick(f.window.get(), Qt::Key_Escape);
        QVERIFY(!asked());
        QTest::keyClick(f.window.get(), Qt::Key_Escape);
        QVERIFY(asked());
        QVERIFY(!cancelled);
        QTest::mouseClick(f.find<QPushButton>("cancel_job"), Qt::LeftButton);
        QTRY_VERIFY(cancelled);
    }

    // The button stops the job whose name stands beside it, not the one that waits behind it.
    void theStatusBarShowsTheJobAndCancelsIt() {
        test::WorkbenchFixture f;
        // Each part of the workbench that runs jobs has a strip; that of all pages comes last.
        auto* strip = f.window->findChildren<QWidget*>(QStringLiteral("job_strip")).constLast();
        QVERIFY(!strip->isVisible());
        bool cancelled = false;
        int next = 0;
        f.jobs.start(QStringLiteral("Counting"), {}, untilStopped, this,
                     [&](const Result<int>& result) {
                         cancelled = !result && result.error().code == ErrorCode::Cancelled;
                     });
        f.jobs.start(
            QStringLiteral("The next"), {}, [](const Execution&) -> Result<int> { return 7; }, this,
            [&](const Result<int>& result) { next = result ? *result : -1; });
        QTRY_VERIFY(strip->isVisible());
        QTest::mouseClick(strip->findChild<QPushButton*>(QStringLiteral("job_cancel")),
                          Qt::LeftButton);
        QTRY_VERIFY(cancelled);
        QTRY_COMPARE(next, 7);
        QTRY_VERIFY(!strip->isVisible());
    }

    void aSaveCannotBeCancelled() {
        test::WorkbenchFixture f;
        auto* strip = f.window->findChildren<QWidget*>(QStringLiteral("job_strip")).constLast();
        std::atomic<bool> goOn = false;
        bool saved = false;
        f.jobs.startSaving(
            QStringLiteral("Saving"),
            [&](const Execution&) -> Result<void> {
                while (!goOn) {
                    QThread::msleep(1);
                }
                return {};
            },
            this, [&](const Result<void>& result) { saved = result.has_value(); });
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(!strip->findChild<QPushButton*>(QStringLiteral("job_cancel"))->isVisible());
        goOn = true;
        QTRY_VERIFY(saved);
    }
};

QTEST_MAIN(TestJobRunner)
#include "tst_job_runner.moc"
