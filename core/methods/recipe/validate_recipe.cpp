// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/range_methods.h"
#include "core/methods/recipe/input_groups.h"
#include "core/methods/recipe/quant_recipe.h"
#include "core/numerics/block_format.h"
#include "core/numerics/parse_number.h"
#include "core/scheme/param_chooser.h"
#include "core/support/in_quotes.h"

namespace zeropoint {
namespace {

tl::unexpected<Error> wrong(std::string what, std::string where, std::string remedy) {
    return fail(ErrorCode::InvalidArgument, std::move(what), std::move(where), std::move(remedy));
}

Result<void> checkBlocks(const BlockFormat& format, std::size_t length, const std::string& where) {
    if (!format.quantizes()) {
        return fail(ErrorCode::Unsupported,
                    std::string(format.name) + " is read but not written here", where,
                    "Choose a format that quantizes, such as q4_0 or mxfp4");
    }
    if (length % static_cast<std::size_t>(format.valuesPerBlock) != 0) {
        return wrong("Blocks of " + std::to_string(format.valuesPerBlock) +
                         " do not divide rows of " + std::to_string(length),
                     where, "Choose a format of smaller blocks, or keep this layer");
    }
    return {};
}

/// A format with one code a value, and a scale for each unit along rows of `length` values.
Result<void> checkElements(const QuantScheme& scheme, std::size_t length,
                           const std::string& where) {
    const Result<ParamChooser> chooser = ParamChooser::make(scheme);
    if (!chooser) {
        return wrong(chooser.error().what, where, chooser.error().remedy);
    }
    if (chooser->element().format->bits > 16) {
        return wrong(inQuotes(scheme.format) + " has more than 16 bits", where,
                     "Leave the layer in high precision instead");
    }
    const auto group = static_cast<std::size_t>(scheme.groupSize);
    if (scheme.granularity == Granularity::Group && (group == 0 || length % group != 0)) {
        return wrong("Groups of " + std::to_string(scheme.groupSize) + " do not divide rows of " +
                         std::to_string(length),
                     where, "Choose a divisor of the row");
    }
    if (scheme.granularity == Granularity::Channel && scheme.axis != 0 && scheme.axis != -2) {
        return wrong("Channels of a weight lie along axis 0", where, "Set axis to 0");
    }
    if (const Result<void> method = checkMethod(scheme.range); !method) {
        return wrong(method.error().what, where, method.error().remedy);
    }
    return {};
}

Result<void> checkScheme(const QuantScheme& scheme, std::size_t length, const std::string& where) {
    const BlockFormat* blocks = findBlockFormat(scheme.format);
    return blocks != nullptr ? checkBlocks(*blocks, length, where)
                             : checkElements(scheme, length, where);
}

bool isInteger(const QuantScheme& scheme) {
    const NumberFormat* format = findNumberFormat(scheme.format);
    return format != nullptr && format->kind == FormatKind::Integer;
}

Result<void> checkMethodFits(const ResolvedSite& site) {
    const PtqMethod method = site.recipe.method;
    const QuantScheme& scheme = *site.recipe.weight;
    if (method == PtqMethod::RoundToNearest) {
        return {};
    }
    if (!site.site.linear && method != PtqMethod::Hqq) {
        return wrong("This method looks at a layer's inputs, and a table has none", site.site.name,
                     "Use rtn or hqq here");
    }
    const bool needsInteger = method == PtqMethod::AdaRound || method == PtqMethod::Hqq;
    if (needsInteger && !isInteger(scheme)) {
        return wrong("This method makes integer codes, not " + inQuotes(scheme.format),
                     site.site.name, "Choose an integer format such as int4, or rtn");
    }
    if (method == PtqMethod::Gptq && findNumberFormat(scheme.format) == nullptr) {
        return wrong("GPTQ needs one code a value, and blocks are made whole", site.site.name,
                     "Choose a format with groups, or awq or rtn");
    }
    return {};
}

Result<void> checkClip(const ResolvedSite& site) {
    const SiteRecipe& own = site.recipe;
    if (!(own.clip > 0 && own.clip <= 1)) {
        return wrong("The share of a range that is kept lies above 0 and up to 1", site.site.name,
                     "1 keeps the whole range");
    }
    const bool clips =
        own.method == PtqMethod::RoundToNearest && findBlockFormat(own.weight->format) == nullptr;
    return own.clip == 1 || clips
               ? Result<void>{}
               : wrong("Only weights rounded to nearest, in a format with scales, are clipped",
                       site.site.name, "Set clip to 1 here");
}

Result<void> checkActivation(const ResolvedSite& site) {
    const ActivationRecipe& activation = site.recipe.activation;
    if (activation.mode == ActivationMode::None) {
        return {};
    }
    if (!site.site.linear) {
        return wrong("A table has no input that could be quantized", site.site.name,
                     "Set the activation's mode to none here");
    }
    if (findBlockFormat(activation.scheme.format) != nullptr &&
        activation.mode != ActivationMode::DynamicToken) {
        return wrong("Blocks of an activation are made row by row", site.site.name,
                     "Set the activation's mode to dynamic-token");
    }
    if (activation.scheme.granularity != Granularity::Tensor) {
        return wrong("An activation's mode says who shares a range", site.site.name,
                     "Set its scheme to per tensor");
    }
    if (!(activation.averagingConstant > 0) || activation.averagingConstant > 1) {
        return wrong("The averaging constant lies above 0 and up to 1", site.site.name,
                     "0.01 is usual");
    }
    return checkScheme(activation.scheme, site.site.in, site.site.name);
}

Result<void> checkBias(const ResolvedSite& site) {
    const SiteRecipe& own = site.recipe;
    if (own.bias == BiasTreatment::Keep) {
        return {};
    }
    const bool sound =
        own.weight && isInteger(*own.weight) && own.weight->symmetric &&
        own.weight->granularity != Granularity::Group && own.method != PtqMethod::Hqq &&
        own.activation.mode == ActivationMode::Static && isInteger(own.activation.scheme);
    return sound ? Result<void>{}
                 : wrong(
                       "An integer bias needs integer weights per tensor or channel and a static "
                       "integer activation",
                       site.site.name, "Keep the bias, or change those");
}

Result<void> checkSite(const ResolvedSite& site) {
    if (site.recipe.weight) {
        if (auto sound = checkScheme(*site.recipe.weight, site.site.in, site.site.name); !sound) {
            return sound;
        }
        if (auto sound = checkMethodFits(site); !sound) {
            return sound;
        }
        if (auto sound = checkClip(site); !sound) {
            return sound;
        }
    }
    if (auto sound = checkActivation(site); !sound) {
        return sound;
    }
    return checkBias(site);
}

/// Layers that read one input share its factors: SmoothQuant for one of them is SmoothQuant for
/// all.
Result<void> checkScaling(const QuantRecipe& recipe, const std::vector<ResolvedSite>& sites) {
    for (const InputGroup& group : inputGroups(sites)) {
        if (scalingOf(group, recipe, sites) != InputScaling::SmoothQuant) {
            continue;
        }
        for (const std::size_t index : group.sites) {
            const ResolvedSite& site = sites[index];
            if (site.recipe.weight && site.recipe.method == PtqMethod::Awq) {
                return wrong("SmoothQuant and AWQ would scale the same inputs", site.site.name,
                             "Use one of them for all layers that read this input");
            }
        }
    }
    return {};
}

struct Limit {
    const char* name;
    double value;
    double least;
    double most;
};

Result<void> checkNumbers(const QuantRecipe& recipe) {
    const auto number = [](std::size_t value) { return static_cast<double>(value); };
    const Limit limits[] = {
        {"calibration.batches", number(recipe.calibration.batches), 0, 256},
        {"calibration.sequences", number(recipe.calibration.sequences), 1, 1024},
        {"smooth_alpha", recipe.smoothAlpha.value_or(0), 0, 1},
        {"gptq.damping", recipe.gptq.damping, 1e-6, 1},
        {"gptq.block", number(recipe.gptq.block), 1, 4096},
        {"awq.steps", number(recipe.awq.steps), 1, 100},
        {"adaround.iterations", number(recipe.adaRound.iterations), 1, 20000},
        {"adaround.learning_rate", recipe.adaRound.learningRate, 1e-6, 1},
        {"adaround.regularization", recipe.adaRound.regularization, 0, 1000},
        {"hqq.iterations", number(recipe.hqq.iterations), 1, 1000},
        {"hqq.norm", recipe.hqq.norm, 0.01, 1},
    };
    for (const Limit& limit : limits) {
        if (!(limit.value >= limit.least && limit.value <= limit.most)) {
            return wrong("A setting is out of range", limit.name,
                         "Give " + shortestText(limit.least) + " to " + shortestText(limit.most));
        }
    }
    return {};
}

Result<void> checkKvCache(const QuantRecipe& recipe, const Transformer<float>& model) {
    if (!recipe.kvCache) {
        return {};
    }
    if (recipe.kvCache->granularity == Granularity::Channel) {
        return wrong("A cache is quantized as its tokens arrive", "kv_cache",
                     "Choose per tensor (a range for each token) or per group");
    }
    return checkScheme(*recipe.kvCache, model.config().width, "kv_cache");
}

}  // namespace

Result<void> validate(const QuantRecipe& recipe, const Transformer<float>& model) {
    if (recipe.rest != "fp32" && recipe.rest != "fp16" && recipe.rest != "bf16") {
        return wrong("High precision is not " + inQuotes(recipe.rest), "rest",
                     "Give fp32, fp16 or bf16");
    }
    if (auto sound = checkNumbers(recipe); !sound) {
        return sound;
    }
    const Result<std::vector<ResolvedSite>> sites = resolveSites(recipe, model);
    if (!sites) {
        return tl::unexpected(sites.error());
    }
    for (const ResolvedSite& site : *sites) {
        if (auto sound = checkSite(site); !sound) {
            return sound;
        }
    }
    if (auto sound = checkScaling(recipe, *sites); !sound) {
        return sound;
    }
    if (recipe.calibration.batches == 0 && needsCalibration(recipe, *sites)) {
        return wrong("This recipe has to see data, and there are no calibration batches",
                     "calibration.batches", "Give 1 or more");
    }
    return checkKvCache(recipe, model);
}

}  // namespace zeropoint
