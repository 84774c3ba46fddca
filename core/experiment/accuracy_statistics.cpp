// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/accuracy_statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

/// A variance and the degrees of freedom that it was estimated with.
struct Part {
    double variance = 0;
    double degrees = 0;
};

std::vector<double> accuracies(RunsOfName runs) {
    std::vector<double> values;
    for (const RunResult* run : runs) {
        values.push_back(run->accuracy);
    }
    return values;
}

bool sameItems(RunsOfName runs) {
    const TestItems& first = runs.front()->items;
    return first.count() > 1 && std::ranges::all_of(runs, [&](const RunResult* run) {
               return run->items.count() == first.count() && run->items.scored == first.scored;
           });
}

/// Mean over the runs of the share of each item that was right.
std::vector<double> itemMeans(RunsOfName runs) {
    std::vector<double> means(runs.front()->items.count());
    const double share = 1 / (static_cast<double>(runs.size()) * runs.front()->items.scored);
    for (const RunResult* run : runs) {
        for (std::size_t i = 0; i < means.size(); ++i) {
            means[i] += share * run->items.right[i];
        }
    }
    return means;
}

/// Of the mean of values that were drawn independently.
Part partOf(std::span<const double> values) {
    const auto count = static_cast<double>(values.size());
    const double deviation = standardDeviation(values);
    return {deviation * deviation / count, count - 1};
}

double meanDistance(RunsOfName runs, double (*distance)(const RunResult&)) {
    double sum = 0;
    for (const RunResult* run : runs) {
        sum += distance(*run);
    }
    return sum / static_cast<double>(runs.size());
}

/// The items' part of an interval: distances of its ends from the mean.
Interval itemDistances(RunsOfName runs, double middle) {
    if (!sameItems(runs)) {
        return {
            meanDistance(runs, [](const RunResult& r) { return r.accuracy - r.accuracyCi95.low; }),
            meanDistance(runs,
                         [](const RunResult& r) { return r.accuracyCi95.high - r.accuracy; })};
    }
    const std::vector<double> means = itemMeans(runs);
    const auto count = static_cast<double>(means.size());
    // With n instead of n - 1, so that one run of right and wrong items is Wilson's own case.
    const double variance = partOf(means).variance * (count - 1) / count;
    const double binomial = middle * (1 - middle);
    const double observations = variance > 0 && binomial > 0 ? binomial / variance : count;
    const Interval interval = wilsonInterval(middle, observations);
    return {middle - interval.low, interval.high - middle};
}

/// Variance of a mean accuracy over the items, from the width of the runs' own intervals.
double unpairedItemVariance(RunsOfName runs) {
    const double width = meanDistance(
        runs, [](const RunResult& r) { return r.accuracyCi95.high - r.accuracyCi95.low; });
    const double error = width / 2 / studentQuantile975(std::numeric_limits<std::size_t>::max());
    return error * error;
}

Part itemPart(RunsOfName a, RunsOfName b) {
    const bool paired = sameItems(a) && sameItems(b) &&
                        a.front()->items.count() == b.front()->items.count() &&
                        a.front()->items.scored == b.front()->items.scored;
    if (!paired) {
        return {unpairedItemVariance(a) + unpairedItemVariance(b), 1e6};
    }
    std::vector<double> differences = itemMeans(a);
    const std::vector<double> others = itemMeans(b);
    std::transform(differences.begin(), differences.end(), others.begin(), differences.begin(),
                   [](double x, double y) { return x - y; });
    return partOf(differences);
}

/// The runs of `a` and `b` with a seed in common, in the order of a's.
std::pair<std::vector<const RunResult*>, std::vector<const RunResult*>> commonSeeds(RunsOfName a,
                                                                                    RunsOfName b) {
    std::pair<std::vector<const RunResult*>, std::vector<const RunResult*>> common;
    for (const RunResult* run : a) {
        const auto other =
            std::ranges::find_if(b, [run](const RunResult* r) { return r->seed == run->seed; });
        if (other != b.end()) {
            common.first.push_back(run);
            common.second.push_back(*other);
        }
    }
    return common;
}

AccuracyDifference differenceOf(double mean, std::span<const Part> parts) {
    AccuracyDifference difference;
    difference.mean = mean;
    double variance = 0;
    double spread = 0;
    for (const Part& part : parts) {
        variance += part.variance;
        spread += part.degrees > 0 ? part.variance * part.variance / part.degrees : 0;
    }
    difference.standardError = std::sqrt(variance);
    difference.degrees = spread > 0 ? variance * variance / spread : 1e6;
    const auto degrees = static_cast<std::size_t>(std::clamp(difference.degrees, 1.0, 1e6));
    difference.told =
        std::abs(mean) > studentQuantile975(degrees) * difference.standardError && mean != 0;
    return difference;
}

}  // namespace

Interval accuracyInterval(RunsOfName runs) {
    const std::vector<double> values = accuracies(runs);
    const double middle = mean(values);
    const Interval seeds = meanInterval(values);
    const Interval items = itemDistances(runs, middle);
    return {std::max(0.0, middle - std::hypot(middle - seeds.low, items.low)),
            std::min(1.0, middle + std::hypot(seeds.high - middle, items.high))};
}

AccuracyDifference compareAccuracy(RunsOfName a, RunsOfName b) {
    const auto common = commonSeeds(a, b);
    if (common.first.empty()) {
        const Part parts[] = {itemPart(a, b), a.size() > 1 ? partOf(accuracies(a)) : Part{},
                              b.size() > 1 ? partOf(accuracies(b)) : Part{}};
        return differenceOf(mean(accuracies(a)) - mean(accuracies(b)), parts);
    }
    std::vector<double> differences = accuracies(common.first);
    for (std::size_t i = 0; i < differences.size(); ++i) {
        differences[i] -= common.second[i]->accuracy;
    }
    const Part parts[] = {itemPart(common.first, common.second),
                          differences.size() > 1 ? partOf(differences) : Part{}};
    return differenceOf(mean(differences), parts);
}

}  // namespace zeropoint
