// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/qat.h"

#include "core/methods/fake_quantize_input.h"
#include "core/methods/lsq_input.h"
#include "core/methods/lsq_weight.h"
#include "core/methods/pact_input.h"
#include "core/methods/paired_attachment.h"

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

Result<void> makeWeight(const QuantScheme& scheme, const QatConfig& config, QatSite& made) {
    if (config.weights == WeightTraining::Lsq) {
        return take(LsqWeight::make(scheme, made.site, config.freezeScalesAt), made.weight);
    }
    const StraightThrough estimator = config.weights == WeightTraining::PlainSte
                                          ? StraightThrough::Plain
                                          : StraightThrough::Clipped;
    return take(FakeQuantizeWeight::make(scheme, made.site, estimator, config.freezeScalesAt),
                made.weight);
}

Result<void> makeInput(const ActivationRecipe& recipe, const QatConfig& config, QatSite& made) {
    const std::uint64_t freezeAt = config.freezeObserversAt;
    if (recipe.mode == ActivationMode::Static && config.inputs == InputTraining::Lsq) {
        return take(LsqInput::make(recipe.scheme, made.site, freezeAt), made.input);
    }
    if (recipe.mode == ActivationMode::Static && config.inputs == InputTraining::Pact) {
        return take(PactInput::make(recipe.scheme, made.site, freezeAt), made.input);
    }
    FakeQuantizeInput::Config input;
    input.constant = static_cast<float>(recipe.averagingConstant);
    input.freezeAt = freezeAt;
    input.range = recipe.mode == ActivationMode::DynamicToken   ? InputRange::Token
                  : recipe.mode == ActivationMode::DynamicBatch ? InputRange::Batch
                                                                : InputRange::Average;
    return take(FakeQuantizeInput::make(recipe.scheme, made.site, input), made.input);
}

Result<QatSite> makeSite(const ResolvedSite& resolved, const QatConfig& config) {
    QatSite made{resolved.site, nullptr, nullptr};
    if (resolved.recipe.weight) {
        if (auto weight = makeWeight(*resolved.recipe.weight, config, made); !weight) {
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

/// A size or an error must never be told of something that the training did not have.
Result<void> checkTrainable(const QuantRecipe& recipe, const std::vector<ResolvedSite>& sites) {
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
        if (place.recipe.weight && place.recipe.clip != 1) {
            return afterTraining("A clipped range", place.site.name);
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
    if (auto trainable = checkTrainable(recipe, *resolved); !trainable) {
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

void bakeWeights(Transformer<float>& model, const std::vector<QatSite>& sites) {
    Parameters<float>& parameters = model.parameters();
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
    model.detachAll();
}

}  // namespace zeropoint
