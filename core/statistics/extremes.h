// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/parallel.h"

#include <cstddef>
#include <span>

namespace zeropoint {

/// The least that a min-max calibration needs, at the speed of memory. min and max are over the
/// finite values, 0 when there is none; sum is in double.
struct Extremes {
    std::size_t finite = 0;
    double min = 0;
    double max = 0;
    double sum = 0;

    /// Joins what another stretch of values saw.
    void join(const Extremes& other);
};

Extremes extremes(std::span<const float> values);
Extremes extremes(std::span<const float> values, const Execution& execution);

}  // namespace zeropoint
