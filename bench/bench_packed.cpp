// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Models whose weights are stored packed. Listing a sparse 7 GB model (milliseconds count), and
// reading a weight of 128 M values back by all threads, against two yardsticks: a plain read of its
// 64 MiB of codes, which only says how far decoding is from free, and a plain read together with a
// plain write of the 512 MiB of float32 that come out, which is the least that it can cost. A core
// writes one vector of 16 values a cycle at best: 128 M values take it longer than reading their
// codes out of the page cache, so that no decoder to float32 comes near the first yardstick.
#include "core/files/byte_source.h"
#include "core/files/weight_file.h"
#include "core/support/parallel.h"
#include "support/registration.h"
#include "support/scratch_files.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace zeropoint;
namespace fs = std::filesystem;

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

constexpr std::int64_t packedRows = 1 << 13;
constexpr std::int64_t packedColumns = 1 << 14;
constexpr std::int64_t packedValues = packedRows * packedColumns;
/// As the statistics decode: into half a mebibyte that stays in a core's cache.
constexpr std::uint64_t pieceValues = 1 << 17;

enum class Packing { Gptq, Awq, Nf4, Mxfp4 };

/// What bitsandbytes says of such a weight.
const std::string nf4State =
    R"({"quant_type":"nf4","blocksize":64,"dtype":"float16","shape":[8192,16384]})";

/// The parts of one weight of 8,192 x 16,384 whose codes are 64 MiB.
std::vector<Entry> partsOf(Packing packing) {
    constexpr std::int64_t groups = packedRows / 128;
    constexpr std::int64_t words = packedColumns / 8;
    const auto entry = [](const char* name, const char* dtype, std::int64_t rows,
                          std::int64_t columns, int width) {
        const std::int64_t elements = rows * std::max<std::int64_t>(columns, 1);
        return Entry{name, dtype, rows, columns, static_cast<std::uint64_t>(elements * width)};
    };
    switch (packing) {
        case Packing::Gptq: {
            std::vector<Entry> entries;
            addGptq(entries, "layer", packedRows, packedColumns);
            entries.pop_back();  // g_idx of noise
            return entries;
        }
        case Packing::Awq:
            return {entry("layer.qweight", "I32", packedRows, words, 4),
                    entry("layer.qzeros", "I32", groups, words, 4),
                    entry("layer.scales", "F16", groups, packedColumns, 2)};
        case Packing::Nf4:
            return {entry("layer.weight", "U8", packedValues / 2, 1, 1),
                    entry("layer.weight.absmax", "F32", packedValues / 64, 0, 4),
                    entry("layer.weight.quant_map", "F32", 16, 0, 4),
                    entry("layer.weight.quant_state.bitsandbytes__nf4", "U8",
                          static_cast<std::int64_t>(nf4State.size()), 0, 1)};
        default:
            return {entry("layer.weight_packed", "U8", packedRows, packedColumns / 2, 1),
                    entry("layer.weight_scale", "U8", packedRows, packedColumns / 32, 1)};
    }
}

/// Ordinary numbers for the scales and levels of NF4, and its state: noise would make products
/// below the smallest normal number, which processors are slow with.
void writeNf4Facts(const std::string& path) {
    constexpr std::size_t blocks = packedValues / 64;
    std::vector<float> facts(blocks + 16, 0.03125F);
    for (std::size_t i = 0; i < 16; ++i) {
        facts[blocks + i] = static_cast<float>(i) / 8 - 1;
    }
    const auto bytes = static_cast<std::streamoff>(facts.size() * sizeof(float));
    const auto stateBytes = static_cast<std::streamoff>(nf4State.size());
    std::fstream out(path, std::ios::binary | std::ios::in | std::ios::out);
    out.seekp(-(bytes + stateBytes), std::ios::end);
    out.write(reinterpret_cast<const char*>(facts.data()), bytes);
    out << nf4State;
}

/// One packed weight, decoded by all threads into pieces that are used again.
void decode(benchmark::State& state, Packing packing) {
    const Folder folder;
    std::vector<char> noise(1 << 20);
    std::uint64_t seed = 1;
    for (char& byte : noise) {
        seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
        byte = static_cast<char>(seed >> 58);  // small, so that scales are ordinary numbers
    }
    const std::string path =
        writeEntries(folder.file("packed.safetensors"), partsOf(packing), noise);
    if (packing == Packing::Nf4) {
        writeNf4Facts(path);
    }
    const auto file = openWeightFile(path);
    if (!file || (*file)->tensors().size() != 1 || !(*file)->stored(0).unreadable.empty()) {
        state.SkipWithError("the file is not read as a packed weight");
        return;
    }
    ThreadPool pool;
    constexpr std::uint64_t pieces = packedValues / pieceValues;
    while (state.KeepRunning()) {
        pool.run(pool.threads(), [&](std::size_t thread) {
            std::vector<float> values(pieceValues);
            for (std::uint64_t i = thread; i < pieces; i += pool.threads()) {
                benchmark::DoNotOptimize((*file)->readValues(0, i * pieceValues, values));
            }
        });
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * packedValues / 2);
}

/// As many bytes as the codes have, in the page cache.
std::string writeZeros(const Folder& folder) {
    const std::string path = folder.file("plain");
    const std::vector<char> zeros(pieceBytes);
    std::ofstream out(path, std::ios::binary);
    for (std::uint64_t i = 0; i < 64; ++i) {
        out.write(zeros.data(), static_cast<std::streamsize>(zeros.size()));
    }
    return path;
}

/// The codes' bytes alone, by the same threads.
void readPacked(benchmark::State& state) {
    const Folder folder;
    const auto source = openFileBytes(writeZeros(folder));
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

/// The codes' bytes as before, and as many bytes written as their values take, which no way of
/// decoding gets by without: eight bytes of float32 for each byte of codes.
void readAndWrite(benchmark::State& state) {
    const Folder folder;
    const auto source = openFileBytes(writeZeros(folder));
    if (!source) {
        state.SkipWithError("the file does not open");
        return;
    }
    ThreadPool pool;
    constexpr std::uint64_t pieces = packedValues / pieceValues;
    constexpr std::uint64_t codeBytes = pieceValues / 2;
    while (state.KeepRunning()) {
        pool.run(pool.threads(), [&](std::size_t thread) {
            Pages pages;
            std::vector<float> values(pieceValues);
            for (std::uint64_t i = thread; i < pieces; i += pool.threads()) {
                const auto codes = pages.bytes.first(codeBytes);
                benchmark::DoNotOptimize((*source)->read(i * codeBytes, codes));
                std::ranges::fill(values, static_cast<float>(std::to_integer<int>(codes[0])));
                benchmark::ClobberMemory();
            }
        });
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * packedValues / 2);
}

/// All packings against one yardstick.
void registerDecoding(const char* job, const char* yardstick, void (*plain)(benchmark::State&)) {
    const auto add = [&](const std::string& name, const auto& function) {
        benchmark::RegisterBenchmark((std::string(job) + "/" + name).c_str(), function)
            ->Unit(benchmark::kMillisecond)
            ->MeasureProcessCPUTime()
            ->UseRealTime();
    };
    add(yardstick, plain);
    for (const auto& [name, packing] :
         {std::pair("gptq_4_bits", Packing::Gptq), std::pair("awq", Packing::Awq),
          std::pair("nf4", Packing::Nf4), std::pair("mxfp4", Packing::Mxfp4)}) {
        add(name, [packing = packing](benchmark::State& state) { decode(state, packing); });
    }
}

BENCHMARK(listGptq)
    ->Name("list_gptq_7_GB/open")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
const Registration decoding([] {
    registerDecoding("decode_packed", "plain_read", readPacked);
    registerDecoding("decode_to_float32", "plain_read_and_write", readAndWrite);
});

}  // namespace
