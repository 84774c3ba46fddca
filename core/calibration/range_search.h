// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/error_estimator.h"
#include "core/scheme/param_chooser.h"
#include "core/scheme/quant_scheme.h"
#include "core/scheme/quantizer.h"
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

/// The least mean squared error as the histogram has it.
RealRange mseRange(const FineHistogram& histogram, const ErrorEstimator& estimator, bool symmetric);

/// The least mean of |x' - x|^power over the middles of the bins.
RealRange lpRange(const FineHistogram& histogram, const ParamChooser& chooser,
                  const Quantizer& quantizer, double power, bool symmetric);

/// The least mean squared error: on a histogram where a pass over the values confirms what it says
/// there, else on the values.
Result<RealRange> searchMse(std::span<const float> values, const QuantScheme& scheme,
                            const ParamChooser& chooser, const Execution& execution);

/// The least mean of |x' - x|^power, 2 of Mse, over values of which few are different; none of
/// others.
std::optional<RealRange> searchRepeated(std::span<const float> values, const QuantScheme& scheme,
                                        const ParamChooser& chooser, const Execution& execution);

}  // namespace zeropoint
