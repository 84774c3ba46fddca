// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/trade_off.h"

#include "core/experiment/accuracy_statistics.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

namespace zeropoint {
namespace {

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
    summary.accuracyCi95 = accuracyInterval(runs);
    summary.loss = mean(losses);
    summary.lossSd = standardDeviation(losses);
    summary.sizeBytes = mean(column(runs, [](const RunResult& run) { return run.sizeBytes; }));
    summary.linearBytes = mean(column(runs, [](const RunResult& run) { return run.linearBytes; }));
    summary.bitsPerWeight =
        mean(column(runs, [](const RunResult& run) { return run.bitsPerWeight; }));
    summary.seconds = mean(column(runs, [](const RunResult& run) { return run.seconds; }));
    return summary;
}

using Group = std::vector<const RunResult*>;

/// For each pair whether the first is told to be more accurate than the second.
class Comparisons {
public:
    explicit Comparisons(const std::vector<Group>& groups) : m_groups(&groups) {}
    bool alike(std::size_t a, std::size_t b) const {
        return !compareAccuracy((*m_groups)[a], (*m_groups)[b]).told;
    }
    bool better(std::size_t a, std::size_t b) const {
        const AccuracyDifference difference = compareAccuracy((*m_groups)[a], (*m_groups)[b]);
        return difference.told && difference.mean > 0;
    }

private:
    const std::vector<Group>* m_groups;
};

struct TradeOffPoint {
    double size = 0;
    double accuracy = 0;
};

/// By rising size, the more accurate of equals first.
std::vector<std::size_t> bySize(std::span<const TradeOffPoint> points) {
    std::vector<std::size_t> order(points.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [points](std::size_t a, std::size_t b) {
        return points[a].size != points[b].size ? points[a].size < points[b].size
                                                : points[a].accuracy > points[b].accuracy;
    });
    return order;
}

void markFront(const std::vector<Group>& groups, std::vector<RunSummary>& summaries) {
    std::vector<TradeOffPoint> points;
    points.reserve(summaries.size());
    for (const RunSummary& summary : summaries) {
        points.push_back({summary.sizeBytes, summary.accuracy});
    }
    const Comparisons compared(groups);
    std::optional<std::size_t> last;
    for (const std::size_t index : bySize(points)) {
        const bool equal = last && points[index].size == points[*last].size &&
                           points[index].accuracy == points[*last].accuracy;
        const bool rises = !last || (points[index].accuracy > points[*last].accuracy &&
                                     compared.better(index, *last));
        summaries[index].onFront = equal || rises;
        summaries[index].indistinguishable =
            !summaries[index].onFront && compared.alike(index, *last);
        last = rises ? index : last;
    }
    for (std::size_t a = 0; a < groups.size(); ++a) {
        for (std::size_t b = a + 1; b < groups.size(); ++b) {
            if (compared.alike(a, b)) {
                summaries[a].alike.push_back(summaries[b].name);
                summaries[b].alike.push_back(summaries[a].name);
            }
        }
    }
}

}  // namespace

std::vector<RunSummary> summarize(std::span<const RunResult> results) {
    std::vector<Group> groups;
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
    markFront(groups, summaries);
    return summaries;
}

void countLinearLayersAlone(std::span<RunResult> results) {
    const auto full = std::ranges::find(results, MethodKind::Full, &RunResult::method);
    const double weights = full != results.end()
                               ? static_cast<double>(full->linearBytes) / sizeof(float)
                               : std::numeric_limits<double>::quiet_NaN();
    for (RunResult& result : results) {
        result.sizeBytes = result.linearBytes;
        result.bitsPerWeight = 8 * static_cast<double>(result.linearBytes) / weights;
    }
}

}  // namespace zeropoint
