// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibrate.h"
#include "core/scheme/param_chooser.h"

#include <cstddef>

namespace zeropoint {

/// Double quantization (Dettmers et al. 2023, QLoRA): scales are themselves stored in 8 bits with
/// one FP32 scale per `block` of them. Here scale = second * code with code 1..255 and second =
/// (largest scale of the block) / 255 in float32, so every scale stays positive; zero points are
/// chosen anew for the scales that result.
void quantizeScales(Calibration& calibration, const ParamChooser& chooser, std::size_t block);

}  // namespace zeropoint
