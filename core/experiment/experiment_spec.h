// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/adapters/lora.h"
#include "core/methods/adapters/qlora.h"
#include "core/methods/qat/qat.h"
#include "core/methods/recipe/quant_recipe.h"
#include "core/training/task.h"
#include "core/training/training_config.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint {

/// What a run does with the model that all runs of its experiment start from.
enum class MethodKind {
    Full,   ///< "fp32": trains every weight
    Ptq,    ///< "ptq": quantizes what the full training of its seed ended with; 0 steps: the base
    Qat,    ///< "qat": trains every weight through quantizers
    Lora,   ///< "lora": trains adapters beside the frozen model
    Qlora,  ///< "qlora": trains adapters beside the model frozen in NF4
};

std::string_view methodName(MethodKind method);
bool trainsAdapters(MethodKind method);

/// One line of an experiment. Only the parts that the method reads are written to JSON.
struct RunSpec {
    std::string name;
    MethodKind method = MethodKind::Full;
    QuantRecipe recipe;                  ///< Ptq, Qat
    QatConfig qat;                       ///< Qat
    LoraConfig lora;                     ///< Lora
    QloraConfig qlora;                   ///< Qlora
    std::optional<double> learningRate;  ///< highest rate; nullopt: the experiment's
};

/// Those that the method of a run trains: of QLoRA its own.
const LoraConfig& adaptersOf(const RunSpec& run);
LoraConfig& adaptersOf(RunSpec& run);

/// Runs x seeds on one task. Every run that trains may take the same number of steps; patience or a
/// target accuracy can end one earlier (RunResult::steps).
struct ExperimentSpec {
    std::string name;
    std::string note;  ///< for people: how the settings were chosen
    TaskSpec task;
    /// Checkpoint to start from; empty: random weights of the seed, in the task's default shape.
    std::filesystem::path base;
    /// SHA-256 of the base and of the task's text file, as results keep them; empty: not asked for.
    std::string baseHash;
    std::string textHash;
    TrainingConfig training;  ///< each run has its own seed; 0 steps: PTQ of the base as it stands
    std::vector<std::uint64_t> seeds{1, 2, 3};
    std::vector<RunSpec> runs;
};

/// One JSON object: {"name", "note", "task": {"kind", "custom", "text", "sha256"}, "base",
/// "base_sha256", "training": {...}, "seeds": [...], "runs": [{"name", "method", "recipe", "qat",
/// "lora", "nf4", ...}]}. Reading it back gives the same results to the bit.
std::string toJson(const ExperimentSpec& spec);
/// Keys that are left out keep their defaults: those of the task for "training", and for adapters
/// adapterRate where neither they nor "training" give a "learning_rate". Relative paths
/// start from `folder` and become absolute in readExperimentSpec. Malformed for text that is not
/// JSON; InvalidArgument names the first key that is unknown, of the wrong type or out of range,
/// with its place; and as validate.
Result<ExperimentSpec> experimentSpecFromJson(std::string_view text,
                                              const std::filesystem::path& folder = {});
Result<ExperimentSpec> readExperimentSpec(const std::filesystem::path& file);

/// Names what does not fit: no runs, no seeds, one twice, two runs of one name, adapters without a
/// base, training settings out of range.
Result<void> validate(const ExperimentSpec& spec);

/// The experiment of one run and one seed: what makes its result again, bit for bit.
ExperimentSpec single(const ExperimentSpec& spec, std::size_t run, std::uint64_t seed);

/// The settings of a run in a few words: "int4 channel", "rank 8", "nf4 block 16, rank 8".
std::string schemeText(const RunSpec& run);

}  // namespace zeropoint
