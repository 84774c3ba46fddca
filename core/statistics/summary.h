// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/parallel.h"

#include <cstddef>
#include <span>

namespace zeropoint {

/// What one pass over a tensor tells. Moments are over finite values, accumulated in double;
/// std is the population's; skew and kurtosis are standardised (kurtosis of a normal is 3) and 0
/// for a constant tensor. min and max are 0 when there is no finite value.
struct Summary {
    std::size_t count = 0;  ///< all values, NaN and infinities included
    std::size_t finite = 0;
    std::size_t nan = 0;
    std::size_t infinite = 0;
    std::size_t zeros = 0;
    std::size_t negatives = 0;
    double min = 0;
    double max = 0;
    double mean = 0;
    double std = 0;
    double skew = 0;
    double kurtosis = 0;
};

/// How much of a summary is wanted.
enum class SummaryDetail {
    Shape,   ///< all of it
    Spread,  ///< skew, kurtosis and negatives stay 0: a pass that keeps up with memory
};

/// One pass over memory; the result does not depend on the number of threads. A stopped run
/// returns what it had: the caller asks execution.stopRequested().
Summary summarize(std::span<const float> values, const Execution& execution = {},
                  SummaryDetail detail = SummaryDetail::Shape);

}  // namespace zeropoint
