// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sorting.h"
#include "core/experiment/run_experiment.h"
#include "tests/support/tiny_model.h"

namespace zeropoint::test {

inline QuantRecipe channelRecipe(const std::string& format) {
    QuantRecipe recipe;
    recipe.base.weight = QuantScheme{};
    recipe.base.weight->format = format;
    recipe.base.weight->granularity = Granularity::Channel;
    return recipe;
}

inline RunSpec runOf(const std::string& name, MethodKind method) {
    RunSpec run;
    run.name = name;
    run.method = method;
    run.recipe = channelRecipe("int4");
    return run;
}

/// One run of every method, a few steps each.
inline ExperimentSpec smallSpec() {
    ExperimentSpec spec;
    spec.name = "small";
    spec.task = {TaskKind::Sort, true, {}, {}};
    spec.base = "tiny.safetensors";
    spec.training = defaultTraining(TaskKind::Sort);
    spec.training.steps = 6;
    spec.training.batch = 8;
    spec.training.warmup = 2;
    spec.training.evaluateEvery = 3;
    spec.seeds = {5, 6};
    spec.runs = {runOf("PTQ", MethodKind::Ptq), runOf("FP32", MethodKind::Full),
                 runOf("QAT", MethodKind::Qat), runOf("LoRA", MethodKind::Lora),
                 runOf("QLoRA", MethodKind::Qlora)};
    spec.runs[3].lora.rank = 4;
    spec.runs[3].lora.targets = {"*.attn.q", "*.attn.v"};
    spec.runs[4].qlora.adapters.rank = 4;
    spec.runs[4].qlora.adapters.precision = AdapterPrecision::Bf16;
    spec.runs[4].qlora.base = {16, false, 256};
    return spec;
}

/// Sorting with held-out parts that take no time.
class BriefSorting : public Sorting {
public:
    using Sorting::Sorting;
    std::size_t heldOutSequences(HeldOut part) const override {
        return part == HeldOut::Test ? 100 : 60;
    }
};

/// What openExperiment would find, without a file.
inline ExperimentInput smallInput() {
    ExperimentInput input;
    input.data = std::make_shared<BriefSorting>(SortOrder::Descending);
    input.baseData = std::make_shared<BriefSorting>(SortOrder::Ascending);
    input.base.emplace(tinyModel(Sorting()));
    return input;
}

}  // namespace zeropoint::test
