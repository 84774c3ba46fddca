// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/analysis/budget_candidates.h"

#include "core/methods/analysis/sensitivity.h"
#include "core/methods/recipe/model_size.h"
#include "core/methods/recipe/partial_execution.h"

#include <algorithm>

namespace zeropoint {
namespace {

/// What the one site takes when it alone is stored under `own`; nothing when that does not fit.
std::optional<std::uint64_t> bytesOf(const QuantRecipe& own, const Transformer<float>& model,
                                     std::size_t site) {
    const Result<ModelSize> size = modelSize(own, model);
    return size ? std::optional(size->sites[site].bytes()) : std::nullopt;
}

/// The sites of a model, all of them kept as they are.
std::vector<ResolvedSite> keptSites(std::vector<ResolvedSite> sites) {
    for (ResolvedSite& site : sites) {
        site.recipe = {};
    }
    return sites;
}

const BudgetSite* chosenSite(std::span<const BudgetSite> sites, const std::string& name) {
    const auto found =
        std::ranges::find_if(sites, [&name](const BudgetSite& site) { return site.site == name; });
    return found == sites.end() ? nullptr : &*found;
}

/// What measuring one site after the other needs.
struct Measurement {
    const Transformer<float>& model;
    const QuantRecipe& recipe;
    LiveAccuracy& live;
    double exactLoss;
    const Execution& execution;
};

/// Appends the candidate `alternative` for site `index` unless it does not fit.
Result<void> measure(const Measurement& with, std::vector<ResolvedSite> alone, std::size_t index,
                     const SiteRecipe& alternative, BudgetSite& site) {
    alone[index].recipe = alternative;
    const QuantRecipe own = recipeOfSites(with.recipe, alone);
    const std::optional<std::uint64_t> bytes = bytesOf(own, with.model, index);
    if (!bytes) {
        return {};
    }
    return with.live
        .score(recipeOfSites(sitesAlone(with.recipe), alone),
               {with.execution.pool, {}, with.execution.stop})
        .map([&](const LiveScore& score) {
            site.candidates.push_back({alternative, *bytes, score.loss - with.exactLoss});
        });
}

}  // namespace

Result<std::vector<BudgetSite>> measureCandidates(const Transformer<float>& model,
                                                  const Dataset& data, const QuantRecipe& recipe,
                                                  std::span<const SiteRecipe> alternatives,
                                                  std::size_t mostSequences,
                                                  const Execution& execution) {
    const Result<std::vector<ResolvedSite>> sites = resolveSites(recipe, model);
    if (!sites) {
        return tl::unexpected(sites.error());
    }
    const std::vector<ResolvedSite> none = keptSites(*sites);
    const QuantRecipe kept = recipeOfSites(recipe, none);
    Result<LiveAccuracy> live =
        LiveAccuracy::create(model, data, recipeOfSites(sitesAlone(recipe), none), mostSequences,
                             partOf(execution, 0.0, 0.1));
    if (!live) {
        return tl::unexpected(live.error());
    }
    const Result<LiveScore> exact = live->exact({execution.pool, {}, execution.stop});
    if (!exact) {
        return tl::unexpected(exact.error());
    }
    const Measurement with{model, recipe, *live, exact->loss, execution};
    std::vector<BudgetSite> found;
    for (std::size_t i = 0; i < sites->size(); ++i) {
        if (!(*sites)[i].recipe.weight) {
            continue;
        }
        BudgetSite site{(*sites)[i].site.name, {{SiteRecipe{}, *bytesOf(kept, model, i), 0.0}}};
        for (const SiteRecipe& alternative : alternatives) {
            if (const auto done = measure(with, none, i, alternative, site); !done) {
                return tl::unexpected(done.error());
            }
        }
        found.push_back(std::move(site));
        if (execution.progress) {
            const auto share = static_cast<double>(i + 1) / static_cast<double>(sites->size());
            execution.progress(0.1 + 0.9 * share);
        }
    }
    return found;
}

Result<QuantRecipe> recipeOfSolution(const QuantRecipe& recipe, const Transformer<float>& model,
                                     std::span<const BudgetSite> sites,
                                     const BudgetSolution& solution) {
    return resolveSites(recipe, model).map([&](std::vector<ResolvedSite>&& resolved) {
        for (ResolvedSite& site : resolved) {
            if (const BudgetSite* chosen = chosenSite(sites, site.site.name); chosen != nullptr) {
                const auto place = static_cast<std::size_t>(chosen - sites.data());
                site.recipe = chosen->candidates[solution.choice[place]].recipe;
            }
        }
        return recipeOfSites(recipe, resolved);
    });
}

Result<std::uint64_t> bytesForSites(const QuantRecipe& recipe, const Transformer<float>& model,
                                    std::span<const BudgetSite> sites, std::uint64_t modelBytes) {
    Result<std::vector<ResolvedSite>> resolved = resolveSites(recipe, model);
    if (!resolved) {
        return tl::unexpected(resolved.error());
    }
    for (ResolvedSite& site : *resolved) {
        if (chosenSite(sites, site.site.name) != nullptr) {
            site.recipe = {};
        }
    }
    return modelSize(recipeOfSites(recipe, *resolved), model).map([&](const ModelSize& size) {
        std::uint64_t rest = size.bytes();
        for (const SiteSize& site : size.sites) {
            rest -= chosenSite(sites, site.site) != nullptr ? site.bytes() : 0;
        }
        return modelBytes > rest ? modelBytes - rest : 0;
    });
}

}  // namespace zeropoint
