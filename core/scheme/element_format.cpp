// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/element_format.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace zeropoint {
namespace {

ElementFormat integerElement(const NumberFormat& format, const QuantScheme& scheme) {
    ElementFormat element;
    element.format = &format;
    const std::int32_t half = std::int32_t{1} << (format.bits - 1);
    element.codes = format.isSigned ? CodeRange{-half, half - 1} : CodeRange{0, 2 * half - 1};
    if (scheme.symmetric && usesNarrowRange(scheme)) {
        ++element.codes.qmin;
    }
    element.largest = half - 1;
    element.lowest = element.codes.qmin;
    element.highest = element.codes.qmax;
    return element;
}

}  // namespace

Result<ElementFormat> elementFormat(const QuantScheme& scheme) {
    const NumberFormat* format = findNumberFormat(scheme.format);
    if (format == nullptr || format->specials == Specials::ScaleOnly) {
        return fail(ErrorCode::Unsupported,
                    "'" + scheme.format + "' does not hold one number a value", "format",
                    "Name an integer, floating-point or code-book format");
    }
    if (format->kind == FormatKind::Integer) {
        return integerElement(*format, scheme);
    }
    ElementFormat element;
    element.format = format;
    element.integer = false;
    element.scaled = format->bits < 16;
    element.codes = {0, format->bits <= 30 ? (std::int32_t{1} << format->bits) - 1 : 0x7FFFFFFF};
    const FormatLimits ends = limits(*format);
    element.lowest = ends.lowest;
    element.highest = ends.max;
    element.largest = std::max(-ends.lowest, ends.max);
    element.hasZero = decode(*format, encode(*format, 0)) == 0;
    return element;
}

std::vector<double> levelsOf(const NumberFormat& format) {
    std::vector<double> levels;
    for (std::uint64_t code = 0; code < std::uint64_t{1} << std::min(format.bits, 16); ++code) {
        const double value = decode(format, code);
        if (std::isfinite(value)) {
            levels.push_back(value == 0 ? 0.0 : value);
        }
    }
    std::sort(levels.begin(), levels.end());
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    return levels;
}

Rounding effectiveRounding(const QuantScheme& scheme) {
    const bool away =
        scheme.convention == Convention::TfLite || scheme.convention == Convention::Gguf;
    return away && scheme.rounding == Rounding::NearestEven ? Rounding::HalfAway : scheme.rounding;
}

bool multipliesByInverse(const QuantScheme& scheme) {
    return scheme.convention == Convention::PyTorch || scheme.convention == Convention::Gguf;
}

bool overflowsToSpecial(const ElementFormat& element, const QuantScheme& scheme) {
    const bool hasSpecials =
        element.format->kind == FormatKind::Minifloat && limits(*element.format).hasNan;
    const bool special = scheme.overflow == OverflowRule::Special ||
                         (scheme.overflow == OverflowRule::Usual && !element.scaled);
    return hasSpecials && special;
}

bool usesNarrowRange(const QuantScheme& scheme) {
    return scheme.narrow || scheme.convention == Convention::TfLite;
}

}  // namespace zeropoint
