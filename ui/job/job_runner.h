// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"
#include "core/support/parallel.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace zeropoint::ui {

/// The one way in which work leaves the GUI thread. Jobs run one after the other on a worker that
/// owns the core's thread pool; the result arrives on the GUI thread, unless its receiver is gone
/// or the job was stopped. A job with a key replaces an older one of the same key: latest wins.
class JobRunner : public QObject {
    Q_OBJECT

public:
    /// `threads` of the core's pool, the worker included; 0: one for each processor.
    explicit JobRunner(QObject* parent = nullptr, unsigned threads = 0);
    ~JobRunner() override;

    /// @param title   what the status bar shows; empty for work too short to name
    /// @param key     jobs of one key replace each other; empty replaces nothing
    /// @param work    runs on the worker: Result<T>(const Execution&)
    /// @param receiver the answer is dropped when it is destroyed
    /// @param done    called on the GUI thread with the Result<T>, also with Cancelled
    template <typename Work, typename Done>
    void start(const QString& title, const QString& key, Work work, QObject* receiver, Done done) {
        using Outcome = std::invoke_result_t<Work, const Execution&>;
        auto outcome = std::make_shared<std::unique_ptr<Outcome>>();
        enqueue(
            title, key,
            [work = std::move(work), outcome](const Execution& execution) {
                *outcome = std::make_unique<Outcome>(work(execution));
            },
            [guard = QPointer<QObject>(receiver), done = std::move(done), outcome] {
                if (guard && *outcome) {
                    done(std::move(**outcome));
                }
            });
    }

    /// Stops the running job and drops those that wait with this key (all when empty). Jobs without
    /// a key are not dropped: somebody waits for their end, so they begin stopped and end with
    /// Cancelled.
    void cancel(const QString& key = {});
    bool busy() const;
    /// Waits until no job runs or waits, delivering results: for tests and for rendering screens.
    bool waitForIdle(int milliseconds);

signals:
    void jobStarted(const QString& title);
    void jobProgress(const QString& title, double share, qint64 elapsedMilliseconds);
    void jobEnded(const QString& title);

private:
    struct Job {
        QString title;
        QString key;
        std::function<void(const Execution&)> work;
        std::function<void()> deliver;
        std::stop_source stop;
    };

    void enqueue(const QString& title, const QString& key,
                 std::function<void(const Execution&)> work, std::function<void()> deliver);
    void runJobs(const std::stop_token& stop);
    void runOne(const std::shared_ptr<Job>& job);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<std::shared_ptr<Job>> m_waiting;
    std::shared_ptr<Job> m_running;
    int m_undelivered = 0;
    ThreadPool m_pool;
    std::jthread m_worker;
};

}  // namespace zeropoint::ui
