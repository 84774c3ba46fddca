// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/analysis/bit_budget.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace zeropoint {
namespace {

constexpr std::size_t mostStates = 4'000'000;

/// Sites up to one, stored in some way that no other way beats.
struct State {
    std::uint64_t bytes = 0;
    double loss = 0;
    std::uint32_t parent = 0;     ///< state of the sites before
    std::uint32_t candidate = 0;  ///< of this site
};

std::uint64_t smallest(const BudgetSite& site) {
    std::uint64_t bytes = std::numeric_limits<std::uint64_t>::max();
    for (const BudgetCandidate& candidate : site.candidates) {
        bytes = std::min(bytes, candidate.bytes);
    }
    return bytes;
}

Result<void> check(std::span<const BudgetSite> sites, std::uint64_t budget) {
    std::uint64_t least = 0;
    for (const BudgetSite& site : sites) {
        const bool finite =
            std::all_of(site.candidates.begin(), site.candidates.end(),
                        [](const BudgetCandidate& c) { return std::isfinite(c.lossIncrease); });
        if (site.candidates.empty() || !finite) {
            return fail(ErrorCode::InvalidArgument,
                        "A site needs candidates whose loss is a number", site.site,
                        "Measure each of them");
        }
        least += smallest(site);
    }
    if (least > budget) {
        return fail(ErrorCode::InvalidArgument,
                    "No assignment is as small as " + std::to_string(budget) + " bytes", "budget",
                    "Give " + std::to_string(least) + " bytes or more");
    }
    return {};
}

/// The states of one candidate that are still to be looked at, by rising bytes.
struct Lane {
    std::uint32_t candidate = 0;
    std::uint32_t parent = 0;
};

State stateAt(const Lane& lane, const std::vector<State>& before, const BudgetSite& site) {
    const BudgetCandidate& candidate = site.candidates[lane.candidate];
    const State& parent = before[lane.parent];
    return {parent.bytes + candidate.bytes, parent.loss + candidate.lossIncrease, lane.parent,
            lane.candidate};
}

bool before(const State& a, const State& b) {
    return a.bytes != b.bytes ? a.bytes < b.bytes : a.loss < b.loss;
}

/// Sorted by bytes; a state stays only when it loses less than every smaller one. `earlier` is
/// sorted, so each candidate's states are too: they are merged, and only what stays is stored.
/// More than `room` states end the merge.
std::vector<State> extend(const std::vector<State>& earlier, const BudgetSite& site,
                          std::uint64_t most, std::size_t room) {
    std::vector<Lane> lanes;
    for (std::uint32_t c = 0; c < site.candidates.size(); ++c) {
        lanes.push_back({c, 0});
    }
    std::vector<State> states;
    double least = std::numeric_limits<double>::infinity();
    while (states.size() <= room) {
        Lane* next = nullptr;
        State smallest;
        for (Lane& lane : lanes) {
            if (lane.parent < earlier.size()) {
                const State state = stateAt(lane, earlier, site);
                if (next == nullptr || before(state, smallest)) {
                    next = &lane;
                    smallest = state;
                }
            }
        }
        if (next == nullptr || smallest.bytes > most) {
            break;
        }
        ++next->parent;
        if (smallest.loss < least) {
            least = smallest.loss;
            states.push_back(smallest);
        }
    }
    return states;
}

BudgetSolution follow(const std::vector<std::vector<State>>& stages) {
    // Losses fall as bytes rise: the last state is the best.
    std::uint32_t at = static_cast<std::uint32_t>(stages.back().size() - 1);
    BudgetSolution solution{std::vector<std::size_t>(stages.size() - 1), stages.back()[at].bytes,
                            stages.back()[at].loss};
    for (std::size_t site = stages.size() - 1; site > 0; --site) {
        solution.choice[site - 1] = stages[site][at].candidate;
        at = stages[site][at].parent;
    }
    return solution;
}

}  // namespace

Result<BudgetSolution> solveBudget(std::span<const BudgetSite> sites, std::uint64_t budget,
                                   const Execution& execution) {
    if (const Result<void> sound = check(sites, budget); !sound) {
        return tl::unexpected(sound.error());
    }
    std::uint64_t rest =
        std::accumulate(sites.begin(), sites.end(), std::uint64_t{0},
                        [](std::uint64_t sum, const BudgetSite& s) { return sum + smallest(s); });
    std::vector<std::vector<State>> stages{{State{}}};
    std::size_t states = 1;
    for (const BudgetSite& site : sites) {
        if (execution.stopRequested()) {
            return fail(ErrorCode::Cancelled, "The search was stopped");
        }
        rest -= smallest(site);
        stages.push_back(extend(stages.back(), site, budget - rest, mostStates - states));
        states += stages.back().size();
        if (states > mostStates) {
            return fail(ErrorCode::TooLarge, "There are too many assignments to compare", "budget",
                        "Offer fewer candidates");
        }
    }
    return follow(stages);
}

}  // namespace zeropoint
