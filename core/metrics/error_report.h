// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibrate.h"
#include "core/scheme/error_sums.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <cstddef>
#include <cstdint>

namespace zeropoint {

/// What a quantization costs, over the finite values, accumulated in double.
/// mse = mean((x - x')^2); clipMse is the part from values outside the clip range (clipRange: what
/// the codes reach with the stored scale), roundMse the rest, and they add up.
/// sqnrDb = 10 log10(sum x^2 / sum (x - x')^2): infinite when exact. A finite value that reads back
/// as infinite or NaN has an infinite error. Without a finite value the figures are undefined: NaN.
struct ErrorReport {
    std::size_t count = 0;
    double mse = 0;
    double clipMse = 0;
    double roundMse = 0;
    double sqnrDb = 0;
    double maxAbsError = 0;
    double cosine = 0;
    std::size_t clipped = 0;
    double clippedFraction = 0;
    std::size_t nan = 0;
    std::size_t infinite = 0;
    double bitsPerWeight = 0;
    std::uint64_t bytes = 0;
};

/// The figures of sums that were taken elsewhere; bitsPerWeight and bytes stay 0.
ErrorReport reportOf(const ErrorSums& sums);

/// Quantizes in passing (no codes are stored) and measures. One pass over the tensor; a second for
/// the cosine where the values read back are so small that it would lose its digits.
Result<ErrorReport> measureError(const Tensor& tensor, const QuantScheme& scheme,
                                 const Calibration& calibration, const Execution& execution = {});

}  // namespace zeropoint
