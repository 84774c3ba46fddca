// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_result.h"

#include <cstdint>
#include <vector>

namespace zeropoint {

/// What a run's method put on its model, and what the model costs to store with it.
struct RunAttachments {
    std::vector<QatSite> qat;
    std::vector<LoraSite> adapters;
    std::uint64_t sizeBytes = 0;
    std::uint64_t linearBytes = 0;
    std::vector<LayerError> layers;  ///< of what is frozen before the training
};

/// Puts the method of a run that trains on a model. Fails as attachQat, attachLora, attachQlora
/// and modelSize.
Result<RunAttachments> attachRun(const RunSpec& run, std::uint64_t seed, Transformer<float>& model);

/// What the adapters of a run stand beside: a plain copy of the model that it started from, of
/// QLoRA as it was frozen.
Result<Transformer<float>> besideAdapters(const RunSpec& run, const Transformer<float>& start);

/// A plain copy of a model that carries them, with the weights as they would be used: on their
/// grids, adapters merged. The model must be prepared.
Transformer<float> asUsed(const RunAttachments& attached, const Transformer<float>& model);

/// Leaves the weights as they would be used: on their grids, whose errors are added to `layers`, or
/// with the adapters merged.
void takeOff(RunAttachments& attached, Transformer<float>& model);

}  // namespace zeropoint
