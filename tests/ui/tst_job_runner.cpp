// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/workbench_fixture.h"
#include "ui/job/job_runner.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QThread>
#include <QtTest>

#include <atomic>
#include <memory>

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

}  // namespace

class TestJobRunner : public QObject {
    Q_OBJECT

private slots:
    void resultsArriveOnTheCallersThread() {
        JobRunner jobs;
        int answer = 0;
        QThread* there = nullptr;
        jobs.start(
            {}, {}, [](const Execution&) -> Result<int> { return 42; }, this,
            [&](const Result<int>& result) {
                answer = *result;
                there = QThread::currentThread();
            });
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
        QCOMPARE(answer, 42);
        QCOMPARE(there, QThread::currentThread());
    }

    void theLatestOfAKeyWins() {
        JobRunner jobs;
        std::vector<int> arrived;
        jobs.start({}, QStringLiteral("key"), untilStopped, this,
                   [&](const Result<int>& result) { arrived.push_back(result ? *result : -1); });
        for (int i = 1; i <= 20; ++i) {
            jobs.start(
                {}, QStringLiteral("key"), [i](const Execution&) -> Result<int> { return i; }, this,
                [&](const Result<int>& result) { arrived.push_back(result ? *result : -1); });
        }
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
        QVERIFY(!arrived.empty());
        QCOMPARE(arrived.back(), 20);
        // Those between were dropped before they ran, or stopped: few of the twenty arrive.
        QCOMPARE_LE(arrived.size(), std::size_t{21});
    }

    void aReceiverThatIsGoneHearsNothing() {
        JobRunner jobs;
        auto receiver = std::make_unique<QObject>();
        bool called = false;
        jobs.start(
            {}, {},
            [](const Execution&) -> Result<int> {
                QThread::msleep(20);
                return 1;
            },
            receiver.get(), [&](const Result<int>&) { called = true; });
        receiver.reset();
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
        QVERIFY(!called);
    }

    // What waits when all is cancelled ends too, unless a later job would have replaced it.
    void waitingJobsEndWhenAllIsCancelled() {
        JobRunner jobs;
        QList<int> cancelled;
        const auto note = [&cancelled](int job) {
            return [&cancelled, job](const Result<int>& result) {
                QVERIFY(!result);
                QVERIFY(result.error().code == ErrorCode::Cancelled);
                cancelled.append(job);
            };
        };
        jobs.start({}, {}, untilStopped, this, note(1));
        jobs.start({}, {}, untilStopped, this, note(2));
        jobs.start({}, QStringLiteral("replaced"), untilStopped, this, note(3));
        jobs.cancel();
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
        QCOMPARE(cancelled, (QList<int>{1, 2}));
    }

    void theStatusBarShowsTheJobAndCancelsIt() {
        test::WorkbenchFixture f;
        // Each part of the workbench that runs jobs has a strip; that of all pages comes last.
        auto* strip = f.window->findChildren<QWidget*>(QStringLiteral("job_strip")).constLast();
        QVERIFY(!strip->isVisible());
        bool cancelled = false;
        f.jobs.start(QStringLiteral("Counting"), {}, untilStopped, this,
                     [&](const Result<int>& result) {
                         cancelled = !result && result.error().code == ErrorCode::Cancelled;
                     });
        QTRY_VERIFY(strip->isVisible());
        QTest::mouseClick(strip->findChild<QPushButton*>(QStringLiteral("job_cancel")),
                          Qt::LeftButton);
        QTRY_VERIFY(cancelled);
        QTRY_VERIFY(!strip->isVisible());
    }
};

QTEST_MAIN(TestJobRunner)
#include "tst_job_runner.moc"
