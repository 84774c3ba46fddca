// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_store.h"
#include "core/experiment/run_experiment.h"

#include <span>

namespace zeropoint {

/// Whether the runs of `spec`, which was opened as `input`, may stand beside those of `kept` that
/// have its experiment's name: what is compared shares task, base and training, and a run that is
/// made again has the settings that it had. InvalidArgument names the first setting that differs.
/// Runs that were kept without settings are passed over.
Result<void> checkKeptSettings(const ExperimentSpec& spec, const ExperimentInput& input,
                               std::span<const StoredRun> kept);

}  // namespace zeropoint
