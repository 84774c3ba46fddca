// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/parallel.h"

#include <QtTest>

#include <atomic>
#include <vector>

using namespace zeropoint;

class TestParallel : public QObject {
    Q_OBJECT

private slots:
    void everyShardRunsOnce_data() {
        QTest::addColumn<unsigned>("threads");
        QTest::addColumn<int>("count");
        for (const unsigned threads : {1U, 2U, 8U}) {
            for (const int count : {0, 1, 2, 7, 1000}) {
                QTest::addRow("%u threads, %d shards", threads, count) << threads << count;
            }
        }
    }

    void everyShardRunsOnce() {
        QFETCH(unsigned, threads);
        QFETCH(int, count);
        ThreadPool pool(threads);
        QCOMPARE(pool.threads(), threads);
        for (int repeat = 0; repeat < 20; ++repeat) {
            std::vector<std::atomic<int>> calls(static_cast<std::size_t>(count));
            pool.run(calls.size(), [&](std::size_t i) { ++calls[i]; });
            for (const auto& call : calls) {
                QCOMPARE(call.load(), 1);
            }
        }
    }

    void stopRequestEndsTheRun() {
        ThreadPool pool(2);
        std::stop_source source;
        Execution execution{&pool, {}, source.get_token()};
        std::atomic<int> calls = 0;
        const bool done = runShards(execution, 100000, [&](std::size_t) {
            if (++calls == 10) {
                source.request_stop();
            }
        });
        QVERIFY(!done);
        QCOMPARE_LT(calls.load(), 100);
    }

    void progressEndsAtOne() {
        Execution execution;
        double last = -1;
        execution.progress = [&](double share) {
            QCOMPARE_GT(share, last);
            last = share;
        };
        QVERIFY(runShards(execution, 37, [](std::size_t) {}));
        QCOMPARE(last, 1.0);
    }
};

QTEST_APPLESS_MAIN(TestParallel)
#include "tst_parallel.moc"
