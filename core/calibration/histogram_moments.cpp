// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/histogram_moments.h"

#include <algorithm>

namespace zeropoint {
namespace {

/// What `count` values evenly spread over [from, from + width) add.
HistogramMoments::Sums spread(double count, double from, double width) {
    return {count, count * (from + width / 2),
            count * (from * from + from * width + width * width / 3)};
}

}  // namespace

HistogramMoments::HistogramMoments(const FineHistogram& histogram)
    : m_lo(histogram.lo),
      m_hi(histogram.hi),
      m_width(histogram.binWidth()),
      m_counts(histogram.counts.begin(), histogram.counts.end()),
      m_below(histogram.counts.size() + 1) {
    for (std::size_t bin = 0; bin < m_counts.size(); ++bin) {
        const Sums own = spread(m_counts[bin], m_lo + static_cast<double>(bin) * m_width, m_width);
        const Sums& before = m_below[bin];
        m_below[bin + 1] = {before.count + own.count, before.first + own.first,
                            before.second + own.second};
    }
}

HistogramMoments::Sums HistogramMoments::below(double x) const {
    if (x <= m_lo) {
        return {};
    }
    if (x >= m_hi) {
        return m_below.back();
    }
    const auto bin = std::min(static_cast<std::size_t>((x - m_lo) / m_width), m_counts.size() - 1);
    const double from = m_lo + static_cast<double>(bin) * m_width;
    const double covered = std::clamp(x - from, 0.0, m_width);
    const Sums own = spread(m_counts[bin] * (covered / m_width), from, covered);
    const Sums& before = m_below[bin];
    return {before.count + own.count, before.first + own.first, before.second + own.second};
}

double HistogramMoments::absoluteDeviation(double centre) const {
    const Sums left = below(centre);
    const Sums right = all() - left;
    return (right.first - centre * right.count) + (centre * left.count - left.first);
}

}  // namespace zeropoint
