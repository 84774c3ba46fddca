// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/ptq/baked_model.h"

#include "core/methods/recipe/input_groups.h"

namespace zeropoint {
namespace {

void divideColumns(std::span<float> weight, std::span<const float> scale) {
    for (std::size_t i = 0; i < weight.size(); ++i) {
        weight[i] /= scale[i % scale.size()];
    }
}

/// Takes the factors that went into a norm out of it again.
void restoreNorm(Parameters<float>& parameters, const std::string& norm,
                 std::span<const float> scale) {
    for (const char* part : {".weight", ".bias"}) {
        if (const auto index = parameters.find(norm + part); index) {
            const std::span<float> values = parameters.values(*index);
            for (std::size_t i = 0; i < values.size(); ++i) {
                values[i] *= scale[i];
            }
        }
    }
}

}  // namespace

Transformer<float> bakedModel(const QuantizedModel& quantized) {
    Transformer<float> plain = quantized.model.clone();
    Parameters<float>& parameters = plain.parameters();
    for (const std::shared_ptr<const QuantizedSite>& site : quantized.sites) {
        const auto index = parameters.find(site->name + ".weight");
        const std::span<float> weight = parameters.values(*index);
        const std::vector<float> master(weight.begin(), weight.end());
        QuantizedLayer(site).effectiveWeight(master, {}, weight);
        for (const std::vector<float>* scale : {&site->inputScale, &site->foldedScale}) {
            if (!scale->empty()) {
                divideColumns(weight, *scale);
            }
        }
    }
    std::vector<ResolvedSite> sites;
    for (const WeightSite& site : plain.sites()) {
        sites.push_back({site, {}});
    }
    for (const InputGroup& group : inputGroups(sites)) {
        const std::vector<float>& scale = quantized.sites[group.sites.front()]->foldedScale;
        if (!scale.empty()) {
            restoreNorm(parameters, group.norm, scale);
        }
    }
    plain.prepare();
    return plain;
}

}  // namespace zeropoint
