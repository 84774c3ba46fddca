// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/recipe/model_size.h"

#include "core/methods/recipe/input_groups.h"
#include "core/numerics/block_format.h"
#include "core/quantization/quantize.h"
#include "core/scheme/unit_layout.h"

#include <numeric>

namespace zeropoint {
namespace {

std::uint64_t restBytes(const QuantRecipe& recipe) {
    return recipe.rest == "fp32" ? 4 : 2;
}

/// HQQ's zero points are real numbers, stored as the scales are (FP32 where those are not plain
/// floats).
std::uint64_t realZeroBytes(const Shape& shape, const QuantScheme& scheme) {
    const std::size_t each =
        scheme.scaleFormat == ScaleFormat::Fp16 || scheme.scaleFormat == ScaleFormat::Bf16 ? 2 : 4;
    const Result<UnitLayout> layout = UnitLayout::make(shape, scheme);
    return layout ? each * layout->units() : 0;
}

std::uint64_t rangeBytes(const ActivationRecipe& activation) {
    if (activation.mode != ActivationMode::Static) {
        return 0;
    }
    const StoredSize size = storedSize({1}, activation.scheme);
    return size.scaleBytes + size.zeroPointBytes;
}

SiteSize sizeOf(const ResolvedSite& site, std::uint64_t rest) {
    SiteSize size;
    size.site = site.site.name;
    size.linear = site.site.linear;
    size.weights = site.site.out * site.site.in;
    size.quantized = site.recipe.weight.has_value();
    size.inputRangeBytes = rangeBytes(site.recipe.activation);
    if (!size.quantized) {
        size.restBytes = rest * size.weights;
        return size;
    }
    const Shape shape{static_cast<std::int64_t>(site.site.out),
                      static_cast<std::int64_t>(site.site.in)};
    const StoredSize stored = storedSize(shape, *site.recipe.weight);
    size.codeBytes = stored.codeBytes;
    size.scaleBytes = stored.scaleBytes;
    size.zeroPointBytes = site.recipe.method == PtqMethod::Hqq
                              ? realZeroBytes(shape, *site.recipe.weight)
                              : stored.zeroPointBytes;
    return size;
}

}  // namespace

std::uint64_t ModelSize::bytes() const {
    return std::accumulate(
        sites.begin(), sites.end(), otherBytes,
        [](std::uint64_t sum, const SiteSize& site) { return sum + site.bytes(); });
}

double ModelSize::bitsPerWeight() const {
    return parameters == 0 ? 0
                           : 8.0 * static_cast<double>(bytes()) / static_cast<double>(parameters);
}

std::uint64_t ModelSize::linearBytes() const {
    return std::accumulate(sites.begin(), sites.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const SiteSize& site) {
                               return sum + (site.linear ? site.bytes() : 0);
                           });
}

std::size_t ModelSize::linearWeights() const {
    return std::accumulate(sites.begin(), sites.end(), std::size_t{0},
                           [](std::size_t sum, const SiteSize& site) {
                               return sum + (site.linear ? site.weights : 0);
                           });
}

Result<ModelSize> modelSize(const QuantRecipe& recipe, const Transformer<float>& model) {
    if (const Result<void> valid = validate(recipe, model); !valid) {
        return tl::unexpected(valid.error());
    }
    const Result<std::vector<ResolvedSite>> sites = resolveSites(recipe, model);
    if (!sites) {
        return tl::unexpected(sites.error());
    }
    ModelSize size;
    std::size_t inSites = 0;
    for (const ResolvedSite& site : *sites) {
        size.sites.push_back(sizeOf(site, restBytes(recipe)));
        inSites += size.sites.back().weights;
    }
    size.parameters = parameterCount(model.config());
    size.otherBytes = restBytes(recipe) * (size.parameters - inSites);
    for (std::size_t i = 0; i < sites->size(); ++i) {
        const ResolvedSite& site = (*sites)[i];
        if (site.recipe.bias == BiasTreatment::Int32 &&
            model.parameters().find(site.site.name + ".bias")) {
            size.sites[i].biasBytes = sizeof(std::int32_t) * site.site.out;
            size.otherBytes -= restBytes(recipe) * site.site.out;
        }
    }
    for (const InputGroup& group : inputGroups(*sites)) {
        if (group.norm.empty() && scalingOf(group, recipe, *sites) != InputScaling::None) {
            for (const std::size_t site : group.sites) {
                size.sites[site].inputScaleBytes = 2 * (*sites)[site].site.in;
            }
        }
    }
    return size;
}

}  // namespace zeropoint
