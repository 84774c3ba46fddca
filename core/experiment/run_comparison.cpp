// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_comparison.h"

#include "core/experiment/weight_error.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

std::span<const std::uint16_t> sequenceOf(const std::vector<std::uint16_t>& values,
                                          std::size_t perSequence, std::size_t index) {
    return std::span(values).subspan(index * perSequence, perSequence);
}

Result<std::vector<LayerError>> compareLayers(const RunArtifacts& a, const RunArtifacts& b) {
    const auto layout = Transformer<float>::create(a.model, 0);
    if (!layout || a.weights.size() != layout->parameters().size() ||
        b.weights.size() != a.weights.size()) {
        return fail(ErrorCode::InvalidArgument, "The weights of these runs do not fit their model",
                    "compare", "Compare runs of one model");
    }
    std::vector<LayerError> layers;
    for (const WeightSite& site : layout->sites()) {
        const std::size_t index = layout->parameters().find(site.name + ".weight").value();
        const auto part = [&](const RunArtifacts& run) {
            return layout->parameters().slice(std::span(run.weights), index);
        };
        layers.push_back({site.name, weightSqnrDb(part(a), part(b))});
    }
    return layers;
}

}  // namespace

double weightSqnrDb(std::span<const float> weights, std::span<const float> changed) {
    double signal = 0;
    double error = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double w = static_cast<double>(weights[i]);
        const double e = w - static_cast<double>(changed[i]);
        signal += w * w;
        error += e * e;
    }
    return error == 0 ? std::numeric_limits<double>::infinity() : 10 * std::log10(signal / error);
}

Result<RunComparison> compareRuns(const RunResult& a, const RunResult& b) {
    if (!a.artifacts || !b.artifacts) {
        return fail(ErrorCode::InvalidArgument, "The weights of a run were not kept",
                    a.artifacts ? b.name : a.name, "Make the run again");
    }
    const RunArtifacts& one = *a.artifacts;
    const RunArtifacts& two = *b.artifacts;
    if (!(one.model == two.model) || one.targets != two.targets ||
        one.perSequence != two.perSequence || one.perSequence == 0 ||
        one.predictions.size() != one.targets.size() ||
        two.predictions.size() != one.targets.size()) {
        return fail(ErrorCode::InvalidArgument, "These runs are not of the same model and test",
                    a.name + ", " + b.name, "Compare runs of one experiment");
    }
    auto layers = compareLayers(one, two);
    if (!layers) {
        return tl::unexpected(layers.error());
    }
    RunComparison comparison;
    comparison.layers = std::move(*layers);
    comparison.sequences = one.targets.size() / one.perSequence;
    for (std::size_t i = 0; i < comparison.sequences; ++i) {
        const auto truth = sequenceOf(one.targets, one.perSequence, i);
        const auto first = sequenceOf(one.predictions, one.perSequence, i);
        const auto second = sequenceOf(two.predictions, one.perSequence, i);
        const bool firstRight = std::ranges::equal(first, truth);
        const bool secondRight = std::ranges::equal(second, truth);
        comparison.onlyARight += firstRight && !secondRight ? 1 : 0;
        comparison.onlyBRight += secondRight && !firstRight ? 1 : 0;
        comparison.bothRight += firstRight && secondRight ? 1 : 0;
        if (!std::ranges::equal(first, second)) {
            comparison.changed.push_back(i);
        }
    }
    return comparison;
}

}  // namespace zeropoint
