// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/recipe/input_groups.h"

#include <algorithm>

namespace zeropoint {
namespace {

/// The norm whose output a site reads, by name; empty for the others.
std::string normBefore(const std::string& site) {
    const std::size_t attention = site.find(".attn.");
    if (attention != std::string::npos) {
        return site.ends_with(".o") ? std::string() : site.substr(0, attention) + ".ln1";
    }
    if (site.ends_with(".ff1")) {
        return site.substr(0, site.size() - 4) + ".ln2";
    }
    return site == "head" ? "ln_f" : "";
}

}  // namespace

std::vector<InputGroup> inputGroups(const std::vector<ResolvedSite>& sites) {
    std::vector<InputGroup> groups;
    for (std::size_t i = 0; i < sites.size(); ++i) {
        if (!sites[i].site.linear) {
            continue;
        }
        const std::string norm = normBefore(sites[i].site.name);
        const auto found = std::find_if(groups.begin(), groups.end(), [&](const InputGroup& group) {
            return !norm.empty() && group.norm == norm;
        });
        if (found == groups.end()) {
            groups.push_back({{i}, norm});
        } else {
            found->sites.push_back(i);
        }
    }
    return groups;
}

InputScaling scalingOf(const InputGroup& group, const QuantRecipe& recipe,
                       const std::vector<ResolvedSite>& sites) {
    const auto any = [&](auto condition) {
        return std::any_of(group.sites.begin(), group.sites.end(),
                           [&](std::size_t site) { return condition(sites[site].recipe); });
    };
    const bool quantizedInput = any([](const SiteRecipe& site) {
        return site.weight && site.activation.mode != ActivationMode::None;
    });
    if (recipe.smoothAlpha && !group.norm.empty() && quantizedInput) {
        return InputScaling::SmoothQuant;
    }
    const bool awq =
        any([](const SiteRecipe& site) { return site.weight && site.method == PtqMethod::Awq; });
    return awq ? InputScaling::Awq : InputScaling::None;
}

}  // namespace zeropoint
