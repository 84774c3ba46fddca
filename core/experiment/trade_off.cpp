// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/trade_off.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace zeropoint {
namespace {

double roundedAccuracy(double accuracy) {
    constexpr double steps = 1000;  // 0.1 points
    return std::round(accuracy * steps) / steps;
}

template <typename Get>
std::vector<double> column(std::span<const RunResult* const> runs, Get get) {
    std::vector<double> values;
    for (const RunResult* run : runs) {
        values.push_back(static_cast<double>(get(*run)));
    }
    return values;
}

RunSummary summaryOf(std::span<const RunResult* const> runs) {
    const RunResult& first = *runs.front();
    RunSummary summary;
    summary.name = first.name;
    summary.method = first.method;
    summary.scheme = first.scheme;
    for (const RunResult* run : runs) {
        summary.seeds.push_back(run->seed);
    }
    const auto accuracies = column(runs, [](const RunResult& run) { return run.accuracy; });
    const auto losses = column(runs, [](const RunResult& run) { return run.loss; });
    summary.accuracy = mean(accuracies);
    summary.accuracySd = standardDeviation(accuracies);
    const Interval interval = runs.size() == 1 ? first.accuracyCi95 : meanInterval(accuracies);
    summary.accuracyCi95 = {std::max(0.0, interval.low), std::min(1.0, interval.high)};
    summary.loss = mean(losses);
    summary.lossSd = standardDeviation(losses);
    summary.sizeBytes = mean(column(runs, [](const RunResult& run) { return run.sizeBytes; }));
    summary.linearBytes = mean(column(runs, [](const RunResult& run) { return run.linearBytes; }));
    summary.bitsPerWeight =
        mean(column(runs, [](const RunResult& run) { return run.bitsPerWeight; }));
    summary.seconds = mean(column(runs, [](const RunResult& run) { return run.seconds; }));
    return summary;
}

void markFront(std::vector<RunSummary>& summaries) {
    std::vector<TradeOffPoint> points;
    points.reserve(summaries.size());
    for (const RunSummary& summary : summaries) {
        points.push_back({summary.sizeBytes, roundedAccuracy(summary.accuracy)});
    }
    const std::vector<std::size_t> front = paretoFront(points);
    for (const std::size_t index : front) {
        summaries[index].onFront = true;
    }
    for (RunSummary& summary : summaries) {
        // The front rises with the size, so its last run that is no larger is its best.
        const RunSummary* rival = nullptr;
        for (const std::size_t index : front) {
            rival = summaries[index].sizeBytes <= summary.sizeBytes ? &summaries[index] : rival;
        }
        summary.indistinguishable = !summary.onFront && rival != nullptr &&
                                    rival->accuracyCi95.overlaps(summary.accuracyCi95);
    }
}

}  // namespace

std::vector<std::size_t> paretoFront(std::span<const TradeOffPoint> points) {
    std::vector<std::size_t> order(points.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [points](std::size_t a, std::size_t b) {
        return points[a].size != points[b].size ? points[a].size < points[b].size
                                                : points[a].accuracy > points[b].accuracy;
    });
    std::vector<std::size_t> front;
    for (const std::size_t index : order) {
        const TradeOffPoint* last = front.empty() ? nullptr : &points[front.back()];
        const TradeOffPoint& point = points[index];
        const bool equal =
            last != nullptr && point.size == last->size && point.accuracy == last->accuracy;
        if (last == nullptr || equal || point.accuracy > last->accuracy) {
            front.push_back(index);
        }
    }
    return front;
}

std::vector<RunSummary> summarize(std::span<const RunResult> results) {
    std::vector<std::vector<const RunResult*>> groups;
    for (const RunResult& result : results) {
        const auto found = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
            return group.front()->name == result.name;
        });
        if (found == groups.end()) {
            groups.push_back({&result});
        } else {
            found->push_back(&result);
        }
    }
    std::vector<RunSummary> summaries;
    summaries.reserve(groups.size());
    for (const auto& group : groups) {
        summaries.push_back(summaryOf(group));
    }
    markFront(summaries);
    return summaries;
}

}  // namespace zeropoint
