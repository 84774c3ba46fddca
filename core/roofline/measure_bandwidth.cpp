// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roofline/roofline.h"

#include <atomic>
#include <chrono>

namespace zeropoint {
namespace {

constexpr std::size_t shards = 16;     ///< of a stretch: for the threads
constexpr std::size_t stretches = 16;  ///< read in turn, so that none stays in a cache

/// Adds words up: reading them is all that takes time.
std::uint64_t sumOf(const std::uint64_t* words, std::size_t count) {
    std::uint64_t sums[8] = {};
    std::size_t i = 0;
    for (; i + 8 <= count; i += 8) {
        for (std::size_t lane = 0; lane < 8; ++lane) {
            sums[lane] += words[i + lane];
        }
    }
    std::uint64_t all = 0;
    for (const std::uint64_t sum : sums) {
        all += sum;
    }
    return all;
}

}  // namespace

Result<Timing> measureReading(std::size_t bytes, const Patience& patience,
                              const Execution& execution) {
    const std::size_t each = bytes / sizeof(std::uint64_t) / (shards * stretches);
    std::vector<std::uint64_t> words(each * shards * stretches);
    for (std::size_t i = 0; i < words.size(); ++i) {
        words[i] = i;  // every page is there before the first run
    }
    const Execution inner{execution.pool, {}, execution.stop};
    std::atomic<std::uint64_t> kept{0};
    return repeatedTiming(stretches, patience, [&](std::size_t stretch) -> Result<double> {
        const std::uint64_t* first = words.data() + stretch * shards * each;
        const auto start = std::chrono::steady_clock::now();
        const bool whole = runShards(
            inner, shards, [&](std::size_t shard) { kept += sumOf(first + shard * each, each); });
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        if (!whole) {
            return fail(ErrorCode::Cancelled, "Measuring was stopped", "", "Measure again");
        }
        return took.count();
    });
}

}  // namespace zeropoint
