// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/run_feed.h"

#include <filesystem>
#include <memory>

namespace zeropoint::ui {

/// The part of a run that lives on the training thread: data, model, trainer. Its verbs are jobs,
/// which run one at a time; everything that the window shall see goes through the feed.
class TrainingWorker {
public:
    /// `weights`: of the run to start from; null: as the plan says.
    TrainingWorker(NextRun plan, SnapshotPtr weights);
    /// Takes up a checkpoint: its run, or a new one from its weights.
    explicit TrainingWorker(std::filesystem::path checkpoint);

    RunFeed& feed() { return m_feed; }

    /// Makes model and trainer ready, once; later calls do nothing.
    Result<void> prepare();
    /// To the end or until stopped. Whatever ends it, a snapshot of the model follows.
    Result<void> run(const Execution& execution);
    Result<void> step(const Execution& execution);
    Result<void> save(const std::filesystem::path& file);

    /// Null until prepared; read it on the GUI thread only while no job of this worker runs.
    const Checkpoint* checkpoint() const { return m_run.checkpoint.get(); }
    const Trainer* trainer() const { return m_run.trainer ? &*m_run.trainer : nullptr; }

private:
    Result<TrainingRun> start() const;
    Execution onOwnThreads(const Execution& execution);
    void takeSnapshot();

    NextRun m_plan;
    SnapshotPtr m_weights;
    std::filesystem::path m_file;
    std::unique_ptr<ThreadPool> m_pool;
    TrainingRun m_run;
    RunFeed m_feed;
};

/// The checkpoint that ships with the program for a task.
Result<Checkpoint> shippedCheckpoint(TaskKind kind);

}  // namespace zeropoint::ui
