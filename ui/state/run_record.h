// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/loss_trail.h"
#include "core/training/model_probe.h"
#include "core/training/training_run.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace zeropoint::ui {

/// How a run makes its model: each has a colour, a line and a marker of its own.
enum class RunMethod { Float, Ptq, Qat, Lora, Qlora };

enum class RunState {
    Waiting,   ///< in the queue
    Running,   ///< on the training thread
    Paused,    ///< goes on where it stopped
    Finished,  ///< to its last step
    Stopped,   ///< by hand; keeps its curves and its model
    Failed,    ///< see RunRecord::error
};

/// Where a new run's weights come from.
enum class StartFrom { Scratch, Sample, SelectedRun };

/// What the next run shall be.
struct NextRun {
    TaskSpec task;
    TransformerConfig sizes;  ///< used when it starts from scratch
    TrainingConfig training;
    StartFrom start = StartFrom::Scratch;
    unsigned threads = 0;  ///< 0: one for each processor
};

/// A run's model at one step, with what it does on a few test sequences. Never changed: the
/// training thread makes it, the GUI thread looks at it.
struct ModelSnapshot {
    std::uint64_t step = 0;
    Transformer<float> model;
    std::shared_ptr<const Dataset> data;
    ModelProbe probe;
};
using SnapshotPtr = std::shared_ptr<const ModelSnapshot>;

/// Everything that the pages know about a run.
struct RunRecord {
    QString name;  ///< "FP32", "FP32 2"
    RunMethod method = RunMethod::Float;
    RunState state = RunState::Waiting;
    NextRun plan;
    TransformerConfig model;
    std::size_t parameters = 0;
    std::size_t trained = 0;  ///< of them
    std::size_t bytes = 0;    ///< of the weights as they are stored
    std::uint64_t step = 0;
    double seconds = 0;         ///< of training, pauses left out
    double stepsPerSecond = 0;  ///< over the last second or so
    LossTrail losses;
    std::vector<EvaluationReport> evaluations;
    SnapshotPtr snapshot;
    std::optional<Error> error;

    bool active() const { return state == RunState::Running || state == RunState::Paused; }
    double examplesPerSecond() const {
        return stepsPerSecond * static_cast<double>(plan.training.batch);
    }
};

}  // namespace zeropoint::ui
