// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"
#include "core/support/parallel.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace zeropoint::ui {

using JobId = quint64;

/// The one way in which work leaves the GUI thread. Jobs run one after the other on a worker that
/// owns the core's thread pool, and answer on the GUI thread. What a receiver can rely on:
///
/// - A job answers exactly once, unless its receiver is gone or a newer job took its place. A newer
///   job of the same receiver and key does: the old one, running, waiting or just done, is silent.
/// - A job that was stopped before its answer was delivered answers Cancelled, whatever its work
///   returned: half a result never passes for a whole one.
/// - What the work throws becomes an error.
/// - Who asked for a job may stop it (cancelAll), and so may the person who sees it (cancel).
///   Neither can stop what startSaving() began, which also outlives the window: the destructor
///   waits for it.
///
/// After Cancelled a receiver has no answer and must say so, and ask again when it is shown again.
class JobRunner : public QObject {
    Q_OBJECT

public:
    /// `threads` of the core's pool, the worker included; 0: one for each processor.
    explicit JobRunner(QObject* parent = nullptr, unsigned threads = 0);
    /// A second worker beside `house`, which must outlive it and answers for its long jobs too.
    JobRunner(JobRunner& house, unsigned threads);
    ~JobRunner() override;

    /// @param title    what the status bar shows while it runs
    /// @param key      see above; empty: nothing takes its place
    /// @param work     runs on the worker: Result<T>(const Execution&)
    /// @param receiver for which it is done
    /// @param done     called on the GUI thread with the Result<T>, never before this returns
    template <typename Work, typename Done>
    JobId start(const QString& title, const QString& key, Work work, QObject* receiver, Done done) {
        return enqueue(makeJob(title, key, std::move(work), receiver, std::move(done)));
    }

    /// A job that somebody waits for and whose result is kept nowhere else: it is among
    /// unfinished() until it has answered.
    template <typename Work, typename Done>
    JobId startLong(const QString& title, const QString& key, Work work, QObject* receiver,
                    Done done) {
        auto job = makeJob(title, key, std::move(work), receiver, std::move(done));
        job->lasts = true;
        return enqueue(std::move(job));
    }

    /// A job that nobody can stop once it was asked for, because it keeps what would be lost.
    template <typename Work, typename Done>
    JobId startSaving(const QString& title, Work work, QObject* receiver, Done done) {
        auto job = makeJob(title, {}, std::move(work), receiver, std::move(done));
        job->stoppable = false;
        return enqueue(std::move(job));
    }

    /// Stops one job; nothing happens when it is over.
    void cancel(JobId job);
    /// Stops what this receiver asked for, of one key or of all (empty).
    void cancelAll(const QObject* receiver, const QString& key = {});
    bool busy() const;
    /// Titles of the long jobs, of this runner and of those beside it, that run or wait: what
    /// would be lost if the program ended now.
    QStringList unfinished() const;
    /// Waits until no job runs or waits, delivering answers: for tests and for rendering screens.
    bool waitForIdle(int milliseconds);

signals:
    void jobStarted(quint64 job, const QString& title, bool stoppable);
    void jobProgress(quint64 job, double share, qint64 elapsedMilliseconds);
    void jobEnded(quint64 job);

private:
    struct Job {
        JobId id = 0;
        QString title;
        QString key;
        const QObject* owner = nullptr;  ///< only compared
        bool stoppable = true;
        bool lasts = false;       ///< see startLong()
        bool superseded = false;  ///< guarded by m_mutex
        std::function<void(const Execution&)> work;
        /// With the error that takes the place of the work's own answer.
        std::function<void(const std::optional<Error>&)> deliver;
        std::optional<Error> thrown;
        std::stop_source stop;
    };
    using JobPtr = std::shared_ptr<Job>;

    template <typename Work, typename Done>
    static JobPtr makeJob(const QString& title, const QString& key, Work work, QObject* receiver,
                          Done done) {
        using Outcome = std::invoke_result_t<Work, const Execution&>;
        static_assert(std::is_constructible_v<Outcome, tl::unexpected<Error>>,
                      "a job can always end with an error: its work returns a Result<T>");
        auto job = std::make_shared<Job>();
        auto outcome = std::make_shared<std::optional<Outcome>>();
        job->title = title;
        job->key = key;
        job->owner = receiver;
        job->work = [work = std::move(work), outcome](const Execution& execution) mutable {
            outcome->emplace(work(execution));
        };
        job->deliver = [guard = QPointer<QObject>(receiver), done = std::move(done),
                        outcome](const std::optional<Error>& error) mutable {
            if (guard && error) {
                done(Outcome(tl::unexpected<Error>(*error)));
            } else if (guard) {
                done(std::move(**outcome));
            }
        };
        return job;
    }

    JobId enqueue(JobPtr job);
    void runJobs(const std::stop_token& stop);
    void runOne(Job& job);
    /// Stops those of all jobs that have not answered and that `matches`.
    void stopWhere(const std::function<bool(const Job&)>& matches);
    void postDelivery(JobPtr job);
    void deliver(const JobPtr& job);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<JobPtr> m_waiting;
    std::vector<JobPtr> m_open;  ///< all that have not answered
    JobId m_lastId = 0;
    JobRunner* m_house = nullptr;
    std::vector<JobRunner*> m_beside;  ///< on the GUI thread
    ThreadPool m_pool;
    std::jthread m_worker;
};

}  // namespace zeropoint::ui
