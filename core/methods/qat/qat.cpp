// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/qat/qat.h"

#include "core/methods/qat/fake_quantize_input.h"
#include "core/methods/qat/lsq_input.h"
#include "core/methods/qat/lsq_weight.h"
#include "core/methods/qat/pact_input.h"
#include "core/methods/qat/paired_attachment.h"

#include <algorithm>
#include <utility>

namespace zeropoint {
namespace {

template <typename Made, typename Out>
Result<void> take(const Result<std::shared_ptr<Made>>& made, std::shared_ptr<Out>& out) {
    if (!made) {
        return tl::unexpected(made.error());
    }
    out = *made;
    return {};
}

Result<void> makeWeight(const SiteRecipe& recipe, const QatConfig& config, QatSite& made) {
    const QuantScheme& scheme = *recipe.weight;
    if (config.weights == WeightTraining::Lsq || config.weights == WeightTraining::LsqPyTorch) {
        const ClipTest test =
            config.weights == WeightTraining::Lsq ? ClipTest::Value : ClipTest::Code;
        return take(LsqWeight::make(scheme, made.site, test, config.freezeScalesAt), made.weight);
    }
    const StraightThrough estimator = config.weights == WeightTraining::PlainSte
                                          ? StraightThrough::Plain
                                          : StraightThrough::Clipped;
    return take(
        FakeQuantizeWeight::make(scheme, made.site, estimator, recipe.clip, config.freezeScalesAt),
        made.weight);
}

InputRange rangeOf(const ActivationRecipe& recipe) {
    switch (recipe.mode) {
        case ActivationMode::DynamicToken:
            return InputRange::Token;
        case ActivationMode::DynamicSequence:
            return InputRange::Sequence;
        default:
            break;
    }
    return recipe.observer == ActivationObserver::MovingAverage ? InputRange::Average
                                                                : InputRange::Extremes;
}

Result<void> makeInput(const ActivationRecipe& recipe, const QatConfig& config, QatSite& made) {
    const std::uint64_t freezeAt = config.freezeObserversAt;
    const bool learned =
        recipe.mode == ActivationMode::Static && config.inputs != InputTraining::Observed;
    if (learned && config.inputs == InputTraining::Pact) {
        return take(PactInput::make(recipe.scheme, made.site, freezeAt), made.input);
    }
    if (learned) {
        const ClipTest test =
            config.inputs == InputTraining::Lsq ? ClipTest::Value : ClipTest::Code;
        return take(LsqInput::make(recipe.scheme, made.site, test, freezeAt), made.input);
    }
    FakeQuantizeInput::Config input;
    input.constant = static_cast<float>(recipe.averagingConstant);
    input.freezeAt = freezeAt;
    input.range = rangeOf(recipe);
    return take(FakeQuantizeInput::make(recipe.scheme, made.site, input), made.input);
}

Result<QatSite> makeSite(const ResolvedSite& resolved, const QatConfig& config) {
    QatSite made{resolved.site, nullptr, nullptr};
    if (resolved.recipe.weight) {
        if (auto weight = makeWeight(resolved.recipe, config, made); !weight) {
            return tl::unexpected(weight.error());
        }
    }
    if (resolved.recipe.activation.mode != ActivationMode::None && resolved.site.linear) {
        if (auto input = makeInput(resolved.recipe.activation, config, made); !input) {
            return tl::unexpected(input.error());
        }
    }
    return made;
}

Result<void> afterTraining(const std::string& what, std::string where) {
    return fail(ErrorCode::Unsupported, what + " belongs to quantization after training",
                std::move(where), "Leave it out, or choose the method ptq");
}

bool learnsScale(WeightTraining weights) {
    return weights == WeightTraining::Lsq || weights == WeightTraining::LsqPyTorch;
}

/// Where the scale or the range is learned, nothing else may claim to choose it.
Result<void> checkRanges(const ResolvedSite& place, const QatConfig& config) {
    const auto ignored = [&place](const char* what) {
        return fail(ErrorCode::Unsupported, std::string(what) + " would not be looked at",
                    place.site.name, "Choose minmax without a clip, or an observed range");
    };
    const SiteRecipe& own = place.recipe;
    const bool learnedWeight = own.weight && learnsScale(config.weights);
    if (learnedWeight && own.clip != 1) {
        return ignored("The scale is learned: a clipped range");
    }
    if (learnedWeight && own.weight->range.kind != RangeMethod::Kind::MinMax) {
        return ignored("The scale is learned: a range method");
    }
    const bool learnedInput =
        own.activation.mode == ActivationMode::Static && config.inputs != InputTraining::Observed;
    if (learnedInput && own.activation.scheme.range.kind != RangeMethod::Kind::MinMax) {
        return ignored("The input's range is learned: a range method");
    }
    return {};
}

/// A size or an error must never be told of something that the training did not have.
Result<void> checkTrainable(const QuantRecipe& recipe, const QatConfig& config,
                            const std::vector<ResolvedSite>& sites) {
    if (recipe.rest != "fp32") {
        return afterTraining("A rest in " + recipe.rest, "rest");
    }
    if (recipe.smoothAlpha) {
        return afterTraining("SmoothQuant", "smooth_alpha");
    }
    if (recipe.kvCache) {
        return afterTraining("A quantized KV cache", "kv_cache");
    }
    for (const ResolvedSite& place : sites) {
        if (place.recipe.weight && place.recipe.method != PtqMethod::RoundToNearest) {
            return afterTraining("A method that chooses codes", place.site.name);
        }
        if (auto followed = checkRanges(place, config); !followed) {
            return followed;
        }
        if (place.recipe.biasCorrection || place.recipe.bias != BiasTreatment::Keep) {
            return afterTraining("A corrected or quantized bias", place.site.name);
        }
    }
    return {};
}

std::shared_ptr<LinearAttachment<float>> attachmentOf(const QatSite& site) {
    if (site.weight && site.input) {
        return std::make_shared<PairedAttachment>(site.weight, site.input);
    }
    if (site.weight) {
        return site.weight;
    }
    return site.input;
}

}  // namespace

Result<std::vector<QatSite>> attachQat(Transformer<float>& model, const QuantRecipe& recipe,
                                       const QatConfig& config) {
    const auto resolved = resolveSites(recipe, model);
    if (!resolved) {
        return tl::unexpected(resolved.error());
    }
    if (auto trainable = checkTrainable(recipe, config, *resolved); !trainable) {
        return tl::unexpected(trainable.error());
    }
    std::vector<QatSite> sites;
    for (const ResolvedSite& place : *resolved) {
        auto made = makeSite(place, config);
        if (!made) {
            return tl::unexpected(made.error());
        }
        if (made->weight || made->input) {
            sites.push_back(std::move(*made));
        }
    }
    for (const QatSite& site : sites) {
        if (auto attached = model.attach(site.site.name, attachmentOf(site)); !attached) {
            model.detachAll();
            return tl::unexpected(attached.error());
        }
    }
    return sites;
}

void writeGridValues(Parameters<float>& parameters, const std::vector<QatSite>& sites) {
    for (const QatSite& site : sites) {
        const auto index = parameters.find(site.site.name + ".weight");
        if (!site.weight || !index) {
            continue;
        }
        const std::span<float> master = parameters.values(*index);
        const std::span<const Grid> grids = site.weight->grids();
        for (std::size_t unit = 0; unit < grids.size(); ++unit) {
            const std::span<float> values = site.weight->units().slice(master, unit);
            fakeQuantize(values, grids[unit], values);
        }
    }
}

void bakeWeights(Transformer<float>& model, const std::vector<QatSite>& sites) {
    writeGridValues(model.parameters(), sites);
    model.detachAll();
}

}  // namespace zeropoint
