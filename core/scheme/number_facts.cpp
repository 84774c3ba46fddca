// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/number_facts.h"

#include "core/scheme/rounding_rule.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

constexpr int mostScaledBits = 8;

double largestMagnitude(const NumberFormat& format) {
    const FormatLimits range = limits(format);
    // Two's complement and IQ4_NL reach further on one side; a scale is made for the shorter one.
    return range.lowest < 0 ? std::min(range.max, -range.lowest) : range.max;
}

bool isSameValue(double a, double b) {
    return (std::isnan(a) && std::isnan(b)) || (a == b && std::signbit(a) == std::signbit(b));
}

std::uint64_t codeOf(const NumberFormat& format, const NumberQuestion& question, double scale) {
    if (question.code && isSameValue(decode(format, *question.code) * scale, question.value)) {
        return *question.code;
    }
    EncodeOptions options;
    options.rounding = question.rounding;
    options.overflow = question.overflow;
    options.random = roundingBits(question.seed, 0);
    return encode(format, question.value / scale, options);
}

double relativeError(double error, double value) {
    if (error == 0) {
        return 0;
    }
    return error / std::abs(value);
}

NumberTag tagOf(const NumberFacts& facts) {
    if (facts.kind == NumberClass::Nan) {
        // E8M0 stores zero and what is negative so, which are not too large.
        const bool beyond = std::isfinite(facts.value) && std::abs(facts.value) > facts.max;
        return beyond ? NumberTag::Overflow : NumberTag::Nan;
    }
    if (facts.kind == NumberClass::Infinite) {
        return std::isfinite(facts.value) ? NumberTag::Overflow : NumberTag::Infinite;
    }
    if (std::isnan(facts.value)) {
        return NumberTag::Nan;  // which has no code here
    }
    if (facts.value > facts.max + facts.ulp / 2 || facts.value < facts.lowest - facts.ulp / 2) {
        return NumberTag::Saturated;
    }
    if (facts.stored == 0 && facts.value != 0) {
        return NumberTag::Underflow;
    }
    return facts.kind == NumberClass::Subnormal ? NumberTag::Subnormal : NumberTag::None;
}

}  // namespace

bool takesScale(const NumberFormat& format, bool scaleFloats) {
    if (format.kind != FormatKind::Minifloat) {
        return true;
    }
    return scaleFloats && format.bits <= mostScaledBits && format.specials != Specials::ScaleOnly;
}

double numberScale(const NumberFormat& format, const NumberQuestion& question) {
    return takesScale(format, question.scaleFloats) ? question.absMax / largestMagnitude(format)
                                                    : 1.0;
}

NumberFacts numberFacts(const NumberFormat& format, const NumberQuestion& question) {
    NumberFacts facts;
    facts.format = &format;
    facts.scale = numberScale(format, question);
    facts.value = question.value;
    facts.code = codeOf(format, question, facts.scale);
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

double storedValue(const NumberFacts& facts, std::uint64_t code) {
    return decode(*facts.format, code) * facts.scale;
}

double relativeStep(const NumberFacts& facts, double magnitude) {
    const double top = std::max(facts.max, -facts.lowest);
    const double step = unitInLastPlace(*facts.format, magnitude / facts.scale) * facts.scale;
    return magnitude > top || !(step > 0) ? std::numeric_limits<double>::quiet_NaN()
                                          : step / magnitude;
}

std::vector<NumberFacts> conversionChain(NumberQuestion question,
                                         std::span<const std::string_view> formats) {
    question.code.reset();
    std::vector<NumberFacts> stations;
    for (const std::string_view id : formats) {
        stations.push_back(numberFacts(numberFormat(id), question));
        question.value = stations.back().stored;
    }
    return stations;
}

double smallestPositive(const NumberFormat& format) {
    double smallest = std::numeric_limits<double>::infinity();
    for (std::uint64_t code = 0; code < (std::uint64_t{1} << format.bits); ++code) {
        const double value = decode(format, code);
        smallest = value > 0 ? std::min(smallest, value) : smallest;
    }
    return smallest;
}

}  // namespace zeropoint
