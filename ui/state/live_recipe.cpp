// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/live_recipe.h"

#include "core/experiment/experiment_spec.h"
#include "ui/state/runs/run_form.h"
#include "ui/state/views.h"

namespace zeropoint::ui {

QuantRecipe liveRecipe(const TradeOffView& view) {
    auto recipe = quantRecipeFromJson(view.liveRecipe.toStdString());
    return recipe ? std::move(*recipe) : defaultRecipe();
}

SiteRecipe liveSite(const TradeOffView& view) {
    const QuantRecipe recipe = liveRecipe(view);
    return view.liveLayer.isEmpty() ? recipe.base
                                    : recipeOfSite(recipe, view.liveLayer.toStdString());
}

void setLiveSite(TradeOffView& view, const SiteRecipe& own) {
    QuantRecipe recipe = liveRecipe(view);
    if (view.liveLayer.isEmpty()) {
        recipe.base = own;
        recipe.overrides.clear();
    } else {
        setRecipeOfSite(recipe, view.liveLayer.toStdString(), own);
    }
    view.liveRecipe = QString::fromStdString(toJson(recipe));
}

}  // namespace zeropoint::ui
