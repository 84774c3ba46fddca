// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/run_stories.h"

#include "core/scheme/scheme_words.h"
#include "ui/state/runs/run_form.h"

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
    run.method.lora = defaultAdapters();
    run.method.qlora.adapters = defaultAdapters();
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

}  // namespace

LoraConfig defaultAdapters() {
    LoraConfig adapters;
    adapters.rank = 16;
    adapters.alpha = 32;
    adapters.targets = {"layers.*"};
    return adapters;
}

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

}  // namespace zeropoint::ui
