// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/batch_runner.h"
#include "core/training/training_config.h"

#include <functional>
#include <memory>
#include <optional>

namespace zeropoint {

/// What one step did.
struct StepReport {
    std::uint64_t step = 0;   ///< steps done, this one included
    double loss = 0;          ///< mean cross-entropy of its batch, in nats
    double gradientNorm = 0;  ///< before clipping
    double learningRate = 0;
};

/// What an evaluation on both held-out parts found. The validation part decides when to stop and
/// which parameters are the best; the test part is told and decides nothing.
struct EvaluationReport {
    std::uint64_t step = 0;
    double trainLoss = 0;  ///< mean over the steps since the last evaluation
    double testLoss = 0;
    double accuracy = 0;  ///< on the test part, of the data set's AccuracyKind
    double validationLoss = 0;
    double validationAccuracy = 0;
    double examplesPerSecond =
        0;  ///< sequences trained since the last evaluation, without its own time
    double learningRate = 0;
    double seconds = 0;  ///< spent on steps and evaluations by this trainer so far
};

/// Called on the thread that trains. Either may be empty.
struct TrainingCallbacks {
    std::function<void(const StepReport&)> step;
    std::function<void(const EvaluationReport&)> evaluation;
};

enum class StopReason { Finished, NoProgress, TargetReached };

struct TrainingResult {
    StopReason reason = StopReason::Finished;
    EvaluationReport last;  ///< of the parameters that the model has now
};

/// Numbers beside parameters and moments that a run needs to go on exactly where it stopped.
struct TrainerProgress {
    std::uint64_t step = 0;
    double lossSum = 0;  ///< over the steps since the last evaluation
    std::uint64_t lossSteps = 0;
    std::uint64_t evaluations = 0;
    std::uint64_t evaluatedStep = 0;  ///< after which the last one was made
    double bestLoss = 0;              ///< lowest validation loss so far
    std::uint64_t sinceBest = 0;      ///< evaluations since then
};

/// Score on a held-out part of a data set, at most `most` sequences of it (0: all). The model must
/// be prepared. ErrorCode::Cancelled within a batch of the stop request.
Result<Score> evaluateOn(const Transformer<float>& model, const Dataset& data,
                         BatchRunner<float>& runner, const Execution& execution,
                         std::size_t most = 0, HeldOut part = HeldOut::Test);

/// Trains a model on a data set. The model may carry attachments. Not thread-safe: one thread
/// trains; to look at the model meanwhile, copy its parameters in a callback.
class Trainer {
public:
    /// Checks the settings and that the model fits the data. Model and data must outlive it.
    static Result<Trainer> create(Transformer<float>& model, const Dataset& data,
                                  const TrainingConfig& config);

    /// One step. Cancelled: nothing was changed, observers and learned starts included. Diverged:
    /// loss or gradient left the finite numbers; the parameters are back at those of the last good
    /// evaluation.
    Result<StepReport> step(const Execution& execution = {});

    /// Scores both held-out parts and remembers the parameters as the last good ones.
    Result<EvaluationReport> evaluate(const Execution& execution = {});

    /// Steps with evaluations until the configured end. Cancelled: the model keeps the parameters
    /// of the last whole step, and run goes on from there when called again.
    Result<TrainingResult> run(const Execution& execution = {},
                               const TrainingCallbacks& callbacks = {});

    const TrainingConfig& config() const { return m_config; }
    std::uint64_t stepsDone() const { return m_progress.step; }
    Transformer<float>& model() { return *m_model; }
    const Dataset& data() const { return *m_data; }
    Optimizer<float>& optimizer() { return m_optimizer; }
    const EvaluationReport& lastEvaluation() const { return m_last; }
    /// The evaluation of the lowest validation loss so far.
    const EvaluationReport& bestEvaluation() const { return m_best; }
    /// Parameters of the best evaluation (with patience) or the last good one, in their layout.
    std::span<const float> keptParameters() const { return m_kept; }
    /// Wall time of the steps that this trainer took, evaluations left out.
    double trainingSeconds() const { return m_trainingSeconds; }
    /// The states of the last forward passes, for trace().
    const BatchRunner<float>& runner() const { return m_runner; }

    const TrainerProgress& progress() const { return m_progress; }
    /// Takes up a run whose parameters and moments have been put back. `kept`: as keptParameters
    /// were; empty: the parameters as they are.
    void resume(const TrainerProgress& progress, const EvaluationReport& last,
                const EvaluationReport& best, std::span<const float> kept);

private:
    Trainer(Transformer<float>& model, const Dataset& data, const TrainingConfig& config);
    Error diverged(double loss, double norm) const;
    void keepParameters();
    void restoreParameters();
    bool evaluationDue() const;
    std::optional<StopReason> reasonToStop() const;
    TrainingResult finish(StopReason reason);
    void noteEvaluation(const EvaluationReport& report);

    Transformer<float>* m_model;
    const Dataset* m_data;
    TrainingConfig m_config;
    Optimizer<float> m_optimizer;
    BatchRunner<float> m_runner;
    BatchStorage m_batch;
    AlignedVector<float> m_gradients;
    AlignedVector<float> m_kept;  ///< parameters of the last good evaluation, or the best one
    TrainerProgress m_progress;
    EvaluationReport m_last;
    EvaluationReport m_best;
    double m_lastNorm = 0;
    double m_seconds = 0;          ///< in steps and evaluations
    double m_trainingSeconds = 0;  ///< in steps
    double m_stepSeconds = 0;      ///< in steps since the last evaluation
};

}  // namespace zeropoint
