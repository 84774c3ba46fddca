// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/recipe/quant_recipe.h"
#include "core/support/in_quotes.h"

#include <algorithm>

namespace zeropoint {
namespace {

/// What the recipe says of a site before any override.
SiteRecipe baseFor(const QuantRecipe& recipe, const WeightSite& site) {
    SiteRecipe own = recipe.base;
    const bool embedding = site.name == "tok_emb" || site.name == "patch_emb";
    const bool wanted = embedding ? recipe.embeddings : site.name == "head" ? recipe.head : true;
    if (!wanted) {
        return {};
    }
    if (!site.linear) {
        // Rows are looked up: there is no input to quantize or to look at.
        own.activation = {};
        own.bias = BiasTreatment::Keep;
        own.method = own.method == PtqMethod::Hqq ? own.method : PtqMethod::RoundToNearest;
    }
    return own;
}

}  // namespace

bool matchesSite(std::string_view pattern, std::string_view name) {
    // A star first stands for nothing; on a mismatch the last one takes one character more.
    constexpr std::size_t none = std::string_view::npos;
    std::size_t at = 0;
    std::size_t star = none;
    std::size_t starName = 0;
    for (std::size_t i = 0; i < name.size();) {
        if (at < pattern.size() && pattern[at] == '*') {
            star = at++;
            starName = i;
        } else if (at < pattern.size() && (pattern[at] == '?' || pattern[at] == name[i])) {
            ++at;
            ++i;
        } else if (star != none) {
            at = star + 1;
            i = ++starName;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', at) == none;
}

Result<std::vector<ResolvedSite>> resolveSites(const QuantRecipe& recipe,
                                               const Transformer<float>& model) {
    std::vector<ResolvedSite> resolved;
    for (const WeightSite& site : model.sites()) {
        resolved.push_back({site, baseFor(recipe, site)});
    }
    for (const SiteOverride& entry : recipe.overrides) {
        bool found = false;
        for (ResolvedSite& site : resolved) {
            if (matchesSite(entry.sites, site.site.name)) {
                site.recipe = entry.recipe;
                found = true;
            }
        }
        if (!found) {
            return fail(ErrorCode::NotFound, "The model has no layer that matches", entry.sites,
                        "Layers are named like layers.0.attn.q, layers.1.ff2 or head");
        }
    }
    return resolved;
}

bool needsCalibration(const QuantRecipe& recipe, const std::vector<ResolvedSite>& sites) {
    return std::any_of(sites.begin(), sites.end(), [&](const ResolvedSite& site) {
        const SiteRecipe& own = site.recipe;
        const bool quantized = own.weight || own.activation.mode != ActivationMode::None;
        const bool learns = own.method == PtqMethod::Awq || own.method == PtqMethod::Gptq ||
                            own.method == PtqMethod::AdaRound;
        return own.activation.mode == ActivationMode::Static ||
               (own.weight && site.site.linear && (learns || own.biasCorrection)) ||
               (quantized && recipe.smoothAlpha);
    });
}

}  // namespace zeropoint
