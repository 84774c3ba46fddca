// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roofline/roofline.h"

#include <atomic>
#include <chrono>

namespace zeropoint {
namespace {

constexpr std::size_t shards = 64;

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

Result<Timing> measureReading(std::size_t bytes, int runs, const Execution& execution) {
    const std::size_t each = bytes / sizeof(std::uint64_t) / shards;
    std::vector<std::uint64_t> words(each * shards);
    for (std::size_t i = 0; i < words.size(); ++i) {
        words[i] = i;  // every page is there before the first run
    }
    const Execution inner{execution.pool, {}, execution.stop};
    std::atomic<std::uint64_t> kept{0};
    std::vector<double> seconds;
    for (int run = 0; run < runs; ++run) {
        const auto start = std::chrono::steady_clock::now();
        const bool whole = runShards(inner, shards, [&](std::size_t shard) {
            kept += sumOf(words.data() + shard * each, each);
        });
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        if (!whole) {
            return fail(ErrorCode::Cancelled, "Measuring was stopped", "", "Measure again");
        }
        seconds.push_back(took.count());
    }
    return timingOf(std::move(seconds));
}

}  // namespace zeropoint
