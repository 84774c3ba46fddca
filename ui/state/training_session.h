// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_result.h"
#include "ui/job/job_runner.h"
#include "ui/state/kept_run.h"
#include "ui/state/next_run_draft.h"
#include "ui/state/run_feed.h"
#include "ui/state/run_record.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

class QTimer;

namespace zeropoint::ui {

class TrainingWorker;

/// The runs of the Train page as one observable model: what the next one shall be, those that
/// wait, train, rest or are done, and which of them the pages look at. Everything here lives on
/// the GUI thread; training happens as jobs of a runner of its own, one run at a time, so that
/// other pages' jobs never wait for it.
class TrainingSession : public QObject {
    Q_OBJECT

public:
    /// `helpers` runs what is short: opening data.
    explicit TrainingSession(JobRunner& helpers, QObject* parent = nullptr);
    ~TrainingSession() override;

    /// The runner of the training thread: the status bar shows its job.
    JobRunner& jobs() { return m_jobs; }

    const NextRunDraft& draft() const { return m_draft; }
    const NextRun& next() const { return m_draft.run(); }
    /// The run that the next one starts from; null when it starts elsewhere.
    const RunRecord* baseRun() const { return baseOf(m_draft.run()); }

    const std::vector<RunRecord>& runs() const { return m_runs; }
    /// -1 while there is no run, and while the next run is looked at.
    int selected() const { return m_selected; }
    const RunRecord* selectedRun() const;
    /// The run that trains now, -1 when none does.
    int running() const { return m_running; }
    /// The run that pause, resume, step and stop are about: the one that trains, else the selected.
    int controlled() const { return m_running >= 0 ? m_running : m_selected; }

    // Commands.
    /// Another task: its own default sizes and settings.
    void setTask(const TaskSpec& task) { m_draft.setTask(task); }
    void setNext(const NextRun& next) { m_draft.set(next); }
    /// Takes up what was stopped while nobody looked.
    void retry() { m_draft.retry(); }
    /// Looks at a run; -1: at the next one.
    void select(int run);
    /// Puts the next run behind the others and looks at it. Does nothing while it has an error.
    void queueRun();
    void pause();
    void resume();
    /// One step of the selected run if it is paused, else of a new run, which then is paused.
    void step();
    void stop();
    /// Saves the selected run so that it can go on; it must not be training.
    void saveCheckpoint(const QString& file);
    /// Measures the selected run, which must be finished and repeatable; measured() follows.
    /// `folder` holds the unpacked samples.
    void measureSelected(const QString& folder);
    /// Trained from random weights in a task's own sizes, or from a sample: what an experiment can
    /// repeat. (An experiment's PTQ quantizes what its own full training ended with.)
    static bool repeatable(const RunRecord& run);
    /// Adds the run of a checkpoint, ready to go on.
    void openCheckpoint(const QString& file);
    /// Looks at a run of the store. A next run that is to quantize starts from what it quantized.
    void lookAtKept(const KeptRuns& kept);
    /// The store has no weights of the run whose settings the next run has.
    void missKept(const QString& name);

signals:
    void nextChanged();
    void runsChanged();             ///< a run came, or a state changed
    void progressed(int run);       ///< its curves have new points
    void snapshotChanged(int run);  ///< its model was looked at anew
    void selectionChanged();
    void saved(const QString& file);
    void measured(const QString& experiment, const zeropoint::RunResult& result);
    void failed(const zeropoint::Error& error);

private:
    enum class Wish { None, Pause, Stop };

    const RunRecord* baseOf(const NextRun& next) const;
    static void keepCheckpoints(RunRecord& run, const std::vector<SnapshotPtr>& snapshots);
    QString freeName(const QString& stem) const;
    void add(RunRecord record, std::shared_ptr<TrainingWorker> worker);
    void addNext();
    int addKept(const KeptRun& run);
    bool idle() const { return m_running < 0 && m_filing == 0; }
    void startWaiting();
    void filed();
    void tell(const Error& error);
    void launch(int run, bool oneStep);
    void ended(int run, bool oneStep, const Result<void>& result);
    RunState stateAfter(const RunRecord& record, const Result<void>& result) const;
    void opened(const QString& file, std::shared_ptr<TrainingWorker> worker);
    void drain();
    void drain(int run);
    static void describe(RunRecord& record, const TransformerConfig& model);

    JobRunner& m_helpers;
    JobRunner m_jobs;
    std::vector<RunRecord> m_runs;
    std::vector<std::shared_ptr<TrainingWorker>> m_workers;  ///< one for each run
    NextRunDraft m_draft;
    int m_selected = -1;
    int m_running = -1;
    int m_filing = 0;  ///< checkpoints that are being read or written
    Wish m_wish = Wish::None;
    QTimer* m_poll;  ///< empties the feed of the run that trains
    QElapsedTimer m_clock;
    double m_rateSeconds = 0;
    std::size_t m_rateSteps = 0;
};

}  // namespace zeropoint::ui
