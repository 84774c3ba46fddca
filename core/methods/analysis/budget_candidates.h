// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/analysis/bit_budget.h"
#include "core/methods/analysis/live_accuracy.h"

#include <cstdint>
#include <span>
#include <vector>

namespace zeropoint {

/// Measures every site that the recipe quantizes: kept, and under each of the alternatives alone
/// (those that do not fit the site are left out), with nothing else quantized, on the validation
/// part: the loss increases are over the model itself.
/// Errors as applyPtq. Scores 1 + sites * alternatives models.
Result<std::vector<BudgetSite>> measureCandidates(const Transformer<float>& model,
                                                  const Dataset& data, const QuantRecipe& recipe,
                                                  std::span<const SiteRecipe> alternatives,
                                                  std::size_t mostSequences = 0,
                                                  const Execution& execution = {});

/// The recipe that stores each site as a solution chose. Sites that the budget does not choose for
/// stay as the recipe has them (such as those whose inputs alone are quantized).
Result<QuantRecipe> recipeOfSolution(const QuantRecipe& recipe, const Transformer<float>& model,
                                     std::span<const BudgetSite> sites,
                                     const BudgetSolution& solution);

/// Bytes of a budget that are left for the sites that it may choose for, when the whole model shall
/// take no more than `modelBytes`; 0 when the rest alone is larger.
Result<std::uint64_t> bytesForSites(const QuantRecipe& recipe, const Transformer<float>& model,
                                    std::span<const BudgetSite> sites, std::uint64_t modelBytes);

}  // namespace zeropoint
