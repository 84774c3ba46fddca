// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/number_format.h"

#include <cstdint>

namespace zeropoint {

/// The engine for FormatKind::CodeBook: the level of the table that the rounding rule chooses
/// between the two that enclose the value; a tie of NearestEven goes to the even code.
std::uint64_t encodeCodeBook(const NumberFormat& format, double value,
                             const EncodeOptions& options);

/// The neighbour one step up (`up`) or down.
std::uint64_t stepCodeBook(const NumberFormat& format, std::uint64_t code, bool up);

/// Distance of the two levels that enclose the value (at the ends the last two).
double codeBookStep(const NumberFormat& format, double value);

}  // namespace zeropoint
