// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/nf4.h"
#include "core/support/random.h"

#include <algorithm>

namespace zeropoint {
namespace {

/// `count` probabilities evenly spaced from `from` towards one half, which is left out.
std::vector<double> towardsOneHalf(double from, int count) {
    std::vector<double> probabilities;
    for (int i = 0; i < count; ++i) {
        probabilities.push_back(from + (0.5 - from) * i / count);
    }
    return probabilities;
}

std::vector<double> quantilesOf(const std::vector<double>& probabilities, double sign) {
    std::vector<double> quantiles;
    for (const double probability : probabilities) {
        quantiles.push_back(sign * normalQuantile(probability));
    }
    return quantiles;
}

}  // namespace

std::vector<Nf4Step> nf4Construction() {
    const double outermost = 1 - (1.0 / 32 + 1.0 / 30) / 2;
    const std::vector<double> upper = towardsOneHalf(outermost, 8);
    const std::vector<double> lower = towardsOneHalf(outermost, 7);
    const std::vector<double> positive = quantilesOf(upper, 1);
    const std::vector<double> negative = quantilesOf(lower, -1);
    std::vector<double> joined = positive;
    joined.insert(joined.end(), negative.begin(), negative.end());
    joined.push_back(0);
    std::ranges::sort(joined);
    std::vector<double> levels = joined;
    for (double& level : levels) {
        level /= joined.back();
    }
    return {
        {"Outermost probability", "1 - (1/32 + 1/30) / 2", {outermost}},
        {"Eight probabilities above one half", "p = o + (1/2 - o) i / 8", upper},
        {"Their normal quantiles", "Q(p)", positive},
        {"Seven probabilities for the negative side", "p = o + (1/2 - o) i / 7", lower},
        {"Their quantiles, mirrored", "-Q(p)", negative},
        {"Joined with an exact zero and sorted", "-Q(p), 0, Q(p)", joined},
        {"Divided by the largest", "level / max", levels},
    };
}

}  // namespace zeropoint
