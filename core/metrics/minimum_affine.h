// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/error_report.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

namespace zeropoint {

/// Affine codes whose zero point is a real number: x' = minimum + scale * q with q in 0..2^bits-1
/// (HQQ, GGUF's *_1 formats, MLX). The minimum need not be a multiple of the scale, so no precision
/// goes into representing 0 exactly; in exchange zero is not exact, and every unit stores a
/// minimum as large as a scale. scale = (max - min) / (2^bits - 1); both are stored in the scheme's
/// scale format (FP32, FP16 or BF16; others count as FP32).
/// Takes format (an integer's width), granularity, axis and group size from the scheme.
Result<ErrorReport> measureMinimumAffine(const Tensor& tensor, const QuantScheme& scheme,
                                         const Execution& execution = {});

}  // namespace zeropoint
