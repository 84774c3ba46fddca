// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/affine.h"

#include <cstddef>
#include <span>
#include <vector>

namespace zeropoint {

/// The range that PyTorch's HistogramObserver finds (2048 bins, 256 codes), for values that arrive
/// in batches. The extremes only ever grow; bins of earlier batches are spread over the grown
/// range. The search drops bins from whichever end has to give up more of them for the same share
/// of the values, for as long as the squared error of 256 equal steps does not rise: a local
/// optimum, which the exact search (RangeMethod::Kind::Mse) may beat.
class HistogramRange {
public:
    static constexpr std::size_t bins = 2048;

    /// Between which ends values are counted. PyTorch before 2.0 truncated the extremes to whole
    /// numbers, so that bins lay wrong and the outermost values fell out; WholeNumbers does the
    /// same, to compare with figures from there.
    enum class Ends { Extremes, WholeNumbers };

    explicit HistogramRange(Ends ends = Ends::Extremes) : m_ends(ends) {}

    /// NaN and infinities are left out; a batch without a finite value changes nothing.
    void add(std::span<const float> batch);

    /// The range that the search ends with; [0, 0] before the first batch.
    RealRange range() const;

private:
    /// Grows the range to hold [lo, hi] and moves the counts into its bins.
    void grow(double lo, double hi);
    void count(std::span<const float> batch, const RealRange& found);
    /// Squared error, times the number of values, when bins first..last share 256 equal steps.
    double error(std::size_t first, std::size_t last) const;

    Ends m_ends;
    double m_min = 0;
    double m_max = 0;
    std::vector<double> m_counts;  ///< empty before the first batch
};

}  // namespace zeropoint
