// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/double_quantization.h"
#include "core/scheme/affine.h"
#include "core/scheme/quant_scheme.h"
#include "core/statistics/fine_histogram.h"
#include "core/statistics/summary.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <span>
#include <vector>

namespace zeropoint {

/// The range that was asked for and the parameters that came of it. One entry per tensor, channel
/// or group in row-major order of the units; `lo`, `hi` are the whole tensor's, the outermost of
/// all. What the codes reach with the scales as they are stored is another range: reachedRange().
struct Calibration {
    double lo = 0;
    double hi = 0;
    std::vector<QuantParams> params;
    std::vector<RealRange> ranges;  ///< of each unit: clippingRange() of what its method chose
    DoubleQuantization doubled;     ///< with ScaleFormat::Double: how the scales are stored
    std::size_t collapsed = 0;  ///< units whose method chose one point, and got their full range
};

/// From the lowest to the highest level of any unit; [0, 0] without units (block formats).
RealRange reachedRange(const Calibration& calibration, const QuantScheme& scheme);

/// Chooses the range over all of the tensor by the scheme's method and granularity.
/// NaN and infinities are left out. A method that leaves a unit of different values no range (the
/// middle 40 % of a ReLU's output are zeros) gives way to the unit's extremes. A block format has
/// no params (its blocks choose scales) and the tensor's extremes as its one range. Cancelled.
Result<Calibration> calibrate(const Tensor& tensor, const QuantScheme& scheme,
                              const Execution& execution = {});

/// The same for one unit seen only through its statistics, for live controls: per tensor, cost
/// independent of the tensor's size.
Result<Calibration> calibrate(const Summary& summary, const FineHistogram& histogram,
                              const QuantScheme& scheme);

}  // namespace zeropoint
