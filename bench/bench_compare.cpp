// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What comparing costs. Two files of 1 G float32 each (64 matrices over one cached stretch of 64
// MiB, as many reads as 4 GiB take) compared tensor by tensor, against a plain read of as many
// bytes by the same threads; own_MiB is the program's own memory at its peak. Six settings of a
// tensor of 16 M values, as the Compare page studies them (the sum counts: 1.5 s on two cores).
#include "core/comparison/compare_files.h"
#include "core/files/byte_source.h"
#include "core/metrics/setting_study.h"
#include "core/support/random.h"
#include "support/scratch_files.h"

#include <benchmark/benchmark.h>

#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace zeropoint;

constexpr std::size_t stretchBytes = 64 << 20;
constexpr std::size_t matrices = 64;

std::vector<float> drawn(std::size_t count, std::uint64_t seed) {
    Random random(seed);
    std::vector<float> values(count);
    const std::size_t own = std::min(count, std::size_t{1} << 20);
    for (std::size_t i = 0; i < count; ++i) {
        values[i] = i < own ? static_cast<float>(0.02 * random.normal()) : values[i * 40503 % own];
    }
    return values;
}

/// A cached file of one stretch that goes with the object, as a model of many matrices over it.
class Model {
public:
    explicit Model(std::uint64_t seed) {
        const std::string path = m_folder.file("stretch");
        const std::vector<float> values = drawn(stretchBytes / sizeof(float), seed);
        std::ofstream(path, std::ios::binary)
            .write(reinterpret_cast<const char*>(values.data()),
                   static_cast<std::streamsize>(stretchBytes));
        m_source = openFileBytes(path).value();
    }

    const ByteSource& source() const { return *m_source; }
    ModelSide side() const {
        FileContents contents{"bench", {}, {}};
        for (std::size_t i = 0; i < matrices; ++i) {
            StoredTensor tensor;
            tensor.info.name = "model.layers." + std::to_string(i) + ".mlp.up_proj.weight";
            tensor.info.dtype = DType::F32;
            tensor.info.shape = {4096, 4096};
            tensor.info.bytes = stretchBytes;
            tensor.source = m_source;
            contents.tensors.push_back(std::move(tensor));
        }
        return ModelSide(std::make_shared<const WeightFile>("bench", std::move(contents)));
    }

private:
    Folder m_folder;
    std::shared_ptr<const ByteSource> m_source;
};

double ownMebibytes() {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        if (word == "VmHWM:") {
            double kibibytes = 0;
            status >> kibibytes;
            return kibibytes / 1024;
        }
    }
    return 0;
}

void setBytes(benchmark::State& state) {
    state.SetBytesProcessed(
        static_cast<std::int64_t>(state.iterations() * 2 * matrices * stretchBytes));
}

void plainRead(benchmark::State& state) {
    const Model a(1);
    const Model b(2);
    ThreadPool pool;
    constexpr std::size_t pieces = stretchBytes / pieceBytes;
    while (state.KeepRunning()) {
        pool.run(pool.threads(), [&](std::size_t thread) {
            std::vector<std::byte> memory(pieceBytes);
            for (std::size_t i = thread; i < matrices * pieces; i += pool.threads()) {
                benchmark::DoNotOptimize(a.source().read(i % pieces * pieceBytes, memory));
                benchmark::DoNotOptimize(b.source().read(i % pieces * pieceBytes, memory));
            }
        });
    }
    setBytes(state);
}

void compareFiles(benchmark::State& state) {
    const Model fileA(1);
    const Model fileB(2);
    const ModelSide a = fileA.side();
    const ModelSide b = fileB.side();
    const auto pairing = pairTensors(a, b);
    ThreadPool pool;
    while (state.KeepRunning()) {
        ComparisonTotals totals;
        const auto take = [&](std::size_t index, const PairReport& report) {
            totals.add(report, a.file().tensors()[pairing->pairs[index].a]);
        };
        if (!comparePairs(a, b, pairing->pairs, take, {&pool, {}, {}}) ||
            totals.compared != matrices) {
            state.SkipWithError("the files do not compare");
            return;
        }
        benchmark::DoNotOptimize(totals);
    }
    setBytes(state);
    state.counters["own_MiB"] = ownMebibytes();
}

QuantScheme setting(const char* format, Granularity granularity = Granularity::Tensor) {
    QuantScheme scheme;
    scheme.format = format;
    scheme.granularity = granularity;
    scheme.symmetric = scheme.format.front() != 'u';
    return scheme;
}

std::vector<QuantScheme> sixSettings() {
    QuantScheme mse = setting("int4");
    mse.range.kind = RangeMethod::Kind::Mse;
    return {setting("int8"),
            setting("int4", Granularity::Channel),
            mse,
            setting("nf4", Granularity::Group),
            setting("q4_0"),
            setting("mxfp4")};
}

void studySettings(benchmark::State& state, const std::vector<QuantScheme>& settings) {
    const Tensor tensor("", {4096, 4096}, drawn(std::size_t{16} << 20, 1));
    const Summary summary = summarize(tensor.values());
    ThreadPool pool;
    while (state.KeepRunning()) {
        for (const QuantScheme& scheme : settings) {
            benchmark::DoNotOptimize(studySetting(tensor, summary, scheme, {&pool, {}, {}}));
        }
    }
}

BENCHMARK(plainRead)
    ->Name("two_files_1G/plain_read")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK(compareFiles)
    ->Name("two_files_1G/compare_f32")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(studySettings, six, sixSettings())
    ->Name("settings_16M/six")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(studySettings, int8, {setting("int8")})
    ->Name("settings_16M/int8")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(studySettings, q40, {setting("q4_0")})
    ->Name("settings_16M/q4_0")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
