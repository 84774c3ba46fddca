// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/value_in_format.h"

#include <cmath>
#include <string>

namespace zeropoint::cli {
namespace {

bool isInteger(const NumberFormat& format) {
    return format.kind == FormatKind::Integer;
}

double realOf(const NumberFormat& format, std::uint64_t code, const IntegerScale& scale) {
    const double value = decode(format, code);
    return isInteger(format) ? (value - static_cast<double>(scale.zeroPoint)) * scale.scale : value;
}

std::uint64_t encodeScaled(const NumberFormat& format, double value, const IntegerScale& scale) {
    if (!isInteger(format)) {
        return encode(format, value);
    }
    const double rounded = std::isnan(value) ? 0.0 : std::nearbyint(value / scale.scale);
    return encode(format, rounded + static_cast<double>(scale.zeroPoint));
}

double errorOf(double stored, double value) {
    return stored == value ? 0.0 : std::abs(stored - value);  // infinity kept is no error
}

ValueInFormat describe(const NumberFormat& format, std::uint64_t code, double value,
                       const IntegerScale& scale) {
    ValueInFormat result;
    result.code = code;
    result.stored = realOf(format, code, scale);
    result.absError = errorOf(result.stored, value);
    result.relError = result.absError == 0 ? 0.0 : result.absError / std::abs(value);
    result.ulp = unitInLastPlace(format, value) * (isInteger(format) ? scale.scale : 1.0);
    result.numberClass = classify(format, code);
    if (isInteger(format)) {
        result.numberClass = result.stored == 0 ? NumberClass::Zero : NumberClass::Normal;
    }
    return result;
}

}  // namespace

Result<void> checkScale(const NumberFormat& format, const IntegerScale& scale) {
    if (!std::isfinite(scale.scale) || scale.scale <= 0) {
        return fail(ErrorCode::InvalidArgument, "The scale must be a finite number above 0",
                    "--scale " + shortestText(scale.scale), "Give for example --scale 0.05");
    }
    const FormatLimits range = limits(format);
    const auto zeroPoint = static_cast<double>(scale.zeroPoint);
    if (isInteger(format) && (zeroPoint < range.lowest || zeroPoint > range.max)) {
        return fail(
            ErrorCode::InvalidArgument,
            "The zero point is not a code of " + std::string(format.name),
            "--zero-point " + std::to_string(scale.zeroPoint),
            "Its codes are " + shortestText(range.lowest) + " to " + shortestText(range.max));
    }
    return {};
}

ValueInFormat storeValue(const NumberFormat& format, double value, const IntegerScale& scale) {
    return describe(format, encodeScaled(format, value, scale), value, scale);
}

ValueInFormat storePattern(const NumberFormat& format, std::uint64_t code,
                           const IntegerScale& scale) {
    return describe(format, code, realOf(format, code, scale), scale);
}

}  // namespace zeropoint::cli
