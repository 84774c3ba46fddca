// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/error_curve.h"
#include "core/numerics/block_format.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <cstddef>

namespace zeropoint {

/// Error of a block format as the blocks' ranges shrink. A block makes its scale of its own largest
/// magnitude, so one range for the tensor would leave most blocks as they are; instead every block
/// is clipped at the same share of its own range before it is quantized, and its scale follows.
/// Point i keeps the share (i + 1) / points; the last one clips nothing and is what the format does
/// by itself. lo and hi of a point are that share of the tensor's extremes: of [-m, m], and of
/// [min, max] widened to 0 for formats with a minimum. Exact, not estimated: each point quantizes
/// the tensor. Power-of-two scales move in steps, and so does their curve. Clipped are the values
/// that the share cut and those that their block's stored scale does not reach. Unsupported for
/// formats that are only read; InvalidArgument for no points; Cancelled.
Result<ErrorCurve> blockErrorCurve(const Tensor& tensor, const BlockFormat& format,
                                   std::size_t points = 81, const Execution& execution = {},
                                   ScaleRule rule = ScaleRule::Floor);

}  // namespace zeropoint
