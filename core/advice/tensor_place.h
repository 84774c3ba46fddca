// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/weight_shapes.h"

#include <optional>
#include <string_view>
#include <vector>

namespace zeropoint {

/// Where a stored tensor stands in its model. A fused matrix has several roles.
struct TensorPlace {
    std::vector<WeightRole> roles;
    int layer = -1;  ///< -1: outside the layers
};

/// By its name as GGUF, Hugging Face's families, Meta's checkpoints and this program write it.
/// Nothing for a name that tells no role.
std::optional<TensorPlace> placeOf(std::string_view name);

}  // namespace zeropoint
