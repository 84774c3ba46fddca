// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/analysis/live_accuracy.h"
#include "core/methods/recipe/model_size.h"

#include <cstdint>
#include <string>
#include <vector>

namespace zeropoint {

/// What one site means for the whole model.
struct SiteSensitivity {
    std::string site;
    LiveScore aloneQuantized;  ///< this site as the recipe has it, nothing else quantized or cast
    LiveScore aloneKept;       ///< this site kept, everything else as the recipe has it
};

struct Sensitivity {
    LiveScore exact;      ///< the model itself: no weight, input or cache quantized, no rest cast
    LiveScore quantized;  ///< all as the recipe has it
    std::vector<SiteSensitivity>
        sites;  ///< those that the recipe changes, in the order of the pass

    double lossIncrease(const LiveScore& score) const { return score.loss - exact.loss; }
    double accuracyLost(const LiveScore& score) const { return exact.accuracy - score.accuracy; }
};

/// Scores 2 + 2 * sites models on the first `mostSequences` validation sequences (0: all).
/// Errors as applyPtq.
Result<Sensitivity> measureSensitivity(const Transformer<float>& model, const Dataset& data,
                                       const QuantRecipe& recipe, std::size_t mostSequences = 0,
                                       const Execution& execution = {});

/// The recipe that gives each site its own, one override for each.
QuantRecipe recipeOfSites(const QuantRecipe& recipe, const std::vector<ResolvedSite>& sites);

/// The same recipe without what it does to more than its sites: the cache of keys and values and
/// the format of the rest stay exact.
QuantRecipe sitesAlone(QuantRecipe recipe);

}  // namespace zeropoint
