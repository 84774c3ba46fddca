// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment_spec.h"

#include "core/experiment/weight_storage.h"
#include "core/scheme/format_settings.h"
#include "core/scheme/scheme_words.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <set>
#include <sstream>

namespace zeropoint {
namespace {

constexpr std::size_t mostSeeds = 1000;
constexpr std::size_t mostRuns = 1000;

Result<void> refuse(std::string what, std::string where, std::string remedy) {
    return fail(ErrorCode::InvalidArgument, std::move(what), std::move(where), std::move(remedy));
}

Result<void> checkRuns(const ExperimentSpec& spec) {
    if (spec.runs.empty() || spec.runs.size() > mostRuns) {
        return refuse("An experiment needs 1 to 1000 runs", "runs",
                      "Add {\"name\": \"FP32\", \"method\": \"fp32\"}");
    }
    std::set<std::string> names;
    for (const RunSpec& run : spec.runs) {
        if (run.name.empty()) {
            return refuse("A run has no name", "runs", "Give each run a \"name\" of its own");
        }
        if (!names.insert(run.name).second) {
            return refuse("Two runs are called " + inQuotes(run.name), "runs",
                          "Give each run a name of its own");
        }
        const bool adapts = trainsAdapters(run.method);
        if (adapts && spec.base.empty()) {
            return refuse("Adapters need a trained model to stand beside", run.name,
                          "Name a checkpoint under \"base\"");
        }
        TrainingConfig training = spec.training;
        training.learningRate = run.learningRate.value_or(training.learningRate);
        if (run.method == MethodKind::Ptq && !spec.base.empty()) {
            training.steps = std::max<std::size_t>(1, training.steps);  // of 0: nothing to train
        }
        if (auto valid = validate(training); !valid) {
            Error error = valid.error();
            error.where = run.name + ", " + error.where;
            return tl::unexpected(std::move(error));
        }
    }
    return {};
}

std::string schemeText(const QuantScheme& scheme) {
    std::string text = scheme.format + ' ' + scalePerText(scheme.granularity, scheme.groupSize);
    text += scheme.symmetric ? "" : " asymmetric";
    if (followed(scheme).scaleFormat != ScaleFormat::Fp32) {
        text += ", " + std::string(wordOf(scaleFormatWords, scheme.scaleFormat)) + " scales";
    }
    return text;
}

std::string recipeText(const QuantRecipe& recipe) {
    std::string text = recipe.base.weight ? schemeText(*recipe.base.weight) : recipe.rest;
    switch (recipe.base.method) {
        case PtqMethod::RoundToNearest:
            break;
        case PtqMethod::Awq:
            text += ", AWQ";
            break;
        case PtqMethod::Gptq:
            text += ", GPTQ";
            break;
        case PtqMethod::AdaRound:
            text += ", AdaRound";
            break;
        case PtqMethod::Hqq:
            text += ", HQQ";
            break;
    }
    if (recipe.base.activation.mode != ActivationMode::None) {
        text += ", inputs " + recipe.base.activation.scheme.format;
    }
    return recipe.overrides.empty() ? text : text + ", mixed";
}

std::string trainingText(WeightTraining weights) {
    switch (weights) {
        case WeightTraining::Lsq:
            return ", LSQ";
        case WeightTraining::LsqPyTorch:
            return ", LSQ as PyTorch";
        case WeightTraining::PlainSte:
            return ", plain STE";
        case WeightTraining::ClippedSte:
            break;
    }
    return {};
}

}  // namespace

std::string_view methodName(MethodKind method) {
    constexpr std::string_view names[] = {"fp32", "ptq", "qat", "lora", "qlora"};
    return names[static_cast<std::size_t>(method)];
}

bool trainsAdapters(MethodKind method) {
    return method == MethodKind::Lora || method == MethodKind::Qlora;
}

const LoraConfig& adaptersOf(const RunSpec& run) {
    return run.method == MethodKind::Qlora ? run.qlora.adapters : run.lora;
}

LoraConfig& adaptersOf(RunSpec& run) {
    return run.method == MethodKind::Qlora ? run.qlora.adapters : run.lora;
}

Result<void> validate(const ExperimentSpec& spec) {
    if (spec.seeds.empty() || spec.seeds.size() > mostSeeds) {
        return refuse("An experiment needs 1 to 1000 seeds", "seeds", "Write \"seeds\": [1, 2, 3]");
    }
    if (std::set<std::uint64_t>(spec.seeds.begin(), spec.seeds.end()).size() != spec.seeds.size()) {
        return refuse("A seed stands there twice: it would give the same run again", "seeds",
                      "Give each seed once");
    }
    return checkRuns(spec);
}

ExperimentSpec single(const ExperimentSpec& spec, std::size_t run, std::uint64_t seed) {
    ExperimentSpec one = spec;
    one.runs = {spec.runs[run]};
    one.seeds = {seed};
    const auto full = std::find_if(spec.runs.begin(), spec.runs.end(), [](const RunSpec& other) {
        return other.method == MethodKind::Full;
    });
    // What post-training quantization starts from is part of its result.
    if (one.runs[0].method == MethodKind::Ptq && full != spec.runs.end() && full->learningRate) {
        one.training.learningRate = *full->learningRate;
    }
    return one;
}

std::string schemeText(const RunSpec& run) {
    const auto rank = [](const LoraConfig& lora) { return "rank " + std::to_string(lora.rank); };
    switch (run.method) {
        case MethodKind::Full:
            return "fp32";
        case MethodKind::Ptq:
            return recipeText(run.recipe);
        case MethodKind::Qat:
            return recipeText(run.recipe) + trainingText(run.qat.weights);
        case MethodKind::Lora:
            return rank(run.lora);
        case MethodKind::Qlora:
            break;
    }
    return "nf4 block " + std::to_string(run.qlora.base.blockSize) +
           (run.qlora.base.doubleQuantization ? " double" : "") + ", " + rank(run.qlora.adapters);
}

}  // namespace zeropoint
