// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/parallel.h"

#include <span>
#include <vector>

namespace zeropoint {

/// Different finite values, rising, and how often each stands among those they were counted of.
struct RepeatedValues {
    std::vector<float> values;
    std::vector<double> counts;
};

/// Of values of which few are different: at most 1,024 and one in four. Empty for others, which a
/// look at a few of them tells most often, and when it is stopped.
RepeatedValues repeatedValues(std::span<const float> values, const Execution& execution);

}  // namespace zeropoint
