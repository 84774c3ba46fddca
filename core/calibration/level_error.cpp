// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/level_error.h"

#include "core/calibration/uniform_error.h"
#include "core/scheme/rounding_rule.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

using Sums = HistogramMoments::Sums;

constexpr double infinity = std::numeric_limits<double>::infinity();

/// sum (x - level)^2 of what the sums hold.
double aroundLevel(const Sums& sums, double level) {
    return sums.second - 2 * level * sums.first + level * level * sums.count;
}

/// Expected squared error of stochastic rounding between two levels: (x - lower)(upper - x).
double betweenLevels(const Sums& sums, double lower, double upper) {
    return (lower + upper) * sums.first - sums.second - lower * upper * sums.count;
}

double stochasticError(const HistogramMoments& moments, std::span<const double> levels,
                       double scale, double from, double to) {
    const double lowest = levels.front() * scale;
    const double highest = levels.back() * scale;
    const auto between = [&](double begin, double end) {
        return moments.below(end) - moments.below(begin);
    };
    double sum = 0;
    if (from < lowest) {
        sum += aroundLevel(between(from, std::min(to, lowest)), lowest);
    }
    if (to > highest) {
        sum += aroundLevel(between(std::max(from, highest), to), highest);
    }
    for (std::size_t i = 0; i + 1 < levels.size(); ++i) {
        const double lower = levels[i] * scale;
        const double upper = levels[i + 1] * scale;
        if (upper > from && lower < to) {
            sum += betweenLevels(between(std::max(from, lower), std::min(to, upper)), lower, upper);
        }
    }
    return sum;
}

}  // namespace

double levelError(const HistogramMoments& moments, std::span<const double> levels, double scale,
                  Rounding rounding, double from, double to) {
    if (rounding == Rounding::Stochastic) {
        return stochasticError(moments, levels, scale, from, to);
    }
    // The first level whose upper boundary lies beyond `from` cannot lie below the one before
    // the first level above it.
    const auto above = std::upper_bound(levels.begin(), levels.end(), from / scale);
    auto i = static_cast<std::size_t>(std::max<std::ptrdiff_t>(above - levels.begin() - 1, 0));
    Sums before = moments.below(from);
    double sum = 0;
    double begin = from;
    for (; i < levels.size() && begin < to; ++i) {
        const double level = levels[i] * scale;
        const bool last = i + 1 == levels.size();
        const double end =
            last ? to : std::min(to, roundingBoundary(level, levels[i + 1] * scale, rounding));
        if (end <= begin) {
            continue;
        }
        const Sums next = moments.below(end);
        sum += aroundLevel(next - before, level);
        before = next;
        begin = end;
    }
    // The parts cancel to about the rounding of their terms, which can leave a trace below zero.
    return std::max(sum, 0.0);
}

double largestGap(std::span<const double> levels, double from, double to) {
    double largest = 0;
    for (std::size_t i = 0; i + 1 < levels.size(); ++i) {
        if (levels[i + 1] > from && levels[i] < to) {
            largest = std::max(largest, levels[i + 1] - levels[i]);
        }
    }
    return largest;
}

double castError(const HistogramMoments& moments, const NumberFormat& format, Rounding rounding,
                 double from, double to) {
    if (format.bits >= 32) {
        return 0;
    }
    const FormatLimits ends = limits(format);
    const auto between = [&](double begin, double end) {
        const double low = std::clamp(begin, from, to);
        const double high = std::clamp(end, from, to);
        return moments.below(high) - moments.below(low);
    };
    double sum = aroundLevel(between(-infinity, -ends.max), -ends.max) +
                 aroundLevel(between(ends.max, infinity), ends.max);
    double upper = ends.max;
    for (int exponent = std::ilogb(ends.max); upper > 0; --exponent) {
        const bool subnormal = std::ldexp(1.0, exponent) <= ends.minNormal;
        const double lower = subnormal ? 0 : std::ldexp(1.0, exponent);
        const double step = std::ldexp(1.0, exponent - format.mantissaBits);
        const double count = between(lower, upper).count + between(-upper, -lower).count;
        sum += count * step * step * errorPerStep(rounding);
        upper = lower;
    }
    return sum;
}

}  // namespace zeropoint
