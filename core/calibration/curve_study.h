// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/curve_family.h"
#include "core/scheme/quant_scheme.h"
#include "core/statistics/fine_histogram.h"
#include "core/statistics/summary.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace zeropoint {

/// All that is known of the error against the clipping range. The axis is the upper end of the
/// range where it is symmetric, else its width.
struct CurveStudy {
    bool symmetric = true;
    ErrorCurve own;                    ///< of the scheme's format, with its two parts
    std::vector<FamilyMember> family;  ///< totals of the widths 2 to 8
    bool familyEstimated = false;      ///< from the histogram; the rest is exact
    std::vector<double> theory;        ///< one expectation for each point of `own`, or empty
    double lloydMax = 0;               ///< the least error of as many levels; 0: not known
    std::vector<RangeMarker> markers;  ///< where every observer would clip

    double positionOf(const RangeError& point) const {
        return symmetric ? point.hi : point.hi - point.lo;
    }
};

/// Values with what was made of them before.
struct CurveInput {
    std::span<const float> values;
    const Summary& summary;
    const FineHistogram& histogram;
};

/// The distribution that values of a synthetic kind ("normal", "laplace", "uniform", "ramp") are
/// drawn from, with the spread of those that were drawn; nothing for others and without a spread.
std::optional<SourceDistribution> knownDistribution(std::string_view kind, const Summary& summary);

/// The study of values under a scheme whose range and granularity are not used. Exact, but for the
/// other widths of more than four million values, which are estimated from the histogram; empty
/// without a finite value. Theory and Lloyd-Max stand for a known distribution and formats of at
/// most 8 bits. Its cost is about seven passes for each of 81 points: for a worker. Cancelled.
Result<CurveStudy> studyCurve(const CurveInput& input,
                              const std::optional<SourceDistribution>& known,
                              const QuantScheme& scheme, const Execution& execution = {});

}  // namespace zeropoint
