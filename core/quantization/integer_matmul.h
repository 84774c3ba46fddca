// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/affine.h"
#include "core/support/error.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace zeropoint {

/// A real multiplier in (0, 1) as integer hardware applies it: multiplier * 2^-31 * 2^-shift with
/// multiplier in [2^30, 2^31), as gemmlowp defines it (doc/quantization.md).
struct FixedMultiplier {
    std::int32_t multiplier = 0;
    int shift = 0;

    double value() const;
};

/// The nearest such multiplier, below 1 as real is. real must be above 0 and below 1: else
/// InvalidArgument.
Result<FixedMultiplier> fixedMultiplier(double real);

/// round(x * multiplier): the high half of the doubled product, rounded to nearest, then a right
/// shift rounded to nearest, ties away from zero in both: the two roundings of gemmlowp.
std::int32_t multiplyFixed(std::int32_t x, const FixedMultiplier& multiplier);

/// An affine layer y = x w + bias in integers: codes of x (rows x inner) and w (inner x columns,
/// zero point 0), a bias in real numbers, and the parameters of all three.
struct IntegerLayer {
    std::size_t rows = 0;
    std::size_t inner = 0;
    std::size_t columns = 0;
    std::vector<std::int32_t> x;
    std::vector<std::int32_t> w;
    std::vector<double> bias;  ///< one a column, or empty
    QuantParams xParams;
    QuantParams wParams;
    QuantParams yParams;
    CodeRange yCodes{-128, 127};
};

/// Every station of one output on the way.
struct IntegerOutput {
    std::int32_t accumulator = 0;    ///< sum (qx - zx) * qw, exact
    std::int32_t withBias = 0;       ///< + bias / (sx * sw) rounded
    std::int32_t requantized = 0;    ///< * M in fixed point
    std::int32_t code = 0;           ///< + zy, clamped
    double simulated = 0;            ///< the same accumulator times sx * sw / sy in real numbers
    std::int32_t simulatedCode = 0;  ///< rounded half to even, + zy, clamped: fake quantization
    bool differs = false;            ///< the two roundings disagree
};

struct IntegerWalk {
    double realMultiplier = 0;  ///< M = sx * sw / sy
    FixedMultiplier multiplier;
    std::vector<std::int32_t> biasCodes;  ///< int32 at scale sx * sw, zero point 0
    std::vector<IntegerOutput> outputs;   ///< rows x columns
};

/// The walk of every output. InvalidArgument when sizes do not fit together or M is not in (0, 1);
/// TooLarge when `inner` could overflow a 32-bit accumulator.
Result<IntegerWalk> walkIntegerLayer(const IntegerLayer& layer);

}  // namespace zeropoint
