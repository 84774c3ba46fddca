// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What opening and summarizing weights costs: the listing of a sparse 20 GiB safetensors file with
// 1,000 tensors (milliseconds count); the statistics of a cached file against a plain read of the
// same bytes by the same threads, and the glances at 300 tensors of 4096x4096 in view order against
// a plain read of all their bytes (the ratios count). own_MiB is the program's own memory at its
// peak: files are read, not mapped, so none of it is theirs.
#include "core/files/byte_source.h"
#include "core/files/tensor_glance.h"
#include "core/files/tensor_summary.h"
#include "core/files/weight_file.h"
#include "core/files/weight_writer.h"
#include "core/tensor/synthetic.h"

#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

namespace {

using namespace zeropoint;
namespace fs = std::filesystem;

/// A folder that goes with the program.
class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "zeropoint-bench-XXXXXX").string();
        m_path = ::mkdtemp(name.data());
    }
    ~Folder() { fs::remove_all(m_path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string file(const std::string& name) const { return (m_path / name).string(); }

private:
    fs::path m_path;
};

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

/// 256 MiB of float32 in 16 tensors, in the page cache.
std::string writeCached(const Folder& folder) {
    WeightOutput output;
    const auto tensor = generate({"normal", {{"n", 1 << 22}}});
    for (int i = 0; tensor && i < 16; ++i) {
        output.tensors.push_back(outputOf(*tensor));
        output.tensors.back().name = std::to_string(i);
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
    constexpr std::size_t pieceBytes = 1 << 20;
    if (!source) {
        state.SkipWithError("the file does not open");
        return;
    }
    ThreadPool pool;
    const std::size_t pieces = (*source)->size() / pieceBytes;
    while (state.KeepRunning()) {
        pool.run(pool.threads(), [&](std::size_t thread) {
            std::vector<std::byte> piece(pieceBytes);
            for (std::size_t i = thread; i < pieces; i += pool.threads()) {
                benchmark::DoNotOptimize((*source)->read(i * pieceBytes, piece));
            }
        });
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * (*source)->size()));
}

void statistics(benchmark::State& state) {
    const Folder folder;
    const auto file = openWeightFile(writeCached(folder));
    if (!file) {
        state.SkipWithError("the file does not open");
        return;
    }
    ThreadPool pool;
    const Execution execution{&pool, {}, {}};
    while (state.KeepRunning()) {
        for (std::size_t i = 0; i < (*file)->tensors().size(); ++i) {
            benchmark::DoNotOptimize(summarizeTensor(**file, i, execution, SummaryDetail::Spread));
        }
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * (256 << 20));
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
    constexpr std::size_t pieceBytes = 1 << 20;
    while (state.KeepRunning()) {
        pool.run(300, [&](std::size_t) {
            std::vector<std::byte> piece(pieceBytes);
            for (std::size_t i = 0; i < 64; ++i) {
                benchmark::DoNotOptimize((*source)->read(4096 + i * pieceBytes, piece));
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

BENCHMARK(list)->Name("list_1000_tensors/open")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(plainRead)->Name("inspect/plain_read")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(statistics)->Name("inspect/statistics")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(readMatrices)
    ->Name("sparklines/plain_read")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(glances)->Name("sparklines/view_order")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
