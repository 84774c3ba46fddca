// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/value/stored_values_chart.h"

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr double decadesAround = 4;

double roundUp(double value) {
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        if (value <= step * power * (1 + 1e-9)) {
            return step * power;
        }
    }
    return 10 * power;
}

}  // namespace

double AxisWindow::toShare(double value) const {
    if (logarithmic) {
        return std::log(std::max(std::abs(value), 1e-320) / lo) / std::log(hi / lo);
    }
    return (value - lo) / (hi - lo);
}

double AxisWindow::toValue(double share) const {
    return logarithmic ? lo * std::pow(hi / lo, share) : lo + (hi - lo) * share;
}

AxisWindow windowAround(double value, bool logarithmic) {
    const double magnitude =
        std::isfinite(value) && value != 0 ? std::clamp(std::abs(value), 1e-290, 1e290) : 1;
    if (logarithmic) {
        const double center = std::round(std::log10(magnitude));
        return {std::pow(10.0, center - decadesAround), std::pow(10.0, center + decadesAround),
                true};
    }
    const double end = roundUp(2.5 * magnitude);
    return value < 0 ? AxisWindow{-end, 0, false} : AxisWindow{0, end, false};
}

}  // namespace zeropoint::ui
