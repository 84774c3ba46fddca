// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models.h"

#include "core/support/random.h"

#include <algorithm>

namespace zeropoint {

TransformerConfig visionModel() {
    TransformerConfig config;
    config.input = InputKind::Patches;
    config.patchSize = 4;
    config.context = 16;
    config.outputs = 10;
    config.layers = 2;
    config.width = 64;
    config.heads = 4;
    config.causal = false;
    config.pooled = true;
    return config;
}

TransformerConfig characterModel() {
    TransformerConfig config;
    config.vocabulary = 97;
    config.outputs = 97;
    config.context = 64;
    config.layers = 4;
    config.width = 128;
    config.heads = 4;
    return config;
}

BatchStorage randomBatch(const TransformerConfig& config, std::size_t sequences) {
    Random random(1);
    BatchStorage batch;
    batch.sequences = sequences;
    batch.length = config.context;
    const std::size_t rows = sequences * config.context;
    if (config.input == InputKind::Patches) {
        batch.patches.resize(rows * config.patchSize);
        std::generate(batch.patches.begin(), batch.patches.end(),
                      [&random] { return static_cast<float>(random.uniform()); });
    } else {
        batch.tokens.resize(rows);
        std::generate(batch.tokens.begin(), batch.tokens.end(),
                      [&] { return static_cast<std::int32_t>(random.below(config.vocabulary)); });
    }
    batch.targets.resize(config.pooled ? sequences : rows);
    std::generate(batch.targets.begin(), batch.targets.end(),
                  [&] { return static_cast<std::int32_t>(random.below(config.outputs)); });
    return batch;
}

}  // namespace zeropoint
