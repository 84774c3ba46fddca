// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/recipe/quant_recipe.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace zeropoint {

/// One way to store a site.
struct BudgetCandidate {
    SiteRecipe recipe;
    std::uint64_t bytes = 0;
    double lossIncrease = 0;  ///< over the exact model's, when this site alone is stored so
};

/// A site and the ways among which a budget chooses. At least one.
struct BudgetSite {
    std::string site;
    std::vector<BudgetCandidate> candidates;
};

/// One candidate for each site.
struct BudgetSolution {
    std::vector<std::size_t> choice;
    std::uint64_t bytes = 0;
    double lossIncrease = 0;  ///< sum over the sites: as if they did not influence each other
};

/// The mixed-precision assignment of the least summed loss increase whose bytes keep within the
/// budget; of equal ones that of fewer bytes. Exact: keeps, site by site, every pair of bytes and
/// loss that no other pair beats in both (dynamic programming over the Pareto states).
/// InvalidArgument: a budget below the smallest assignment (the remedy says how small that is), a
/// site without candidates, a loss that is not finite. TooLarge: above 4 million states. Cancelled.
Result<BudgetSolution> solveBudget(std::span<const BudgetSite> sites, std::uint64_t budget,
                                   const Execution& execution = {});

}  // namespace zeropoint
