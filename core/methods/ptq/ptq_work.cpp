// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/ptq/ptq_work.h"

#include "core/methods/ptq/ada_round.h"
#include "core/methods/ptq/bias.h"
#include "core/methods/ptq/clipped_weight.h"
#include "core/methods/ptq/gptq.h"
#include "core/methods/ptq/hessian.h"
#include "core/methods/ptq/hqq.h"
#include "core/methods/recipe/partial_execution.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

// Rows of each input that are kept: enough for a Hessian of 256 columns, small enough to keep.
constexpr std::size_t mostRows = 8192;

/// The nearest values that a format holds which needs no scale (fp32, fp16, bf16).
void castTo(const std::string& format, std::span<float> values) {
    QuantScheme scheme;
    scheme.format = format;
    if (const Result<Quantizer> quantizer = Quantizer::make(scheme); quantizer) {
        quantizer->fakeQuantize(values, QuantParams{}, 0, values);
    }
}

bool isKeyOrValue(const std::string& site) {
    return site.ends_with(".attn.k") || site.ends_with(".attn.v");
}

}  // namespace

Result<PtqWork> PtqWork::create(const Transformer<float>& model, const Dataset& data,
                                const QuantRecipe& recipe, const Execution& execution) {
    if (const Result<void> valid = validate(recipe, model); !valid) {
        return tl::unexpected(valid.error());
    }
    if (const Result<void> fits = data.fits(model.config()); !fits) {
        return tl::unexpected(fits.error());
    }
    Result<std::vector<ResolvedSite>> sites = resolveSites(recipe, model);
    if (!sites) {
        return tl::unexpected(sites.error());
    }
    const auto finite = [](float value) { return std::isfinite(value); };
    if (!std::ranges::all_of(model.parameters().all(), finite)) {
        return fail(ErrorCode::InvalidArgument, "The model has parameters that are not finite", "",
                    "Choose a model whose training did not diverge");
    }
    PtqWork work(model.clone(), recipe, std::move(*sites));
    work.m_inputScales.resize(work.m_sites.size());
    work.m_foldedScales.resize(work.m_sites.size());
    if (recipe.calibration.batches > 0) {
        work.m_masters.prepare();
        Result<SiteInputs> inputs = captureInputs(work.m_masters, data, recipe.calibration,
                                                  mostRows, partOf(execution, 0.0, 0.7));
        if (!inputs) {
            return tl::unexpected(inputs.error());
        }
        work.m_inputs = std::move(*inputs);
        if (const Result<void> scaled = work.scaleInputs(partOf(execution, 0.7, 1.0)); !scaled) {
            return tl::unexpected(scaled.error());
        }
    }
    return work;
}

const SiteInput* PtqWork::input(std::size_t site) const {
    return m_inputs.inputs.empty() ? nullptr : m_inputs.of(site);
}

Tensor PtqWork::master(std::size_t site) const {
    const Parameters<float>& parameters = m_masters.parameters();
    const std::size_t index = *parameters.find(m_sites[site].site.name + ".weight");
    const std::span<const float> values = parameters.values(index);
    return Tensor(m_sites[site].site.name, parameters.entries()[index].shape,
                  std::vector<float>(values.begin(), values.end()));
}

Result<QuantizedWeight> PtqWork::quantizeWeight(std::size_t site, const SiteRecipe& recipe,
                                                const Execution& execution) const {
    switch (recipe.method) {
        case PtqMethod::RoundToNearest:
            return roundClipped(master(site), *recipe.weight, recipe.clip, execution);
        case PtqMethod::Awq:  // its factors are in the master
            return roundWeight(master(site), *recipe.weight, execution);
        case PtqMethod::Hqq:
            return hqqWeight(master(site), *recipe.weight, m_recipe.hqq, execution);
        case PtqMethod::Gptq:
        case PtqMethod::AdaRound:
            break;
    }
    const SiteInput* const seen = input(site);
    if (seen == nullptr) {
        return fail(ErrorCode::InvalidArgument, "This method has to see a layer's inputs",
                    m_sites[site].site.name, "Give calibration batches, or use rtn or hqq here");
    }
    return inputHessian(seen->rows, seen->width, execution)
        .and_then([&](const std::vector<double>& hessian) {
            return recipe.method == PtqMethod::Gptq
                       ? gptqWeight(master(site), *recipe.weight, hessian, m_recipe.gptq, execution)
                       : adaRoundWeight(master(site), *recipe.weight, hessian, m_recipe.adaRound,
                                        execution);
        });
}

Result<void> PtqWork::quantizeActivations(std::size_t site, QuantizedSite& quantized) const {
    const ActivationRecipe& activation = quantized.recipe.activation;
    if (activation.mode != ActivationMode::None) {
        if (activation.mode == ActivationMode::Static) {
            if (input(site) == nullptr) {
                return fail(ErrorCode::InvalidArgument, "A static range needs calibration batches",
                            quantized.name, "Give calibration batches, or use a dynamic range");
            }
            const Result<RealRange> range = observeRange(*input(site), activation);
            if (!range) {
                return tl::unexpected(range.error());
            }
            quantized.inputRange = *range;
        }
        const auto made = ActivationQuantizer::make(activation, quantized.inputRange);
        if (!made) {
            return tl::unexpected(made.error());
        }
        quantized.input = *made;
    }
    if (m_recipe.kvCache && isKeyOrValue(quantized.name)) {
        const bool grouped = m_recipe.kvCache->granularity == Granularity::Group &&
                             findBlockFormat(m_recipe.kvCache->format) == nullptr;
        const auto made = ActivationQuantizer::make(
            {ActivationMode::DynamicToken, *m_recipe.kvCache}, RealRange{});
        if (!made) {
            return tl::unexpected(made.error());
        }
        quantized.output = *made;
        quantized.outputStretch = grouped ? static_cast<std::size_t>(m_recipe.kvCache->groupSize)
                                          : m_masters.config().width;
    }
    return {};
}

Result<std::shared_ptr<const QuantizedSite>> PtqWork::quantizeSite(
    std::size_t site, const SiteRecipe& recipe, const Execution& execution) const {
    auto quantized = std::make_shared<QuantizedSite>();
    quantized->name = m_sites[site].site.name;
    quantized->in = m_sites[site].site.in;
    quantized->recipe = recipe;
    quantized->inputScale = m_inputScales[site];
    quantized->foldedScale = m_foldedScales[site];
    SiteRecipe stored = recipe;
    if (!recipe.weight && m_recipe.rest != "fp32") {
        stored.method = PtqMethod::RoundToNearest;
        stored.weight.emplace().format = m_recipe.rest;
    }
    if (stored.weight) {
        Result<QuantizedWeight> weight = quantizeWeight(site, stored, execution);
        if (!weight) {
            return tl::unexpected(weight.error());
        }
        quantized->weight = std::make_shared<const QuantizedWeight>(std::move(*weight));
    }
    return quantizeActivations(site, *quantized).map([&] {
        return std::shared_ptr<const QuantizedSite>(quantized);
    });
}

std::span<const float> PtqWork::masterBias(std::size_t site) const {
    const std::optional<std::size_t> index =
        m_masters.parameters().find(m_sites[site].site.name + ".bias");
    return index ? m_masters.parameters().values(*index) : std::span<const float>();
}

std::vector<float> PtqWork::biasOf(std::size_t site, const QuantizedSite& quantized) const {
    const std::span<const float> stored = masterBias(site);
    std::vector<float> bias(stored.begin(), stored.end());
    if (bias.empty()) {
        return bias;
    }
    const SiteInput* const seen = input(site);
    if (quantized.recipe.biasCorrection && quantized.recipe.weight && seen != nullptr) {
        const Tensor weight = master(site);
        const std::vector<float> correction = biasCorrection(weight.values(), quantized, *seen);
        std::transform(bias.begin(), bias.end(), correction.begin(), bias.begin(),
                       [](float a, float b) { return a + b; });
    }
    if (quantized.recipe.bias == BiasTreatment::Int32) {
        return integerBias(bias, quantized);
    }
    castTo(m_recipe.rest, bias);
    return bias;
}

void PtqWork::castRest(Transformer<float>& model) const {
    if (m_recipe.rest == "fp32") {
        return;
    }
    Parameters<float>& parameters = model.parameters();
    for (std::size_t i = 0; i < parameters.entries().size(); ++i) {
        const std::string& name = parameters.entries()[i].name;
        const bool ofSite = std::any_of(
            m_sites.begin(), m_sites.end(),
            [&](const ResolvedSite& site) { return name == site.site.name + ".weight"; });
        if (!ofSite) {
            castTo(m_recipe.rest, parameters.values(i));
        }
    }
}

}  // namespace zeropoint
