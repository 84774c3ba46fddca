// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/affine.h"
#include "core/statistics/fine_histogram.h"
#include "core/statistics/summary.h"
#include "core/support/error.h"

#include <span>

namespace zeropoint {

/// The clipping range that the scheme's method chooses for values seen through their statistics.
/// Without a finite value it is [0, 0]. Refuses an explicit range with lo >= hi or an end that is
/// not finite, a percentile outside (0, 100], and what ParamChooser refuses.
Result<RealRange> chooseRange(const Summary& summary, const FineHistogram& histogram,
                              const QuantScheme& scheme);

/// The same from the values themselves: percentiles are exact, and small sets are searched value
/// by value instead of through a histogram. Cancelled.
Result<RealRange> chooseRange(std::span<const float> values, const QuantScheme& scheme,
                              const Execution& execution = {});

/// The settings of the method alone, before any value is seen.
Result<void> checkMethod(const RangeMethod& method);

}  // namespace zeropoint
