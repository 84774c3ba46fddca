// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The calibration engine on one thread. Its yardstick is PyTorch where python3-torch is installed
// (support/torch_calibration.py does the same jobs), and elsewhere reading the same memory once.
#include "core/calibration/error_curve.h"
#include "core/metrics/error_report.h"
#include "core/quantization/quantize.h"
#include "core/statistics/extremes.h"
#include "core/support/random.h"
#include "support/peer.h"
#include "support/registration.h"

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

namespace {

using namespace zeropoint;

constexpr std::int64_t streamed = std::int64_t{64} << 20;
constexpr std::int64_t searched = std::int64_t{4} << 20;
constexpr std::int64_t side = 4096;

/// Normal values; only the first million are drawn, since drawing is not what is measured.
Tensor drawn(Shape shape) {
    Random random(1);
    std::vector<float> values(static_cast<std::size_t>(elementCount(shape)));
    const std::size_t own = std::min(values.size(), std::size_t{1} << 20);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = i < own ? static_cast<float>(random.normal()) : values[i * 40503 % own];
    }
    return Tensor("", std::move(shape), std::move(values));
}

void readMemory(benchmark::State& state, std::int64_t count) {
    const std::vector<std::uint64_t> memory(static_cast<std::size_t>(count) / 2, 1);
    while (state.KeepRunning()) {
        std::uint64_t sum = 0;
        for (const std::uint64_t word : memory) {
            sum += word;
        }
        benchmark::DoNotOptimize(sum);
    }
    state.SetBytesProcessed(state.iterations() * count * 4);
}

void extremesPass(benchmark::State& state) {
    const Tensor tensor = drawn({streamed});
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(extremes(tensor.values()));
    }
    state.SetBytesProcessed(state.iterations() * streamed * 4);
}

/// Summary, fine histogram, min-max calibration, quantization and the full error report.
void wholeReport(benchmark::State& state) {
    const Tensor tensor = drawn({streamed});
    const QuantScheme scheme;
    while (state.KeepRunning()) {
        const Summary summary = summarize(tensor.values());
        const FineHistogram histogram = fineHistogram(tensor.values(), summary);
        const Calibration calibration = calibrate(summary, histogram, scheme).value();
        benchmark::DoNotOptimize(measureError(tensor, scheme, calibration).value());
    }
    state.SetBytesProcessed(state.iterations() * streamed * 4);
}

void mseRange(benchmark::State& state) {
    const Tensor tensor = drawn({searched});
    QuantScheme scheme;
    scheme.range.kind = RangeMethod::Kind::Mse;
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(calibrate(tensor, scheme).value());
    }
}

void perChannel(benchmark::State& state) {
    const Tensor tensor = drawn({side, side});
    QuantScheme scheme;
    scheme.granularity = Granularity::Channel;
    while (state.KeepRunning()) {
        const Calibration calibration = calibrate(tensor, scheme).value();
        benchmark::DoNotOptimize(fakeQuantize(tensor, scheme, calibration).value());
    }
}

/// What a dragged handle asks for; the tensor's size plays no part once the histogram is there.
void dragStep(benchmark::State& state, std::int64_t count, const char* format) {
    const Tensor tensor = drawn({count});
    const Summary summary = summarize(tensor.values());
    const FineHistogram histogram = fineHistogram(tensor.values(), summary);
    QuantScheme scheme;
    scheme.format = format;
    std::vector<double> edges;
    for (int i = 0; i <= 400; ++i) {
        edges.push_back(summary.min + (summary.max - summary.min) * i / 400);
    }
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(estimateError(histogram, -3, 3, scheme).value());
        benchmark::DoNotOptimize(errorCurve(histogram, scheme));
        benchmark::DoNotOptimize(rebin(histogram, edges));
    }
}

template <typename Job>
void add(const std::string& name, Job job) {
    benchmark::RegisterBenchmark(name.c_str(), job)
        ->Unit(benchmark::kMillisecond)
        ->MeasureProcessCPUTime()
        ->UseRealTime()
        ->MinTime(0.5);
}

void registerAll() {
    const PeerFigures peer = peerFigures("torch_calibration.py");
    const auto read = [](benchmark::State& state) { readMemory(state, streamed); };
    add("min_max_sum_64M/read_memory", read);
    add("min_max_sum_64M/zeropoint", extremesPass);
    addPeer(peer, "report_64M");
    add("report_64M/read_memory", read);
    add("report_64M/zeropoint", wholeReport);
    addPeer(peer, "mse_range_4M");
    add("mse_range_4M/read_memory", [](benchmark::State& state) { readMemory(state, searched); });
    add("mse_range_4M/zeropoint", mseRange);
    addPeer(peer, "per_channel_4096");
    add("per_channel_4096/read_memory",
        [](benchmark::State& state) { readMemory(state, side * side); });
    add("per_channel_4096/zeropoint", perChannel);
    for (const char* format : {"int8", "nf4", "fp8-e4m3", "fp16"}) {
        for (const std::int64_t count : {std::int64_t{10000}, searched}) {
            add("drag_step_" + std::string(format) + "/" + std::to_string(count) + "_values",
                [count, format](benchmark::State& state) { dragStep(state, count, format); });
        }
    }
}

const Registration registration(registerAll);

}  // namespace
