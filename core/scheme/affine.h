// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"

#include <cstdint>

namespace zeropoint {

/// THE equation, stated once: real = scale * (q - zeroPoint).
///
/// Affine (asymmetric): [lo, hi] is widened to include 0; scale = (hi - lo) / (qmax - qmin),
/// rounded to the scheme's scale format; zeroPoint = clamp(roundHalfEven(qmin - lo / scale),
/// qmin, qmax). Symmetric: zeroPoint = 0, scale = max(|lo|, |hi|) / (2^(bits-1) - 1).
/// An unsigned format under a symmetric scheme is the signed one moved by 2^(bits-1): that is its
/// zero point. Formats that are not integers (FP8, FP4, NF4 ...) have zeroPoint 0 and the smallest
/// scale with which the outermost levels reach lo and hi: max(|lo|, |hi|) / largest where both
/// sides have the same levels; those of 16 bits and more (FP16, BF16 ...) are plain casts with
/// scale 1. All values of a unit zero: scale 1, zero point 0, and scale 0 where the format has no
/// level of zero or where scales are quantized together (Double). Every code of scale 0 stands for
/// 0. Another scale below the smallest value of its format becomes that value; a power-of-two scale
/// is rounded up, so that the range is not clipped. Where the outermost level would pass the
/// largest float the scale is the largest of its format with which it does not. Codes: q =
/// clamp(round(x / scale) + zeroPoint, qmin, qmax), x / scale in float32 as ONNX's QuantizeLinear
/// has it; x' = (q - zeroPoint) * scale in float32. Other conventions differ as their documents say
/// (affine.cpp).
struct QuantParams {
    double scale = 1;  ///< holds a value of the scale format exactly
    std::int32_t zeroPoint = 0;

    bool operator==(const QuantParams&) const = default;
};

/// The codes that a scheme uses. For float and code-book formats 0 .. 2^bits - 1.
struct CodeRange {
    std::int32_t qmin = 0;
    std::int32_t qmax = 0;

    bool operator==(const CodeRange&) const = default;
};

CodeRange codeRange(const QuantScheme& scheme);

/// The part of the real line that a scheme aims at, the range asked for: [-m, m] with
/// m = max(|lo|, |hi|) for symmetric schemes and formats whose levels are so, else [lo, hi]
/// widened to include 0. What is clipped depends on the stored scale too: clipRange().
struct RealRange {
    double lo = 0;
    double hi = 0;

    bool operator==(const RealRange&) const = default;
};
Result<RealRange> clippingRange(double lo, double hi, const QuantScheme& scheme);

/// Scale and zero point of a clipping range. lo <= hi, both finite: else InvalidArgument.
Result<QuantParams> chooseParams(double lo, double hi, const QuantScheme& scheme);

/// The range of real values that the codes reach, from the smallest level to the largest.
RealRange representableRange(const QuantParams& params, const QuantScheme& scheme);

/// Values outside of this range are the clipped ones. It is the reached range; an end within half a
/// step of the one that was asked for is the asked one: scales and zero points are rounded, and
/// codes come in whole steps, which is no more than rounding. lowStep, highStep: between the two
/// outermost levels at either end, in real values.
RealRange clipRange(const RealRange& asked, const RealRange& reached, double lowStep,
                    double highStep);

/// One value on its way through the equation, each station as the page and --sample show it.
struct SampleTrace {
    double x = 0;
    double scaled = 0;      ///< x / scale
    double rounded = 0;     ///< to an integer; for float and code-book formats the chosen level
    double shifted = 0;     ///< rounded + zeroPoint
    std::int64_t code = 0;  ///< clamped to the code range
    double dequantized = 0;
    double error = 0;  ///< dequantized - x
    bool tie = false;  ///< scaled lay exactly between two integers
    bool clipped = false;
};
SampleTrace traceSample(double x, const QuantParams& params, const QuantScheme& scheme);

}  // namespace zeropoint
