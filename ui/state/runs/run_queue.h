// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/job/job_runner.h"
#include "ui/state/runs/run_list.h"
#include "ui/state/runs/run_news.h"

#include <QElapsedTimer>
#include <QObject>

class QTimer;

namespace zeropoint::ui {

/// Lets the runs of a list train, one at a time and in their order, as jobs of a runner of its own,
/// so that other pages' jobs never wait for them. A run that is over gives back what only training
/// needed.
class RunQueue : public QObject {
    Q_OBJECT

public:
    RunQueue(RunList& runs, JobRunner& helpers, QObject* parent = nullptr);

    /// The runner of the training thread: the status bar shows its job.
    JobRunner& jobs() { return m_jobs; }
    RunId running() const { return m_running; }  ///< None while nothing trains
    /// Nothing trains, and no file is read or written.
    bool idle() const { return m_running == RunId::None && m_held == 0; }

    /// The first run that waits begins, if nothing else goes on.
    void startWaiting();
    void pause();
    void resume(RunId run);
    /// One step of a run that waits or is paused; then it is paused.
    void step(RunId run);
    /// Ends a run that trains, waits or is paused; it keeps its curves.
    void stop(RunId run);

    /// Nothing begins between the two: files of runs are read and written on the same thread.
    void hold() { ++m_held; }
    void release();
    /// Takes what the run's worker has told.
    void drain(RunId run);

signals:
    void progressed(zeropoint::ui::RunId run);       ///< its curves have new points
    void snapshotChanged(zeropoint::ui::RunId run);  ///< its model was looked at anew

private:
    enum class Wish { None, Pause, Stop };

    void launch(RunId run, bool oneStep);
    void ended(RunId run, bool oneStep, const Result<void>& result);
    RunState stateAfter(const RunRecord& record, const Result<void>& result) const;

    RunList& m_runs;
    JobRunner m_jobs;
    RunId m_running = RunId::None;
    int m_held = 0;  ///< files that are being read or written
    Wish m_wish = Wish::None;
    QTimer* m_poll;  ///< empties the feed of the run that trains
    QElapsedTimer m_clock;
    StepRate m_rate;
};

}  // namespace zeropoint::ui
