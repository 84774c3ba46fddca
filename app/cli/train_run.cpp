// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_run.h"

#include <utility>

namespace zeropoint::cli {
namespace {

TransformerConfig modelOf(const TrainOptions& options, TaskKind kind) {
    TransformerConfig model = defaultModel(kind);
    model.layers = options.layers.value_or(model.layers);
    model.width = options.width.value_or(model.width);
    model.heads = options.heads.value_or(model.heads);
    model.mlpRatio = options.mlp.value_or(model.mlpRatio);
    model.context = options.context.value_or(model.context);
    return model;
}

TrainingConfig trainingOf(const TrainOptions& options, TrainingConfig training) {
    training.steps = options.steps.value_or(training.steps);
    training.batch = options.batch.value_or(training.batch);
    training.learningRate = options.rate.value_or(training.learningRate);
    training.seed = options.seed;
    return training;
}

Result<TaskSpec> taskOf(const TrainOptions& options) {
    const std::optional<TaskKind> kind = taskOfName(options.task);
    if (!kind) {
        return fail(ErrorCode::InvalidArgument, "There is no task of this name", options.task,
                    "Choose digits, text or sort");
    }
    if (!options.text.empty() && kind != TaskKind::Text) {
        return fail(ErrorCode::InvalidArgument, "Only the task text reads a text", "--text",
                    "Add --task text");
    }
    if (options.context && kind != TaskKind::Text) {
        return fail(ErrorCode::InvalidArgument, "Only the task text has a context to choose",
                    "--context", "Leave it out, or add --task text");
    }
    return TaskSpec{*kind, options.custom, options.text, {}};
}

Result<TrainingRun> plannedRun(const TrainOptions& options) {
    if (!options.from.empty() && options.setsSizes()) {
        return fail(ErrorCode::InvalidArgument, "The model's sizes are those of the checkpoint",
                    "--from", "Leave out --layers, --width, --heads, --mlp and --context");
    }
    auto task = taskOf(options);
    if (!task) {
        return tl::unexpected(task.error());
    }
    const TaskKind kind = task->kind;
    return startRun({std::move(*task), modelOf(options, kind),
                     trainingOf(options, defaultTraining(kind)), options.from});
}

}  // namespace

Result<TrainingRun> makeRun(const TrainOptions& options) {
    return options.resume.empty() ? plannedRun(options) : resumeRun(options.resume, options.steps);
}

}  // namespace zeropoint::cli
