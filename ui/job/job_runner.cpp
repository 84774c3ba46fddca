// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/job/job_runner.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QThread>

#include <chrono>
#include <utility>

namespace zeropoint::ui {
namespace {

/// Progress reaches the GUI thread at most this often: more is not seen and costs events.
constexpr std::chrono::milliseconds progressInterval{50};

}  // namespace

JobRunner::JobRunner(QObject* parent, unsigned threads)
    : QObject(parent),
      m_pool(threads),
      m_worker([this](const std::stop_token& stop) { runJobs(stop); }) {}

JobRunner::~JobRunner() {
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.clear();
    }
    cancel();
    m_worker.request_stop();
    m_wake.notify_all();
    m_worker.join();
}

void JobRunner::enqueue(const QString& title, const QString& key,
                        std::function<void(const Execution&)> work, std::function<void()> deliver) {
    auto job = std::make_shared<Job>();
    job->title = title;
    job->key = key;
    job->work = std::move(work);
    job->deliver = std::move(deliver);
    if (!key.isEmpty()) {
        cancel(key);
    }
    const std::scoped_lock lock(m_mutex);
    m_waiting.push_back(std::move(job));
    ++m_undelivered;
    m_wake.notify_one();
}

void JobRunner::cancel(const QString& key) {
    const std::scoped_lock lock(m_mutex);
    if (m_running && (key.isEmpty() || m_running->key == key)) {
        m_running->stop.request_stop();
    }
    for (const std::shared_ptr<Job>& job : m_waiting) {
        if (key.isEmpty() && job->key.isEmpty()) {
            job->stop.request_stop();
        }
    }
    m_undelivered -=
        static_cast<int>(std::erase_if(m_waiting, [&](const std::shared_ptr<Job>& job) {
            return !job->key.isEmpty() && (key.isEmpty() || job->key == key);
        }));
}

bool JobRunner::busy() const {
    const std::scoped_lock lock(m_mutex);
    return m_undelivered > 0;
}

bool JobRunner::waitForIdle(int milliseconds) {
    const QDeadlineTimer deadline(milliseconds);
    while (busy() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        QThread::msleep(1);
    }
    return !busy();
}

void JobRunner::runJobs(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
        m_running = m_waiting.front();
        m_waiting.pop_front();
        const std::shared_ptr<Job> job = m_running;
        lock.unlock();
        runOne(job);
        lock.lock();
        m_running.reset();
    }
}

void JobRunner::runOne(const std::shared_ptr<Job>& job) {
    using Clock = std::chrono::steady_clock;
    const Clock::time_point start = Clock::now();
    Clock::time_point told = start;
    emit jobStarted(job->title);
    Execution execution;
    execution.pool = &m_pool;
    execution.stop = job->stop.get_token();
    execution.progress = [&, this](double share) {
        const Clock::time_point now = Clock::now();
        if (now - told >= progressInterval) {
            told = now;
            const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now - start);
            emit jobProgress(job->title, share, elapsed.count());
        }
    };
    job->work(execution);
    emit jobEnded(job->title);
    QMetaObject::invokeMethod(
        this,
        [this, job] {
            {
                const std::scoped_lock lock(m_mutex);
                --m_undelivered;
            }
            job->deliver();
        },
        Qt::QueuedConnection);
}

}  // namespace zeropoint::ui
