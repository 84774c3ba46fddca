// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_result.h"
#include "core/support/error.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace zeropoint {

/// The weights of one layer in two runs, over the same bins.
struct LayerHistograms {
    double low = 0;  ///< edge of the first bin; the last ends at the largest weight of both
    double binWidth = 0;
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> second;
};

/// @param bins  1..4096, from the smallest to the largest finite weight of both runs; weights that
///              are not finite are left out
/// NotFound for a layer that the model does not have, InvalidArgument as compareRuns.
Result<LayerHistograms> layerHistograms(const RunResult& a, const RunResult& b,
                                        std::string_view layer, std::size_t bins);

}  // namespace zeropoint
