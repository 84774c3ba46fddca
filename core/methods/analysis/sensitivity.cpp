// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/analysis/sensitivity.h"

#include "core/methods/recipe/partial_execution.h"

#include <algorithm>
#include <optional>

namespace zeropoint {
namespace {

bool changes(const SiteRecipe& recipe) {
    return recipe.weight || recipe.activation.mode != ActivationMode::None;
}

}  // namespace

QuantRecipe recipeOfSites(const QuantRecipe& recipe, const std::vector<ResolvedSite>& sites) {
    QuantRecipe own = recipe;
    own.base = {};
    own.embeddings = false;
    own.head = false;
    own.overrides.clear();
    for (const ResolvedSite& site : sites) {
        if (!(site.recipe == SiteRecipe{})) {
            own.overrides.push_back({site.site.name, site.recipe});
        }
    }
    return own;
}

QuantRecipe sitesAlone(QuantRecipe recipe) {
    recipe.kvCache.reset();
    recipe.rest = "fp32";
    return recipe;
}

Result<Sensitivity> measureSensitivity(const Transformer<float>& model, const Dataset& data,
                                       const QuantRecipe& recipe, std::size_t mostSequences,
                                       const Execution& execution) {
    const Result<std::vector<ResolvedSite>> sites = resolveSites(recipe, model);
    if (!sites) {
        return tl::unexpected(sites.error());
    }
    std::vector<ResolvedSite> none = *sites;
    for (ResolvedSite& site : none) {
        site.recipe = {};
    }
    const QuantRecipe bare = sitesAlone(recipe);
    Result<LiveAccuracy> live = LiveAccuracy::create(model, data, recipeOfSites(bare, none),
                                                     mostSequences, partOf(execution, 0.0, 0.1));
    if (!live) {
        return tl::unexpected(live.error());
    }
    Sensitivity found;
    const Result<LiveScore> exact = live->exact({execution.pool, {}, execution.stop});
    if (!exact) {
        return tl::unexpected(exact.error());
    }
    found.exact = *exact;
    const auto changed = std::count_if(sites->begin(), sites->end(), [](const ResolvedSite& site) {
        return changes(site.recipe);
    });
    const double scores = 1.0 + 2.0 * static_cast<double>(changed);
    double done = 0;
    // The first failure stays; later calls do nothing.
    std::optional<Error> failure;
    const auto score = [&](const QuantRecipe& shared, const std::vector<ResolvedSite>& variant) {
        const double from = 0.1 + 0.9 * done++ / scores;
        LiveScore made;
        if (!failure) {
            auto result = live->score(recipeOfSites(shared, variant),
                                      partOf(execution, from, from + 0.9 / scores));
            if (result) {
                made = *result;
            } else {
                failure = result.error();
            }
        }
        return made;
    };
    // All without the rest first: what concerns all sites is then made anew only once.
    for (std::size_t i = 0; i < sites->size(); ++i) {
        if (changes((*sites)[i].recipe)) {
            std::vector<ResolvedSite> alone = none;
            alone[i] = (*sites)[i];
            found.sites.push_back({(*sites)[i].site.name, score(bare, alone), {}});
        }
    }
    found.quantized = score(recipe, *sites);
    auto next = found.sites.begin();
    for (std::size_t i = 0; i < sites->size(); ++i) {
        if (changes((*sites)[i].recipe)) {
            std::vector<ResolvedSite> others = *sites;
            others[i].recipe = {};
            next++->aloneKept = score(recipe, others);
        }
    }
    if (failure) {
        return tl::unexpected(*failure);
    }
    return found;
}

}  // namespace zeropoint
