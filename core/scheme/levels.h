// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/affine.h"

#include <vector>

namespace zeropoint {

/// Every real value that the codes of a unit stand for, ascending, without repeats: the grid that
/// values are rounded to. (q - zeroPoint) * scale for integers, decode(code) * scale otherwise;
/// infinities and NaN are left out. At most 2^16 of them; empty for wider formats (FP32), whose
/// grid is finer than any picture.
std::vector<double> gridLevels(const QuantParams& params, const QuantScheme& scheme);

}  // namespace zeropoint
