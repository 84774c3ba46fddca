// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/mse_search.h"

#include "core/calibration/golden_section.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

constexpr int coarseSteps = 48;
constexpr double coarseRatio = 0.8909;  // 48 steps reach 1/256
constexpr int fineSteps = 14;
constexpr int everyStep = 4 * 81;  // the error curve's 81 shares are among them

struct Candidate {
    RealRange range;
    double cost;
};

void keepBetter(Candidate& best, const RealRange& range, RangeCost cost) {
    const double value = cost(range.lo, range.hi);
    if (value < best.cost) {
        best = {range, value};
    }
}

/// The least cost of range(s) for s in an interval.
template <typename Range>
void refineWithin(Candidate& best, double from, double to, RangeCost cost, Range range) {
    const double share = goldenSection(from, to, fineSteps, [&](double s) {
        const RealRange candidate = range(s);
        return cost(candidate.lo, candidate.hi);
    });
    keepBetter(best, range(share), cost);
}

/// The same around `at`, one coarse step to either side but not above 1.
template <typename Range>
void refine(Candidate& best, double at, RangeCost cost, Range range) {
    refineWithin(best, at * coarseRatio, std::min(1.0, at / coarseRatio), cost, range);
}

/// The best of range(s) over the coarse ratios s, then around it.
template <typename Range>
void scan(Candidate& best, RangeCost cost, Range range) {
    double share = 1;
    for (int step = 0; step <= coarseSteps; ++step) {
        const double s = std::pow(coarseRatio, step);
        const double before = best.cost;
        keepBetter(best, range(s), cost);
        share = best.cost < before ? s : share;
    }
    refine(best, share, cost, range);
}

/// Moves one end alone: the best ratio lies near the one that both ends had.
template <typename Range>
void refineEnd(Candidate& best, double share, RangeCost cost, Range range) {
    for (const double nearby : {1.0, coarseRatio * coarseRatio, 1 / (coarseRatio * coarseRatio)}) {
        refine(best, std::min(1.0, share * nearby), cost, range);
    }
}

/// The best of range(s) over all shares, then between its neighbours.
template <typename Range>
void scanEvery(Candidate& best, RangeCost cost, Range range) {
    int found = 0;
    for (int step = 1; step <= everyStep; ++step) {
        const double before = best.cost;
        keepBetter(best, range(step / double{everyStep}), cost);
        found = best.cost < before ? step : found;
    }
    if (found > 0) {
        refineWithin(best, (found - 1) / double{everyStep},
                     std::min(1.0, (found + 1) / double{everyStep}), cost, range);
    }
}

}  // namespace

RealRange searchBestRange(const RealRange& full, bool asymmetric, RangeCost cost) {
    if (full.lo == full.hi) {
        return full;
    }
    Candidate best{full, cost(full.lo, full.hi)};
    scan(best, cost, [&](double s) { return RealRange{full.lo * s, full.hi * s}; });
    for (int round = 0; asymmetric && round < 2; ++round) {
        if (full.hi > 0) {
            const double lo = best.range.lo;
            refineEnd(best, best.range.hi / full.hi, cost, [&](double s) {
                return RealRange{lo, full.hi * s};
            });
        }
        if (full.lo < 0) {
            const double hi = best.range.hi;
            refineEnd(best, best.range.lo / full.lo, cost, [&](double s) {
                return RealRange{full.lo * s, hi};
            });
        }
    }
    return best.range;
}

RealRange searchEveryRange(const RealRange& full, bool asymmetric, RangeCost cost) {
    if (full.lo == full.hi) {
        return full;
    }
    const RealRange smooth = searchBestRange(full, asymmetric, cost);
    Candidate best{smooth, cost(smooth.lo, smooth.hi)};
    scanEvery(best, cost, [&](double s) { return RealRange{full.lo * s, full.hi * s}; });
    for (int round = 0; asymmetric && round < 2; ++round) {
        const double lo = best.range.lo;
        scanEvery(best, cost, [&](double s) { return RealRange{lo, full.hi * s}; });
        const double hi = best.range.hi;
        scanEvery(best, cost, [&](double s) { return RealRange{full.lo * s, hi}; });
    }
    return best.range;
}

}  // namespace zeropoint
