// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/summary.h"
#include "core/support/parallel.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace zeropoint {

/// Counts of the finite values in equal bins over [lo, hi]: the stand-in for the tensor wherever
/// a hand drags, since its cost does not grow with the tensor. Bin i covers
/// [lo + i*w, lo + (i+1)*w), the last one includes hi. Empty when there is no finite value; a
/// constant tensor has one bin of width 0.
struct FineHistogram {
    static constexpr std::size_t defaultBins = 8192;

    double lo = 0;
    double hi = 0;
    std::vector<std::uint64_t> counts;
    std::uint64_t total = 0;

    bool empty() const { return counts.empty(); }
    double binWidth() const;
    double binCentre(std::size_t bin) const;
};

FineHistogram fineHistogram(std::span<const float> values, const Summary& summary,
                            std::size_t bins = FineHistogram::defaultBins,
                            const Execution& execution = {});

/// exactQuantile as far as the histogram tells it: within a bin's width, in sparse tails too.
double quantile(const FineHistogram& histogram, double p);

/// Exact quantile of the finite values with linear interpolation between neighbours (numpy's
/// default), by selection on a copy. 0 when there is none.
double exactQuantile(std::span<const float> values, double p);

/// The histogram seen through other bin edges (ascending): for drawing. Values of a fine bin are
/// taken as evenly spread inside it.
std::vector<double> rebin(const FineHistogram& histogram, std::span<const double> edges);

}  // namespace zeropoint
