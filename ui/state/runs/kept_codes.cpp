// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/kept_codes.h"

#include "core/experiment/run_experiment.h"
#include "core/methods/ptq/quantized_file.h"
#include "core/training/checkpoint_metadata.h"
#include "ui/state/runs/next_run_of.h"

namespace zeropoint::ui {
namespace {

CheckpointInfo infoOf(const KeptRun& run) {
    CheckpointInfo info;
    info.task = run.spec.task;
    info.training = nextRunOf(run.spec).training;
    info.progress.step = info.training.steps;  // it is over
    info.result.step = info.training.steps;
    info.result.accuracy = run.result.accuracy;
    info.result.testLoss = run.result.loss;
    info.result.validationAccuracy = run.result.validationAccuracy;
    info.result.validationLoss = run.result.validationLoss;
    return info;
}

}  // namespace

Result<void> writeKeptCodes(const KeptRuns& kept, const QString& file, const Execution& execution) {
    const auto write = [&](const Transformer<float>& model, const Dataset& data) {
        return applyPtq(model, data, kept.run->spec.runs.front().recipe, execution)
            .and_then([&](const QuantizedModel& quantized) {
                return writeQuantizedModel(file.toStdString(), quantized, execution,
                                           checkpointMetadata(infoOf(*kept.run)));
            })
            .map([](std::uint64_t) {});
    };
    if (kept.run && kept.run->spec.training.steps == 0) {
        return openExperiment(kept.run->spec).and_then([&](const ExperimentInput& input) {
            return write(*input.base, *input.data);
        });
    }
    if (!kept.run || !kept.trained) {
        return fail(ErrorCode::NotFound, "The store has not the weights that the run quantized",
                    file.toStdString(), "Run the experiment again, or train and quantize here");
    }
    return write(kept.trained->snapshot->model, *kept.trained->snapshot->data);
}

}  // namespace zeropoint::ui
