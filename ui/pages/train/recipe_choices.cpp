// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/recipe_choices.h"

#include "core/numerics/block_format.h"
#include "ui/state/run_form.h"
#include "ui/text/run_words.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

constexpr const char* formats[] = {"int2",     "int3",     "int4", "int5",  "int6", "int8",
                                   "fp4-e2m1", "fp8-e4m3", "nf4",  "mxfp4", "q4_0"};
constexpr int groups[] = {16, 32, 64, 128};
constexpr PtqMethod methods[] = {PtqMethod::RoundToNearest, PtqMethod::Awq, PtqMethod::Gptq,
                                 PtqMethod::AdaRound, PtqMethod::Hqq};
constexpr ActivationMode modes[] = {ActivationMode::Static, ActivationMode::DynamicToken,
                                    ActivationMode::DynamicSequence};

QString say(const char* text) {
    return QCoreApplication::translate("Recipe", text);
}

QString formatText(const QuantScheme& scheme) {
    const QString name = QString::fromStdString(scheme.format).toUpper();
    return scheme.symmetric ? name : name + say(" asymmetric");
}

QString scaleText(const QuantScheme& scheme) {
    if (findBlockFormat(scheme.format) != nullptr) {
        return say("block");
    }
    switch (scheme.granularity) {
        case Granularity::Tensor:
            return say("tensor");
        case Granularity::Channel:
            return say("channel");
        case Granularity::Group:
            break;
    }
    return say("group %1").arg(scheme.groupSize);
}

QString inputText(const ActivationRecipe& activation) {
    const QString name = QString::fromStdString(activation.scheme.format).toUpper();
    switch (activation.mode) {
        case ActivationMode::None:
            break;
        case ActivationMode::Static:
            return say("%1 static").arg(name);
        case ActivationMode::DynamicToken:
            return say("%1 per token").arg(name);
        case ActivationMode::DynamicSequence:
            return say("%1 per sequence").arg(name);
    }
    return say("FP32");
}

QString biasText(const SiteRecipe& site) {
    return site.bias == BiasTreatment::Int32 ? QStringLiteral("INT32")
           : site.biasCorrection             ? say("corrected")
                                             : say("kept");
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
        site.weight->groupSize = groupSize;
    }
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
                setInputBits(site, bits);
                site.activation.mode = mode;
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
            return say("Weights");
        case RecipeColumn::ScalePer:
            return say("Scale per");
        case RecipeColumn::Inputs:
            return say("Inputs");
        case RecipeColumn::Method:
            return say("Rounding");
        case RecipeColumn::Bias:
            return say("Bias");
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

QString recipeText(const SiteRecipe& site, RecipeColumn column) {
    switch (column) {
        case RecipeColumn::Weights:
            return site.weight ? formatText(*site.weight) : say("FP32");
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
