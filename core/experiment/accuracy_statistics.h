// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_result.h"

#include <span>

namespace zeropoint {

/// The runs of one name, one for each seed. They all answered the same test items: seeds and items
/// are crossed, so that what is particular to an item does not average out over the seeds.
using RunsOfName = std::span<const RunResult* const>;

/// 95 % interval of the mean accuracy, within [0, 1], over test items and, for two seeds or more,
/// seeds: the distances of its two parts from the mean are added in squares.
///   seeds  mean +- t sd / sqrt(S) with S - 1 degrees of freedom
///   items  Wilson's interval at n = p (1 - p) / (v / N) observations, v the variance over the N
///          items of an item's mean over the seeds; at N where nothing varies (all right, all
///          wrong), so that the width is never 0
/// What seeds and items do together is in both parts: the interval is a little too wide rather
/// than too narrow. Runs that were stored without items lend their own intervals to the second
/// part.
Interval accuracyInterval(RunsOfName runs);

/// How much more accurate a is than b.
struct AccuracyDifference {
    double mean = 0;
    double standardError = 0;
    double degrees = 0;  ///< of freedom, by Satterthwaite
    /// |mean| is beyond the 97.5 % quantile of Student's t times the standard error.
    bool told = false;
};

/// A paired test: over the seeds that both have, and on the same test items. The variance is
/// sd^2 / S of the differences by seed (S > 1) plus v / N of the differences by item. Runs without
/// a seed in common are unpaired over the seeds, runs without items over the items.
AccuracyDifference compareAccuracy(RunsOfName a, RunsOfName b);

}  // namespace zeropoint
