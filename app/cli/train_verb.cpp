// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_text.h"
#include "app/cli/place_to_write.h"
#include "app/cli/thread_option.h"
#include "app/cli/train_run.h"
#include "app/cli/verbs.h"
#include "core/data/text.h"
#include "core/support/plain_text.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <iomanip>
#include <memory>
#include <ostream>
#include <sstream>
#include <utility>
#include <vector>

namespace zeropoint::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string shortNumber(double value, int digits) {
    std::ostringstream text;
    text << std::setprecision(digits) << value;
    return text.str();
}

void printEvaluation(const EvaluationReport& report, std::ostream& err) {
    err << "step " << report.step << ": train loss " << shortNumber(report.trainLoss, 4)
        << ", validation loss " << shortNumber(report.validationLoss, 4) << ", test loss "
        << shortNumber(report.testLoss, 4) << ", accuracy " << shortNumber(report.accuracy * 100, 4)
        << " %, " << static_cast<long long>(report.examplesPerSecond) << " examples/s\n";
}

std::optional<double> knownEntropy(const Dataset& data) {
    const auto* text = dynamic_cast<const Text*>(&data);
    return text == nullptr ? std::nullopt : text->knownEntropy();
}

Json toJson(const TrainingRun& run, const EvaluationReport& last, const std::string& file) {
    Json document = {{"task", run.data->name()},
                     {"parameters", run.checkpoint->model.parameters().count()},
                     {"steps", last.step},
                     {"train_loss", last.trainLoss},
                     {"test_loss", last.testLoss},
                     {"accuracy", last.accuracy},
                     {"seconds", last.seconds},
                     {"checkpoint", file},
                     {"validation_loss", last.validationLoss},
                     {"validation_accuracy", last.validationAccuracy}};
    if (const std::optional<double> entropy = knownEntropy(*run.data)) {
        document["known_entropy"] = *entropy;
    }
    return document;
}

void printText(const TrainingRun& run, const EvaluationReport& last, const std::string& file,
               std::ostream& out) {
    out << "task        " << run.data->name() << '\n'
        << "parameters  " << run.checkpoint->model.parameters().count() << '\n'
        << "steps       " << last.step << '\n'
        << "train loss  " << shortNumber(last.trainLoss, 6) << '\n'
        << "test loss   " << shortNumber(last.testLoss, 6) << '\n'
        << "accuracy    " << shortNumber(last.accuracy * 100, 5) << " %\n";
    if (const std::optional<double> entropy = knownEntropy(*run.data)) {
        out << "entropy     " << shortNumber(*entropy, 6) << " (no model goes below)\n";
    }
    out << "seconds     " << shortNumber(last.seconds, 4) << '\n'
        << "checkpoint  " << plainText(file) << '\n';
}

/// A stopped or diverged run keeps what it has; the error says where.
Error keep(TrainingRun& run, const std::string& file, Error error) {
    const bool stopped = error.code == ErrorCode::Cancelled;
    const CheckpointInfo& info = run.checkpoint->info;
    const Result<void> saved =
        stopped ? saveTrainer(file, *run.trainer, info.task)
                : saveCheckpoint(file, run.checkpoint->model,
                                 {info.task, info.training, {}, run.trainer->lastEvaluation()});
    if (!saved) {
        return saved.error();
    }
    error.remedy = stopped ? "Go on with 'zeropoint-cli train --resume " + file + "'"
                           : error.remedy + " in " + file;
    return error;
}

/// What is printed as JSON; text is printed here.
Result<Json> trainTo(const std::string& file, TrainingRun& run, unsigned threads,
                     Session& session) {
    if (auto writable = checkPlace(file, "A checkpoint", "--out"); !writable) {
        return tl::unexpected(writable.error());
    }
    if (const auto* text = dynamic_cast<const Text*>(run.data.get());
        text != nullptr && text->unknownTestCharacters() > 0) {
        session.err
            << "note: " << text->unknownTestCharacters() << " of " << text->testCharacters()
            << " characters of the test part are not in the model's alphabet; they count as "
               "wrong\n";
    }
    ThreadPool pool(threads);
    const Execution execution{&pool, progressBar(session, "training"), session.stop};
    TrainingCallbacks callbacks;
    if (!session.terminal) {
        callbacks.evaluation = [&session](const EvaluationReport& report) {
            printEvaluation(report, session.err);
        };
    }
    const auto result = run.trainer->run(execution, callbacks);
    const bool keepable = !result && (result.error().code == ErrorCode::Cancelled ||
                                      result.error().code == ErrorCode::Diverged);
    if (!result) {
        return tl::unexpected(keepable ? keep(run, file, result.error()) : result.error());
    }
    const CheckpointInfo& info = run.checkpoint->info;
    const auto saved = saveCheckpoint(file, run.checkpoint->model,
                                      {info.task, info.training, run.trainer->progress(),
                                       result->last, run.trainer->bestEvaluation()});
    if (!saved) {
        return tl::unexpected(saved.error());
    }
    if (!session.json) {
        printText(run, result->last, file, session.out);
    }
    return toJson(run, result->last, file);
}

Result<void> printed(const Result<Json>& document, Session& session) {
    if (!document) {
        return tl::unexpected(document.error());
    }
    if (session.json) {
        session.out << jsonText(*document) << '\n';
    }
    return {};
}

constexpr TaskKind shipped[] = {TaskKind::Digits, TaskKind::Text, TaskKind::Sort};

std::string placeOfSample(const TrainOptions& options, TaskKind kind) {
    const std::filesystem::path folder(options.samples);
    return (folder / (std::string(taskName(kind)) + ".safetensors")).string();
}

/// The three models that ship with the program, each with the settings that are the defaults.
Result<void> trainSamples(const TrainOptions& options, Session& session) {
    std::error_code unmade;  // where the folder cannot be made, the check of the places says so
    std::filesystem::create_directories(options.samples, unmade);
    for (const TaskKind kind : shipped) {
        const std::string file = placeOfSample(options, kind);
        if (auto writable = checkPlace(file, "A model", "--samples"); !writable) {
            return writable;
        }
    }
    Json documents = Json::array();
    for (const TaskKind kind : shipped) {
        TrainOptions sample;
        sample.task = taskName(kind);
        auto run = makeRun(sample);
        if (!run) {
            return tl::unexpected(run.error());
        }
        auto done = trainTo(placeOfSample(options, kind), *run, options.threads, session);
        if (!done) {
            return tl::unexpected(done.error());
        }
        documents.push_back(std::move(*done));
    }
    return printed(documents, session);
}

Result<void> train(const TrainOptions& options, Session& session) {
    if (!options.samples.empty()) {
        return trainSamples(options, session);
    }
    auto run = makeRun(options);
    if (!run) {
        return tl::unexpected(run.error());
    }
    const std::string file = !options.out.empty()      ? options.out
                             : !options.resume.empty() ? options.resume
                                                       : run->data->name() + ".safetensors";
    if (auto free = checkNotOver({options.text, options.from}, file); !free) {
        return free;
    }
    return printed(trainTo(file, *run, options.threads, session), session);
}

void addModelOptions(CLI::App& verb, TrainOptions& options) {
    verb.add_option("--layers", options.layers, "Blocks of the model");
    verb.add_option("--width", options.width, "Its width");
    verb.add_option("--heads", options.heads, "Attention heads; they divide the width");
    verb.add_option("--mlp", options.mlp, "MLP width as a multiple of the width");
    verb.add_option("--context", options.context, "Characters that a text model sees");
}

void addRunOptions(CLI::App& verb, TrainOptions& options) {
    verb.add_option("--seed", options.seed, "Of the weights, the order of the data and dropout");
    verb.add_option("--steps", options.steps, "Training steps");
    verb.add_option("--batch", options.batch, "Sequences in a step");
    verb.add_option("--rate", options.rate, "Highest learning rate");
    addThreadOption(verb, options.threads);
}

}  // namespace

void addTrainVerb(CLI::App& parser, Call& call) {
    CLI::App* verb =
        parser.add_subcommand("train", "Train the small transformer and save a checkpoint");
    auto options = std::make_shared<TrainOptions>();
    auto* task = verb->add_option("--task", options->task, "digits, text or sort");
    auto* custom = verb->add_flag("--custom", options->custom,
                                  "The task to fine-tune on: descending order, the second dialect");
    auto* text = verb->add_option("--text", options->text, "Learn this file (with --task text)");
    verb->add_option("--out", options->out, "Checkpoint to write (TASK.safetensors)");
    auto* from = verb->add_option("--from", options->from, "Start from a checkpoint's weights");
    addModelOptions(*verb, *options);
    addRunOptions(*verb, *options);
    auto* resume =
        verb->add_option("--resume", options->resume, "Go on with a run that was stopped")
            ->excludes(task, custom, text, from);
    // What makes the run is in its file.
    for (const char* made :
         {"--layers", "--width", "--heads", "--mlp", "--context", "--seed", "--batch", "--rate"}) {
        resume->excludes(verb->get_option(made));
    }
    // Those models are made with the settings that are the defaults: no other is listened to.
    const std::vector<CLI::Option*> ownSettings = verb->get_options([](const CLI::Option* option) {
        return !option->check_lname("threads") && !option->check_lname("help") &&
               !option->check_lname("json");
    });
    auto* samples =
        verb->add_option("--samples", options->samples,
                         "Train the models that ship with the program into this folder");
    for (CLI::Option* own : ownSettings) {
        samples->excludes(own);
    }
    verb->callback([&call, options] {
        call.run = [options](Session& session) { return train(*options, session); };
    });
}

}  // namespace zeropoint::cli
