// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/error_curve.h"
#include "core/scheme/quant_scheme.h"
#include "core/statistics/fine_histogram.h"

namespace zeropoint {

// What a scheme would be like if one thing were otherwise: cheap, from the histogram, so about.

/// The scale of the full range without the outermost value: the one of the largest magnitude or,
/// of a range whose ends need not be alike, the one that is farther from its neighbour. 0 for fewer
/// than 100 values and where the scheme has none.
double scaleWithoutOutermost(const FineHistogram& histogram, const QuantScheme& scheme);

/// The error of the full range mirrored at zero under a symmetric scheme of as many bits; all 0
/// where there is none.
RangeError mirroredError(const FineHistogram& histogram, const QuantScheme& scheme);

/// How many values lie above `end`, or below it; a bin that it cuts counts in part.
double countOutside(const FineHistogram& histogram, double end, bool above);

}  // namespace zeropoint
