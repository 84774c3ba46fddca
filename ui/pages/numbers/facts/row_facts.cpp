// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/facts/row_facts.h"

#include "core/scheme/rounding_rule.h"
#include "ui/pages/numbers/facts/row_texts.h"

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

double largestMagnitude(const NumberFormat& format) {
    const FormatLimits range = limits(format);
    // The range of two's complement is lopsided; a symmetric scale is made for the shorter side.
    return format.kind == FormatKind::Integer
               ? range.max
               : std::max(std::abs(range.max), std::abs(range.lowest));
}

bool isSameValue(double a, double b) {
    return (std::isnan(a) && std::isnan(b)) || (a == b && std::signbit(a) == std::signbit(b));
}

std::uint64_t codeOf(const NumberFormat& format, const NumberState& state, double scale) {
    const QString id = idOf(format);
    if (state.pinned && state.pinned->format == id &&
        isSameValue(decode(format, state.pinned->code) * scale, state.value)) {
        return state.pinned->code;
    }
    EncodeOptions options;
    options.rounding = state.rounding;
    options.overflow = state.overflow;
    options.random = roundingBits(state.seed, 0);
    return encode(format, state.value / scale, options);
}

double relativeError(double error, double value) {
    if (error == 0) {
        return 0;
    }
    return error / std::abs(value);
}

RowTag tagOf(const RowFacts& facts) {
    if (facts.kind == NumberClass::Nan) {
        return std::isfinite(facts.value) ? RowTag::Overflow : RowTag::Nan;
    }
    if (facts.kind == NumberClass::Infinite) {
        return std::isfinite(facts.value) ? RowTag::Overflow : RowTag::Infinite;
    }
    if (facts.stored == 0 && facts.value != 0) {
        return RowTag::Underflow;
    }
    if (facts.value > facts.max + facts.ulp / 2 || facts.value < facts.lowest - facts.ulp / 2) {
        return RowTag::Saturated;
    }
    return facts.kind == NumberClass::Subnormal ? RowTag::Subnormal : RowTag::None;
}

}  // namespace

bool takesScale(const NumberFormat& format, const NumberState& state) {
    if (format.kind != FormatKind::Minifloat) {
        return true;
    }
    return state.scaleFloats && format.bits <= 8 && format.specials != Specials::ScaleOnly;
}

double scaleOf(const NumberFormat& format, const NumberState& state) {
    return takesScale(format, state) ? state.absMax / largestMagnitude(format) : 1.0;
}

RowFacts rowFacts(const NumberFormat& format, const NumberState& state) {
    RowFacts facts;
    facts.format = &format;
    facts.scale = scaleOf(format, state);
    facts.value = state.value;
    facts.code = codeOf(format, state, facts.scale);
    facts.stored = decode(format, facts.code) * facts.scale;
    facts.error = facts.stored == facts.value ? 0 : facts.stored - facts.value;
    facts.relative = relativeError(facts.error, facts.value);
    facts.ulp = unitInLastPlace(format, facts.value / facts.scale) * facts.scale;
    const FormatLimits range = limits(format);
    facts.lowest = range.lowest * facts.scale;
    facts.max = range.max * facts.scale;
    facts.kind = classify(format, facts.code);
    facts.tag = tagOf(facts);
    return facts;
}

double storedValue(const RowFacts& facts, std::uint64_t code) {
    return decode(*facts.format, code) * facts.scale;
}

NumberState withCode(NumberState state, const NumberFormat& format, std::uint64_t code) {
    const QString id = idOf(format);
    state.value = decode(format, code) * scaleOf(format, state);
    state.inspected = id;
    state.pinned = PinnedCode{id, code};
    return state;
}

NumberState withFlippedBit(const NumberState& state, const NumberFormat& format, int fromMsb) {
    const std::uint64_t mask = std::uint64_t{1} << (format.bits - 1 - fromMsb);
    return withCode(state, format, rowFacts(format, state).code ^ mask);
}

NumberState withStep(const NumberState& state, int direction) {
    const NumberFormat& format = numberFormat(state.inspected.toStdString());
    const std::uint64_t code = rowFacts(format, state).code;
    return withCode(state, format,
                    direction > 0 ? nextCode(format, code) : previousCode(format, code));
}

NumberState withValue(NumberState state, double value) {
    state.value = value;
    state.pinned.reset();
    return state;
}

QString bitsOf(const RowFacts& facts) {
    const BitFields fields = bitFields(*facts.format, facts.code);
    return QString::fromStdString(fields.sign + fields.exponent + fields.mantissa);
}

}  // namespace zeropoint::ui
