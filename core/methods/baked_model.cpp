// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/baked_model.h"

namespace zeropoint {

Transformer<float> bakedModel(const QuantizedModel& quantized) {
    Transformer<float> plain = quantized.model.clone();
    for (const std::shared_ptr<const QuantizedSite>& site : quantized.sites) {
        if (!site || !site->weight) {
            continue;
        }
        const auto index = plain.parameters().find(site->name + ".weight");
        const std::span<float> weight = plain.parameters().values(*index);
        const std::vector<float> master(weight.begin(), weight.end());
        QuantizedLayer(site).effectiveWeight(master, {}, weight);
    }
    plain.prepare();
    return plain;
}

}  // namespace zeropoint
