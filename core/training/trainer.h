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

/// What an evaluation on the whole test part found.
struct EvaluationReport {
    std::uint64_t step = 0;
    double trainLoss = 0;  ///< mean over the steps since the last evaluation
    double testLoss = 0;
    double accuracy = 0;  ///< of the data set's AccuracyKind
    double examplesPerSecond =
        0;  ///< sequences trained since the last evaluation, without its own time
    double learningRate = 0;
    double seconds = 0;  ///< spent by this trainer so far
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
    double bestLoss = 0;              ///< lowest test loss so far
    std::uint64_t sinceBest = 0;      ///< evaluations since then
};

/// Score on the test part of a data set, at most `most` sequences of it (0: all). The model must be
/// prepared. ErrorCode::Cancelled within a batch of the stop request.
Result<Score> evaluateOn(const Transformer<float>& model, const Dataset& data,
                         BatchRunner<float>& runner, const Execution& execution,
                         std::size_t most = 0);

/// Trains a model on a data set. The model may carry attachments. Not thread-safe: one thread
/// trains; to look at the model meanwhile, copy its parameters in a callback.
class Trainer {
public:
    /// Checks the settings and that the model fits the data. Model and data must outlive it.
    static Result<Trainer> create(Transformer<float>& model, const Dataset& data,
                                  const TrainingConfig& config);

    /// One step. Cancelled: nothing was changed. Diverged: loss or gradient left the finite
    /// numbers; the parameters are back at those of the last good evaluation.
    Result<StepReport> step(const Execution& execution = {});

    /// Scores the test part and remembers the parameters as the last good ones.
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
    /// The states of the last forward passes, for trace().
    const BatchRunner<float>& runner() const { return m_runner; }
    const BatchStorage& lastBatch() const { return m_batch; }

    const TrainerProgress& progress() const { return m_progress; }
    /// Takes up a run whose parameters and moments have been put back.
    void resume(const TrainerProgress& progress);

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
    double m_seconds = 0;      ///< in steps and evaluations
    double m_stepSeconds = 0;  ///< in steps since the last evaluation
};

}  // namespace zeropoint
