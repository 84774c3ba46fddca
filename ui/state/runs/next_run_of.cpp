// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/next_run_of.h"

#include "ui/state/runs/next_run_draft.h"

namespace zeropoint::ui {

NextRun nextRunOf(const ExperimentSpec& spec) {
    NextRun next;
    next.task = spec.task;
    next.sizes = defaultModel(spec.task.kind);
    next.training = spec.training;
    next.training.seed = spec.seeds.front();
    next.method = spec.runs.front();
    if (next.training.steps == 0) {  // it quantized the base, and trained nothing
        next.training.steps = defaultTraining(spec.task.kind).steps;
    }
    next.training.learningRate = next.method.learningRate.value_or(spec.training.learningRate);
    // What an experiment quantizes afterwards it has trained before; from random weights there
    // would be nothing to quantize.
    const bool trainedBefore = next.method.method == MethodKind::Ptq;
    next.start = spec.base.empty() && !trainedBefore ? StartFrom::Scratch : StartFrom::Sample;
    return next;
}

namespace {

bool sameText(const std::optional<Alphabet>& a, const std::optional<Alphabet>& b) {
    return a.has_value() == b.has_value() && (!a || a->characters() == b->characters());
}

bool sameQlora(const QloraConfig& a, const QloraConfig& b) {
    return a.adapters == b.adapters && a.head == b.head && a.base.blockSize == b.base.blockSize &&
           a.base.doubleQuantization == b.base.doubleQuantization &&
           a.base.scaleBlock == b.base.scaleBlock;
}

}  // namespace

bool sameRun(const NextRun& a, const NextRun& b) {
    return sameTask(a.task, b.task) && sameText(a.task.alphabet, b.task.alphabet) &&
           a.sizes == b.sizes && a.training == b.training && a.start == b.start &&
           a.base == b.base && a.threads == b.threads && a.method.method == b.method.method &&
           a.method.recipe == b.method.recipe && a.method.qat == b.method.qat &&
           a.method.lora == b.method.lora && sameQlora(a.method.qlora, b.method.qlora) &&
           a.method.learningRate == b.method.learningRate;
}

}  // namespace zeropoint::ui
