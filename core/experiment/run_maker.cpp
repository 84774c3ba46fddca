// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_maker.h"

#include "core/experiment/accuracy_statistics.h"
#include "core/experiment/run_attachments.h"
#include "core/experiment/test_predictions.h"
#include "core/methods/ptq/baked_model.h"
#include "core/methods/ptq/ptq.h"
#include "core/support/stopwatch.h"

#include <algorithm>

namespace zeropoint {
namespace {

TrainedShare shareOf(const Transformer<float>& model, OptimizerKind optimizer) {
    TrainedShare share;
    share.parameters = model.parameters().count();
    share.trained = model.parameters().trainableCount();
    const std::uint64_t moments = optimizer == OptimizerKind::AdamW ? 2 : 1;
    share.optimizerBytes = moments * sizeof(float) * share.trained;
    return share;
}

std::vector<float> allValues(const Transformer<float>& model) {
    const std::span<const float> all = model.parameters().all();
    return {all.begin(), all.end()};
}

}  // namespace

Result<Transformer<float>> RunMaker::startModel(std::uint64_t seed) const {
    if (m_input->base) {
        return m_input->base->clone();
    }
    const TransformerConfig shape = m_input->data->shaped(defaultModel(m_spec->task.kind));
    return Transformer<float>::create(shape, seed);
}

RunResult RunMaker::blank(const RunSpec& run, std::uint64_t seed) const {
    RunResult result;
    result.name = run.name;
    result.method = run.method;
    result.scheme = schemeText(run);
    result.seed = seed;
    const auto found = std::find_if(m_spec->runs.begin(), m_spec->runs.end(),
                                    [&](const RunSpec& other) { return other.name == run.name; });
    if (found != m_spec->runs.end()) {
        ExperimentSpec own =
            single(*m_spec, static_cast<std::size_t>(found - m_spec->runs.begin()), seed);
        own.baseHash = m_input->baseHash;
        own.textHash = m_input->textHash;
        result.settings = toJson(own);
    }
    return result;
}

Result<std::shared_ptr<RunArtifacts>> RunMaker::measure(const Transformer<float>& model,
                                                        const RunCallbacks& callbacks,
                                                        const Execution& execution,
                                                        RunResult& result) const {
    const Dataset& data = *m_input->data;
    BatchRunner<float> runner;
    const auto score = evaluateOn(model, data, runner, execution);
    const auto validation =
        score ? evaluateOn(model, data, runner, execution, 0, HeldOut::Validation) : score;
    if (!validation) {
        return tl::unexpected(validation.error());
    }
    auto predictions = predictTest(model, data, execution);
    if (!predictions) {
        return tl::unexpected(predictions.error());
    }
    result.accuracy = accuracyOf(data.accuracyKind(), *score);
    result.loss = score->meanLoss();
    result.validationAccuracy = accuracyOf(data.accuracyKind(), *validation);
    result.validationLoss = validation->meanLoss();
    result.items = itemsOf(data.accuracyKind(), *predictions);
    const RunResult* const alone = &result;
    result.accuracyCi95 = accuracyInterval(std::span(&alone, 1));
    if (auto based = measureBase(model, execution, result); !based) {
        return tl::unexpected(based.error());
    }
    if (!callbacks.artifacts) {
        return std::shared_ptr<RunArtifacts>();
    }
    auto artifacts = std::make_shared<RunArtifacts>();
    artifacts->model = model.config();
    artifacts->predictions = std::move(predictions->likeliest);
    artifacts->targets = std::move(predictions->targets);
    artifacts->perSequence = predictions->perSequence;
    return artifacts;
}

Result<void> RunMaker::measureBase(const Transformer<float>& model, const Execution& execution,
                                   RunResult& result) const {
    if (!m_baseAccuracy) {
        return {};
    }
    BatchRunner<float> runner;
    const auto base = evaluateOn(model, *m_input->baseData, runner, execution);
    if (!base) {
        return tl::unexpected(base.error());
    }
    result.hasBase = true;
    result.baseAccuracyBefore = *m_baseAccuracy;
    result.baseAccuracyAfter = accuracyOf(m_input->baseData->accuracyKind(), *base);
    return {};
}

Result<void> RunMaker::runTrainer(const RunSpec& run, Transformer<float>& model,
                                  const RunAttachments& attached, const RunCallbacks& callbacks,
                                  const Execution& execution, RunResult& result) const {
    TrainingConfig training = m_spec->training;
    training.seed = result.seed;
    training.learningRate = run.learningRate.value_or(training.learningRate);
    auto trainer = Trainer::create(model, *m_input->data, training);
    if (!trainer) {
        return tl::unexpected(trainer.error());
    }
    std::optional<QatWatch> watch;
    if (run.method == MethodKind::Qat && callbacks.insight) {
        watch.emplace(model, attached.qat);
    }
    TrainingCallbacks told;
    told.step = [&](const StepReport&) {
        if (watch) {
            watch->step();
        }
        if (callbacks.step) {
            callbacks.step();
        }
    };
    told.evaluation = [&](const EvaluationReport& report) {
        result.curve.push_back({report.step, report.trainLoss, report.testLoss, report.accuracy,
                                report.validationLoss, report.validationAccuracy});
        if (callbacks.evaluation) {
            callbacks.evaluation(report);
        }
        if (watch) {
            callbacks.insight(*watch);
        }
    };
    const auto done = trainer->run({execution.pool, {}, execution.stop}, told);
    if (!done) {
        return tl::unexpected(done.error());
    }
    result.steps = trainer->stepsDone();
    result.seconds += trainer->trainingSeconds();
    model.prepare({}, BatchRunner<float>::shardCount);
    return {};
}

Result<void> RunMaker::check(const RunSpec& run, std::uint64_t seed) const {
    return startModel(seed).and_then([&](Transformer<float>&& model) {
        return attachRun(run, seed, model).map([](const auto&) {});
    });
}

Result<RunResult> RunMaker::train(const RunSpec& run, std::uint64_t seed,
                                  const RunCallbacks& callbacks, const Execution& execution,
                                  std::optional<Transformer<float>>* trained) const {
    auto model = startModel(seed);
    if (!model) {
        return tl::unexpected(model.error());
    }
    RunResult result = blank(run, seed);
    const Stopwatch watch;
    auto attached = attachRun(run, seed, *model);
    if (!attached) {
        return tl::unexpected(attached.error());
    }
    result.seconds = watch.seconds();
    if (auto done = runTrainer(run, *model, *attached, callbacks, execution, result); !done) {
        return tl::unexpected(done.error());
    }
    if (auto done = finish(*model, *attached, callbacks, execution, result); !done) {
        return tl::unexpected(done.error());
    }
    if (trained != nullptr) {
        trained->emplace(std::move(*model));
    }
    return result;
}

Result<RunResult> RunMaker::adopt(const RunSpec& run, std::uint64_t seed, Transformer<float>& model,
                                  RunAttachments& attached, const Trained& trained,
                                  const RunCallbacks& callbacks, const Execution& execution) const {
    RunResult result = blank(run, seed);
    result.seconds = trained.seconds;
    result.steps = trained.steps;
    model.prepare({}, BatchRunner<float>::shardCount);
    if (auto done = finish(model, attached, callbacks, execution, result); !done) {
        return tl::unexpected(done.error());
    }
    return result;
}

Result<void> RunMaker::finish(Transformer<float>& model, RunAttachments& attached,
                              const RunCallbacks& callbacks, const Execution& execution,
                              RunResult& result) const {
    result.share = shareOf(model, m_spec->training.optimizer.kind);
    result.sizeBytes = attached.sizeBytes;
    result.linearBytes = attached.linearBytes;
    result.bitsPerWeight = 8 * static_cast<double>(result.sizeBytes) /
                           static_cast<double>(parameterCount(model.config()));
    auto artifacts = measure(model, callbacks, execution, result);
    if (!artifacts) {
        return tl::unexpected(artifacts.error());
    }
    takeOff(attached, model);
    result.layers = std::move(attached.layers);
    if (*artifacts) {
        (*artifacts)->weights = allValues(model);
        result.artifacts = std::move(*artifacts);
    }
    return {};
}

Result<RunResult> RunMaker::quantize(const RunSpec& run, std::uint64_t seed,
                                     const Transformer<float>& trained,
                                     const RunCallbacks& callbacks,
                                     const Execution& execution) const {
    const Stopwatch watch;
    auto quantized =
        applyPtq(trained, *m_input->data, run.recipe, {execution.pool, {}, execution.stop});
    if (!quantized) {
        return tl::unexpected(quantized.error());
    }
    RunResult result = blank(run, seed);
    result.seconds = watch.seconds();
    quantized->model.prepare({}, BatchRunner<float>::shardCount);
    result.sizeBytes = quantized->size.bytes();
    result.linearBytes = quantized->size.linearBytes();
    result.bitsPerWeight = quantized->size.bitsPerWeight();
    result.share = {trained.parameters().count(), 0, 0};
    for (const SiteReport& report : quantized->reports) {
        if (report.quantized) {
            result.layers.push_back({report.site, report.weightSqnrDb});
        }
    }
    auto artifacts = measure(quantized->model, callbacks, execution, result);
    if (!artifacts) {
        return tl::unexpected(artifacts.error());
    }
    if (*artifacts) {
        (*artifacts)->weights = allValues(bakedModel(*quantized));
        result.artifacts = std::move(*artifacts);
    }
    return result;
}

}  // namespace zeropoint
