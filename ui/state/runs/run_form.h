// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_spec.h"

#include <QString>

#include <functional>
#include <string>
#include <string_view>

namespace zeropoint::ui {

/// What the forms of runs read from a recipe and write into it.

/// Bits that stand for "not quantized".
constexpr int fullBits = 16;

int weightBits(const SiteRecipe& site);
/// Integers below fullBits; fullBits leaves the weight as it is. Bits that the site has already
/// change nothing: NF4 and FP8 stay what they are. Likewise for inputs, whose way of finding a
/// range stays too.
void setWeightBits(SiteRecipe& site, int bits);
int inputBits(const SiteRecipe& site);
void setInputBits(SiteRecipe& site, int bits);

/// Changes the recipe of all sites: the base, and of the overrides those parts that were as the
/// base's. What a layer has of its own stays its own.
void changeForAll(QuantRecipe& recipe, const std::function<void(SiteRecipe&)>& change);

/// What shares a scale, as changeForAll(). Groups keep their size unless it does not divide rows of
/// `width` values: then it is one that divides the rows of every shipped model.
void setGranularity(QuantRecipe& recipe, Granularity granularity, std::size_t width);

/// The recipe of one site: base, or the last override that matches; nothing quantized for sites
/// that the recipe leaves out.
SiteRecipe recipeOfSite(const QuantRecipe& recipe, std::string_view site);
/// Another recipe for one site alone; an override that says nothing new is left out.
void setRecipeOfSite(QuantRecipe& recipe, const std::string& site, const SiteRecipe& own);
/// Another number of weight bits for one site alone.
void setBitsOfSite(QuantRecipe& recipe, const std::string& site, int bits);

/// The recipe that the form begins with: INT4 weights per channel, inputs as they are.
QuantRecipe defaultRecipe();

/// "FP32", "PTQ INT4 GPTQ", "QAT INT4 A8 LSQ", "LoRA r 8", "QLoRA NF4 r 8": method and settings in
/// technical terms, the same in every language, because the store knows runs by it.
QString runName(const RunSpec& run);

}  // namespace zeropoint::ui
