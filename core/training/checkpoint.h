// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/transformer.h"
#include "core/support/error.h"
#include "core/training/task.h"
#include "core/training/trainer.h"

#include <filesystem>
#include <string>

namespace zeropoint {

/// What a checkpoint says beside its tensors. It stands as JSON in the file's metadata under
/// "zeropoint.model", ".task", ".training", ".progress" and ".result".
struct CheckpointInfo {
    TaskSpec task;  ///< with the alphabet of a text model
    TrainingConfig training;
    TrainerProgress progress;
    EvaluationReport result;     ///< the last evaluation's step, losses and accuracies
    EvaluationReport best = {};  ///< the same of the lowest validation loss so far
};

/// A model as it was saved.
struct Checkpoint {
    CheckpointInfo info;
    Transformer<float> model;
    /// The optimizer's moments in the parameters' layout; empty when the weights alone were saved.
    AlignedVector<float> firstMoment;
    AlignedVector<float> secondMoment;
    /// Parameters of info.best, where a run with patience was saved later than that; else empty.
    AlignedVector<float> best;

    bool resumable() const { return !firstMoment.empty(); }
};

/// Saves the parameters under their names and, when there is an optimizer, its moments under
/// "optimizer.first/NAME" and "optimizer.second/NAME", and `best`, when there are such, under
/// "best/NAME". The file appears whole or not at all.
Result<void> saveCheckpoint(const std::filesystem::path& file, const Transformer<float>& model,
                            const CheckpointInfo& info, Optimizer<float>* optimizer = nullptr,
                            std::span<const float> best = {});

/// Malformed for a file without our metadata, with another shape than it says, or with missing
/// tensors; and as openWeightFile fails.
Result<Checkpoint> loadCheckpoint(const std::filesystem::path& file);

/// Everything that a run needs to go on: saves what resumeTrainer takes up.
Result<void> saveTrainer(const std::filesystem::path& file, Trainer& trainer, const TaskSpec& task);

/// A trainer that goes on with checkpoint.model, bit for bit as if it had not stopped. `config` is
/// the run's own (checkpoint.info.training), or one with more steps. A run that had ended ends at
/// once with what it had found. Fails with InvalidArgument for a checkpoint of weights alone, with
/// another optimizer, or for fewer steps than were done.
Result<Trainer> resumeTrainer(Checkpoint& checkpoint, const Dataset& data,
                              const TrainingConfig& config);

}  // namespace zeropoint
