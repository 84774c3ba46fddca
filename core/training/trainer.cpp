// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer.h"

#include "core/metrics/beside_finite.h"
#include "core/support/stopwatch.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace zeropoint {
namespace {

constexpr std::size_t evaluationSequences = 256;

tl::unexpected<Error> cancelled(std::uint64_t step) {
    return fail(ErrorCode::Cancelled, "Training was stopped", "after step " + std::to_string(step),
                "It can go on from there");
}

std::string shortNumber(double value) {
    std::ostringstream text;
    text.precision(3);
    text << value;
    return text.str();
}

}  // namespace

Result<Score> evaluateOn(const Transformer<float>& model, const Dataset& data,
                         BatchRunner<float>& runner, const Execution& execution, std::size_t most,
                         HeldOut part) {
    const std::size_t all = data.heldOutSequences(part);
    const std::size_t count = most == 0 ? all : std::min(most, all);
    BatchStorage storage;
    Score score;
    Pass pass;
    pass.stop = execution.stop;
    for (std::size_t begin = 0; begin < count; begin += evaluationSequences) {
        data.heldOutBatch(part, begin, std::min(evaluationSequences, count - begin), storage);
        score += runner.evaluate(model, storage.view(), pass, execution.pool);
        if (execution.stopRequested()) {
            return fail(ErrorCode::Cancelled, "The evaluation was stopped", data.name());
        }
    }
    return score;
}

Result<Trainer> Trainer::create(Transformer<float>& model, const Dataset& data,
                                const TrainingConfig& config) {
    if (auto valid = validate(config); !valid) {
        return tl::unexpected(valid.error());
    }
    if (auto fits = data.fits(model.config()); !fits) {
        return tl::unexpected(fits.error());
    }
    return Trainer(model, data, config);
}

Trainer::Trainer(Transformer<float>& model, const Dataset& data, const TrainingConfig& config)
    : m_model(&model), m_data(&data), m_config(config), m_optimizer(config.optimizer) {
    keepParameters();
}

void Trainer::keepParameters() {
    const std::span<const float> now = m_model->parameters().all();
    m_kept.assign(now.begin(), now.end());
}

void Trainer::restoreParameters() {
    std::copy(m_kept.begin(), m_kept.end(), m_model->parameters().all().begin());
}

Error Trainer::diverged(double loss, double norm) const {
    const double rate = learningRateAt(m_config, m_progress.step);
    std::string cause;
    if (!allFinite(m_kept)) {
        cause = "The model's weights were not finite to begin with: load another checkpoint";
    } else if (m_progress.step == 0) {
        cause = "It was so from the first step on: check the weights and the attached quantizers";
    } else {
        cause = "Most likely the learning rate of " + shortNumber(rate) +
                " is too high (the gradient's norm was " + shortNumber(m_lastNorm) +
                " one step before): take a third of it" +
                (m_config.clipNorm > 0 ? "" : ", or clip the gradient");
    }
    const char* what = std::isfinite(loss) ? "The gradient is no longer a finite number"
                                           : "The loss is no longer a finite number";
    return {ErrorCode::Diverged, what,
            "step " + std::to_string(m_progress.step + 1) + ", gradient norm " + shortNumber(norm),
            cause + ". The weights of the last good evaluation are kept"};
}

Result<StepReport> Trainer::step(const Execution& execution) {
    const Stopwatch watch;
    if (execution.stopRequested()) {
        return cancelled(m_progress.step);
    }
    m_data->trainingBatch(m_config.seed, m_progress.step, m_config.batch, m_batch);
    Pass pass;
    pass.training = true;
    pass.step = m_progress.step;
    pass.seed = m_config.seed;
    pass.stop = execution.stop;
    const Score score =
        m_runner.gradients(*m_model, m_batch.view(), pass, execution.pool, m_gradients);
    // A stop that arrives once the attachments have learned from the batch waits for the next step.
    if (score.sequences == 0) {
        return cancelled(m_progress.step);
    }
    const double norm = gradientNorm<float>(m_model->parameters(), m_gradients);
    if (!std::isfinite(score.meanLoss()) || !std::isfinite(norm)) {
        restoreParameters();
        return tl::unexpected(diverged(score.meanLoss(), norm));
    }
    clipGradients<float>(m_gradients, norm, m_config.clipNorm);
    const double rate = learningRateAt(m_config, m_progress.step);
    m_optimizer.step(m_model->parameters(), m_gradients, rate, execution.pool);
    ++m_progress.step;
    m_progress.lossSum += score.meanLoss();
    ++m_progress.lossSteps;
    m_lastNorm = norm;
    const double seconds = watch.seconds();
    m_seconds += seconds;
    m_trainingSeconds += seconds;
    m_stepSeconds += seconds;
    return StepReport{m_progress.step, score.meanLoss(), norm, rate};
}

Result<EvaluationReport> Trainer::evaluate(const Execution& execution) {
    const Stopwatch watch;
    m_model->prepare({}, BatchRunner<float>::shardCount);
    const Result<Score> score = evaluateOn(*m_model, *m_data, m_runner, execution);
    const Result<Score> chosenBy =
        score ? evaluateOn(*m_model, *m_data, m_runner, execution, 0, HeldOut::Validation) : score;
    if (!chosenBy) {
        return cancelled(m_progress.step);
    }
    if (!std::isfinite(score->meanLoss()) || !std::isfinite(chosenBy->meanLoss())) {
        restoreParameters();
        return tl::unexpected(diverged(score->meanLoss(), m_lastNorm));
    }
    EvaluationReport report;
    report.step = m_progress.step;
    const auto steps = static_cast<double>(m_progress.lossSteps);
    report.trainLoss = m_progress.lossSteps == 0 ? 0.0 : m_progress.lossSum / steps;
    report.testLoss = score->meanLoss();
    report.accuracy = accuracyOf(m_data->accuracyKind(), *score);
    report.validationLoss = chosenBy->meanLoss();
    report.validationAccuracy = accuracyOf(m_data->accuracyKind(), *chosenBy);
    report.examplesPerSecond =
        m_stepSeconds > 0 ? steps * static_cast<double>(m_config.batch) / m_stepSeconds : 0.0;
    report.learningRate = learningRateAt(m_config, m_progress.step);
    m_seconds += watch.seconds();
    report.seconds = m_seconds;
    noteEvaluation(report);
    return report;
}

void Trainer::noteEvaluation(const EvaluationReport& report) {
    m_last = report;
    m_stepSeconds = 0;
    m_progress.lossSum = 0;
    m_progress.lossSteps = 0;
    const bool best = m_progress.evaluations == 0 || report.validationLoss < m_progress.bestLoss;
    ++m_progress.evaluations;
    m_progress.evaluatedStep = m_progress.step;
    m_progress.sinceBest = best ? 0 : m_progress.sinceBest + 1;
    if (best) {
        m_progress.bestLoss = report.validationLoss;
        m_best = report;
    }
    // With patience the best parameters are what an early stop goes back to.
    if (best || m_config.patience == 0) {
        keepParameters();
    }
}

bool Trainer::evaluationDue() const {
    const std::uint64_t step = m_progress.step;
    return step > 0 && m_progress.evaluatedStep != step &&
           (step % m_config.evaluateEvery == 0 || step == m_config.steps);
}

std::optional<StopReason> Trainer::reasonToStop() const {
    const bool evaluated =
        m_progress.evaluations > 0 && m_progress.evaluatedStep == m_progress.step;
    if (evaluated && m_config.targetAccuracy > 0 &&
        m_last.validationAccuracy >= m_config.targetAccuracy) {
        return StopReason::TargetReached;
    }
    if (m_config.patience > 0 && m_progress.sinceBest >= m_config.patience) {
        return StopReason::NoProgress;
    }
    return m_progress.step >= m_config.steps ? std::optional(StopReason::Finished) : std::nullopt;
}

Result<TrainingResult> Trainer::run(const Execution& execution,
                                    const TrainingCallbacks& callbacks) {
    while (true) {
        if (evaluationDue()) {
            const Result<EvaluationReport> report = evaluate(execution);
            if (!report) {
                return tl::unexpected(report.error());
            }
            if (callbacks.evaluation) {
                callbacks.evaluation(*report);
            }
        }
        if (const std::optional<StopReason> reason = reasonToStop()) {
            return finish(*reason);
        }
        const Result<StepReport> done = step(execution);
        if (!done) {
            return tl::unexpected(done.error());
        }
        if (callbacks.step) {
            callbacks.step(*done);
        }
        if (execution.progress) {
            execution.progress(static_cast<double>(m_progress.step) /
                               static_cast<double>(m_config.steps));
        }
    }
}

TrainingResult Trainer::finish(StopReason reason) {
    if (reason != StopReason::NoProgress) {
        return {reason, m_last};
    }
    restoreParameters();
    m_model->prepare({}, BatchRunner<float>::shardCount);
    return {reason, m_best};
}

void Trainer::resume(const TrainerProgress& progress, const EvaluationReport& last,
                     const EvaluationReport& best, std::span<const float> kept) {
    m_progress = progress;
    m_last = last;
    m_best = best;
    keepParameters();
    if (kept.size() == m_kept.size()) {
        std::copy(kept.begin(), kept.end(), m_kept.begin());
    }
}

}  // namespace zeropoint
