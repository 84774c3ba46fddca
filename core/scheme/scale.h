// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"

namespace zeropoint {

/// The value of the scale format that stands for `scale` (> 0, finite): to nearest even for
/// FP32, FP16 and BF16, the next power of two that is not smaller for E8M0. Double is FP32 here:
/// doubleQuantize needs all scales together. Never 0 and never infinite: the ends of the format
/// stand in.
double roundScale(double scale, ScaleFormat format);

/// The next smaller value of the scale format below `scale`, which is one of its values and not its
/// smallest.
double scaleBelow(double scale, ScaleFormat format);

}  // namespace zeropoint
