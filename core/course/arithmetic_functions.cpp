// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/function_private.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace zeropoint::course {
namespace {

/// Ties to even, whatever the thread's rounding mode.
double roundHalfEven(double x) {
    const double floor = std::floor(x);
    const double rest = x - floor;
    if (rest != 0.5) {
        return rest < 0.5 ? floor : floor + 1;
    }
    return std::fmod(floor, 2) == 0 ? floor : floor + 1;
}

template <double (*Function)(double)>
Result<Value> one(const Call& call) {
    return Function(call.number(0));
}

double absolute(double x) {
    return std::abs(x);
}
double down(double x) {
    return std::floor(x);
}
double up(double x) {
    return std::ceil(x);
}
double root(double x) {
    return std::sqrt(x);
}
double natural(double x) {
    return std::log(x);
}
double binary(double x) {
    return std::log2(x);
}
double decimal(double x) {
    return std::log10(x);
}
double exponential(double x) {
    return std::exp(x);
}

constexpr std::array arithmeticTable = {
    Function{"min", "nn", "a, b",
             [](const Call& c) -> Result<Value> { return std::min(c.number(0), c.number(1)); }},
    Function{"max", "nn", "a, b",
             [](const Call& c) -> Result<Value> { return std::max(c.number(0), c.number(1)); }},
    Function{"abs", "n", "x", one<absolute>},
    Function{"round", "n", "x", one<roundHalfEven>},
    Function{"floor", "n", "x", one<down>},
    Function{"ceil", "n", "x", one<up>},
    Function{"sqrt", "n", "x", one<root>},
    Function{"ln", "n", "x", one<natural>},
    Function{"log2", "n", "x", one<binary>},
    Function{"log10", "n", "x", one<decimal>},
    Function{"exp", "n", "x", one<exponential>},
};

}  // namespace

std::span<const Function> arithmeticFunctions() {
    return arithmeticTable;
}

}  // namespace zeropoint::course
