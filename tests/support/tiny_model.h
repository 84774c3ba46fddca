// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sorting.h"
#include "core/nn/transformer.h"

namespace zeropoint::test {

/// A model that takes a fraction of a millisecond a step.
inline TransformerConfig tinyConfig(const Dataset& data) {
    TransformerConfig config;
    config.layers = 1;
    config.width = 16;
    config.heads = 2;
    config.mlpRatio = 2;
    return data.shaped(config);
}

inline Transformer<float> tinyModel(const Dataset& data, std::uint64_t seed = 1,
                                    double dropout = 0) {
    TransformerConfig config = tinyConfig(data);
    config.dropout = dropout;
    return Transformer<float>::create(config, seed).value();
}

}  // namespace zeropoint::test
