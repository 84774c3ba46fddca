// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace zeropoint {

/// Where a function of one variable has its least value between a and b, by golden-section search
/// with `steps` evaluations (each narrows the interval by 0.618). For a function with one valley.
template <typename Function>
double goldenSection(double a, double b, int steps, Function f) {
    constexpr double ratio = 0.61803398874989484820;
    double left = b - ratio * (b - a);
    double right = a + ratio * (b - a);
    double atLeft = f(left);
    double atRight = f(right);
    for (int i = 2; i < steps; ++i) {
        if (atLeft <= atRight) {
            b = right;
            right = left;
            atRight = atLeft;
            left = b - ratio * (b - a);
            atLeft = f(left);
        } else {
            a = left;
            left = right;
            atLeft = atRight;
            right = a + ratio * (b - a);
            atRight = f(right);
        }
    }
    return atLeft <= atRight ? left : right;
}

}  // namespace zeropoint
