// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/function_ref.h"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace zeropoint {

/// More threads than this help nobody: a pool never has more.
inline constexpr unsigned mostThreads = 256;

/// The core's one kind of thread pool: N workers (the caller is one of them) that take shards of
/// a job in order. Work is cut by the data alone, never by the number of threads, and results are
/// reduced in shard order, so the same input gives the same bits on any number of threads.
/// One job at a time: `run` from two threads at once is serialised. Do not call `run` from within
/// a shard. What a shard throws (memory that is not there) ends the job and leaves `run` on the
/// calling thread, where the front doors catch it (core/support/caught.h).
class ThreadPool {
public:
    /// @param threads workers including the caller, at most mostThreads; 0 means one per hardware
    ///        thread. Where the system gives fewer, the pool has those.
    explicit ThreadPool(unsigned threads = 0);
    ~ThreadPool();
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    unsigned threads() const { return static_cast<unsigned>(m_workers.size()) + 1; }

    /// Calls shard(i) once for each i in [0, count); returns when all are done. No allocation.
    /// After a throw the shards that were not begun are left out.
    void run(std::size_t count, FunctionRef<void(std::size_t)> shard);

private:
    void work(const std::stop_token& stop);
    void takeShards(std::unique_lock<std::mutex>& lock);

    std::mutex m_jobs;  ///< held by the thread whose job is running
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::condition_variable m_done;
    const FunctionRef<void(std::size_t)>* m_shard = nullptr;
    std::size_t m_count = 0;
    std::size_t m_next = 0;
    std::size_t m_running = 0;
    std::exception_ptr m_thrown;  ///< the first of the running job
    std::vector<std::jthread> m_workers;
};

/// Receives the share of the work that is done, 0 to 1, from the calling thread only.
using Progress = std::function<void(double)>;

/// How a verb runs: on which pool (none: on the calling thread), whom it tells, what stops it.
/// Every long verb of the core takes one as its last parameter and returns ErrorCode::Cancelled
/// within 100 ms of a stop request.
struct Execution {
    ThreadPool* pool = nullptr;
    Progress progress;
    std::stop_token stop;

    bool stopRequested() const { return stop.stop_requested(); }
    unsigned threads() const { return pool ? pool->threads() : 1; }
};

/// Runs shard(i) for i in [0, count) on the execution's pool, in batches between which progress
/// is told and a stop request is honoured. Returns false when stopped (some shards did not run).
bool runShards(const Execution& execution, std::size_t count, FunctionRef<void(std::size_t)> shard);

}  // namespace zeropoint
