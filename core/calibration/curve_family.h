// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/error_curve.h"
#include "core/calibration/source_distribution.h"
#include "core/support/parallel.h"

#include <span>
#include <string>
#include <vector>

namespace zeropoint {

/// The error curve of one integer width, and where theory puts it.
struct FamilyMember {
    int bits = 0;
    std::string format;  ///< "int4", "uint4"
    ErrorCurve curve;
};

/// The curve under `scheme` for each width (2..16), signed as the scheme's format is; a scheme
/// whose format is not an integer is taken as signed. Widths without a format are left out. Exact,
/// with a pass for every width and point; Cancelled.
Result<std::vector<FamilyMember>> curveFamily(std::span<const float> values,
                                              const QuantScheme& scheme,
                                              std::span<const int> widths, std::size_t points = 81,
                                              const Execution& execution = {});
/// The same as estimateError tells it: for tensors so large that nobody would wait.
std::vector<FamilyMember> curveFamily(const FineHistogram& histogram, const QuantScheme& scheme,
                                      std::span<const int> widths, std::size_t points = 81);

/// What theory expects of the scheme's own levels when a source of this kind with the given mean
/// is clipped to each range of a curve: one expected MSE a point. Per tensor, integer, nearest
/// rounding; empty for other schemes.
std::vector<double> theoryCurve(const ErrorCurve& curve, const SourceDistribution& source,
                                double mean, const QuantScheme& scheme);

/// A range method as a marker on the curve.
struct RangeMarker {
    RangeMethod method;
    RangeError at;
};

/// Every method (with its usual parameter) on the values, exact as calibrate and measureError;
/// those that cannot serve them or leave no range are left out. Cancelled.
Result<std::vector<RangeMarker>> rangeMarkers(std::span<const float> values,
                                              const QuantScheme& scheme,
                                              const Execution& execution = {});

}  // namespace zeropoint
