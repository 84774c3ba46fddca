// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_experiment.h"

#include <cstddef>
#include <map>

namespace zeropoint {

/// Whether a run has one thread, as in an experiment, or all of the execution's.
enum class RunsOn { OneThread, AllThreads };

/// How fast this machine makes the runs of an experiment, in seconds.
struct ExperimentPace {
    /// A training step, by method; kinds that the experiment has no run of are not there.
    std::map<MethodKind, double> step;
    double evaluation = 0;  ///< on both held-out parts, while it trains
    double quantizing = 0;  ///< a post-training quantization, the mean of the experiment's
    double closing = 0;     ///< what each run takes once it is trained or quantized
};

/// Takes a few steps of each kind of training and quantizes and measures as the experiment would,
/// at most some seconds: nothing of it is kept. Fails as runExperiment does, and with Cancelled.
Result<ExperimentPace> measurePace(const ExperimentSpec& spec, const ExperimentInput& input,
                                   const Execution& execution = {},
                                   RunsOn runsOn = RunsOn::OneThread);

/// The seconds that runExperiment will take on as many threads: an estimate, since a pace is that
/// of a few steps, a machine may be busy later, and patience may end a run early.
double secondsOf(const ExperimentSpec& spec, const ExperimentPace& pace, std::size_t threads);

/// The seconds of its runs one after the other, with the first seed, where post-training
/// quantization takes the base as it is and no training goes before it.
double secondsInTurn(const ExperimentSpec& spec, const ExperimentPace& pace);

}  // namespace zeropoint
