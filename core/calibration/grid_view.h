// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/affine.h"
#include "core/statistics/fine_histogram.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstddef>
#include <span>
#include <vector>

namespace zeropoint {

/// A histogram before and after quantization in bins that follow the grid, so that a picture
/// shows no beats between bins and levels that are not in the data.
///
/// Integer formats: the bin is a whole multiple of the scale, or an equal fraction of it, and the
/// edges lie half a step off the levels. Other formats: equal bins.
struct GridView {
    struct Level {
        double value = 0;
        double count = 0;  ///< values that are stored as this level
    };

    std::vector<double> edges;        ///< bins + 1, ascending
    std::vector<double> original;     ///< count per bin
    std::vector<double> dequantized;  ///< the same after quantization; clipped values pile up
    /// A step spans several bins: levels are drawn as stems instead of a step line.
    bool stems = false;
    std::vector<Level> levels;  ///< filled when stems is set
};

/// @param lo,hi what the picture shows; @param targetBins about how many bins that gives.
GridView gridView(const FineHistogram& histogram, const QuantParams& params,
                  const QuantScheme& scheme, double lo, double hi, std::size_t targetBins = 110);

/// The bins and levels of a view with the exact counts of all finite values in the place of those
/// that the histogram tells: what is drawn at rest, and tables. Cost grows with the tensor.
/// Cancelled.
Result<GridView> countGrid(std::span<const float> values, const GridView& view,
                           const QuantParams& params, const QuantScheme& scheme,
                           const Execution& execution = {});
/// The same of values that were quantized in another way, such as into blocks: `back` is what they
/// read back as, one for each.
Result<GridView> countGrid(std::span<const float> values, std::span<const float> back,
                           const GridView& view, const Execution& execution = {});

}  // namespace zeropoint
