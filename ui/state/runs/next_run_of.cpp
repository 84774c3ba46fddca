// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/next_run_of.h"

namespace zeropoint::ui {

NextRun nextRunOf(const ExperimentSpec& spec) {
    NextRun next;
    next.task = spec.task;
    next.sizes = defaultModel(spec.task.kind);
    next.training = spec.training;
    next.training.seed = spec.seeds.front();
    next.method = spec.runs.front();
    next.training.learningRate = next.method.learningRate.value_or(spec.training.learningRate);
    // What an experiment quantizes afterwards it has trained before; from random weights there
    // would be nothing to quantize.
    const bool trainedBefore = next.method.method == MethodKind::Ptq;
    next.start = spec.base.empty() && !trainedBefore ? StartFrom::Scratch : StartFrom::Sample;
    return next;
}

}  // namespace zeropoint::ui
