// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/run_form.h"

#include "core/numerics/number_format.h"
#include "core/scheme/format_settings.h"

#include <QStringList>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int usualGroup = 16;  ///< divides the rows of every shipped model

int bitsOf(const std::string& format) {
    const NumberFormat* found = findNumberFormat(format);
    return found != nullptr ? found->bits : fullBits;
}

QString formatTitle(const std::string& format) {
    return QString::fromStdString(format).toUpper();
}

/// What rounds afterwards, or what trains through the rounding; the usual ways need no name.
QString wayOf(const RunSpec& run) {
    if (run.method == MethodKind::Qat) {
        switch (run.qat.weights) {
            case WeightTraining::ClippedSte:
                return {};
            case WeightTraining::PlainSte:
                return QStringLiteral("plain STE");
            case WeightTraining::Lsq:
                return QStringLiteral("LSQ");
            case WeightTraining::LsqPyTorch:
                return QStringLiteral("LSQ as PyTorch");
        }
    }
    switch (run.recipe.base.method) {
        case PtqMethod::RoundToNearest:
            break;
        case PtqMethod::Awq:
            return QStringLiteral("AWQ");
        case PtqMethod::Gptq:
            return QStringLiteral("GPTQ");
        case PtqMethod::AdaRound:
            return QStringLiteral("AdaRound");
        case PtqMethod::Hqq:
            return QStringLiteral("HQQ");
    }
    return {};
}

QString quantizedName(const RunSpec& run) {
    const SiteRecipe& base = run.recipe.base;
    QStringList words{run.method == MethodKind::Ptq ? QStringLiteral("PTQ") : QStringLiteral("QAT"),
                      base.weight ? formatTitle(base.weight->format) : QStringLiteral("FP32")};
    if (inputBits(base) < fullBits) {
        words << QStringLiteral("A%1").arg(inputBits(base));
    }
    words << wayOf(run);
    words.removeAll(QString());
    QString name = words.join(QLatin1Char(' '));
    const bool scaled = base.weight && settingsOf(base.weight->format).scale;
    if (scaled && base.weight->granularity == Granularity::Tensor) {
        name += QStringLiteral(", per tensor");
    } else if (scaled && base.weight->granularity == Granularity::Group) {
        name += QStringLiteral(", groups of %1").arg(base.weight->groupSize);
    }
    return run.recipe.overrides.empty() ? name : name + QStringLiteral(", mixed");
}

}  // namespace

int weightBits(const SiteRecipe& site) {
    return site.weight ? bitsOf(site.weight->format) : fullBits;
}

void setWeightBits(SiteRecipe& site, int bits) {
    if (bits == weightBits(site)) {
        return;
    }
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
    if (bits == inputBits(site)) {
        return;
    }
    if (bits >= fullBits) {
        site.activation = {};
        return;
    }
    if (site.activation.mode == ActivationMode::None) {
        site.activation.mode = ActivationMode::Static;
        site.activation.observer = ActivationObserver::RangeMethod;
        site.activation.scheme.symmetric = false;
    }
    const bool symmetric = site.activation.scheme.symmetric;
    site.activation.scheme.format = (symmetric ? "int" : "uint") + std::to_string(bits);
}

void changeForAll(QuantRecipe& recipe, const std::function<void(SiteRecipe&)>& change) {
    const SiteRecipe before = recipe.base;
    change(recipe.base);
    const SiteRecipe& after = recipe.base;
    for (SiteOverride& other : recipe.overrides) {
        SiteRecipe& own = other.recipe;
        if (own.activation == before.activation) {
            own.activation = after.activation;
        }
        if (own.method == before.method) {
            own.method = after.method;
        }
        if (own.weight && before.weight && after.weight) {
            if (own.weight->granularity == before.weight->granularity &&
                own.weight->groupSize == before.weight->groupSize) {
                own.weight->granularity = after.weight->granularity;
                own.weight->groupSize = after.weight->groupSize;
            }
        }
    }
}

void setGranularity(QuantRecipe& recipe, Granularity granularity, std::size_t width) {
    changeForAll(recipe, [granularity, width](SiteRecipe& site) {
        if (!site.weight || site.weight->granularity == granularity) {
            return;
        }
        site.weight->granularity = granularity;
        const bool divides = static_cast<std::int64_t>(width) % site.weight->groupSize == 0;
        if (granularity == Granularity::Group && !divides) {
            site.weight->groupSize = usualGroup;
        }
    });
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
            return QStringLiteral("FP32");
        case MethodKind::Ptq:
        case MethodKind::Qat:
            return quantizedName(run);
        case MethodKind::Lora:
            return QStringLiteral("LoRA r %1").arg(run.lora.rank);
        case MethodKind::Qlora:
            return QStringLiteral("QLoRA NF4 r %1").arg(run.qlora.adapters.rank);
    }
    return {};
}

}  // namespace zeropoint::ui
