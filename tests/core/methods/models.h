// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sorting.h"
#include "core/methods/recipe/quant_recipe.h"
#include "core/training/checkpoint.h"
#include "tests/support/golden.h"

#include <memory>
#include <string>

namespace zeropoint::test {

/// A model that ships with the program, and its data.
struct Sample {
    Transformer<float> model;
    std::shared_ptr<const Dataset> data;
};

inline Sample sample(const QString& name) {
    const QString file = testData("../../resources/samples/" + name + ".safetensors");
    Checkpoint checkpoint = loadCheckpoint(file.toStdString()).value();
    auto data = openTask(checkpoint.info.task, checkpoint.model.config().context).value();
    return {std::move(checkpoint.model), std::move(data)};
}

inline QuantScheme scheme(const std::string& format, Granularity granularity = Granularity::Channel,
                          std::int64_t group = 32, bool symmetric = true) {
    QuantScheme made;
    made.format = format;
    made.granularity = granularity;
    made.groupSize = group;
    made.symmetric = symmetric;
    return made;
}

/// A site whose weight alone is quantized.
inline SiteRecipe site(const QuantScheme& weight) {
    SiteRecipe made;
    made.weight = weight;
    return made;
}

/// A transformer of two blocks of width 32 for the sort task.
inline Transformer<float> smallModel(bool tied = false) {
    TransformerConfig config = Sorting().shaped({});
    config.tiedHead = tied;
    return Transformer<float>::create(config, 1).value();
}

}  // namespace zeropoint::test
