// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibrate.h"
#include "core/methods/recipe/quantized_weight.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

namespace zeropoint {

/// calibrate(), then both ends of every unit's range times `share`: with min-max and a symmetric
/// scheme each channel clips at that share of its own max |w|. Values beyond take the outermost
/// code, and the levels in between come closer together.
/// InvalidArgument for a share outside (0, 1], and for a block format, whose blocks choose scales
/// of their own, with a share below 1.
Result<Calibration> calibrateClipped(const Tensor& weight, const QuantScheme& scheme, double share,
                                     const Execution& execution = {});

/// roundWeight on such ranges; with share 1 the same codes.
Result<QuantizedWeight> roundClipped(const Tensor& weight, const QuantScheme& scheme, double share,
                                     const Execution& execution = {});

}  // namespace zeropoint
