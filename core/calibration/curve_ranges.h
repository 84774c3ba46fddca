// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/error_curve.h"
#include "core/scheme/affine.h"

#include <cstddef>
#include <vector>

namespace zeropoint {

/// The ranges of a curve's points: `full` times 1/points, 2/points ... 1.
std::vector<RealRange> shrinkingRanges(const RealRange& full, std::size_t points);

/// One end from `from` to `to`; the other stays, but does not fall behind it.
std::vector<RealRange> movingRanges(RangeEnd moving, double fixedEnd, double from, double to,
                                    std::size_t points);

/// Sets `best` to the first of the points with the smallest mse.
void markBest(ErrorCurve& curve);

/// Whether one of the points is better than another. Where all err alike, as a plain cast does at
/// every range, none is the best.
bool hasBest(const ErrorCurve& curve);

}  // namespace zeropoint
