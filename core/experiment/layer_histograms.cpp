// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/layer_histograms.h"

#include "core/nn/transformer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <string>

namespace zeropoint {
namespace {

constexpr std::size_t mostBins = 4096;

void widen(std::span<const float> values, double& low, double& high) {
    for (const float value : values) {
        if (std::isfinite(value)) {
            low = std::min(low, static_cast<double>(value));
            high = std::max(high, static_cast<double>(value));
        }
    }
}

std::vector<std::uint32_t> count(std::span<const float> values, const LayerHistograms& grid,
                                 std::size_t bins) {
    std::vector<std::uint32_t> counts(bins);
    for (const float value : values) {
        if (std::isfinite(value)) {
            const double at = (static_cast<double>(value) - grid.low) / grid.binWidth;
            ++counts[static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(bins - 1)))];
        }
    }
    return counts;
}

}  // namespace

Result<LayerHistograms> layerHistograms(const RunResult& a, const RunResult& b,
                                        std::string_view layer, std::size_t bins) {
    const bool kept = a.artifacts && b.artifacts && a.artifacts->model == b.artifacts->model;
    if (!kept || bins < 1 || bins > mostBins) {
        return fail(ErrorCode::InvalidArgument, "These runs have no weights to compare",
                    a.name + ", " + b.name, "Compare runs of one experiment");
    }
    const auto layout = Transformer<float>::create(a.artifacts->model, 0);
    if (!layout || a.artifacts->weights.size() != layout->parameters().size() ||
        b.artifacts->weights.size() != layout->parameters().size()) {
        return fail(ErrorCode::InvalidArgument, "The weights of these runs do not fit their model",
                    a.name + ", " + b.name, "Compare runs of one model");
    }
    const auto index = layout->parameters().find(std::string(layer) + ".weight");
    if (!index) {
        return fail(ErrorCode::NotFound, "The model has no such layer", std::string(layer));
    }
    const auto first = layout->parameters().slice(std::span(a.artifacts->weights), *index);
    const auto second = layout->parameters().slice(std::span(b.artifacts->weights), *index);
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    widen(first, low, high);
    widen(second, low, high);
    if (low >= high) {
        low = std::isfinite(low) ? low - 0.5 : -0.5;
        high = low + 1;
    }
    LayerHistograms grid{low, (high - low) / static_cast<double>(bins), {}, {}};
    grid.first = count(first, grid, bins);
    grid.second = count(second, grid, bins);
    return grid;
}

}  // namespace zeropoint
