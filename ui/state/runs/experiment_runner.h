// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_experiment.h"
#include "ui/job/job_runner.h"
#include "ui/state/runs/run_store.h"

#include <QObject>

#include <vector>

namespace zeropoint::ui {

/// Makes the runs of an experiment as a job of a runner of its own. Each goes into the store as it
/// finishes, also when the rest is stopped.
class ExperimentRunner : public QObject {
    Q_OBJECT

public:
    explicit ExperimentRunner(RunStore& store, QObject* parent = nullptr);

    JobRunner& jobs() { return m_jobs; }
    bool running() const { return m_running; }
    /// Runs of the last experiment that it did not finish.
    const std::vector<RunSpec>& unfinished() const { return m_unfinished; }
    void forgetUnfinished() { m_unfinished.clear(); }

    /// Whether kept runs of the experiment's name must have its settings, as those of a file must,
    /// or it is one more run beside whatever stands there.
    enum class Kept { Alike, Any };

    /// Nothing happens while another runs.
    void run(const ExperimentSpec& spec, Kept which = Kept::Alike);
    void cancel() { m_jobs.cancelAll(this); }

signals:
    void runningChanged();
    void unfinishedChanged();
    void failed(const zeropoint::Error& error);

private:
    void ended(const ExperimentSpec& spec, const Result<ExperimentOutcome>& outcome);

    RunStore& m_store;
    JobRunner m_jobs;
    std::vector<RunSpec> m_unfinished;
    bool m_running = false;
};

}  // namespace zeropoint::ui
