// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What this machine's memory gives, the yardstick of every kernel that streams: a copy of 256 MiB
// by one thread and by the core's pool, and the cost of handing out shards that do nothing.
#include "core/support/parallel.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <vector>

namespace {

constexpr std::size_t count = std::size_t{64} << 20;
constexpr std::size_t shards = 64;

void copy(benchmark::State& state, unsigned threads) {
    const std::vector<float> from(count, 1.0F);
    std::vector<float> to(count);
    zeropoint::ThreadPool pool(threads);
    while (state.KeepRunning()) {
        pool.run(shards, [&](std::size_t shard) {
            const std::size_t first = shard * (count / shards);
            std::copy_n(from.begin() + first, count / shards, to.begin() + first);
        });
        benchmark::DoNotOptimize(to.data());
    }
    state.SetBytesProcessed(
        static_cast<std::int64_t>(state.iterations() * 2 * count * sizeof(float)));
}

void emptyShards(benchmark::State& state, unsigned threads) {
    zeropoint::ThreadPool pool(threads);
    while (state.KeepRunning()) {
        pool.run(shards, [](std::size_t shard) { benchmark::DoNotOptimize(shard); });
    }
}

BENCHMARK_CAPTURE(copy, one_thread, 1)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(copy, all_threads, 0)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(emptyShards, one_thread, 1)->UseRealTime();
BENCHMARK_CAPTURE(emptyShards, all_threads, 0)->UseRealTime();

}  // namespace
