// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_result.h"

#include <span>
#include <string>
#include <vector>

namespace zeropoint {

/// The runs of one name over their seeds.
struct RunSummary {
    std::string name;
    MethodKind method = MethodKind::Full;
    std::string scheme;
    std::vector<std::uint64_t> seeds;
    double accuracy = 0;  ///< mean
    double accuracySd = 0;
    /// accuracyInterval: over the test items and, of two seeds or more, the seeds.
    Interval accuracyCi95;
    double loss = 0;
    double lossSd = 0;
    double sizeBytes = 0;  ///< means, though every seed has the same size
    double linearBytes = 0;
    double bitsPerWeight = 0;
    double seconds = 0;
    bool onFront = false;
    /// Not on the front, but compareAccuracy does not tell it from the largest run on the front
    /// that is no larger.
    bool indistinguishable = false;
    std::vector<std::string> alike;  ///< names that compareAccuracy does not tell it from
};

/// One for each name, in the order of their first results, with the Pareto front of the mean
/// accuracies against the size: a larger run stands on it when it is told to be more accurate than
/// the best smaller one there, so that noise makes no front.
std::vector<RunSummary> summarize(std::span<const RunResult> results);

/// The linear layers alone as the size, of runs of one model: their bytes, and bits by the number
/// of their weights, which a run of full precision tells. NaN bits without one.
void countLinearLayersAlone(std::span<RunResult> results);

}  // namespace zeropoint
