// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_attachments.h"
#include "core/methods/ptq/ptq.h"
#include "ui/state/runs/run_feed.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace zeropoint::ui {

/// The part of a run that lives on the training thread: data, model, trainer. Its verbs are jobs,
/// which run one at a time; everything that the window shall see goes through the feed.
class TrainingWorker {
public:
    /// `base`: the models of the run to start from, the newest last; empty: as the plan says.
    TrainingWorker(NextRun plan, std::vector<SnapshotPtr> base);
    /// Takes up a checkpoint: its run, or a new one from its weights.
    explicit TrainingWorker(std::filesystem::path checkpoint);

    RunFeed& feed() { return m_feed; }

    /// Makes model and trainer ready, once; later calls do nothing.
    Result<void> prepare();
    /// To the end or until stopped. Whatever ends it, a snapshot of the model follows. A PTQ run
    /// quantizes the models it was given, one after the other.
    Result<void> run(const Execution& execution);
    Result<void> step(const Execution& execution);
    /// With what it goes on from; of a run that is over the weights and the result.
    Result<void> save(const std::filesystem::path& file);
    /// The finished run as packed codes, with what the Train page opens it by: of quantizing after
    /// training the model that it ended with, of training through quantizers their own grids.
    Result<void> saveQuantized(const std::filesystem::path& file);
    /// The finished run as the trade-off keeps it. `base`: the file of the sample it started from,
    /// or empty; `training`: of what it ended with, or quantizes. The model's weights are then as
    /// they would be used.
    Result<RunResult> measure(const std::string& name, const std::filesystem::path& base,
                              const TrainingConfig& training, const Execution& execution);

    /// The method that the file's run had, where it holds a quantized model; else full training.
    const RunSpec& method() const { return m_plan.method; }
    /// What a quantized model's tensors take in the file that was opened; 0 for others.
    std::uint64_t packedBytes() const { return m_packedBytes; }
    /// Null until prepared; read it on the GUI thread only while no job of this worker runs.
    const Checkpoint* checkpoint() const { return m_run.checkpoint.get(); }
    std::uint64_t stepsDone() const;
    /// The run is over: gives back trainer, moments, threads and the models it started from. Its
    /// weights stay, to be saved and measured. On the GUI thread, while no job of it runs.
    void release();
    bool released() const { return m_released; }

private:
    Result<TrainingRun> start();
    Result<TrainingRun> startFromFile();
    Result<void> readRecipe();
    CheckpointInfo info() const;
    Result<void> attach();
    Result<void> quantizeAll(const Execution& execution);
    Result<void> quantize(const ModelSnapshot& base, const Execution& execution);
    Execution onOwnThreads(const Execution& execution);
    void noteStep(const StepReport& report);
    double trainingSeconds() const;
    void tellFacts(std::uint64_t bytes, std::size_t trained);
    void takeSnapshot();
    std::vector<SiteInsight> insight() const;

    NextRun m_plan;
    std::vector<SnapshotPtr> m_base;
    std::filesystem::path m_file;
    std::unique_ptr<ThreadPool> m_pool;
    TrainingRun m_run;
    RunAttachments m_attached;
    std::optional<QatWatch> m_watch;
    std::optional<RunResult> m_result;          ///< once measured
    std::optional<QuantizedModel> m_quantized;  ///< what quantizing after training ended with
    EvaluationReport m_quantizedResult;
    std::uint64_t m_packedBytes = 0;
    std::uint64_t m_doneBefore = 0;  ///< steps of a run that was over when it was saved
    double m_trainingSeconds = 0;    ///< once released
    bool m_released = false;
    RunFeed m_feed;
};

/// The checkpoint that ships with the program for a task.
Result<Checkpoint> shippedCheckpoint(TaskKind kind);

}  // namespace zeropoint::ui
