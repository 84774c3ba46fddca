// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantization/block_example.h"
#include "ui/pages/calibrate/param_formula.h"

namespace zeropoint::ui {

/// How the block of the example came to its scale: "s = FP16(max|x| / (2⁷ − 1)) = FP16(2.5 / 127) =
/// ", "s = 2^(⌊log₂ max|x|⌋ − 2) = 2^(⌊log₂ 2.5⌋ − 2) = " of MX.
Formula blockScaleFormula(const BlockExample& example, ScaleRule rule);

/// "m = FP16(min) = FP16(−1.2) = " of blocks that have a minimum; what the others have instead.
Formula blockMinimumFormula(const BlockExample& example);

}  // namespace zeropoint::ui
