// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_attachments.h"
#include "core/experiment/run_experiment.h"

#include <functional>
#include <optional>

namespace zeropoint {

/// What one run tells while it goes on.
struct RunCallbacks {
    std::function<void(const EvaluationReport&)> evaluation;
    std::function<void(const QatWatch&)> insight;
    std::function<void()> step;
    bool artifacts = false;
};

/// Makes single runs of an experiment. Const and without state of its own: runs may be made from
/// several threads at once, each with an execution of its own.
class RunMaker {
public:
    /// Spec and input must outlive it. `baseAccuracy`: of the base model on the base's own data.
    RunMaker(const ExperimentSpec& spec, const ExperimentInput& input,
             std::optional<double> baseAccuracy)
        : m_spec(&spec), m_input(&input), m_baseAccuracy(baseAccuracy) {}

    /// What every run of the seed starts from: the base, or random weights.
    Result<Transformer<float>> startModel(std::uint64_t seed) const;
    /// Whether a run that trains can begin: the errors of attachRun().
    Result<void> check(const RunSpec& run, std::uint64_t seed) const;
    /// A run that trains. `trained` (not null) receives the model of a Full run.
    Result<RunResult> train(const RunSpec& run, std::uint64_t seed, const RunCallbacks& callbacks,
                            const Execution& execution,
                            std::optional<Transformer<float>>* trained = nullptr) const;
    /// Quantizes a trained model.
    Result<RunResult> quantize(const RunSpec& run, std::uint64_t seed,
                               const Transformer<float>& trained, const RunCallbacks& callbacks,
                               const Execution& execution) const;

    /// What a training elsewhere took.
    struct Trained {
        std::uint64_t steps = 0;
        double seconds = 0;  ///< Trainer::trainingSeconds
    };
    /// Measures a model that was trained by the run elsewhere, step by step in a window.
    /// The model carries `attached`; afterwards its weights are as they would be used.
    Result<RunResult> adopt(const RunSpec& run, std::uint64_t seed, Transformer<float>& model,
                            RunAttachments& attached, const Trained& trained,
                            const RunCallbacks& callbacks, const Execution& execution) const;

private:
    Result<void> finish(Transformer<float>& model, RunAttachments& attached,
                        const RunCallbacks& callbacks, const Execution& execution,
                        RunResult& result) const;
    RunResult blank(const RunSpec& run, std::uint64_t seed) const;
    /// The training's own seconds go into the result.
    Result<void> runTrainer(const RunSpec& run, Transformer<float>& model,
                            const RunAttachments& attached, const RunCallbacks& callbacks,
                            const Execution& execution, RunResult& result) const;
    /// Scores both held-out parts. What it predicts of the test part is the result's items, and
    /// artifacts where the callbacks ask for them; their weights are the caller's to add.
    Result<std::shared_ptr<RunArtifacts>> measure(const Transformer<float>& model,
                                                  const RunCallbacks& callbacks,
                                                  const Execution& execution,
                                                  RunResult& result) const;
    Result<void> measureBase(const Transformer<float>& model, const Execution& execution,
                             RunResult& result) const;

    const ExperimentSpec* m_spec;
    const ExperimentInput* m_input;
    std::optional<double> m_baseAccuracy;
};

}  // namespace zeropoint
