// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_result.h"
#include "ui/state/runs/run_archive.h"
#include "ui/state/runs/run_record.h"

namespace zeropoint::ui {

/// A finished run as the store keeps it, opened to be looked at.
struct KeptRun {
    ExperimentSpec spec;  ///< of this run and its seed alone
    RunResult result;
    SnapshotPtr snapshot;  ///< of the model that it ended with
};

struct KeptRuns {
    std::optional<KeptRun> run;      ///< nothing: it was kept without its weights
    std::optional<KeptRun> trained;  ///< what it quantized; nothing: it trained, or that is gone
};

/// Opens the data and lets the models answer. Fails as RunArchive::whole, keptModel,
/// experimentSpecFromJson and openExperiment for the run itself.
Result<KeptRuns> openKeptRuns(RunArchive& archive, std::int64_t run,
                              std::optional<std::int64_t> trained);

/// By which a kept run is known in every process: it follows from its settings.
QString keptKey(const std::string& settings);

/// The run as the Train page lists it, by the name that it was kept under.
RunRecord recordOf(const KeptRun& kept);

}  // namespace zeropoint::ui
