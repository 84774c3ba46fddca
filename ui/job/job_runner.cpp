// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/job/job_runner.h"

#include "core/support/caught.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QThread>

#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>

namespace zeropoint::ui {
namespace {

/// Progress reaches the GUI thread at most this often: more is not seen and costs events.
constexpr std::chrono::milliseconds progressInterval{50};

Error stopped(const QString& title) {
    return {ErrorCode::Cancelled, "The work was stopped", title.toStdString(), {}};
}

}  // namespace

JobRunner::JobRunner(QObject* parent, unsigned threads)
    : QObject(parent),
      m_pool(threads),
      m_worker([this](const std::stop_token& stop) { runJobs(stop); }) {}

JobRunner::JobRunner(JobRunner& house, unsigned threads) : JobRunner(nullptr, threads) {
    m_house = &house;
    house.m_beside.push_back(this);
}

JobRunner::~JobRunner() {
    if (m_house != nullptr) {
        std::erase(m_house->m_beside, this);
    }
    stopWhere([](const Job&) { return true; });
    m_worker.request_stop();
    m_wake.notify_all();
    m_worker.join();  // what cannot be stopped runs to its end first
}

JobId JobRunner::enqueue(JobPtr job) {
    Q_ASSERT_X(!job->title.isEmpty(), "JobRunner", "a job that lasts must have a name to show");
    const std::scoped_lock lock(m_mutex);
    job->id = ++m_lastId;
    if (!job->key.isEmpty()) {
        for (const JobPtr& older : m_open) {
            if (older->owner == job->owner && older->key == job->key) {
                older->superseded = true;
                older->stop.request_stop();
            }
        }
    }
    const JobId id = job->id;
    m_open.push_back(job);
    m_waiting.push_back(std::move(job));
    m_wake.notify_one();
    return id;
}

void JobRunner::stopWhere(const std::function<bool(const Job&)>& matches) {
    const std::scoped_lock lock(m_mutex);
    for (const JobPtr& job : m_open) {
        if (job->stoppable && matches(*job)) {
            job->stop.request_stop();
        }
    }
    // A job that waits need not wait for the one before it to say that it was stopped.
    for (auto job = m_waiting.begin(); job != m_waiting.end();) {
        if ((*job)->stop.stop_requested()) {
            postDelivery(*job);
            job = m_waiting.erase(job);
        } else {
            ++job;
        }
    }
}

void JobRunner::cancel(JobId id) {
    stopWhere([id](const Job& job) { return job.id == id; });
}

void JobRunner::cancelAll(const QObject* receiver, const QString& key) {
    stopWhere(
        [&](const Job& job) { return job.owner == receiver && (key.isEmpty() || job.key == key); });
}

bool JobRunner::busy() const {
    const std::scoped_lock lock(m_mutex);
    return !m_open.empty();
}

QStringList JobRunner::unfinished() const {
    QStringList titles;
    {
        const std::scoped_lock lock(m_mutex);
        for (const JobPtr& job : m_open) {
            if (job->lasts && !job->stop.stop_requested()) {
                titles << job->title;
            }
        }
    }
    for (const JobRunner* other : m_beside) {
        titles << other->unfinished();
    }
    return titles;
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
        const JobPtr job = m_waiting.front();
        m_waiting.pop_front();
        lock.unlock();
        if (!job->stop.stop_requested()) {
            runOne(*job);
        }
        postDelivery(job);
        lock.lock();
    }
}

void JobRunner::runOne(Job& job) {
    using Clock = std::chrono::steady_clock;
    const Clock::time_point start = Clock::now();
    Clock::time_point told = start;
    emit jobStarted(job.id, job.title, job.stoppable);
    Execution execution;
    execution.pool = &m_pool;
    execution.stop = job.stop.get_token();
    execution.progress = [&, this](double share) {
        const Clock::time_point now = Clock::now();
        if (now - told >= progressInterval) {
            told = now;
            const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now - start);
            emit jobProgress(job.id, share, elapsed.count());
        }
    };
    try {
        job.work(execution);
    } catch (...) {
        job.thrown = errorOf(std::current_exception(), job.title.toStdString());
    }
    emit jobEnded(job.id);
}

void JobRunner::postDelivery(JobPtr job) {
    QMetaObject::invokeMethod(
        this, [this, job = std::move(job)] { deliver(job); }, Qt::QueuedConnection);
}

void JobRunner::deliver(const JobPtr& job) {
    bool superseded = false;
    {
        const std::scoped_lock lock(m_mutex);
        std::erase(m_open, job);
        superseded = job->superseded;
    }
    if (superseded) {
        return;
    }
    if (job->stop.stop_requested()) {
        job->deliver(stopped(job->title));
    } else {
        job->deliver(job->thrown);
    }
}

}  // namespace zeropoint::ui
