// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/rounding_rule.h"

#include <cmath>

namespace zeropoint {

double roundToInteger(double x, Rounding rounding, std::uint64_t random) {
    const double below = std::floor(x);
    const double share = x - below;
    switch (rounding) {
        case Rounding::NearestEven: {
            const bool odd = std::fmod(below, 2.0) != 0;
            return share > 0.5 || (share == 0.5 && odd) ? below + 1 : below;
        }
        case Rounding::HalfAway:
            return share > 0.5 || (share == 0.5 && x > 0) ? below + 1 : below;
        case Rounding::HalfUp:
            return share >= 0.5 ? below + 1 : below;
        case Rounding::Floor:
            return below;
        case Rounding::Ceil:
            return std::ceil(x);
        case Rounding::TowardZero:
            return std::trunc(x);
        case Rounding::Stochastic:
            return static_cast<double>(random >> 11) * 0x1.0p-53 < share ? below + 1 : below;
    }
    return below;
}

double roundingBoundary(double lower, double upper, Rounding rounding) {
    switch (rounding) {
        case Rounding::Floor:
            return upper;
        case Rounding::Ceil:
            return lower;
        case Rounding::TowardZero:
            if (lower < 0 && upper > 0) {
                return (lower + upper) / 2;  // no level of zero to go to: the nearer one
            }
            return lower >= 0 ? upper : lower;
        default:
            return (lower + upper) / 2;
    }
}

std::uint64_t roundingBits(std::uint64_t seed, std::uint64_t index) {
    // The finaliser of splitmix64 over the index, then over its mix with the seed.
    std::uint64_t z = index + 0x9E3779B97F4A7C15ULL;
    for (int round = 0; round < 2; ++round) {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        z = (z ^ (z >> 31)) + seed;
    }
    return z;
}

}  // namespace zeropoint
