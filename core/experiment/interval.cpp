// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/interval.h"

#include "core/support/random.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace zeropoint {
namespace {

// Quantiles for 1 to 12 degrees of freedom; from there on the expansion below is good to 1e-4.
constexpr double tabled[] = {12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912,
                             2.364624,  2.306004, 2.262157, 2.228139, 2.200985, 2.178813};

double normal975() {
    return normalQuantile(0.975);
}

}  // namespace

Interval wilsonInterval(std::size_t hits, std::size_t count) {
    if (count == 0) {
        return {0, 1};
    }
    const double n = static_cast<double>(count);
    return wilsonInterval(static_cast<double>(hits) / n, n);
}

Interval wilsonInterval(double share, double count) {
    const double n = count;
    const double z = normal975();
    const double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
    const double half =
        z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    // At the ends the exact bound is the end itself.
    return {share <= 0 ? 0.0 : middle - half, share >= 1 ? 1.0 : middle + half};
}

double mean(std::span<const double> values) {
    double sum = 0;
    for (const double value : values) {
        sum += value;
    }
    return values.empty() ? 0.0 : sum / static_cast<double>(values.size());
}

double standardDeviation(std::span<const double> values) {
    if (values.size() < 2) {
        return 0;
    }
    const double middle = mean(values);
    double sum = 0;
    for (const double value : values) {
        sum += (value - middle) * (value - middle);
    }
    return std::sqrt(sum / static_cast<double>(values.size() - 1));
}

double studentQuantile975(std::size_t degrees) {
    if (degrees <= std::size(tabled)) {
        return tabled[std::max<std::size_t>(degrees, 1) - 1];
    }
    // Cornish-Fisher expansion in 1 / degrees (Abramowitz and Stegun 26.7.5).
    const double z = normal975();
    const double n = static_cast<double>(degrees);
    const double z3 = z * z * z;
    const double z5 = z3 * z * z;
    const double z7 = z5 * z * z;
    return z + (z3 + z) / (4 * n) + (5 * z5 + 16 * z3 + 3 * z) / (96 * n * n) +
           (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * n * n * n);
}

Interval meanInterval(std::span<const double> values) {
    const double middle = mean(values);
    if (values.size() < 2) {
        return {middle, middle};
    }
    const double half = studentQuantile975(values.size() - 1) * standardDeviation(values) /
                        std::sqrt(static_cast<double>(values.size()));
    return {middle - half, middle + half};
}

}  // namespace zeropoint
