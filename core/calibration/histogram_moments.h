// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/fine_histogram.h"

#include <vector>

namespace zeropoint {

/// Running sums over a fine histogram whose values are taken as evenly spread inside their bins:
/// count, sum and sum of squares of what lies below any point, each in constant time.
class HistogramMoments {
public:
    struct Sums {
        double count = 0;
        double first = 0;   ///< sum of x
        double second = 0;  ///< sum of x^2

        Sums operator-(const Sums& other) const {
            return {count - other.count, first - other.first, second - other.second};
        }
    };

    explicit HistogramMoments(const FineHistogram& histogram);

    double lo() const { return m_lo; }
    double hi() const { return m_hi; }
    double binWidth() const { return m_width; }
    /// Counts of the bins, as doubles.
    const std::vector<double>& counts() const { return m_counts; }

    const Sums& all() const { return m_below.back(); }
    Sums below(double x) const;
    /// Sum of |x - centre|.
    double absoluteDeviation(double centre) const;

private:
    double m_lo;
    double m_hi;
    double m_width;
    std::vector<double> m_counts;
    std::vector<Sums> m_below;  ///< below each bin's lower edge, then below the end
};

}  // namespace zeropoint
