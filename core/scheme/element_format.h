// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/number_format.h"
#include "core/scheme/affine.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"

#include <vector>

namespace zeropoint {

/// What the arithmetic of a scheme needs to know of its number format.
struct ElementFormat {
    const NumberFormat* format = nullptr;
    CodeRange codes;
    double largest = 1;  ///< integers: the level on which the end of a symmetric range falls
    double lowest = -1;  ///< other formats: the outermost finite levels, before the scale
    double highest = 1;
    bool hasZero = true;  ///< some level is exactly 0
    bool integer = true;  ///< codes on a uniform grid
    bool scaled =
        true;  ///< false for plain casts: formats of 16 bits and more that are not integers
};

/// Refuses (Unsupported) what is not one number a value: block formats, and E8M0, which has no
/// zero.
Result<ElementFormat> elementFormat(const QuantScheme& scheme);

/// The finite values of a format that is not an integer, ascending and distinct. At most 2^16.
std::vector<double> levelsOf(const NumberFormat& format);

/// The rounding that a convention demands where the scheme leaves the default.
Rounding effectiveRounding(const QuantScheme& scheme);

/// Whether the scheme's convention multiplies by 1/scale in float32 instead of dividing.
bool multipliesByInverse(const QuantScheme& scheme);

/// Whether values beyond the largest level become infinite or NaN: never in integers and in formats
/// that have neither.
bool overflowsToSpecial(const ElementFormat& element, const QuantScheme& scheme);

/// Whether only the most negative code is left out.
bool usesNarrowRange(const QuantScheme& scheme);

}  // namespace zeropoint
