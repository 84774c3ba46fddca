// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/run_form.h"

#include "core/numerics/number_format.h"

#include <QCoreApplication>

#include <algorithm>

namespace zeropoint::ui {
namespace {

QString say(const char* text) {
    return QCoreApplication::translate("RunForm", text);
}

int bitsOf(const std::string& format) {
    const NumberFormat* found = findNumberFormat(format);
    return found != nullptr ? found->bits : fullBits;
}

QString formatTitle(const std::string& format) {
    return QString::fromStdString(format).toUpper();
}

QString quantizedName(const RunSpec& run) {
    const SiteRecipe& base = run.recipe.base;
    QString name = methodTitle(run.method) + QLatin1Char(' ') +
                   (base.weight ? formatTitle(base.weight->format) : say("FP32"));
    if (inputBits(base) < fullBits) {
        name += QStringLiteral(" A%1").arg(inputBits(base));
    }
    if (base.weight && base.weight->granularity == Granularity::Tensor) {
        name += say(", per tensor");
    } else if (base.weight && base.weight->granularity == Granularity::Group) {
        name += say(", groups of %1").arg(base.weight->groupSize);
    }
    return run.recipe.overrides.empty() ? name : name + say(", mixed");
}

}  // namespace

int weightBits(const SiteRecipe& site) {
    return site.weight ? bitsOf(site.weight->format) : fullBits;
}

void setWeightBits(SiteRecipe& site, int bits) {
    if (bits >= fullBits) {
        site.weight.reset();
        return;
    }
    QuantScheme scheme = site.weight.value_or(*defaultRecipe().base.weight);
    scheme.format = "int" + std::to_string(bits);
    site.weight = scheme;
}

int inputBits(const SiteRecipe& site) {
    return site.activation.mode == ActivationMode::None ? fullBits
                                                        : bitsOf(site.activation.scheme.format);
}

void setInputBits(SiteRecipe& site, int bits) {
    if (bits >= fullBits) {
        site.activation = {};
        return;
    }
    site.activation.mode = ActivationMode::Static;
    site.activation.observer = ActivationObserver::RangeMethod;
    site.activation.scheme.format = "uint" + std::to_string(bits);
    site.activation.scheme.symmetric = false;
}

SiteRecipe recipeOfSite(const QuantRecipe& recipe, std::string_view site) {
    SiteRecipe found;
    const bool block = site.starts_with("layers.");
    const bool table = site.ends_with("_emb");
    if (block || (table && recipe.embeddings) || (site == "head" && recipe.head)) {
        found = recipe.base;
    }
    for (const SiteOverride& other : recipe.overrides) {
        if (matchesSite(other.sites, site)) {
            found = other.recipe;
        }
    }
    return found;
}

void setBitsOfSite(QuantRecipe& recipe, const std::string& site, int bits) {
    SiteRecipe own = recipeOfSite(recipe, site);
    if (!own.weight) {
        own.weight = recipe.base.weight;
    }
    setWeightBits(own, bits);
    setRecipeOfSite(recipe, site, own);
}

void setRecipeOfSite(QuantRecipe& recipe, const std::string& site, const SiteRecipe& own) {
    std::erase_if(recipe.overrides, [&](const SiteOverride& old) { return old.sites == site; });
    if (!(own == recipeOfSite(recipe, site))) {
        recipe.overrides.push_back({site, own});
    }
}

QuantRecipe defaultRecipe() {
    QuantRecipe recipe;
    QuantScheme scheme;
    scheme.format = "int4";
    scheme.granularity = Granularity::Channel;
    recipe.base.weight = scheme;
    return recipe;
}

QString runName(const RunSpec& run) {
    switch (run.method) {
        case MethodKind::Full:
            return say("FP32");
        case MethodKind::Ptq:
        case MethodKind::Qat:
            return quantizedName(run);
        case MethodKind::Lora:
            return say("LoRA r %1").arg(run.lora.rank);
        case MethodKind::Qlora:
            return say("QLoRA NF4 r %1").arg(run.qlora.adapters.rank);
    }
    return {};
}

QString methodTitle(MethodKind method) {
    switch (method) {
        case MethodKind::Full:
            return say("Full");
        case MethodKind::Ptq:
            return QStringLiteral("PTQ");
        case MethodKind::Qat:
            return QStringLiteral("QAT");
        case MethodKind::Lora:
            return QStringLiteral("LoRA");
        case MethodKind::Qlora:
            return QStringLiteral("QLoRA");
    }
    return {};
}

}  // namespace zeropoint::ui
