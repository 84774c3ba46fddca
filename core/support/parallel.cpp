// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/parallel.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace zeropoint {

ThreadPool::ThreadPool(unsigned threads) {
    if (threads == 0) {
        threads = std::max(1U, std::thread::hardware_concurrency());
    }
    threads = std::min(threads, mostThreads);
    m_workers.reserve(threads - 1);
    try {
        for (unsigned i = 1; i < threads; ++i) {
            m_workers.emplace_back([this](const std::stop_token& stop) { work(stop); });
        }
    } catch (const std::system_error&) {
        // The system gives no more threads: the work is done by those that there are.
    }
}

ThreadPool::~ThreadPool() {
    for (std::jthread& worker : m_workers) {
        worker.request_stop();
    }
}

void ThreadPool::run(std::size_t count, FunctionRef<void(std::size_t)> shard) {
    if (m_workers.empty() || count <= 1) {
        for (std::size_t i = 0; i < count; ++i) {
            shard(i);
        }
        return;
    }
    const std::scoped_lock job(m_jobs);
    std::unique_lock lock(m_mutex);
    m_shard = &shard;
    m_count = count;
    m_next = 0;
    m_wake.notify_all();
    takeShards(lock);
    m_done.wait(lock, [this] { return m_running == 0; });
    m_shard = nullptr;
    if (m_thrown) {
        std::rethrow_exception(std::exchange(m_thrown, nullptr));
    }
}

void ThreadPool::work(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [this] { return m_shard != nullptr && m_next < m_count; })) {
        takeShards(lock);
        if (m_running == 0) {
            m_done.notify_one();
        }
    }
}

void ThreadPool::takeShards(std::unique_lock<std::mutex>& lock) {
    ++m_running;
    while (m_next < m_count) {
        const std::size_t i = m_next++;
        lock.unlock();
        std::exception_ptr thrown;
        try {
            (*m_shard)(i);
        } catch (...) {
            thrown = std::current_exception();
        }
        lock.lock();
        if (thrown) {
            m_next = m_count;
            m_thrown = m_thrown ? m_thrown : thrown;
        }
    }
    --m_running;
}

bool runShards(const Execution& execution, std::size_t count,
               FunctionRef<void(std::size_t)> shard) {
    const std::size_t batch = std::size_t{4} * execution.threads();
    for (std::size_t begin = 0; begin < count; begin += batch) {
        if (execution.stopRequested()) {
            return false;
        }
        const std::size_t size = std::min(batch, count - begin);
        const auto inBatch = [&](std::size_t i) { shard(begin + i); };
        if (execution.pool != nullptr) {
            execution.pool->run(size, inBatch);
        } else {
            for (std::size_t i = 0; i < size; ++i) {
                inBatch(i);
            }
        }
        if (execution.progress) {
            execution.progress(static_cast<double>(begin + size) / static_cast<double>(count));
        }
    }
    return !execution.stopRequested();
}

}  // namespace zeropoint
