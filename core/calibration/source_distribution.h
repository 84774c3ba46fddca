// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace zeropoint {

/// A source for which theory has an answer, with mean 0: what lines of theory are drawn for.
/// `deviation` is its standard deviation (Laplace: b = deviation / sqrt 2; uniform: from
/// -sqrt 3 to sqrt 3 deviations).
struct SourceDistribution {
    enum class Kind { Uniform, Gauss, Laplace };
    Kind kind = Kind::Gauss;
    double deviation = 1;
};

/// Probability, integral of x p(x) and integral of x^2 p(x) below a point.
struct PartialMoments {
    double probability = 0;
    double first = 0;
    double second = 0;
};
PartialMoments momentsBelow(const SourceDistribution& source, double x);

/// Expected squared error of sending the source to the nearest of ascending levels, exact.
double expectedSquaredError(const SourceDistribution& source, std::span<const double> levels);

/// A quantizer of 2^bits levels and what it costs.
struct ScalarQuantizer {
    std::vector<double> levels;
    double mse = 0;
};

/// The Lloyd-Max quantizer: every level the mean of its cell, every boundary midway between
/// levels; the least error that any 2^bits levels can have. bits 1..8.
ScalarQuantizer lloydMaxQuantizer(const SourceDistribution& source, int bits);

}  // namespace zeropoint
