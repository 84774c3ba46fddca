// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_spec.h"
#include "core/nn/transformer.h"
#include "core/support/error.h"
#include "core/training/task.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace zeropoint::cli {

/// The model that a run of a store ended with.
struct KeptRunModel {
    Transformer<float> model;
    TaskSpec task;  ///< with the alphabet of a text model
    RunSpec run;    ///< its method with the settings
    /// What to know of the choice: which of several runs of the name it is, and what of the store
    /// cannot be read; mostly empty.
    std::vector<std::string> notes;
};

/// From the file that 'experiment --store' wrote, or the workbench's own runs; without a seed the
/// lowest. NotFound names the runs that there are; errors of openKept().
Result<KeptRunModel> openKeptRun(const std::string& store, const std::string& run,
                                 std::optional<std::uint64_t> seed);

}  // namespace zeropoint::cli
