// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/value/value_ticks.h"

#include "ui/text/numbers.h"

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr double leastDistance = 2.6;  // pixels between ticks that can still be told apart
constexpr int mostTicks = 6;

void addDense(ValueTicks& ticks, double from, double to) {
    // Each stretch is a pixel long: those of neighbours that are too near to be told apart meet, so
    // that an even grid has no gaps.
    if (!ticks.dense.empty() && from <= ticks.dense.back().second + leastDistance - 1) {
        ticks.dense.back().second = to;
    } else {
        ticks.dense.emplace_back(from, to);
    }
}

std::uint64_t firstCode(const RowFacts& row, double value) {
    EncodeOptions up;
    up.rounding = Rounding::Ceil;
    up.overflow = Overflow::Saturate;
    return encode(*row.format, value / row.scale, up);
}

QString decadeText(int exponent) {
    return QStringLiteral("10") + superscript(exponent);
}

std::vector<AxisTick> decadeTicks(const AxisWindow& window) {
    const int first = static_cast<int>(std::ceil(std::log10(window.lo) - 1e-9));
    const int last = static_cast<int>(std::floor(std::log10(window.hi) + 1e-9));
    const int step = std::max(1, (last - first + mostTicks - 1) / mostTicks);
    std::vector<AxisTick> ticks;
    for (int exponent = first; exponent <= last; exponent += step) {
        ticks.push_back({std::pow(10.0, exponent), decadeText(exponent)});
    }
    return ticks;
}

}  // namespace

ValueTicks valueTicks(const RowFacts& row, const AxisWindow& window, int pixels) {
    ValueTicks ticks;
    const double last = std::min(window.hi, row.max);
    double value = std::max(window.lo, row.lowest);
    double pixel = pixels * window.toShare(value);
    while (value <= last && pixel <= pixels) {
        const std::uint64_t code = firstCode(row, value);
        const double here = storedValue(row, code);
        const double next = storedValue(row, nextCode(*row.format, code));
        const double x = pixels * window.toShare(here);
        if (!std::isfinite(here) || here > last) {
            break;
        }
        const double gap = pixels * window.toShare(next) - x;
        if (next > here && gap < leastDistance) {
            // Too dense to draw: go on a pixel further, whatever number of values lies between.
            addDense(ticks, x, x + 1);
            value = std::max(next, window.toValue((x + 1) / pixels));
        } else {
            if (ticks.dense.empty() || x > ticks.dense.back().second + leastDistance / 2) {
                ticks.single.push_back(x);
            }
            if (!(next > here)) {
                break;
            }
            value = next;
        }
        pixel = pixels * window.toShare(value);
    }
    return ticks;
}

std::vector<AxisTick> axisTicks(const AxisWindow& window) {
    if (window.logarithmic && window.hi / window.lo > 30) {
        return decadeTicks(window);
    }
    const double rough = (window.hi - window.lo) / (mostTicks - 1);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= rough * (1 - 1e-9)) {
            step = factor * power;
            break;
        }
    }
    std::vector<AxisTick> ticks;
    for (double at = std::ceil(window.lo / step - 1e-9);
         at * step <= window.hi * (1 + 1e-9) + step * 1e-9; ++at) {
        const double value = at * step + 0.0;  // never the negative zero
        ticks.push_back({value, formatNumber(value, 6)});
    }
    return ticks;
}

}  // namespace zeropoint::ui
