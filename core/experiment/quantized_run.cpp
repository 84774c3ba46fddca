// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/quantized_run.h"

#include "core/methods/qat/weight_levels.h"

#include <algorithm>

namespace zeropoint {
namespace {

/// Every value's code on the grid of its unit.
Result<QuantizedWeight> codesOf(const QatWeight& trained, std::span<const float> master,
                                const Shape& shape) {
    std::vector<std::int32_t> codes(master.size());
    forEachWeight(trained, master, [&](std::size_t at, float weight, const Grid& grid) {
        codes[at] = levelOf(weight, grid) + grid.zeroPoint;
    });
    std::vector<QuantParams> params;
    for (const Grid& grid : trained.grids()) {
        params.push_back({double{grid.scale}, grid.zeroPoint});
    }
    return weightOfCodes(shape, trained.scheme(), std::move(codes), std::move(params), {});
}

Result<void> addWeight(const QatSite& trained, const Transformer<float>& model,
                       QuantizedSite& site) {
    if (trained.weight->scheme().scaleFormat == ScaleFormat::Double) {
        return fail(ErrorCode::Unsupported,
                    "Doubly quantized scales of trained weights are not kept as codes", site.name,
                    "Train with scales in FP32, FP16 or BF16");
    }
    const auto index = model.parameters().find(site.name + ".weight");
    if (!index) {
        return fail(ErrorCode::NotFound, "The model has no such layer", site.name);
    }
    return codesOf(*trained.weight, model.parameters().values(*index),
                   model.parameters().entries()[*index].shape)
        .map([&](QuantizedWeight&& weight) {
            site.weight = std::make_shared<const QuantizedWeight>(std::move(weight));
        });
}

Result<void> addInput(const QatSite& trained, QuantizedSite& site) {
    const ActivationRecipe& recipe = site.recipe.activation;
    if (recipe.mode == ActivationMode::None) {
        return {};
    }
    if (trained.input && recipe.mode == ActivationMode::Static) {
        const Grid grid = trained.input->grid();
        site.inputRange = {double{grid.low} * grid.scale, double{grid.high} * grid.scale};
    }
    return ActivationQuantizer::make(recipe, site.inputRange).map([&](ActivationQuantizer&& made) {
        site.input = std::move(made);
    });
}

}  // namespace

Result<QuantizedModel> quantizedRun(const RunSpec& run, const RunAttachments& attached,
                                    const Transformer<float>& model) {
    QuantizedModel quantized{asUsed(attached, model), run.recipe, {}, {}, {}};
    const auto resolved = resolveSites(run.recipe, quantized.model);
    auto size = modelSize(run.recipe, quantized.model);
    if (!resolved || !size) {
        return tl::unexpected(resolved ? size.error() : resolved.error());
    }
    quantized.size = std::move(*size);
    for (const ResolvedSite& place : *resolved) {
        auto site = std::make_shared<QuantizedSite>();
        site->name = place.site.name;
        site->in = place.site.in;
        site->recipe = place.recipe;
        const auto trained = std::ranges::find(attached.qat, place.site.name,
                                               [](const QatSite& it) { return it.site.name; });
        if (trained != attached.qat.end()) {
            auto added = trained->weight ? addWeight(*trained, model, *site) : Result<void>();
            if (added) {
                added = addInput(*trained, *site);
            }
            if (!added) {
                return tl::unexpected(added.error());
            }
        }
        quantized.sites.push_back(std::move(site));
    }
    return quantized;
}

}  // namespace zeropoint
