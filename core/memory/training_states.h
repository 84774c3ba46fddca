// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace zeropoint {

enum class MemoryMode { Inference, Full, Lora, Qlora, Qat };
enum class MemoryOptimizer { AdamW, AdamW8bit, Sgd };

/// Bytes that training keeps for each parameter that it trains, in the terms of one publication.
/// The same step is called 8, 10, 12, 16 or 18 bytes a parameter: these are the assumptions.
struct StateAssumption {
    std::string_view id;  ///< "mixed-16"
    double weights = 0;   ///< parameters as the model computes with them
    double gradients = 0;
    double master = 0;          ///< FP32 copy that the optimizer updates
    double moments = 0;         ///< of AdamW; other optimizers replace them
    double temporary = 0;       ///< of the optimizer's step
    std::string_view explains;  ///< the published figure

    double total() const { return weights + gradients + master + moments + temporary; }
};

std::span<const StateAssumption> stateAssumptions();
/// The one of so many bytes with AdamW; null when none has them.
const StateAssumption* findStateAssumption(double bytesPerParameter);

/// Moments of a parameter: AdamW two of half the assumption's bytes, 8-bit AdamW two of a byte
/// (Dettmers et al. 2022; its block scales, under 0.01 bytes, are left out), plain SGD none.
double momentBytes(const StateAssumption& assumption, MemoryOptimizer optimizer);

}  // namespace zeropoint
