// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/checkpoint.h"

#include "core/files/place_of.h"
#include "core/files/weight_file.h"
#include "core/files/weight_writer.h"
#include "core/training/checkpoint_metadata.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace zeropoint {
namespace {

constexpr const char* modelKey = "zeropoint.model";
constexpr const char* taskKey = "zeropoint.task";
constexpr const char* trainingKey = "zeropoint.training";
constexpr const char* progressKey = "zeropoint.progress";
constexpr const char* resultKey = "zeropoint.result";
constexpr const char* firstPrefix = "optimizer.first/";
constexpr const char* secondPrefix = "optimizer.second/";
constexpr const char* bestPrefix = "best/";

/// Paths are bytes, JSON is UTF-8: what is not becomes a replacement character.
std::string textOf(const nlohmann::ordered_json& document) {
    return document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Error notOurs(const std::string& where) {
    return {ErrorCode::Malformed, "This is not a checkpoint of Zeropoint", where,
            "Use a file that 'train' wrote"};
}

std::string taskJson(const TaskSpec& task) {
    nlohmann::ordered_json document = {{"name", taskName(task.kind)}, {"custom", task.custom}};
    if (!task.textFile.empty()) {
        document["file"] = task.textFile.string();
    }
    if (task.alphabet) {
        document["alphabet"] = task.alphabet->characters();
    }
    return textOf(document);
}

nlohmann::ordered_json resultJson(const EvaluationReport& result) {
    return {{"step", result.step},
            {"train_loss", result.trainLoss},
            {"test_loss", result.testLoss},
            {"accuracy", result.accuracy},
            {"validation_loss", result.validationLoss},
            {"validation_accuracy", result.validationAccuracy}};
}

std::string progressJson(const TrainerProgress& progress, const EvaluationReport& best) {
    return textOf({{"step", progress.step},
                   {"loss_sum", progress.lossSum},
                   {"loss_steps", progress.lossSteps},
                   {"evaluations", progress.evaluations},
                   {"evaluated_step", progress.evaluatedStep},
                   {"best_loss", progress.bestLoss},
                   {"since_best", progress.sinceBest},
                   {"best", resultJson(best)}});
}

void readTask(const nlohmann::json& document, TaskSpec& task, std::string& alphabet) {
    const auto kind = taskOfName(document.at("name").get<std::string>());
    task.kind = kind ? *kind : throw nlohmann::json::out_of_range::create(403, "task", nullptr);
    document.at("custom").get_to(task.custom);
    task.textFile = document.value("file", std::string());
    alphabet = document.value("alphabet", std::string());
}

void readProgress(const nlohmann::json& document, TrainerProgress& progress) {
    document.at("step").get_to(progress.step);
    document.at("loss_sum").get_to(progress.lossSum);
    document.at("loss_steps").get_to(progress.lossSteps);
    document.at("evaluations").get_to(progress.evaluations);
    document.at("evaluated_step").get_to(progress.evaluatedStep);
    document.at("best_loss").get_to(progress.bestLoss);
    document.at("since_best").get_to(progress.sinceBest);
    if (!document.contains("best")) {
        // Written before there was a validation part: its best was that of the test part.
        progress.evaluations = 0;
        progress.bestLoss = 0;
        progress.sinceBest = 0;
    }
}

void readResult(const nlohmann::json& document, EvaluationReport& result) {
    document.at("step").get_to(result.step);
    document.at("train_loss").get_to(result.trainLoss);
    document.at("test_loss").get_to(result.testLoss);
    document.at("accuracy").get_to(result.accuracy);
    result.validationLoss = document.value("validation_loss", 0.0);
    result.validationAccuracy = document.value("validation_accuracy", 0.0);
}

std::string metadataOf(const WeightFile& file, std::string_view key) {
    const auto& all = file.metadata();
    const auto found =
        std::find_if(all.begin(), all.end(), [key](const auto& pair) { return pair.first == key; });
    return found == all.end() ? std::string() : found->second;
}

Result<CheckpointInfo> readInfo(const WeightFile& file) {
    CheckpointInfo info;
    std::string alphabet;
    try {
        const auto parse = [&file](const char* key) {
            return nlohmann::json::parse(metadataOf(file, key));
        };
        readTask(parse(taskKey), info.task, alphabet);
        const nlohmann::json progress = parse(progressKey);
        readProgress(progress, info.progress);
        if (const auto best = progress.find("best"); best != progress.end()) {
            readResult(*best, info.best);
        }
        readResult(parse(resultKey), info.result);
    } catch (const nlohmann::json::exception&) {
        return tl::unexpected(notOurs(file.path()));
    }
    const auto training = trainingConfigFromJson(metadataOf(file, trainingKey));
    if (!training) {
        return tl::unexpected(training.error());
    }
    info.training = *training;
    if (!alphabet.empty()) {
        auto read = Alphabet::fromCharacters(alphabet);
        if (!read) {
            return tl::unexpected(read.error());
        }
        info.task.alphabet = std::move(*read);
    }
    return info;
}

/// Reads the parameters that are named prefix + name into a buffer of their layout.
Result<void> readInto(const WeightFile& file, const std::string& prefix,
                      const Parameters<float>& layout, std::span<float> flat) {
    for (std::size_t i = 0; i < layout.entries().size(); ++i) {
        const ParameterEntry& entry = layout.entries()[i];
        const auto index = file.find(prefix + entry.name);
        if (!index || file.tensors()[*index].shape != entry.shape) {
            return fail(ErrorCode::Malformed,
                        "The checkpoint lacks " + prefix + entry.name + " of shape " +
                            toString(entry.shape),
                        file.path(), "Its tensors are not those of its own configuration");
        }
        if (auto read = file.readValues(*index, 0, layout.slice(flat, i)); !read) {
            return read;
        }
    }
    return {};
}

Result<void> readBest(const WeightFile& file, Checkpoint& checkpoint) {
    const Parameters<float>& layout = checkpoint.model.parameters();
    if (!file.find(bestPrefix + layout.entries().front().name)) {
        return {};
    }
    checkpoint.best.resize(layout.size());
    return readInto(file, bestPrefix, layout, checkpoint.best);
}

Result<void> readMoments(const WeightFile& file, Checkpoint& checkpoint) {
    const Parameters<float>& layout = checkpoint.model.parameters();
    if (!file.find(firstPrefix + layout.entries().front().name)) {
        return {};
    }
    checkpoint.firstMoment.resize(layout.size());
    if (auto read = readInto(file, firstPrefix, layout, checkpoint.firstMoment); !read) {
        return read;
    }
    if (checkpoint.info.training.optimizer.kind != OptimizerKind::AdamW) {
        return {};
    }
    checkpoint.secondMoment.resize(layout.size());
    return readInto(file, secondPrefix, layout, checkpoint.secondMoment);
}

/// Views of the buffer, which outlives the writing.
void addTensors(const Parameters<float>& layout, const std::string& prefix,
                std::span<const float> flat, std::vector<TensorOutput>& tensors) {
    for (std::size_t i = 0; !flat.empty() && i < layout.entries().size(); ++i) {
        const ParameterEntry& entry = layout.entries()[i];
        tensors.push_back(outputOf(
            Tensor(prefix + entry.name, entry.shape, layout.slice(flat, i), nullptr, DType::F32)));
    }
}

/// Columns that a quantized layer multiplied before it was stored (AWQ, SmoothQuant): its inputs
/// are divided by the same factors, a plain model has neither.
Result<void> takeOutInputScales(const WeightFile& file, Parameters<float>& parameters) {
    constexpr std::string_view weight = ".weight";
    for (std::size_t i = 0; i < parameters.entries().size(); ++i) {
        const std::string& name = parameters.entries()[i].name;
        const auto index = !name.ends_with(weight)
                               ? std::nullopt
                               : file.find(name.substr(0, name.size() - weight.size()) +
                                           std::string(".input_scale"));
        if (!index) {
            continue;
        }
        const std::span<float> values = parameters.values(i);
        std::vector<float> scale(static_cast<std::size_t>(parameters.entries()[i].shape.back()));
        if (file.tensors()[*index].elements() != static_cast<std::int64_t>(scale.size())) {
            return fail(ErrorCode::Malformed, "The factors of a layer's inputs do not fit it",
                        placeOf(file.path(), name), "Quantize the model again");
        }
        if (auto read = file.readValues(*index, 0, scale); !read) {
            return read;
        }
        for (std::size_t at = 0; at < values.size(); ++at) {
            values[at] /= scale[at % scale.size()];
        }
    }
    return {};
}

}  // namespace

std::vector<std::pair<std::string, std::string>> checkpointMetadata(const CheckpointInfo& info) {
    return {{progressKey, progressJson(info.progress, info.best)},
            {resultKey, textOf(resultJson(info.result))},
            {taskKey, taskJson(info.task)},
            {trainingKey, toJson(info.training)}};
}

Result<void> saveCheckpoint(const std::filesystem::path& file, const Transformer<float>& model,
                            const CheckpointInfo& info, Optimizer<float>* optimizer,
                            std::span<const float> best) {
    const Parameters<float>& parameters = model.parameters();
    WeightOutput output;
    addTensors(parameters, "", parameters.all(), output.tensors);
    if (optimizer != nullptr) {
        addTensors(parameters, firstPrefix, optimizer->firstMoment(), output.tensors);
        addTensors(parameters, secondPrefix, optimizer->secondMoment(), output.tensors);
    }
    addTensors(parameters, bestPrefix, best, output.tensors);
    output.metadata = checkpointMetadata(info);
    output.metadata.insert(output.metadata.begin(), {modelKey, toJson(model.config())});
    const auto written = writeWeights(file.string(), WriteFormat::Safetensors, output);
    if (!written) {
        return tl::unexpected(written.error());
    }
    return {};
}

Result<Checkpoint> loadCheckpoint(const std::filesystem::path& path) {
    const auto file = openWeightFile(path.string());
    if (!file) {
        return tl::unexpected(file.error());
    }
    const std::string modelText = metadataOf(**file, modelKey);
    if (modelText.empty()) {
        return tl::unexpected(notOurs(path.string()));
    }
    const auto config = transformerConfigFromJson(modelText);
    if (!config) {
        return tl::unexpected(config.error());
    }
    auto info = readInfo(**file);
    if (!info) {
        return tl::unexpected(info.error());
    }
    auto model = Transformer<float>::create(*config, 0);
    if (!model) {
        return tl::unexpected(model.error());
    }
    Checkpoint checkpoint{std::move(*info), std::move(*model), {}, {}, {}};
    Parameters<float>& parameters = checkpoint.model.parameters();
    if (auto read = readInto(**file, "", parameters, parameters.all()); !read) {
        return tl::unexpected(read.error());
    }
    if (auto scaled = takeOutInputScales(**file, parameters); !scaled) {
        return tl::unexpected(scaled.error());
    }
    if (auto read = readMoments(**file, checkpoint); !read) {
        return tl::unexpected(read.error());
    }
    if (auto read = readBest(**file, checkpoint); !read) {
        return tl::unexpected(read.error());
    }
    return checkpoint;
}

Result<void> saveTrainer(const std::filesystem::path& file, Trainer& trainer,
                         const TaskSpec& task) {
    if (trainer.stepsDone() == 0) {
        // Before the first step there are no moments yet; as zeros the run can be resumed.
        trainer.optimizer().restore(0, trainer.model().parameters().size());
    }
    // Where the last evaluation is the best one, the best parameters are those that are saved.
    const bool later = trainer.config().patience > 0 && trainer.progress().evaluations > 0 &&
                       trainer.bestEvaluation().step != trainer.stepsDone();
    return saveCheckpoint(file, trainer.model(),
                          {task, trainer.config(), trainer.progress(), trainer.lastEvaluation(),
                           trainer.bestEvaluation()},
                          &trainer.optimizer(),
                          later ? trainer.keptParameters() : std::span<const float>());
}

Result<Trainer> resumeTrainer(Checkpoint& checkpoint, const Dataset& data,
                              const TrainingConfig& config) {
    if (!checkpoint.resumable()) {
        return fail(ErrorCode::InvalidArgument,
                    "The checkpoint holds the weights alone: a run cannot go on from it", "resume",
                    "Start a new run from its weights");
    }
    if (!(config.optimizer == checkpoint.info.training.optimizer)) {
        return fail(ErrorCode::InvalidArgument,
                    "A run cannot go on with another optimizer than it began with", "optimizer",
                    "Start a new run from its weights");
    }
    const std::uint64_t done = checkpoint.info.progress.step;
    if (config.steps < done) {
        return fail(ErrorCode::InvalidArgument,
                    "The run has done " + std::to_string(done) + " steps already", "steps",
                    "Give more steps than that");
    }
    auto trainer = Trainer::create(checkpoint.model, data, config);
    if (!trainer) {
        return trainer;
    }
    Optimizer<float>& optimizer = trainer->optimizer();
    optimizer.restore(done, checkpoint.firstMoment.size());
    std::copy(checkpoint.firstMoment.begin(), checkpoint.firstMoment.end(),
              optimizer.firstMoment().begin());
    std::copy(checkpoint.secondMoment.begin(), checkpoint.secondMoment.end(),
              optimizer.secondMoment().begin());
    trainer->resume(checkpoint.info.progress, checkpoint.info.result, checkpoint.info.best,
                    checkpoint.best);
    return trainer;
}

}  // namespace zeropoint
