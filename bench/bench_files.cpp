// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What opening and summarizing weights costs: the listing of a sparse 20 GiB safetensors file with
// 1,000 tensors (milliseconds count); the statistics of cached files of float32, bfloat16 and half
// floats against a plain read of as many bytes by the same threads, and the glances at 300 tensors
// of 4096x4096 in view order against a plain read of all their bytes (the ratios count). own_MiB is
// the program's own memory at its peak: files are read, not mapped, so none of it is theirs.
// Reading a packed weight of 128 M values back, against a plain read of its 64 MiB of codes; the
// listing of a sparse 7 GB model of packed weights.
#include "core/files/byte_source.h"
#include "core/files/tensor_glance.h"
#include "core/files/tensor_summary.h"
#include "core/files/weight_file.h"
#include "core/files/weight_writer.h"
#include "core/numerics/number_format.h"
#include "core/tensor/synthetic.h"

#include <benchmark/benchmark.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
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

constexpr std::size_t pieceBytes = 1 << 20;

/// Whole pages to read into: copying pages to anything but pages takes longer.
struct Pages {
    static constexpr std::size_t alignment = 4096;
    std::unique_ptr<std::byte, decltype(&std::free)> memory{
        static_cast<std::byte*>(std::aligned_alloc(alignment, pieceBytes)), &std::free};
    std::span<std::byte> bytes{memory.get(), pieceBytes};
};

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

/// One tensor of a header that a benchmark writes itself.
struct Entry {
    std::string name;
    std::string dtype;
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::uint64_t bytes = 0;
};

/// A safetensors file of the entries with `data`, repeated, for their values; none: a sparse file.
std::string writeEntries(const std::string& path, const std::vector<Entry>& entries,
                         std::span<const char> data) {
    std::string header = "{";
    std::uint64_t at = 0;
    for (const Entry& entry : entries) {
        header += (header.size() > 1 ? ",\"" : "\"") + entry.name + R"(":{"dtype":")" +
                  entry.dtype + R"(","shape":[)" + std::to_string(entry.rows) +
                  (entry.columns > 0 ? "," + std::to_string(entry.columns) : "") +
                  R"(],"data_offsets":[)" + std::to_string(at) + "," +
                  std::to_string(at + entry.bytes) + "]}";
        at += entry.bytes;
    }
    header += "}";
    std::ofstream out(path, std::ios::binary);
    const std::uint64_t length = header.size();
    out.write(reinterpret_cast<const char*>(&length), sizeof length);
    out << header;
    for (std::uint64_t written = 0; !data.empty() && written < at; written += data.size()) {
        out.write(data.data(),
                  static_cast<std::streamsize>(std::min<std::uint64_t>(data.size(), at - written)));
    }
    out.close();
    fs::resize_file(path, 8 + length + at);
    return path;
}

/// A linear layer of `inputs` x `outputs` as GPTQ packs it in 4 bits with groups of 128.
void addGptq(std::vector<Entry>& entries, const std::string& name, std::int64_t inputs,
             std::int64_t outputs) {
    const std::int64_t groups = inputs / 128;
    const auto bytes = [](std::int64_t rows, std::int64_t columns, int width) {
        return static_cast<std::uint64_t>(rows * columns * width);
    };
    entries.push_back(
        {name + ".qweight", "I32", inputs / 8, outputs, bytes(inputs / 8, outputs, 4)});
    entries.push_back(
        {name + ".qzeros", "I32", groups, outputs / 8, bytes(groups, outputs / 8, 4)});
    entries.push_back({name + ".scales", "F16", groups, outputs, bytes(groups, outputs, 2)});
    entries.push_back({name + ".g_idx", "I32", inputs, 0, bytes(inputs, 1, 4)});
}

/// A model of 13 billion parameters in 4 bits (7 GB) of which the disk holds the header alone.
void listGptq(benchmark::State& state) {
    const Folder folder;
    std::vector<Entry> entries;
    for (int layer = 0; layer < 40; ++layer) {
        const std::string place = "model.layers." + std::to_string(layer);
        for (const char* name :
             {".self_attn.q_proj", ".self_attn.k_proj", ".self_attn.v_proj", ".self_attn.o_proj"}) {
            addGptq(entries, place + name, 5120, 5120);
        }
        addGptq(entries, place + ".mlp.gate_proj", 5120, 13824);
        addGptq(entries, place + ".mlp.up_proj", 5120, 13824);
        addGptq(entries, place + ".mlp.down_proj", 13824, 5120);
    }
    const std::string path = writeEntries(folder.file("gptq.safetensors"), entries, {});
    while (state.KeepRunning()) {
        const auto file = openWeightFile(path);
        if (!file || (*file)->tensors().size() != 280) {
            state.SkipWithError("the file does not list");
            return;
        }
    }
}

/// 64 MiB of codes in one file, and its one weight read in pieces by all threads.
void decode(benchmark::State& state, bool gptq) {
    const Folder folder;
    std::vector<char> noise(1 << 20);
    std::uint64_t seed = 1;
    for (char& byte : noise) {
        seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
        byte = static_cast<char>(seed >> 58);  // small, so that scales are ordinary numbers
    }
    std::vector<Entry> entries;
    constexpr std::int64_t side = 1 << 13;
    constexpr std::int64_t length = 1 << 14;
    if (gptq) {
        addGptq(entries, "layer", side, length);
        entries.pop_back();  // g_idx of noise
    } else {
        entries.push_back({"layer_blocks", "U8", side, length / 2, side * length / 2});
        entries.back().rows = side * length / 32;
        entries.back().columns = 16;
        entries.push_back({"layer_scales", "U8", side * length / 32, 0, side * length / 32});
    }
    const auto file =
        openWeightFile(writeEntries(folder.file("packed.safetensors"), entries, noise));
    if (!file || (*file)->tensors().size() != 1) {
        state.SkipWithError("the file is not read as a packed weight");
        return;
    }
    ThreadPool pool;
    constexpr std::uint64_t pieceValues = 1 << 18;
    constexpr std::uint64_t pieces = side * length / pieceValues;
    while (state.KeepRunning()) {
        pool.run(pool.threads(), [&](std::size_t thread) {
            std::vector<float> values(pieceValues);
            for (std::uint64_t i = thread; i < pieces; i += pool.threads()) {
                benchmark::DoNotOptimize((*file)->readValues(0, i * pieceValues, values));
            }
        });
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * side * length / 2);
}

/// The codes' bytes alone, by the same threads.
void readPacked(benchmark::State& state) {
    const Folder folder;
    const auto source = openFileBytes(writeCached(folder));
    if (!source) {
        state.SkipWithError("the file does not open");
        return;
    }
    ThreadPool pool;
    while (state.KeepRunning()) {
        pool.run(pool.threads(), [&](std::size_t thread) {
            Pages pages;
            for (std::uint64_t i = thread; i < 64; i += pool.threads()) {
                benchmark::DoNotOptimize((*source)->read(i * pieceBytes, pages.bytes));
            }
        });
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) << 26);
}

BENCHMARK(readPacked)
    ->Name("decode_packed/plain_read")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(decode, gptq, true)
    ->Name("decode_packed/gptq_4_bits")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(decode, mxfp4, false)
    ->Name("decode_packed/mxfp4")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK(listGptq)
    ->Name("list_gptq_7_GB/open")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
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
