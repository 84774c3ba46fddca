// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/kept_settings.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace zeropoint {
namespace {

using Flat = nlohmann::json;  ///< {"/training/steps": 1200, ...}

/// What every run of an experiment has in common. A file counts by its hash, wherever it lies; the
/// rate of PTQ's training is that of the full run, so each run has its own (single).
Flat sharedOf(ExperimentSpec spec) {
    spec.note.clear();
    spec.base.clear();
    spec.task.textFile.clear();
    spec.training.learningRate = 0;
    spec.seeds.clear();
    spec.runs.clear();
    return Flat::parse(toJson(spec)).flatten();
}

/// What one run has beside that.
Flat ownOf(const ExperimentSpec& one) {
    const Flat document = Flat::parse(toJson(one));
    Flat own = document.at("runs").at(0).flatten();
    own["/training/learning_rate"] = document.at("training").at("learning_rate");
    return own;
}

std::string textOf(const Flat& settings, const std::string& key) {
    return settings.contains(key) ? settings.at(key).dump() : "left out";
}

/// "training.steps is 400, here 40"; nothing where both are equal.
std::optional<std::string> differenceOf(const Flat& kept, const Flat& now) {
    Flat keys = kept;
    keys.update(now);
    for (const auto& [key, unused] : keys.items()) {
        const std::string before = textOf(kept, key);
        const std::string here = textOf(now, key);
        if (before != here) {
            std::string name = key.substr(1);
            std::ranges::replace(name, '/', '.');
            name += " is ";
            name += before;
            name += ", here ";
            name += here;
            return name;
        }
    }
    return std::nullopt;
}

}  // namespace

Result<void> checkKeptSettings(const ExperimentSpec& spec, const ExperimentInput& input,
                               std::span<const StoredRun> kept) {
    ExperimentSpec opened = spec;
    opened.baseHash = input.baseHash;
    opened.textHash = input.textHash;
    const Flat shared = sharedOf(opened);
    for (const StoredRun& run : kept) {
        const auto settings = experimentSpecFromJson(run.result.settings);
        if (run.experiment != spec.name || !settings || settings->runs.empty()) {
            continue;
        }
        auto difference = differenceOf(sharedOf(*settings), shared);
        const auto again = std::ranges::find(spec.runs, run.result.name, &RunSpec::name);
        if (!difference && again != spec.runs.end()) {
            const auto index = static_cast<std::size_t>(again - spec.runs.begin());
            difference =
                differenceOf(ownOf(*settings), ownOf(single(opened, index, run.result.seed)));
        }
        if (difference) {
            return fail(
                ErrorCode::InvalidArgument,
                "Runs of this experiment's name are kept with other settings",
                run.result.name + ", seed " + std::to_string(run.result.seed) + ": " + *difference,
                "Give the experiment another name, or remove those runs first");
        }
    }
    return {};
}

}  // namespace zeropoint
