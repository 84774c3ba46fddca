// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibrate.h"
#include "core/scheme/param_chooser.h"

#include <cstddef>

namespace zeropoint {

/// Stores the scales by doubleQuantize: each becomes what is read back, and zero points are chosen
/// anew for it. Units of zeros have scale 0 and stay apart from the others' mean.
void quantizeScales(Calibration& calibration, const ParamChooser& chooser, std::size_t block);

}  // namespace zeropoint
