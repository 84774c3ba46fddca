// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/error_curve.h"
#include "core/scheme/error_sums.h"
#include "core/scheme/param_chooser.h"
#include "core/scheme/quantizer.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstddef>
#include <span>
#include <vector>

namespace zeropoint {

/// The errors that clipping ranges make, over the values themselves: what estimateError tells from
/// a histogram, to the last digit that calibrate shows. Memory is read once for all ranges. Per
/// tensor; ranges finite with lo <= hi. A stopped run returns what it had: ask
/// execution.stopRequested().
std::vector<ErrorSums> exactErrors(std::span<const float> values, std::span<const RealRange> ranges,
                                   const ParamChooser& chooser, const Quantizer& quantizer,
                                   const Execution& execution = {});

/// The figures of one range: lo and hi are its clippingRange.
RangeError rangeErrorOf(const ErrorSums& sums, const RealRange& asked);

/// errorCurve over the values themselves. Errors as ParamChooser::make; InvalidArgument without a
/// point; Cancelled.
Result<ErrorCurve> exactErrorCurve(std::span<const float> values, const QuantScheme& scheme,
                                   std::size_t points = 81, const Execution& execution = {});
/// The same while one end moves.
Result<ErrorCurve> exactErrorCurve(std::span<const float> values, const QuantScheme& scheme,
                                   RangeEnd moving, double fixedEnd, double from, double to,
                                   std::size_t points = 81, const Execution& execution = {});

/// One range of an own choice. InvalidArgument as estimateError; Cancelled.
Result<RangeError> exactError(std::span<const float> values, double lo, double hi,
                              const QuantScheme& scheme, const Execution& execution = {});

}  // namespace zeropoint
