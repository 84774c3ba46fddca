// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/affine.h"
#include "core/scheme/param_chooser.h"

#include <span>
#include <string_view>

namespace zeropoint {

/// Fake quantization as training needs it: the value of the code instead of the value, forward; a
/// stand-in for the derivative, backward (Bengio, Leonard and Courville 2013, arXiv 1308.3432;
/// Jacob et al. 2018, arXiv 1712.05877). The equation is affine.h's with the zero point taken to
/// the other side: r = round half even(x / scale) in float32, clamped to [low, high], y = r scale.

/// One unit's integer grid.
struct Grid {
    float scale = 1;
    float low = -128;  ///< qmin - zero point: the smallest multiple of the scale
    float high = 127;  ///< qmax - zero point
    std::int32_t zeroPoint = 0;

    /// A scale of 0, a unit of zeros, becomes 1: every code reads back as 0 either way.
    static Grid of(const QuantParams& params, const CodeRange& codes);
    bool operator==(const Grid&) const = default;
};

/// The format of a scheme that training can go through: Unsupported, at `where`, for what is not an
/// integer rounded to nearest even.
Result<ElementFormat> trainableElement(const QuantScheme& scheme, std::string_view where);

/// y may be x. NaN stays NaN, so that training notices it.
void fakeQuantize(std::span<const float> x, const Grid& grid, std::span<float> y);

/// When a value counts as clipped in a derivative. The two differ within half a step of an end: at
/// v = x / scale = 7.4 on a grid that ends at 7, dy/dscale is 7 by value and 7 - 7.4 by code.
enum class ClipTest {
    Value,  ///< v <= low or v >= high, before rounding: Esser et al. 2020, eq. 3 and 5
    Code,   ///< round(v) < low or round(v) > high: PyTorch's fake quantizers
};

/// The clipped straight-through estimator: gradient *= 1 on the grid, 0 where clipped. The plain
/// one is to leave the gradient alone.
void clippedStraightThrough(std::span<const float> x, const Grid& grid, ClipTest test,
                            std::span<float> gradient);

/// Gives the sum of gradient * dy/dscale, the derivative of Esser et al. 2020 (LSQ, arXiv
/// 1902.08153): round(x / scale) - x / scale on the grid, low where clipped below it, high above
/// it. Then the gradient is as clippedStraightThrough() leaves it: both in one pass over the
/// values.
double lsqGradient(std::span<const float> x, const Grid& grid, ClipTest test,
                   std::span<float> gradient);

/// Smallest and largest value; NaN is passed over and infinities count as the largest float.
/// [0, 0] of nothing.
RealRange finiteRange(std::span<const float> values);

/// Sum of the magnitudes, in double.
double magnitudeSum(std::span<const float> values);

}  // namespace zeropoint
