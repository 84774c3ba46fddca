// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/recipe/quant_recipe.h"

#include <QString>

#include <functional>
#include <vector>

namespace zeropoint::ui {

/// The columns of a recipe's table, and what can be chosen in each.
enum class RecipeColumn { Weights, ScalePer, Inputs, Method, Bias };
constexpr RecipeColumn recipeColumns[] = {RecipeColumn::Weights, RecipeColumn::ScalePer,
                                          RecipeColumn::Inputs, RecipeColumn::Method,
                                          RecipeColumn::Bias};

struct RecipeChoice {
    QString text;
    std::function<void(SiteRecipe&)> apply;  ///< changes this column's part of the site alone
};

QString recipeColumnTitle(RecipeColumn column);
std::vector<RecipeChoice> recipeChoices(RecipeColumn column);
/// The choice that would leave the site as it is; -1: it is none of them.
int currentChoice(const std::vector<RecipeChoice>& choices, const SiteRecipe& site);
/// The same in every language: "weights", "scale", "inputs", "rounding", "bias".
QLatin1String recipeColumnId(RecipeColumn column);
/// What a site has, as the choices say it; a file may hold what is none of them.
QString recipeText(const SiteRecipe& site, RecipeColumn column);
/// Whether the column says anything about the site. A table (not linear) has no input and no bias.
bool recipeApplies(const SiteRecipe& site, RecipeColumn column, bool linear);

}  // namespace zeropoint::ui
