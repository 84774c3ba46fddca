// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/checkpoint.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

namespace zeropoint {

/// A run before it begins.
struct RunPlan {
    TaskSpec task;
    TransformerConfig sizes;  ///< layers, width, heads, MLP, context; the data decide the rest
    TrainingConfig training;
    /// Start from the weights of this checkpoint, whose sizes then hold, instead of random ones.
    std::filesystem::path weights;
};

/// A run that is ready to go: the trainer's model lives in the checkpoint.
struct TrainingRun {
    std::shared_ptr<const Dataset> data;
    std::unique_ptr<Checkpoint> checkpoint;
    std::optional<Trainer> trainer;
};

/// Opens the data. A text's alphabet becomes part of the task, so that a checkpoint knows it.
Result<std::shared_ptr<const Dataset>> openData(TaskSpec& task, std::size_t context);

/// A new run, from random weights of the training's seed or from those of a checkpoint. Fails as
/// openTask, validate, loadCheckpoint and Trainer::create do.
Result<TrainingRun> startRun(const RunPlan& plan);

/// A new run on weights at hand. A text is read with task.alphabet, the model's own.
Result<TrainingRun> startRunFrom(Transformer<float> model, TaskSpec task,
                                 const TrainingConfig& training);

/// The run of a checkpoint, going on bit for bit; `steps` other than its own when given. Fails
/// with InvalidArgument for a checkpoint of weights alone, and for steps that are done already.
Result<TrainingRun> resumeRun(const std::filesystem::path& file,
                              std::optional<std::size_t> steps = {});

}  // namespace zeropoint
