// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment_spec.h"
#include "core/experiment/run_spec_json_private.h"
#include "core/methods/recipe/json_reader_private.h"
#include "core/support/in_quotes.h"

#include <fstream>
#include <sstream>

namespace zeropoint {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::uintmax_t largestFile = 16U << 20U;

constexpr Word<OptimizerKind> optimizers[] = {{"adamw", OptimizerKind::AdamW},
                                              {"sgd", OptimizerKind::Sgd}};

void readRuns(JsonReader& reader, std::vector<RunSpec>& runs) {
    const json* list = reader.child("runs");
    if (list == nullptr || !list->is_array()) {
        reader.refuse("runs", "Give a list of objects with \"name\" and \"method\"");
        return;
    }
    for (std::size_t i = 0; i < list->size(); ++i) {
        if (auto run = runFromJson((*list)[i], "runs[" + std::to_string(i) + ']'); run) {
            runs.push_back(std::move(*run));
        } else {
            reader.note(run.error());
        }
    }
}

void readSeeds(JsonReader& reader, std::vector<std::uint64_t>& seeds) {
    const json* list = reader.child("seeds");
    if (list == nullptr) {
        return;
    }
    seeds.clear();
    bool sound = list->is_array();
    for (const json& seed : sound ? *list : json::array()) {
        sound = sound && seed.is_number_unsigned();
        seeds.push_back(sound ? seed.get<std::uint64_t>() : 0);
    }
    if (!sound) {
        reader.refuse("seeds", "Give a list of whole numbers of 0 or more");
    }
}

void readTask(JsonReader& reader, TaskSpec& task, std::string& hash,
              const std::filesystem::path& folder) {
    reader.readObject("task", [&](JsonReader& inner) {
        inner.read("kind", task.kind, taskWords);
        inner.read("custom", task.custom);
        std::string text;
        inner.read("text", text);
        inner.read("sha256", hash);
        if (!text.empty()) {
            task.textFile = (folder / text).lexically_normal();
        }
    });
}

/// Whether it gives a learning rate.
bool readTraining(JsonReader& reader, TrainingConfig& training) {
    bool givesRate = false;
    reader.readObject("training", [&](JsonReader& inner) {
        inner.read("steps", training.steps);
        inner.read("batch", training.batch);
        inner.read("optimizer", training.optimizer.kind, optimizers);
        inner.read("beta1", training.optimizer.beta1);
        inner.read("beta2", training.optimizer.beta2);
        inner.read("epsilon", training.optimizer.epsilon);
        inner.read("momentum", training.optimizer.momentum);
        inner.read("weight_decay", training.optimizer.weightDecay);
        inner.read("learning_rate", training.learningRate);
        inner.read("warmup", training.warmup);
        inner.read("final_share", training.finalShare);
        inner.read("clip_norm", training.clipNorm);
        inner.read("evaluate_every", training.evaluateEvery);
        inner.read("patience", training.patience);
        inner.read("target_accuracy", training.targetAccuracy);
        givesRate = inner.child("learning_rate") != nullptr;
    });
    return givesRate;
}

/// Adapters learn at a rate of their own where the file gives none.
void useAdapterRate(std::vector<RunSpec>& runs) {
    for (RunSpec& run : runs) {
        if (!run.learningRate && trainsAdapters(run.method)) {
            run.learningRate = adapterRate;
        }
    }
}

ordered_json trainingJson(const TrainingConfig& training) {
    ordered_json object = ordered_json::parse(toJson(training));
    object.erase("seed");  // each run has its own
    return object;
}

}  // namespace

std::string toJson(const ExperimentSpec& spec) {
    ordered_json document = {
        {"name", spec.name},
        {"note", spec.note},
        {"task",
         {{"kind", wordOf(taskWords, spec.task.kind)},
          {"custom", spec.task.custom},
          {"text", spec.task.textFile.string()},
          {"sha256", spec.textHash}}},
        {"base", spec.base.string()},
        {"base_sha256", spec.baseHash},
        {"training", trainingJson(spec.training)},
        {"seeds", spec.seeds},
        {"runs", ordered_json::array()},
    };
    for (const RunSpec& run : spec.runs) {
        document["runs"].push_back(runToJson(run));
    }
    return document.dump(2, ' ', false, json::error_handler_t::replace);
}

Result<ExperimentSpec> experimentSpecFromJson(std::string_view text,
                                              const std::filesystem::path& folder) {
    const json document = json::parse(text, nullptr, false);
    if (document.is_discarded()) {
        return fail(ErrorCode::Malformed, "This is not JSON", "experiment",
                    "Check commas, quotes and brackets");
    }
    ExperimentSpec spec;
    JsonReader reader(document, "");
    reader.read("name", spec.name);
    reader.read("note", spec.note);
    readTask(reader, spec.task, spec.textHash, folder);
    std::string base;
    reader.read("base", base);
    reader.read("base_sha256", spec.baseHash);
    if (!base.empty()) {
        spec.base = (folder / base).lexically_normal();
    }
    spec.training = defaultTraining(spec.task.kind);
    const bool givesRate = readTraining(reader, spec.training);
    readSeeds(reader, spec.seeds);
    readRuns(reader, spec.runs);
    if (!givesRate) {
        useAdapterRate(spec.runs);
    }
    if (auto sound = reader.finish(); !sound) {
        return tl::unexpected(sound.error());
    }
    if (auto valid = validate(spec); !valid) {
        return tl::unexpected(valid.error());
    }
    return spec;
}

Result<ExperimentSpec> readExperimentSpec(const std::filesystem::path& file) {
    std::error_code none;
    const std::uintmax_t size = std::filesystem::file_size(file, none);
    if (none) {
        return fail(ErrorCode::NotFound, "The experiment cannot be opened", file.string(),
                    "Check the path");
    }
    if (size > largestFile) {
        return fail(ErrorCode::TooLarge, "An experiment is at most 16 MiB of JSON", file.string(),
                    "Is this the right file?");
    }
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream) {
        return fail(ErrorCode::ReadFailed, "The experiment cannot be read", file.string(),
                    "Check the permissions of the file");
    }
    // Results keep these settings: they must lead to the same files from anywhere.
    std::filesystem::path folder = std::filesystem::absolute(file, none).parent_path();
    if (none) {
        folder = file.parent_path();
    }
    auto spec = experimentSpecFromJson(text.str(), folder);
    if (!spec) {
        Error error = spec.error();
        error.where = file.string() + (error.where.empty() ? "" : ", " + error.where);
        return tl::unexpected(std::move(error));
    }
    return spec;
}

}  // namespace zeropoint
