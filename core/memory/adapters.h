// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/weight_shapes.h"

#include <cstdint>
#include <string>
#include <vector>

namespace zeropoint {

/// LoRA (Hu et al. 2021): beside a matrix of rows x columns stand two of rank x columns and
/// rows x rank. It begins with what adapters are trained with here (LoraConfig).
struct AdapterSettings {
    std::int64_t rank = 16;
    /// q k v o gate up down, "all", GGUF names, modules that hold several of them ("qkv_proj")
    std::vector<std::string> targets = {"all"};
    bool apart = false;  ///< as LitGPT has it: each matrix its own, whatever the model joins
};

struct AdapterCount {
    std::int64_t parameters = 0;
    std::vector<std::string> joined;  ///< modules that hold several matrices and have one adapter
};

/// Parameters of all adapters as PEFT makes them: sum of rank x (rows + columns) over the modules
/// of the published model, for each expert its own. A module that holds several matrices
/// (joined_matrices.h) has one adapter, whichever of them is a target. InvalidArgument: a rank
/// below 1 or above the smaller side of a matrix, a target that is unknown or that the architecture
/// does not have.
Result<AdapterCount> countAdapters(const Architecture& architecture,
                                   const std::vector<WeightShape>& shapes,
                                   const AdapterSettings& settings);

}  // namespace zeropoint
