// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/unit_layout.h"
#include "core/statistics/extremes.h"
#include "core/support/parallel.h"

#include <span>
#include <vector>

namespace zeropoint {

/// Minimum and maximum of every unit in one pass in memory order. A stopped run returns what it
/// had.
std::vector<Extremes> unitExtremes(std::span<const float> values, const UnitLayout& layout,
                                   const Execution& execution);

}  // namespace zeropoint
