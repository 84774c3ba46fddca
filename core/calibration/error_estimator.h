// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/error_curve.h"
#include "core/calibration/histogram_moments.h"
#include "core/scheme/param_chooser.h"

#include <vector>

namespace zeropoint {

/// estimateError for many ranges of one histogram: what does not depend on the range is made
/// once. Cost of one range: O(bins) for integer formats, O(levels) for the others. Keeps a
/// reference to the scheme.
class ErrorEstimator {
public:
    static Result<ErrorEstimator> make(const FineHistogram& histogram, const QuantScheme& scheme);

    const ParamChooser& chooser() const { return m_chooser; }
    const HistogramMoments& moments() const { return m_moments; }

    /// lo <= hi, both finite.
    RangeError at(double lo, double hi) const;

private:
    ErrorEstimator(const FineHistogram& histogram, const QuantScheme& scheme,
                   const ParamChooser& chooser);

    /// Sum of squared errors of the values in [from, to].
    double squaredError(double from, double to, const QuantParams& params) const;
    double uniformError(double from, double to, const QuantParams& params) const;
    double largestError(const QuantParams& params) const;
    /// Between neighbouring levels that the values meet, before the scale.
    double largestStep(double scale) const;
    RangeError constantTensor(double lo, double hi) const;

    const QuantScheme* m_scheme;
    ParamChooser m_chooser;
    HistogramMoments m_moments;
    Rounding m_rounding;
    bool m_special;                ///< values beyond the largest level become infinite or NaN
    std::vector<double> m_levels;  ///< of formats that are not integers, before the scale
};

}  // namespace zeropoint
