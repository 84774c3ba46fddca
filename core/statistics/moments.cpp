// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/moments.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {

Moments Moments::fromShifted(std::size_t count, double shift, double s1, double s2, double s3,
                             double s4) {
    Moments moments;
    if (count == 0) {
        return moments;
    }
    const auto n = static_cast<double>(count);
    const double m = s1 / n;
    moments.count = count;
    moments.mean = shift + m;
    moments.second = std::max(0.0, s2 - n * m * m);
    moments.third = s3 - 3 * m * s2 + 2 * n * m * m * m;
    moments.fourth = std::max(0.0, s4 - 4 * m * s3 + 6 * m * m * s2 - 3 * n * m * m * m * m);
    return moments;
}

void Moments::join(const Moments& other) {
    if (other.count == 0) {
        return;
    }
    if (count == 0) {
        *this = other;
        return;
    }
    const auto a = static_cast<double>(count);
    const auto b = static_cast<double>(other.count);
    const double n = a + b;
    const double d = other.mean - mean;
    const double d2 = d * d;
    const double fourthJoined = fourth + other.fourth +
                                d2 * d2 * a * b * (a * a - a * b + b * b) / (n * n * n) +
                                6 * d2 * (a * a * other.second + b * b * second) / (n * n) +
                                4 * d * (a * other.third - b * third) / n;
    third += other.third + d2 * d * a * b * (a - b) / (n * n) +
             3 * d * (a * other.second - b * second) / n;
    second += other.second + d2 * a * b / n;
    fourth = fourthJoined;
    mean += d * b / n;
    count += other.count;
}

double Moments::variance() const {
    return count == 0 ? 0 : second / static_cast<double>(count);
}

double Moments::skew() const {
    return second > 0 ? std::sqrt(static_cast<double>(count)) * third / std::pow(second, 1.5) : 0;
}

double Moments::kurtosis() const {
    return second > 0 ? static_cast<double>(count) * fourth / (second * second) : 0;
}

}  // namespace zeropoint
