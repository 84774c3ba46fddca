// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/grid_view.h"

#include "core/scheme/levels.h"
#include "core/scheme/quantizer.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <mutex>

namespace zeropoint {
namespace {

struct BinGrid {
    double origin = 0;
    double width = 1;
    bool stems = false;
};

BinGrid chooseBins(const QuantParams& params, const QuantScheme& scheme, double lo, double hi,
                   double targetWidth) {
    const NumberFormat* format = findNumberFormat(scheme.format);
    const double step = params.scale;
    // A step wider than the picture has no fraction worth drawing.
    const bool follows = format != nullptr && format->kind == FormatKind::Integer && step > 0 &&
                         std::isfinite(step) && step < 4 * (hi - lo);
    if (!follows) {
        return {lo, targetWidth, true};
    }
    if (step <= targetWidth) {
        return {-step / 2, std::max(1.0, std::round(targetWidth / step)) * step, false};
    }
    const double parts = std::round(step / targetWidth);
    return {-step / 2, step / parts, parts > 1};
}

std::vector<double> binEdges(const BinGrid& grid, double lo, double hi) {
    const auto first = static_cast<std::int64_t>(std::floor((lo - grid.origin) / grid.width));
    const auto last = static_cast<std::int64_t>(std::ceil((hi - grid.origin) / grid.width));
    std::vector<double> edges;
    for (std::int64_t i = first; i <= std::max(last, first + 1); ++i) {
        edges.push_back(grid.origin + static_cast<double>(i) * grid.width);
    }
    return edges;
}

/// How many values land on each level: the level's cell reaches halfway to its neighbours, and
/// the outermost cells take all that is clipped.
std::vector<GridView::Level> countLevels(const FineHistogram& histogram,
                                         const std::vector<double>& values) {
    std::vector<GridView::Level> levels;
    if (values.empty()) {
        return levels;
    }
    const double margin = histogram.hi - histogram.lo + 1;
    std::vector<double> cells{std::min(histogram.lo, values.front()) - margin};
    for (std::size_t i = 1; i < values.size(); ++i) {
        cells.push_back((values[i - 1] + values[i]) / 2);
    }
    cells.push_back(std::max(histogram.hi, values.back()) + margin);
    const std::vector<double> counts = rebin(histogram, cells);
    levels.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        levels.push_back({values[i], counts[i]});
    }
    return levels;
}

}  // namespace

GridView gridView(const FineHistogram& histogram, const QuantParams& params,
                  const QuantScheme& scheme, double lo, double hi, std::size_t targetBins) {
    GridView view;
    if (histogram.empty() || targetBins == 0) {
        return view;
    }
    if (!(lo < hi)) {
        // A constant tensor: one value in the middle of a picture as wide as its magnitude.
        const double half = lo == 0 ? 1 : std::abs(lo) / 2;
        lo -= half;
        hi += half;
    }
    const BinGrid grid =
        chooseBins(params, scheme, lo, hi, (hi - lo) / static_cast<double>(targetBins));
    view.edges = binEdges(grid, lo, hi);
    view.original = rebin(histogram, view.edges);
    view.stems = grid.stems;
    view.dequantized.assign(view.original.size(), 0);
    std::vector<GridView::Level> levels = countLevels(histogram, gridLevels(params, scheme));
    if (levels.empty()) {
        view.dequantized = view.original;
        view.stems = false;
        return view;
    }
    for (const GridView::Level& level : levels) {
        const double at = std::floor((level.value - view.edges.front()) / grid.width + 1e-9);
        if (at >= 0 && at < static_cast<double>(view.dequantized.size())) {
            view.dequantized[static_cast<std::size_t>(at)] += level.count;
        }
    }
    if (view.stems && levels.size() > view.edges.size()) {
        view.stems = false;  // more levels than bins: stems would touch
    }
    if (view.stems) {
        view.levels = std::move(levels);
    }
    return view;
}

namespace {

/// The bin that holds x: [edge, next edge). Past the end for what lies outside.
std::size_t binOf(const std::vector<double>& edges, double x) {
    const auto above = std::upper_bound(edges.begin(), edges.end(), x);
    return above == edges.begin() ? edges.size()
                                  : static_cast<std::size_t>(above - edges.begin()) - 1;
}

void countOne(std::vector<double>& counts, const std::vector<double>& edges, double x) {
    const std::size_t bin = binOf(edges, x);
    if (bin < counts.size()) {
        counts[bin] += 1;
    }
}

constexpr std::size_t valuesAtOnce = std::size_t{1} << 18;

GridView emptied(GridView view) {
    std::ranges::fill(view.original, 0);
    std::ranges::fill(view.dequantized, 0);
    for (GridView::Level& level : view.levels) {
        level.count = 0;
    }
    return view;
}

void countValues(std::span<const float> values, std::span<const float> back, GridView& view) {
    // A level on an edge belongs to the bin above it, as gridView has it.
    const double nudge = 1e-9 * (view.edges[1] - view.edges[0]);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) {
            continue;
        }
        countOne(view.original, view.edges, values[i]);
        countOne(view.dequantized, view.edges, back[i] + nudge);
        const auto level = std::ranges::lower_bound(view.levels, double{back[i]} - nudge, {},
                                                    &GridView::Level::value);
        if (level != view.levels.end()) {
            level->count += 1;
        }
    }
}

void join(GridView& all, const GridView& part) {
    for (std::size_t i = 0; i < all.original.size(); ++i) {
        all.original[i] += part.original[i];
        all.dequantized[i] += part.dequantized[i];
    }
    for (std::size_t i = 0; i < all.levels.size(); ++i) {
        all.levels[i].count += part.levels[i].count;
    }
}

/// back(first, part, buffer) gives what a stretch of the values reads back as. Counts are whole
/// numbers: their sum is the same in any order.
template <typename Back>
Result<GridView> countAll(std::span<const float> values, const GridView& view,
                          const Execution& execution, Back back) {
    const GridView none = emptied(view);
    GridView all = none;
    if (view.edges.size() < 2) {
        return all;
    }
    std::mutex merging;
    const bool done =
        runShards(execution, (values.size() + valuesAtOnce - 1) / valuesAtOnce, [&](std::size_t i) {
            const std::size_t first = i * valuesAtOnce;
            const auto part = values.subspan(first, std::min(valuesAtOnce, values.size() - first));
            std::vector<float> buffer;
            GridView own = none;
            countValues(part, back(first, part, buffer), own);
            const std::scoped_lock lock(merging);
            join(all, own);
        });
    if (!done) {
        return fail(ErrorCode::Cancelled, "The counting was stopped");
    }
    return all;
}

}  // namespace

Result<GridView> countGrid(std::span<const float> values, const GridView& view,
                           const QuantParams& params, const QuantScheme& scheme,
                           const Execution& execution) {
    return Quantizer::make(scheme).and_then([&](const Quantizer& quantizer) {
        return countAll(values, view, execution,
                        [&](std::size_t first, std::span<const float> part,
                            std::vector<float>& buffer) -> std::span<const float> {
                            buffer.resize(part.size());
                            quantizer.fakeQuantize(part, params, first, buffer);
                            return buffer;
                        });
    });
}

Result<GridView> countGrid(std::span<const float> values, std::span<const float> back,
                           const GridView& view, const Execution& execution) {
    return countAll(values, view, execution,
                    [back](std::size_t first, std::span<const float> part, std::vector<float>&) {
                        return back.subspan(first, part.size());
                    });
}

}  // namespace zeropoint
