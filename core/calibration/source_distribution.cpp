// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/source_distribution.h"

#include "core/support/random.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

using SourceKind = SourceDistribution::Kind;

constexpr double infinite = std::numeric_limits<double>::infinity();
const double sqrtThree = std::sqrt(3.0);

PartialMoments uniformBelow(double x) {
    const double t = std::clamp(x, -sqrtThree, sqrtThree);
    const double density = 1 / (2 * sqrtThree);
    return {(t + sqrtThree) * density, (t * t - 3) / 2 * density,
            (t * t * t + 3 * sqrtThree) / 3 * density};
}

PartialMoments gaussBelow(double x) {
    if (std::isinf(x)) {
        return x > 0 ? PartialMoments{1, 0, 1} : PartialMoments{};
    }
    constexpr double perSqrtTwoPi = 0.39894228040143267794;
    const double density = perSqrtTwoPi * std::exp(-x * x / 2);
    const double probability = std::erfc(-x / std::sqrt(2.0)) / 2;
    return {probability, -density, probability - x * density};
}

/// Of unit variance: p(x) = exp(-|x| / b) / 2b with b = 1 / sqrt 2.
PartialMoments laplaceBelow(double x) {
    if (std::isinf(x)) {
        return x > 0 ? PartialMoments{1, 0, 1} : PartialMoments{};
    }
    const double b = std::sqrt(0.5);
    const double m = std::abs(x);
    const double tail = std::exp(-m / b) / 2;
    // Integrals of the tail beyond m: of 1, of x, of x^2.
    const PartialMoments beyond = {tail, tail * (m + b), tail * (m * m + 2 * m * b + 2 * b * b)};
    return x < 0 ? PartialMoments{beyond.probability, -beyond.first, beyond.second}
                 : PartialMoments{1 - beyond.probability, -beyond.first, 1 - beyond.second};
}

PartialMoments unitBelow(SourceKind kind, double x) {
    switch (kind) {
        case SourceKind::Uniform:
            return uniformBelow(x);
        case SourceKind::Gauss:
            return gaussBelow(x);
        case SourceKind::Laplace:
            return laplaceBelow(x);
    }
    return {};
}

PartialMoments operator-(const PartialMoments& a, const PartialMoments& b) {
    return {a.probability - b.probability, a.first - b.first, a.second - b.second};
}

double density(SourceKind kind, double x) {
    switch (kind) {
        case SourceKind::Uniform:
            return std::abs(x) <= sqrtThree ? 1 / (2 * sqrtThree) : 0;
        case SourceKind::Gauss:
            return 0.39894228040143267794 * std::exp(-x * x / 2);
        case SourceKind::Laplace:
            return std::sqrt(0.5) * std::exp(-std::abs(x) * std::sqrt(2.0));
    }
    return 0;
}

/// Panter and Dite (1951): with many levels their density is proportional to p^(1/3), which is the
/// same kind of source, sqrt 3 (Gauss) or 3 times (Laplace) as wide.
double companded(SourceKind kind, double p) {
    if (kind == SourceKind::Uniform) {
        return sqrtThree * (2 * p - 1);
    }
    if (kind == SourceKind::Gauss) {
        return sqrtThree * normalQuantile(p);
    }
    const double tail = 3 * std::sqrt(0.5) * std::log(2 * std::min(p, 1 - p));
    return p < 0.5 ? tail : -tail;
}

std::vector<double> lloydMaxStart(SourceKind kind, int bits) {
    std::vector<double> levels(std::size_t{1} << bits);
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const double p = (static_cast<double>(i) + 0.5) / static_cast<double>(levels.size());
        levels[i] = companded(kind, p);
    }
    return levels;
}

/// Upper boundary of the cell of level i.
double cellEnd(std::span<const double> levels, std::size_t i) {
    return i + 1 < levels.size() ? (levels[i] + levels[i + 1]) / 2 : infinite;
}

/// Lloyd's iteration: each level moves to the mean of its cell.
void lloydStep(SourceKind kind, std::vector<double>& levels) {
    std::vector<double> means(levels.size());
    PartialMoments before;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const PartialMoments upTo = unitBelow(kind, cellEnd(levels, i));
        const PartialMoments cell = upTo - before;
        means[i] = cell.probability > 0 ? cell.first / cell.probability : levels[i];
        before = upTo;
    }
    levels = std::move(means);
}

/// One step of Newton's method on the condition level * probability - first moment = 0 of every
/// cell, whose derivatives form a tridiagonal matrix; returns how far levels moved at most.
double newtonStep(SourceKind kind, std::vector<double>& levels) {
    const std::size_t n = levels.size();
    std::vector<double> upper(n);  // the eliminated matrix and right-hand side
    std::vector<double> right(n);
    PartialMoments before;
    double begin = -infinite;
    double beginWeight = 0;  // density at the cell's lower boundary times the way to the level, / 2
    for (std::size_t i = 0; i < n; ++i) {
        const double end = cellEnd(levels, i);
        const PartialMoments upTo = unitBelow(kind, end);
        const PartialMoments cell = upTo - before;
        const double endWeight = i + 1 < n ? density(kind, end) * (end - levels[i]) / 2 : 0;
        beginWeight = i > 0 ? density(kind, begin) * (levels[i] - begin) / 2 : 0;
        const double lower = -beginWeight;
        const double pivot =
            cell.probability - endWeight - beginWeight - (i > 0 ? lower * upper[i - 1] : 0);
        upper[i] = -endWeight / pivot;
        right[i] =
            (levels[i] * cell.probability - cell.first - (i > 0 ? lower * right[i - 1] : 0)) /
            pivot;
        before = upTo;
        begin = end;
    }
    double moved = 0;
    double next = 0;
    for (std::size_t i = n; i-- > 0;) {
        next = right[i] - upper[i] * next;
        levels[i] -= next;
        moved = std::max(moved, std::abs(next));
    }
    return moved;
}

}  // namespace

PartialMoments momentsBelow(const SourceDistribution& source, double x) {
    const double s = source.deviation;
    const PartialMoments unit = unitBelow(source.kind, x / s);
    return {unit.probability, unit.first * s, unit.second * s * s};
}

double expectedSquaredError(const SourceDistribution& source, std::span<const double> levels) {
    double sum = 0;
    PartialMoments before;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const PartialMoments upTo = momentsBelow(source, cellEnd(levels, i));
        const PartialMoments cell = upTo - before;
        sum += cell.second - 2 * levels[i] * cell.first + levels[i] * levels[i] * cell.probability;
        before = upTo;
    }
    return sum;
}

ScalarQuantizer lloydMaxQuantizer(const SourceDistribution& source, int bits) {
    std::vector<double> levels = lloydMaxStart(source.kind, bits);
    double least = expectedSquaredError({source.kind, 1}, levels);
    for (int i = 0; i < 400; ++i) {
        std::vector<double> candidate = levels;
        const double moved = newtonStep(source.kind, candidate);
        double cost = expectedSquaredError({source.kind, 1}, candidate);
        if (!(cost < least) && moved > 1e-9) {
            // Too far from the solution for Newton: Lloyd's step always helps.
            candidate = levels;
            lloydStep(source.kind, candidate);
            cost = expectedSquaredError({source.kind, 1}, candidate);
        }
        levels = std::move(candidate);
        least = cost;
        if (moved <= 1e-9) {
            break;
        }
    }
    for (double& level : levels) {
        level *= source.deviation;
    }
    ScalarQuantizer quantizer;
    quantizer.mse = expectedSquaredError(source, levels);
    quantizer.levels = std::move(levels);
    return quantizer;
}

}  // namespace zeropoint
