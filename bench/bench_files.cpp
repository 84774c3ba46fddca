// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What opening and summarizing weights costs: the listing of a sparse 20 GiB safetensors file with
// 1,000 tensors (milliseconds count); the statistics of cached files of float32, bfloat16 and half
// floats against a plain read of as many bytes by the same threads, and the glances at 300 tensors
// of 4096x4096 in view order against a plain read of all their bytes (the ratios count). own_MiB is
// the program's own memory at its peak: files are read, not mapped, so none of it is theirs.
#include "core/files/byte_source.h"
#include "core/files/tensor_glance.h"
#include "core/files/tensor_summary.h"
#include "core/files/weight_file.h"
#include "core/files/weight_writer.h"
#include "core/numerics/number_format.h"
#include "core/tensor/synthetic.h"
#include "support/scratch_files.h"

#include <benchmark/benchmark.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

namespace {

using namespace zeropoint;
namespace fs = std::filesystem;

/// 1,000 tensors of 2621 x 2048 float32 (20 GiB) of which the disk holds the header alone.
std::string writeSparse(const Folder& folder) {
    constexpr std::uint64_t tensorBytes = 2621ULL * 2048 * 4;
    std::string header = "{";
    for (std::uint64_t i = 0; i < 1000; ++i) {
        header += i == 0 ? "\"model.layers." : ",\"model.layers.";
        header +=
            std::to_string(i) + R"(.weight":{"dtype":"F32","shape":[2621,2048],"data_offsets":[)" +
            std::to_string(i * tensorBytes) + "," + std::to_string((i + 1) * tensorBytes) + "]}";
    }
    header += "}";
    const std::string path = folder.file("sparse.safetensors");
    std::ofstream out(path, std::ios::binary);
    const std::uint64_t length = header.size();
    out.write(reinterpret_cast<const char*>(&length), sizeof length);
    out << header;
    out.close();
    fs::resize_file(path, 8 + length + 1000 * tensorBytes);
    return path;
}

void list(benchmark::State& state) {
    const Folder folder;
    const std::string path = writeSparse(folder);
    while (state.KeepRunning()) {
        const auto file = openWeightFile(path);
        if (!file || (*file)->tensors().size() != 1000) {
            state.SkipWithError("the file does not list");
            return;
        }
    }
}

constexpr std::size_t cachedBytes = 256 << 20;

/// The upper halves of float32 values, or the nearest half floats.
std::vector<std::byte> codesOf(std::span<const float> values, DType dtype) {
    std::vector<std::byte> bytes(values.size() * dtypeBits(dtype) / 8);
    if (dtype == DType::F32) {
        std::memcpy(bytes.data(), values.data(), bytes.size());
        return bytes;
    }
    const NumberFormat& format = numberFormat(dtype == DType::BF16 ? "bf16" : "fp16");
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto code = static_cast<std::uint16_t>(encode(format, values[i]));
        std::memcpy(bytes.data() + 2 * i, &code, sizeof code);
    }
    return bytes;
}

/// 256 MiB in tensors of 16 MiB, in the page cache.
std::string writeCached(const Folder& folder, DType dtype = DType::F32) {
    constexpr std::size_t tensorBytes = 16 << 20;
    const auto elements = static_cast<std::int64_t>(tensorBytes * 8 / dtypeBits(dtype));
    const auto tensor = generate({"normal", {{"n", static_cast<double>(elements)}}});
    if (!tensor) {
        return {};
    }
    const auto bytes = codesOf(tensor->values(), dtype);
    WeightOutput output;
    for (std::size_t i = 0; i < cachedBytes / tensorBytes; ++i) {
        const auto fill = [&bytes](std::uint64_t offset, std::span<std::byte> out) {
            std::memcpy(out.data(), bytes.data() + offset, out.size());
            return Result<void>();
        };
        output.tensors.push_back({std::to_string(i), dtype, {elements}, fill});
    }
    const std::string path = folder.file("cached.safetensors");
    return writeWeights(path, WriteFormat::Safetensors, output) ? path : std::string();
}

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

void plainRead(benchmark::State& state) {
    const Folder folder;
    const auto source = openFileBytes(writeCached(folder));
    if (!source) {
        state.SkipWithError("the file does not open");
        return;
    }
    ThreadPool pool;
    const std::size_t pieces = (*source)->size() / pieceBytes;
    while (state.KeepRunning()) {
        pool.run(pool.threads(), [&](std::size_t thread) {
            Pages pages;
            for (std::size_t i = thread; i < pieces; i += pool.threads()) {
                benchmark::DoNotOptimize((*source)->read(i * pieceBytes, pages.bytes));
            }
        });
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * (*source)->size()));
}

void statistics(benchmark::State& state, DType dtype) {
    const Folder folder;
    const auto file = openWeightFile(writeCached(folder, dtype));
    if (!file) {
        state.SkipWithError("the file does not open");
        return;
    }
    ThreadPool pool;
    const Execution execution{&pool, {}, {}};
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(summarizeTensors(**file, execution, SummaryDetail::Spread));
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * cachedBytes));
    state.counters["own_MiB"] = ownMebibytes();
}

/// 300 tensors of 4096 x 4096 float32 over one 64 MiB stretch of a cached file: as many reads as
/// 19 GiB would take, without the disk for them.
std::shared_ptr<const WeightFile> manyMatrices(const std::shared_ptr<const ByteSource>& source) {
    FileContents contents{"bench", {}, {}};
    for (int i = 0; i < 300; ++i) {
        StoredTensor tensor;
        tensor.info.name = std::to_string(i);
        tensor.info.dtype = DType::F32;
        tensor.info.shape = {4096, 4096};
        tensor.info.offset = 4096;
        tensor.source = source;
        contents.tensors.push_back(std::move(tensor));
    }
    return std::make_shared<const WeightFile>("bench", std::move(contents));
}

void readMatrices(benchmark::State& state) {
    const Folder folder;
    const auto source = openFileBytes(writeCached(folder));
    if (!source) {
        state.SkipWithError("the file does not open");
        return;
    }
    ThreadPool pool;
    while (state.KeepRunning()) {
        pool.run(300, [&](std::size_t) {
            Pages pages;
            for (std::size_t i = 0; i < 64; ++i) {
                benchmark::DoNotOptimize((*source)->read(4096 + i * pieceBytes, pages.bytes));
            }
        });
    }
}

void glances(benchmark::State& state) {
    const Folder folder;
    const auto source = openFileBytes(writeCached(folder));
    if (!source) {
        state.SkipWithError("the file does not open");
        return;
    }
    const auto file = manyMatrices(*source);
    while (state.KeepRunning()) {
        for (std::size_t i = 0; i < file->tensors().size(); ++i) {
            benchmark::DoNotOptimize(glanceAt(*file, i));
        }
    }
}

BENCHMARK(list)
    ->Name("list_1000_tensors/open")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK(plainRead)
    ->Name("inspect/plain_read")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(statistics, f32, DType::F32)
    ->Name("inspect/statistics_f32")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(statistics, bf16, DType::BF16)
    ->Name("inspect/statistics_bf16")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(statistics, f16, DType::F16)
    ->Name("inspect/statistics_f16")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK(readMatrices)
    ->Name("sparklines/plain_read")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK(glances)
    ->Name("sparklines/view_order")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
