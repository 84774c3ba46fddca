// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/affine.h"
#include "core/support/function_ref.h"

namespace zeropoint {

/// Mean squared error that a clipping range gives.
using RangeCost = FunctionRef<double(double lo, double hi)>;

/// The range with the least cost inside `full` (which contains 0). Both ends first shrink together
/// in equal ratios down to 1/256, since the best range of a tensor with outliers may be a small
/// part of it; then the best ratio is refined, and with `asymmetric` each end by itself. Never
/// worse than `full`. About 65 evaluations, and 170 more with `asymmetric`.
RealRange searchBestRange(const RealRange& full, bool asymmetric, RangeCost cost);

/// The same for a cost with many valleys, which a few values that repeat have (tenths, pictures of
/// eight bits, ternary weights): every step of both ends' and of each end's own way is tried too.
/// Never worse than any shrinkingRanges() of 81 points. About 325 evaluations more, with
/// `asymmetric` 1,300 more.
RealRange searchEveryRange(const RealRange& full, bool asymmetric, RangeCost cost);

}  // namespace zeropoint
