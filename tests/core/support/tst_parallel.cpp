// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/parallel.h"

#include <QtTest>

#include <atomic>
#include <new>
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

    /// What a shard throws on any thread leaves run() on this one, and the pool goes on.
    void aThrowLeavesTheRun_data() {
        QTest::addColumn<unsigned>("threads");
        QTest::addColumn<int>("shard");
        for (const unsigned threads : {1U, 2U, 8U}) {
            for (const int shard : {0, 1, 500, 999}) {
                QTest::addRow("%u threads, shard %d", threads, shard) << threads << shard;
            }
        }
    }

    void aThrowLeavesTheRun() {
        QFETCH(unsigned, threads);
        QFETCH(int, shard);
        ThreadPool pool(threads);
        const auto throwing = [&](std::size_t i) {
            if (i == static_cast<std::size_t>(shard)) {
                throw std::bad_alloc();
            }
        };
        QVERIFY_THROWS_EXCEPTION(std::bad_alloc, pool.run(1000, throwing));
        QVERIFY_THROWS_EXCEPTION(std::bad_alloc, runShards({&pool, {}, {}}, 1000, throwing));
        const auto all = [](std::size_t) { throw std::bad_alloc(); };
        QVERIFY_THROWS_EXCEPTION(std::bad_alloc, pool.run(1000, all));
        std::atomic<int> calls = 0;
        pool.run(100, [&](std::size_t) { ++calls; });
        QCOMPARE(calls.load(), 100);
    }

    /// 4,000,000,000 of them ended the program.
    void threadsAreLimited() {
        ThreadPool pool(4'000'000'000U);
        QCOMPARE_LE(pool.threads(), mostThreads);
        std::atomic<int> calls = 0;
        pool.run(1000, [&](std::size_t) { ++calls; });
        QCOMPARE(calls.load(), 1000);
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
