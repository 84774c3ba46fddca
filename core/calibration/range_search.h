// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/error_estimator.h"
#include "core/scheme/param_chooser.h"
#include "core/scheme/quant_scheme.h"
#include "core/statistics/fine_histogram.h"
#include "core/support/parallel.h"

#include <cstddef>
#include <optional>
#include <span>

namespace zeropoint {

/// Below this many values a histogram is coarser than the values, and slower.
constexpr std::size_t fewValues = 4096;

/// Whether both ends of a range move as one.
bool symmetricRange(const ParamChooser& chooser, const QuantScheme& scheme);

struct FoundRange {
    RealRange range;
    double cost = 0;  ///< the mean of |x' - x|^power there
};

/// The least mean of |x' - x|^power, 2 of Mse, as the histogram has it: of 2 with the values spread
/// over their bins, of other powers in the middles of them.
Result<FoundRange> searchHistogram(const FineHistogram& histogram, const ErrorEstimator& estimator,
                                   const QuantScheme& scheme);

/// The same of the values: on a histogram where a pass over the values confirms what it says there,
/// else on the values.
Result<RealRange> searchLeast(std::span<const float> values, const QuantScheme& scheme,
                              const ParamChooser& chooser, const Execution& execution);

/// The same over values of which few are different; none of others.
std::optional<RealRange> searchRepeated(std::span<const float> values, const QuantScheme& scheme,
                                        const ParamChooser& chooser, const Execution& execution);

}  // namespace zeropoint
