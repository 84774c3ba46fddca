// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/recipe/quant_recipe.h"

namespace zeropoint::ui {

struct TradeOffView;

/// The recipe that the Trade-off page tries live.
QuantRecipe liveRecipe(const TradeOffView& view);
/// Its part for the layer that is looked at, or for all of them.
SiteRecipe liveSite(const TradeOffView& view);
/// Another one for that layer; for all of them, none keeps one of its own.
void setLiveSite(TradeOffView& view, const SiteRecipe& own);

}  // namespace zeropoint::ui
