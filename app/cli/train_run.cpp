// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_run.h"

#include "core/data/text.h"

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

/// Opens the data; a text's alphabet becomes part of the task, so that a checkpoint knows it.
Result<std::shared_ptr<const Dataset>> openData(TaskSpec& task, std::size_t context) {
    auto data = openTask(task, context);
    if (data && task.kind == TaskKind::Text) {
        task.alphabet = std::static_pointer_cast<const Text>(*data)->alphabet();
    }
    return data;
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
    return TaskSpec{*kind, options.custom, options.text, {}};
}

Result<TrainRun> finishRun(TrainRun run) {
    CheckpointInfo& info = run.checkpoint->info;
    auto trainer = run.checkpoint->resumable()
                       ? resumeTrainer(*run.checkpoint, *run.data, info.training)
                       : Trainer::create(run.checkpoint->model, *run.data, info.training);
    if (!trainer) {
        return tl::unexpected(trainer.error());
    }
    run.trainer.emplace(std::move(*trainer));
    return run;
}

Result<TrainRun> newRun(const TrainOptions& options) {
    auto task = taskOf(options);
    if (!task) {
        return tl::unexpected(task.error());
    }
    const TransformerConfig sizes = modelOf(options, task->kind);
    TrainRun run;
    auto data = openData(*task, sizes.context);
    if (!data) {
        return tl::unexpected(data.error());
    }
    run.data = *data;
    auto model = Transformer<float>::create(run.data->shaped(sizes), options.seed);
    if (!model) {
        return tl::unexpected(model.error());
    }
    const CheckpointInfo info{*task, trainingOf(options, defaultTraining(task->kind)), {}, {}};
    run.checkpoint = std::make_unique<Checkpoint>(Checkpoint{info, std::move(*model), {}, {}});
    return finishRun(std::move(run));
}

/// From the weights of a checkpoint, on the data that the options name.
Result<TrainRun> fineTuningRun(const TrainOptions& options) {
    if (options.setsSizes()) {
        return fail(ErrorCode::InvalidArgument, "The model's sizes are those of the checkpoint",
                    "--from", "Leave out --layers, --width, --heads, --mlp and --context");
    }
    auto task = taskOf(options);
    auto loaded = loadCheckpoint(options.from);
    if (!task || !loaded) {
        return tl::unexpected(task ? loaded.error() : task.error());
    }
    task->alphabet = loaded->info.task.alphabet;
    TrainRun run;
    auto data = openData(*task, loaded->model.config().context);
    if (!data) {
        return tl::unexpected(data.error());
    }
    run.data = *data;
    const CheckpointInfo info{*task, trainingOf(options, defaultTraining(task->kind)), {}, {}};
    run.checkpoint =
        std::make_unique<Checkpoint>(Checkpoint{info, std::move(loaded->model), {}, {}});
    return finishRun(std::move(run));
}

Result<TrainRun> resumedRun(const TrainOptions& options) {
    auto loaded = loadCheckpoint(options.resume);
    if (!loaded) {
        return tl::unexpected(loaded.error());
    }
    if (!loaded->resumable()) {
        return fail(ErrorCode::InvalidArgument, "This checkpoint holds the weights alone",
                    options.resume, "Start from them with --from");
    }
    TrainRun run;
    run.checkpoint = std::make_unique<Checkpoint>(std::move(*loaded));
    CheckpointInfo& info = run.checkpoint->info;
    info.training.steps = options.steps.value_or(info.training.steps);
    auto data = openData(info.task, run.checkpoint->model.config().context);
    if (!data) {
        return tl::unexpected(data.error());
    }
    run.data = *data;
    return finishRun(std::move(run));
}

}  // namespace

Result<TrainRun> makeRun(const TrainOptions& options) {
    if (!options.resume.empty()) {
        return resumedRun(options);
    }
    return options.from.empty() ? newRun(options) : fineTuningRun(options);
}

}  // namespace zeropoint::cli
