// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/weight_shapes.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace zeropoint {

/// What the family's class in the transformers library (modeling_*.py, 2025; for Qwen 1 its own
/// code) makes one module of, where a list of shapes has several matrices of equally long rows: an
/// adapter sits beside the module.
struct JoinedMatrix {
    std::string_view module;        ///< "qkv_proj"
    std::vector<WeightRole> roles;  ///< of the matrices, one under the other
};

/// The module that holds matrices of this role and others; null where they have one of their own.
const JoinedMatrix* joinedMatrix(std::string_view family, WeightRole role);

/// Modules that a matrix of this role is spread over: 2 in Qwen3.5's delta rule, else 1.
std::int64_t modulesOf(std::string_view family, WeightRole role);

}  // namespace zeropoint
