// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/recipe/quant_recipe.h"

#include <cstddef>
#include <string>
#include <vector>

namespace zeropoint {

/// Layers that read one input and therefore can share the factors s of its columns:
/// (x / s) (W diag(s))^T = x W^T. Behind a norm the division goes into the norm's own weight and
/// costs nothing; elsewhere the factors are stored with the layer in FP16.
struct InputGroup {
    std::vector<std::size_t> sites;  ///< places in Transformer::sites()
    std::string norm;                ///< "layers.0.ln1"; empty when no norm stands before it
};

/// Groups in the order of the pass. A table is in none.
std::vector<InputGroup> inputGroups(const std::vector<ResolvedSite>& sites);

/// Which method scales the input of a group.
enum class InputScaling { None, SmoothQuant, Awq };

/// SmoothQuant where recipe.smoothAlpha is set, a norm stands before the group and any member's
/// input is quantized; else AWQ where any member asks for it.
InputScaling scalingOf(const InputGroup& group, const QuantRecipe& recipe,
                       const std::vector<ResolvedSite>& sites);

}  // namespace zeropoint
