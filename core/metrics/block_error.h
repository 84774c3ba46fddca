// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/block_format.h"
#include "core/scheme/error_sums.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <span>

namespace zeropoint {

/// Quantizes `input` into blocks and sums the errors of what is read back against `original`, of
/// the same size: the input itself, or what it was before it was clipped. Clipped are the values
/// that differ between the two and those that lie outside what their block's codes reach with its
/// stored scale: of MX blocks all beyond the outermost levels, of others by clipRange, where a
/// block asks for its own extremes. Unsupported for formats that are only read; Cancelled.
Result<ErrorSums> blockErrors(std::span<const float> original, const Tensor& input,
                              const BlockFormat& format, ScaleRule rule = ScaleRule::Floor,
                              const Execution& execution = {});

}  // namespace zeropoint
