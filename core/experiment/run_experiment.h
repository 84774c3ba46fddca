// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/experiment/run_result.h"
#include "core/methods/analysis/qat_insight.h"
#include "core/training/trainer.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace zeropoint {

/// What an experiment works on.
struct ExperimentInput {
    std::shared_ptr<const Dataset> data;
    std::optional<Transformer<float>> base;   ///< nullopt: each seed's own random weights
    std::shared_ptr<const Dataset> baseData;  ///< what the base was trained on; null: unknown
    std::string baseHash;                     ///< SHA-256 of the base's file; empty without one
    std::string textHash;                     ///< and of the task's text
};

/// Opens the data and the base checkpoint. Fails as openTask, loadCheckpoint and Dataset::fits, and
/// with InvalidArgument where a file is not the one whose hash the spec names.
Result<ExperimentInput> openExperiment(const ExperimentSpec& spec);

/// Which run of which seed something is told of.
struct RunKey {
    std::size_t run = 0;  ///< index in ExperimentSpec::runs
    std::uint64_t seed = 0;

    bool operator==(const RunKey&) const = default;
};

/// Called one at a time, but from whichever thread a run is on. Any may be empty.
struct ExperimentCallbacks {
    std::function<void(const RunKey&)> started;
    std::function<void(const RunKey&, const EvaluationReport&)> evaluation;
    /// At the evaluations of QAT runs. Without it the steps are not watched, which costs less.
    std::function<void(const RunKey&, const QatWatch&)> insight;
    std::function<void(const RunResult&)> finished;
    std::function<void(const RunKey&, const Error&)> failed;
    bool artifacts = false;  ///< results bring weights and predictions
};

struct FailedRun {
    RunKey key;
    Error error;
};

struct ExperimentOutcome {
    std::vector<RunResult> runs;  ///< finished ones, in the order of the spec, then of the seeds
    std::vector<FailedRun> failed;
    bool cancelled = false;  ///< some runs did not finish; those above did
};

/// Makes every run of every seed. Each runs on one thread of the pool and several at once, so that
/// the result does not depend on the number of threads; a lone run takes them all. Fails only
/// where nothing can be run: validate, and an input that does not fit.
Result<ExperimentOutcome> runExperiment(const ExperimentSpec& spec, const ExperimentInput& input,
                                        const ExperimentCallbacks& callbacks = {},
                                        const Execution& execution = {});

}  // namespace zeropoint
