// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/setting_ranking.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

/// Sums of bytes over values are not exact to the last digit.
bool comparable(double a, double b) {
    return std::abs(a - b) <= equalBits + 1e-9;
}

}  // namespace

std::vector<bool> bestAtEqualBits(std::span<const double> figures, std::span<const double> bits,
                                  Better better) {
    std::vector<bool> best(figures.size(), false);
    const auto beats = [better](double a, double b) {
        return better == Better::Higher ? a > b : a < b;
    };
    for (std::size_t i = 0; i < figures.size(); ++i) {
        bool beaten = std::isnan(figures[i]);
        bool beatsOne = false;
        for (std::size_t j = 0; j < figures.size(); ++j) {
            if (comparable(bits[i], bits[j])) {
                beaten = beaten || beats(figures[j], figures[i]);
                beatsOne = beatsOne || beats(figures[i], figures[j]);
            }
        }
        best[i] = beatsOne && !beaten;
    }
    return best;
}

std::vector<bool> atBitsOf(std::span<const double> bits, std::size_t place) {
    std::vector<bool> equal;
    for (const double other : bits) {
        equal.push_back(place < bits.size() && comparable(bits[place], other));
    }
    return equal;
}

RealRange bulkOf(const FineHistogram& histogram, const RealRange& axis) {
    if (histogram.empty() || histogram.lo == histogram.hi) {
        return axis;
    }
    constexpr double tail = 0.1;
    const double lo = quantile(histogram, tail);
    const double hi = quantile(histogram, 1 - tail);
    const double margin = hi - lo;
    return hi > lo ? RealRange{std::max(axis.lo, lo - margin), std::min(axis.hi, hi + margin)}
                   : axis;
}

std::vector<double> binsOver(const RealRange& range, std::size_t most, double step, double level) {
    const double wanted =
        (range.hi - range.lo) / static_cast<double>(std::max<std::size_t>(most, 1));
    std::vector<double> edges;
    if (!(wanted > 0) || !std::isfinite(wanted)) {
        return edges;
    }
    double width = wanted;
    double first = range.lo;
    if (step > 0 && std::isfinite(level)) {
        const bool fine = step >= wanted;
        width = fine ? step / std::max(std::floor(step / wanted), 1.0)
                     : step * std::ceil(wanted / step);
        // Half a step off the levels, or half a bin where a step holds several.
        const double unit = fine ? width : step;
        first = level + (std::floor((range.lo - level) / unit - 0.5) + 0.5) * unit;
    }
    for (std::size_t i = 0; i <= 2 * most + 2; ++i) {
        edges.push_back(first + static_cast<double>(i) * width);
        if (edges.back() >= range.hi) {
            break;
        }
    }
    return edges;
}

}  // namespace zeropoint
