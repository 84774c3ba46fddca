// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/live_recipe.h"

#include "ui/state/runs/run_form.h"
#include "ui/state/views.h"

#include <utility>

namespace zeropoint::ui {

QuantRecipe liveRecipe(const TradeOffView& view) {
    return view.liveRecipe ? *view.liveRecipe : defaultRecipe();
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
    view.liveRecipe = std::move(recipe);
}

}  // namespace zeropoint::ui
