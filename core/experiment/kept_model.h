// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_experiment.h"
#include "core/experiment/run_result.h"
#include "core/nn/transformer.h"

namespace zeropoint {

/// The model that a run ended with, its weights as the products used them: on their grids, adapters
/// merged. Inputs are not quantized in it. NotFound for a run without artifacts, Malformed for
/// weights that do not fit their model. It is not prepared.
Result<Transformer<float>> keptModel(const RunResult& run);

/// The same with what the run was made from.
struct KeptExperiment {
    ExperimentSpec spec;  ///< of this run and its seed alone; a text's with its alphabet
    ExperimentInput input;
    Transformer<float> model;
};
/// Fails as keptModel, experimentSpecFromJson and openExperiment.
Result<KeptExperiment> openKept(const RunResult& run);

}  // namespace zeropoint
