// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/scale.h"

#include "core/numerics/number_format.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

double roundToFormat(double scale, const NumberFormat& format) {
    const EncodeOptions saturating{Rounding::NearestEven, Overflow::Saturate, 0};
    const double rounded = decode(format, encode(format, scale, saturating));
    return rounded > 0 ? rounded : limits(format).minSubnormal;
}

double roundToFloat(double scale) {
    constexpr double smallest = std::numeric_limits<float>::denorm_min();
    constexpr double largest = std::numeric_limits<float>::max();
    return static_cast<float>(std::clamp(scale, smallest, largest));
}

double nextPowerOfTwo(double scale) {
    int exponent = 0;
    const double mantissa = std::frexp(scale, &exponent);
    const int needed = mantissa == 0.5 ? exponent - 1 : exponent;
    return std::ldexp(1.0, std::clamp(needed, -127, 127));
}

/// Codes of positive values ascend with them.
double valueBelow(double value, const NumberFormat& format) {
    return decode(format, encode(format, value) - 1);
}

}  // namespace

double roundScale(double scale, ScaleFormat format) {
    switch (format) {
        case ScaleFormat::Fp32:
        case ScaleFormat::Double:
            return roundToFloat(scale);
        case ScaleFormat::Fp16:
            return roundToFormat(scale, numberFormat("fp16"));
        case ScaleFormat::Bf16:
            return roundToFormat(scale, numberFormat("bf16"));
        case ScaleFormat::E8m0:
            return nextPowerOfTwo(scale);
    }
    return scale;
}

double scaleBelow(double scale, ScaleFormat format) {
    switch (format) {
        case ScaleFormat::Fp32:
        case ScaleFormat::Double:
            return std::nextafter(static_cast<float>(scale), 0.0F);
        case ScaleFormat::Fp16:
            return valueBelow(scale, numberFormat("fp16"));
        case ScaleFormat::Bf16:
            return valueBelow(scale, numberFormat("bf16"));
        case ScaleFormat::E8m0:
            return scale / 2;
    }
    return scale;
}

}  // namespace zeropoint
