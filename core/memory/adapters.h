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
    std::vector<std::string> targets = {"all"};  ///< q k v o gate up down, "all", GGUF names
};

/// Parameters of all adapters: sum of rank x (rows + columns), for each expert its own.
/// InvalidArgument: a rank below 1 or above the smaller side, a target that is unknown or that the
/// architecture does not have.
Result<std::int64_t> adapterParameters(const Architecture& architecture,
                                       const std::vector<WeightShape>& shapes,
                                       const AdapterSettings& settings);

}  // namespace zeropoint
