// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"
#include "core/training/optimizer.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace zeropoint {

/// How a model is trained. Together with the model's configuration, the data and the model's seed
/// it decides every bit of the result.
struct TrainingConfig {
    std::size_t steps = 1500;
    std::size_t batch = 64;  ///< sequences in a step
    OptimizerConfig optimizer;
    double learningRate = 3e-3;       ///< at its highest
    std::size_t warmup = 100;         ///< steps in which the rate rises to it
    double finalShare = 0.02;         ///< of the highest rate, at the end of the cosine
    double clipNorm = 1.0;            ///< largest norm of the whole gradient; 0: no clipping
    std::uint64_t seed = 1;           ///< of the order of the data and of dropout
    std::size_t evaluateEvery = 100;  ///< steps between two evaluations
    /// Evaluations without a lower validation loss until it stops; 0: never.
    std::size_t patience = 0;
    double targetAccuracy = 0;  ///< stops once a validation accuracy reaches it; 0: never

    bool operator==(const TrainingConfig&) const = default;
};

/// Says which setting is out of range: steps 1..10 million, batch 1..4096, rates finite and
/// positive, shares between 0 and 1.
Result<void> validate(const TrainingConfig& config);

/// Learning rate of step 0, 1, ...: linear warm-up to the highest, then half a cosine down to
/// finalShare of it at the last step.
double learningRateAt(const TrainingConfig& config, std::uint64_t step);

std::string toJson(const TrainingConfig& config);
Result<TrainingConfig> trainingConfigFromJson(std::string_view text);

}  // namespace zeropoint
