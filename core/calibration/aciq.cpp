// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/aciq.h"

#include "core/calibration/golden_section.h"

#include <cmath>

namespace zeropoint {
namespace {

// The interval that holds the optimum of every bit width, and steps enough for 1e-8.
constexpr double smallest = 0.5;
constexpr double largest = 30;
constexpr int steps = 48;

double roundingNoise(double alpha, int bits) {
    return std::ldexp(alpha * alpha / 3, -2 * bits);
}

}  // namespace

double aciqGaussError(double alpha, int bits) {
    constexpr double sqrtTwoOverPi = 0.79788456080286535588;
    return (1 + alpha * alpha) * std::erfc(alpha / std::sqrt(2.0)) -
           sqrtTwoOverPi * alpha * std::exp(-alpha * alpha / 2) + roundingNoise(alpha, bits);
}

double aciqLaplaceError(double alpha, int bits) {
    return 2 * std::exp(-alpha) + roundingNoise(alpha, bits);
}

double aciqGaussAlpha(int bits) {
    return goldenSection(smallest, largest, steps,
                         [bits](double alpha) { return aciqGaussError(alpha, bits); });
}

double aciqLaplaceAlpha(int bits) {
    return goldenSection(smallest, largest, steps,
                         [bits](double alpha) { return aciqLaplaceError(alpha, bits); });
}

}  // namespace zeropoint
