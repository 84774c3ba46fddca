// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/recipe_choices.h"

#include "core/numerics/block_format.h"
#include "ui/state/runs/run_form.h"
#include "ui/text/run_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr const char* formats[] = {"int2",     "int3",     "int4", "int5",  "int6", "int8",
                                   "fp4-e2m1", "fp8-e4m3", "nf4",  "mxfp4", "q4_0"};
constexpr int groups[] = {16, 32, 64, 128};
constexpr PtqMethod methods[] = {PtqMethod::RoundToNearest, PtqMethod::Awq, PtqMethod::Gptq,
                                 PtqMethod::AdaRound, PtqMethod::Hqq};
constexpr ActivationMode modes[] = {ActivationMode::Static, ActivationMode::DynamicToken,
                                    ActivationMode::DynamicSequence};

class Recipe {
    Q_DECLARE_TR_FUNCTIONS(Recipe)
};

QString formatText(const QuantScheme& scheme) {
    const QString name = QString::fromStdString(scheme.format).toUpper();
    return scheme.symmetric ? name : Recipe::tr("%1 asymmetric").arg(name);
}

QString scaleText(const QuantScheme& scheme) {
    if (findBlockFormat(scheme.format) != nullptr) {
        return Recipe::tr("block");
    }
    switch (scheme.granularity) {
        case Granularity::Tensor:
            return Recipe::tr("tensor");
        case Granularity::Channel:
            return Recipe::tr("channel");
        case Granularity::Group:
            break;
    }
    return Recipe::tr("group %1").arg(scheme.groupSize);
}

QString inputText(const ActivationRecipe& activation) {
    const QString name = QString::fromStdString(activation.scheme.format).toUpper();
    switch (activation.mode) {
        case ActivationMode::None:
            break;
        case ActivationMode::Static:
            return Recipe::tr("%1 static").arg(name);
        case ActivationMode::DynamicToken:
            return Recipe::tr("%1 per token").arg(name);
        case ActivationMode::DynamicSequence:
            return Recipe::tr("%1 per sequence").arg(name);
    }
    return Recipe::tr("FP32");
}

QString biasText(const SiteRecipe& site) {
    return site.bias == BiasTreatment::Int32 ? QStringLiteral("INT32")
           : site.biasCorrection             ? Recipe::tr("corrected")
                                             : Recipe::tr("kept");
}

void setFormat(SiteRecipe& site, const std::string& format) {
    QuantScheme scheme = site.weight.value_or(*defaultRecipe().base.weight);
    scheme.format = format;
    scheme.symmetric = true;
    site.weight = scheme;
}

void setScale(SiteRecipe& site, Granularity granularity, int groupSize) {
    if (site.weight) {
        site.weight->granularity = granularity;
        if (granularity == Granularity::Group) {
            site.weight->groupSize = groupSize;
        }
    }
}

void setIntegerInput(SiteRecipe& site, int bits, ActivationMode mode) {
    setInputBits(site, bits);
    site.activation.mode = mode;
    site.activation.scheme.format = "uint" + std::to_string(bits);
    site.activation.scheme.symmetric = false;
}

/// Each choice is named by what it makes of a quantized site.
RecipeChoice choice(RecipeColumn column, std::function<void(SiteRecipe&)> apply) {
    SiteRecipe site = defaultRecipe().base;
    apply(site);
    return {recipeText(site, column), std::move(apply)};
}

std::vector<RecipeChoice> weightChoices() {
    std::vector<RecipeChoice> all;
    all.push_back(choice(RecipeColumn::Weights, [](SiteRecipe& site) {
        site.weight.reset();
        site.method = PtqMethod::RoundToNearest;
        site.clip = 1;
    }));
    for (const char* format : formats) {
        all.push_back(
            choice(RecipeColumn::Weights, [format](SiteRecipe& site) { setFormat(site, format); }));
    }
    return all;
}

std::vector<RecipeChoice> scaleChoices() {
    std::vector<RecipeChoice> all;
    for (const Granularity granularity : {Granularity::Tensor, Granularity::Channel}) {
        all.push_back(choice(RecipeColumn::ScalePer, [granularity](SiteRecipe& site) {
            setScale(site, granularity, groups[0]);
        }));
    }
    for (const int size : groups) {
        all.push_back(choice(RecipeColumn::ScalePer, [size](SiteRecipe& site) {
            setScale(site, Granularity::Group, size);
        }));
    }
    return all;
}

std::vector<RecipeChoice> inputChoices() {
    std::vector<RecipeChoice> all;
    all.push_back(
        choice(RecipeColumn::Inputs, [](SiteRecipe& site) { setInputBits(site, fullBits); }));
    for (const int bits : {8, 6, 4}) {
        for (const ActivationMode mode : modes) {
            all.push_back(choice(RecipeColumn::Inputs, [bits, mode](SiteRecipe& site) {
                setIntegerInput(site, bits, mode);
            }));
        }
    }
    return all;
}

std::vector<RecipeChoice> biasChoices() {
    const auto bias = [](bool correct, BiasTreatment treatment) {
        return choice(RecipeColumn::Bias, [correct, treatment](SiteRecipe& site) {
            site.biasCorrection = correct;
            site.bias = treatment;
        });
    };
    return {bias(false, BiasTreatment::Keep), bias(true, BiasTreatment::Keep),
            bias(false, BiasTreatment::Int32)};
}

}  // namespace

QString recipeColumnTitle(RecipeColumn column) {
    switch (column) {
        case RecipeColumn::Weights:
            return Recipe::tr("Weights");
        case RecipeColumn::ScalePer:
            return Recipe::tr("Scale per");
        case RecipeColumn::Inputs:
            return Recipe::tr("Inputs");
        case RecipeColumn::Method:
            return Recipe::tr("Rounding");
        case RecipeColumn::Bias:
            return Recipe::tr("Bias");
    }
    return {};
}

std::vector<RecipeChoice> recipeChoices(RecipeColumn column) {
    switch (column) {
        case RecipeColumn::Weights:
            return weightChoices();
        case RecipeColumn::ScalePer:
            return scaleChoices();
        case RecipeColumn::Inputs:
            return inputChoices();
        case RecipeColumn::Bias:
            return biasChoices();
        case RecipeColumn::Method:
            break;
    }
    std::vector<RecipeChoice> all;
    for (const PtqMethod method : methods) {
        all.push_back(
            choice(RecipeColumn::Method, [method](SiteRecipe& site) { site.method = method; }));
    }
    return all;
}

int currentChoice(const std::vector<RecipeChoice>& choices, const SiteRecipe& site) {
    const auto found = std::find_if(choices.begin(), choices.end(), [&](const RecipeChoice& it) {
        SiteRecipe chosen = site;
        it.apply(chosen);
        return chosen == site;
    });
    return found == choices.end() ? -1 : static_cast<int>(found - choices.begin());
}

QLatin1String recipeColumnId(RecipeColumn column) {
    switch (column) {
        case RecipeColumn::Weights:
            return QLatin1String("weights");
        case RecipeColumn::ScalePer:
            return QLatin1String("scale");
        case RecipeColumn::Inputs:
            return QLatin1String("inputs");
        case RecipeColumn::Method:
            return QLatin1String("rounding");
        case RecipeColumn::Bias:
            return QLatin1String("bias");
    }
    return {};
}

QString recipeText(const SiteRecipe& site, RecipeColumn column) {
    switch (column) {
        case RecipeColumn::Weights:
            return site.weight ? formatText(*site.weight) : Recipe::tr("FP32");
        case RecipeColumn::ScalePer:
            return site.weight ? scaleText(*site.weight) : QStringLiteral("–");
        case RecipeColumn::Inputs:
            return inputText(site.activation);
        case RecipeColumn::Method:
            return site.weight ? ptqMethodName(site.method) : QStringLiteral("–");
        case RecipeColumn::Bias:
            return biasText(site);
    }
    return {};
}

bool recipeApplies(const SiteRecipe& site, RecipeColumn column, bool linear) {
    switch (column) {
        case RecipeColumn::ScalePer:
            return site.weight && findBlockFormat(site.weight->format) == nullptr;
        case RecipeColumn::Method:
            return site.weight.has_value();
        case RecipeColumn::Inputs:
        case RecipeColumn::Bias:
            return linear;
        case RecipeColumn::Weights:
            break;
    }
    return true;
}

}  // namespace zeropoint::ui
