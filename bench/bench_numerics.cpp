// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Bulk conversions against a memory copy that reads and writes as many bytes together, on the same
// number of threads (the argument); block formats likewise, on one; and the scalar engine, one
// value at a time, in every format.
#include "core/numerics/block_format.h"
#include "core/numerics/convert.h"
#include "core/support/random.h"
#include "support/registration.h"

#include <benchmark/benchmark.h>

#include <cstring>
#include <string>
#include <vector>

namespace {

using namespace zeropoint;

constexpr std::size_t count = std::size_t{32} << 20;
constexpr std::size_t shards = 64;

std::vector<float> normals(std::size_t size) {
    constexpr std::size_t period = 1 << 16;
    Random random(1);
    std::vector<float> values(size);
    for (std::size_t i = 0; i < size; ++i) {
        values[i] = i < period ? static_cast<float>(random.normal()) : values[i - period];
    }
    return values;
}

std::size_t trafficOf(BulkFormat format) {
    return count * sizeof(float) + bulkBytes(format, count);
}

void copy(benchmark::State& state, BulkFormat format) {
    const std::size_t bytes = trafficOf(format) / 2;
    const std::vector<char> from(bytes, 1);
    std::vector<char> to(bytes);
    ThreadPool pool(static_cast<unsigned>(state.range(0)));
    while (state.KeepRunning()) {
        pool.run(shards, [&](std::size_t shard) {
            const std::size_t first = bytes / shards * shard;
            std::memcpy(to.data() + first, from.data() + first, bytes / shards);
        });
        benchmark::DoNotOptimize(to.data());
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(trafficOf(format)));
}

void toCodes(benchmark::State& state, BulkFormat format) {
    const std::vector<float> values = normals(count);
    std::vector<std::byte> codes(bulkBytes(format, count));
    ThreadPool pool(static_cast<unsigned>(state.range(0)));
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(convertToCodes(format, values, codes,
                                                {Overflow::Specified, 0.05F, 0}, {&pool, {}, {}}));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(trafficOf(format)));
}

void fromCodes(benchmark::State& state, BulkFormat format) {
    std::vector<float> values = normals(count);
    std::vector<std::byte> codes(bulkBytes(format, count));
    ThreadPool pool(static_cast<unsigned>(state.range(0)));
    benchmark::DoNotOptimize(convertToCodes(format, values, codes));
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(convertFromCodes(format, codes, values, {}, {&pool, {}, {}}));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(trafficOf(format)));
}

void copyBlocks(benchmark::State& state, const BlockFormat& format) {
    const std::size_t bytes = (blockBytes(format, count).value() + count * sizeof(float)) / 2;
    const std::vector<char> from(bytes, 1);
    std::vector<char> to(bytes);
    while (state.KeepRunning()) {
        std::memcpy(to.data(), from.data(), bytes);
        benchmark::DoNotOptimize(to.data());
    }
}

void fromBlocks(benchmark::State& state, const BlockFormat& format) {
    std::vector<std::byte> blocks(blockBytes(format, count).value());
    Random random(1);
    for (std::byte& byte : blocks) {
        byte = static_cast<std::byte>(random.below(64));  // no FP16 scale is infinite or NaN
    }
    std::vector<float> values(count);
    ThreadPool pool(1);
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(dequantizeBlocks(format, blocks, values, {}, {&pool, {}, {}}));
    }
}

void encodeOne(benchmark::State& state, const NumberFormat& format) {
    const std::vector<float> values = normals(4096);
    while (state.KeepRunning()) {
        for (const float value : values) {
            benchmark::DoNotOptimize(encode(format, double{value}));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(values.size()));
    state.counters["time_per_value"] = benchmark::Counter(
        static_cast<double>(values.size()),
        benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void decodeOne(benchmark::State& state, const NumberFormat& format) {
    constexpr std::uint64_t codes = 4096;
    while (state.KeepRunning()) {
        for (std::uint64_t code = 0; code < codes; ++code) {
            benchmark::DoNotOptimize(decode(format, code));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(codes));
    state.counters["time_per_value"] = benchmark::Counter(
        static_cast<double>(codes),
        benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void registerBulk(BulkFormat format) {
    const std::string id(numberFormat(format).id);
    const auto add = [&](const std::string& name, void (*run)(benchmark::State&, BulkFormat)) {
        benchmark::RegisterBenchmark(name.c_str(), run, format)
            ->Arg(1)
            ->Arg(2)
            ->Unit(benchmark::kMillisecond)
            ->MeasureProcessCPUTime()
            ->UseRealTime();
    };
    add("fp32_to_" + id + "/copy", copy);
    add("fp32_to_" + id + "/convert", toCodes);
    add(id + "_to_fp32/copy", copy);
    add(id + "_to_fp32/convert", fromCodes);
}

void registerAll() {
    for (const BulkFormat format : {BulkFormat::Bf16, BulkFormat::Fp16, BulkFormat::Int8,
                                    BulkFormat::Fp8E4M3, BulkFormat::Fp8E5M2, BulkFormat::Int4}) {
        registerBulk(format);
    }
    for (const BlockFormat& format : blockFormats()) {
        const std::string job = std::string(format.id) + "_to_fp32";
        for (const auto& [variant, run] :
             {std::pair{"/copy", &copyBlocks}, {"/convert", &fromBlocks}}) {
            benchmark::RegisterBenchmark((job + variant).c_str(), run, format)
                ->Unit(benchmark::kMillisecond)
                ->MeasureProcessCPUTime()
                ->UseRealTime();
        }
    }
    for (const NumberFormat& format : numberFormats()) {
        const std::string id(format.id);
        benchmark::RegisterBenchmark(("encode_one/" + id).c_str(), encodeOne, format);
        benchmark::RegisterBenchmark(("decode_one/" + id).c_str(), decodeOne, format);
    }
}

const Registration registration(registerAll);

}  // namespace
