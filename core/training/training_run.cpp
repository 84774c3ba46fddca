// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_run.h"

#include "core/data/text.h"

#include <utility>

namespace zeropoint {
namespace {

Result<TrainingRun> withTrainer(TrainingRun run) {
    const TrainingConfig& config = run.checkpoint->info.training;
    auto trainer = run.checkpoint->resumable()
                       ? resumeTrainer(*run.checkpoint, *run.data, config)
                       : Trainer::create(run.checkpoint->model, *run.data, config);
    if (!trainer) {
        return tl::unexpected(trainer.error());
    }
    run.trainer.emplace(std::move(*trainer));
    return run;
}

Result<TrainingRun> newRun(const RunPlan& plan, TaskSpec task) {
    auto data = openData(task, plan.sizes.context);
    if (!data) {
        return tl::unexpected(data.error());
    }
    auto model = Transformer<float>::create((*data)->shaped(plan.sizes), plan.training.seed);
    if (!model) {
        return tl::unexpected(model.error());
    }
    const CheckpointInfo info{std::move(task), plan.training, {}, {}};
    return withTrainer(
        {*data, std::make_unique<Checkpoint>(Checkpoint{info, std::move(*model), {}, {}, {}}), {}});
}

Result<TrainingRun> runFromWeights(const RunPlan& plan, TaskSpec task) {
    auto loaded = loadCheckpoint(plan.weights);
    if (!loaded) {
        return tl::unexpected(loaded.error());
    }
    task.alphabet = loaded->info.task.alphabet;
    return startRunFrom(std::move(loaded->model), std::move(task), plan.training);
}

}  // namespace

Result<std::shared_ptr<const Dataset>> openData(TaskSpec& task, std::size_t context) {
    auto data = openTask(task, context);
    if (data && task.kind == TaskKind::Text) {
        task.alphabet = std::static_pointer_cast<const Text>(*data)->alphabet();
    }
    return data;
}

Result<TrainingRun> startRun(const RunPlan& plan) {
    return plan.weights.empty() ? newRun(plan, plan.task) : runFromWeights(plan, plan.task);
}

Result<TrainingRun> startRunFrom(Transformer<float> model, TaskSpec task,
                                 const TrainingConfig& training) {
    auto data = openData(task, model.config().context);
    if (!data) {
        return tl::unexpected(data.error());
    }
    const CheckpointInfo info{std::move(task), training, {}, {}};
    return withTrainer(
        {*data, std::make_unique<Checkpoint>(Checkpoint{info, std::move(model), {}, {}, {}}), {}});
}

Result<TrainingRun> resumeRun(const std::filesystem::path& file, std::optional<std::size_t> steps) {
    auto loaded = loadCheckpoint(file);
    if (!loaded) {
        return tl::unexpected(loaded.error());
    }
    if (!loaded->resumable()) {
        return fail(ErrorCode::InvalidArgument, "This checkpoint holds the weights alone",
                    file.string(), "Start a new run from its weights");
    }
    auto checkpoint = std::make_unique<Checkpoint>(std::move(*loaded));
    CheckpointInfo& info = checkpoint->info;
    if (steps && *steps <= info.progress.step) {
        return fail(ErrorCode::InvalidArgument,
                    "The run has done " + std::to_string(info.progress.step) + " steps already",
                    "steps", "Give more steps than that");
    }
    info.training.steps = steps.value_or(info.training.steps);
    auto data = openData(info.task, checkpoint->model.config().context);
    if (!data) {
        return tl::unexpected(data.error());
    }
    return withTrainer({*data, std::move(checkpoint), {}});
}

}  // namespace zeropoint
