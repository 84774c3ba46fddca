// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/kept_codes.h"

#include "core/methods/ptq/quantized_file.h"
#include "core/training/checkpoint_metadata.h"

namespace zeropoint::ui {
namespace {

CheckpointInfo infoOf(const KeptRun& run) {
    CheckpointInfo info;
    info.task = run.spec.task;
    info.training = run.spec.training;
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
    if (!kept.run || !kept.trained || kept.run->spec.runs.empty()) {
        return fail(ErrorCode::NotFound, "The store has not the weights that the run quantized",
                    file.toStdString(), "Run the experiment again, or train and quantize here");
    }
    const ModelSnapshot& trained = *kept.trained->snapshot;
    return applyPtq(trained.model, *trained.data, kept.run->spec.runs.front().recipe, execution)
        .and_then([&](const QuantizedModel& quantized) {
            return writeQuantizedModel(file.toStdString(), quantized, execution,
                                       checkpointMetadata(infoOf(*kept.run)));
        })
        .map([](std::uint64_t) {});
}

}  // namespace zeropoint::ui
