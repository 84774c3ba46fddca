// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/run_stories.h"

#include "core/experiment/experiment_pace.h"
#include "core/scheme/scheme_words.h"
#include "ui/state/runs/run_form.h"
#include "ui/state/runs/training_worker.h"

namespace zeropoint::ui {
namespace {

constexpr std::size_t quantizedSteps = 800;  ///< of runs that know the task already
constexpr std::size_t adapterSteps = 1200;
constexpr int coarseInputs = 4;

NextRun fromSample(MethodKind method, bool custom = false) {
    NextRun run;
    run.task.kind = TaskKind::Sort;
    run.task.custom = custom;
    run.sizes = defaultModel(run.task.kind);
    run.training = defaultTraining(run.task.kind);
    run.training.steps = quantizedSteps;
    run.start = StartFrom::Sample;
    run.method.method = method;
    run.method.recipe = defaultRecipe();
    return run;
}

StoryRun named(NextRun run, const QString& more = {}) {
    const QString name = runName(run.method);
    return {std::move(run), more.isEmpty() ? name : name + QStringLiteral(", ") + more};
}

std::vector<StoryRun> ptqAgainstQat() {
    std::vector<StoryRun> runs;
    for (const int bits : {8, 4, 3, 2}) {
        for (const MethodKind method : {MethodKind::Ptq, MethodKind::Qat}) {
            NextRun run = fromSample(method);
            setWeightBits(run.method.recipe.base, bits);
            runs.push_back(named(std::move(run)));
        }
    }
    return runs;
}

NextRun coarseInputRun() {
    NextRun run = fromSample(MethodKind::Ptq);
    setWeightBits(run.method.recipe.base, 8);
    setInputBits(run.method.recipe.base, coarseInputs);
    return run;
}

std::vector<StoryRun> observers() {
    std::vector<StoryRun> runs;
    for (const RangeMethod::Kind kind : {RangeMethod::Kind::MinMax, RangeMethod::Kind::Percentile,
                                         RangeMethod::Kind::Mse, RangeMethod::Kind::Entropy}) {
        NextRun run = coarseInputRun();
        run.method.recipe.base.activation.scheme.range.kind = kind;
        const std::string_view word = wordOf(rangeWords, kind);
        runs.push_back(
            named(std::move(run), QString::fromUtf8(word.data(), qsizetype(word.size()))));
    }
    return runs;
}

std::vector<StoryRun> adapters() {
    std::vector<StoryRun> runs;
    for (const MethodKind method : {MethodKind::Full, MethodKind::Lora, MethodKind::Qlora}) {
        NextRun run = fromSample(method, true);
        run.training.steps = adapterSteps;
        if (method != MethodKind::Full) {
            run.training.learningRate = adapterRate;
        }
        runs.push_back(named(std::move(run)));
    }
    return runs;
}

std::vector<StoryRun> calibration() {
    struct Amount {
        std::size_t batches;
        std::size_t sequences;
    };
    std::vector<StoryRun> runs;
    for (const auto [batches, sequences] :
         {Amount{1, 1}, Amount{1, 8}, Amount{4, 32}, Amount{64, 32}}) {
        NextRun run = coarseInputRun();
        run.method.recipe.base.activation.scheme.range.kind = RangeMethod::Kind::Mse;
        run.method.recipe.calibration.batches = batches;
        run.method.recipe.calibration.sequences = sequences;
        runs.push_back(named(std::move(run), QStringLiteral("%1 seq").arg(batches * sequences)));
    }
    return runs;
}

/// The story as an experiment: what its runs share stands in the first.
ExperimentSpec specOf(const std::vector<StoryRun>& story) {
    const NextRun& first = story.front().plan;
    ExperimentSpec spec;
    spec.name = "story";
    spec.task = first.task;
    spec.base = "sample";  // its model is given, and nothing is read under this name
    spec.training = first.training;
    spec.seeds = {first.training.seed};
    for (const StoryRun& run : story) {
        spec.runs.push_back(run.plan.method);
        spec.runs.back().name = run.name.toStdString();
        spec.runs.back().learningRate = run.plan.training.learningRate;
    }
    return spec;
}

Result<ExperimentInput> sampleInput(TaskSpec task) {
    auto sample = shippedCheckpoint(task.kind);
    if (!sample) {
        return tl::unexpected(sample.error());
    }
    task.alphabet = sample->info.task.alphabet;
    auto data = openTask(task, sample->model.config().context);
    if (!data) {
        return tl::unexpected(data.error());
    }
    ExperimentInput input;
    input.data = std::move(*data);
    input.base.emplace(std::move(sample->model));
    return input;
}

}  // namespace

std::vector<StoryRun> runsOfStory(RunStory story) {
    switch (story) {
        case RunStory::PtqAgainstQat:
            return ptqAgainstQat();
        case RunStory::Observers:
            return observers();
        case RunStory::Adapters:
            return adapters();
        case RunStory::Calibration:
            return calibration();
    }
    return {};
}

Result<double> secondsOfStory(RunStory story, const Execution& execution) {
    const ExperimentSpec spec = specOf(runsOfStory(story));
    const auto input = sampleInput(spec.task);
    if (!input) {
        return tl::unexpected(input.error());
    }
    return measurePace(spec, *input, execution, RunsOn::AllThreads)
        .map([&spec](const ExperimentPace& pace) { return secondsInTurn(spec, pace); });
}

}  // namespace zeropoint::ui
