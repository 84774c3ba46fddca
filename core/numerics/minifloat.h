// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/number_format.h"

#include <cstdint>

namespace zeropoint {

/// The engine for FormatKind::Minifloat: everything follows from the row's exponent bits,
/// mantissa bits, bias and specials. Meanings as in number_format.h.
std::uint64_t encodeMinifloat(const NumberFormat& format, double value,
                              const EncodeOptions& options);
double decodeMinifloat(const NumberFormat& format, std::uint64_t code);
NumberClass classifyMinifloat(const NumberFormat& format, std::uint64_t code);

/// The code of the largest finite value (sign bit clear).
std::uint64_t largestFiniteCode(const NumberFormat& format);

/// The exponent of the smallest normal value: 1 - bias, and -bias for E8M0.
int smallestExponent(const NumberFormat& format);

/// The neighbour one step up (`up`) or down.
std::uint64_t stepMinifloat(const NumberFormat& format, std::uint64_t code, bool up);

}  // namespace zeropoint
