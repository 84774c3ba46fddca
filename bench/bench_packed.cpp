// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Models whose weights are stored packed. Listing a sparse 7 GB model (milliseconds count), and
// reading a weight whose codes are 64 MiB back by all threads, into pieces that are used again, as
// the statistics and comparisons do. Against these yardsticks:
//   decode_from_disk   a plain read of the codes, both of a file that the system has forgotten, as
//                      one that is opened for the first time or is larger than memory
//   decode_packed      a plain read of the codes out of the system's copy of the file
//   decode_to_float32  the same together with a plain write of the float32 that come out
//   decode_whole       a plain read into one new array, and decoding into one of all values
// The third is the least that decoding can cost. The second only says how far it is from free: four
// bits become four bytes, and writing 512 MiB takes a core with one store of a vector a cycle as
// long as copying 64 MiB out of the system's memory does, also when they stay in its first cache.
// A decoder that did nothing else would stand at half of that yardstick. The fourth asks the system
// for eight times the memory. Of a plain read at the level x86-64-v4, by processor time: 0.15
// (GPTQ) to 0.3 (NF4) out of the system's copy, with MXFP4 and Q4_0 at 0.25, and 0.13 into one
// array. By time from a disk of 1.2 GB/s, medians of five runs on a busy machine: 0.66 (GPTQ), 0.8
// to 0.9 (NF4, AWQ), 1 and more (MXFP4, Q4_0, FP8, compressed-tensors).
#include "core/files/byte_source.h"
#include "core/files/weight_file.h"
#include "core/support/parallel.h"
#include "support/registration.h"
#include "support/scratch_files.h"

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
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

enum class Packing { Gptq, Awq, Nf4, Mxfp4, CompressedTensors, Fp8Blocks, Q4_0 };

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
        case Packing::CompressedTensors:
            return {entry("layer.weight_packed", "I32", packedRows, words, 4),
                    entry("layer.weight_scale", "F16", packedRows, packedColumns / 128, 2),
                    entry("layer.weight_shape", "I64", 2, 0, 8)};
        case Packing::Fp8Blocks:
            return {
                entry("layer.weight", "F8_E4M3", packedRows / 2, packedColumns, 1),
                entry("layer.weight_scale_inv", "F32", packedRows / 256, packedColumns / 128, 4)};
        default:
            return {entry("layer.weight_packed", "U8", packedRows, packedColumns / 2, 1),
                    entry("layer.weight_scale", "U8", packedRows, packedColumns / 32, 1)};
    }
}

/// Bytes in place of the file's last.
void overwriteEnd(const std::string& path, std::span<const std::byte> bytes) {
    std::fstream out(path, std::ios::binary | std::ios::in | std::ios::out);
    out.seekp(-static_cast<std::streamoff>(bytes.size()), std::ios::end);
    out.write(reinterpret_cast<const char*>(bytes.data()),
              static_cast<std::streamsize>(bytes.size()));
}

/// Ordinary numbers for the scales and levels of NF4, and its state: noise would make products
/// below the smallest normal number, which processors are slow with.
void writeNf4Facts(const std::string& path) {
    constexpr std::size_t blocks = packedValues / 64;
    std::vector<float> facts(blocks + 16, 0.03125F);
    for (std::size_t i = 0; i < 16; ++i) {
        facts[blocks + i] = static_cast<float>(i) / 8 - 1;
    }
    std::vector<std::byte> end(facts.size() * sizeof(float) + nf4State.size());
    std::memcpy(end.data(), facts.data(), facts.size() * sizeof(float));
    std::memcpy(end.data() + facts.size() * sizeof(float), nf4State.data(), nf4State.size());
    overwriteEnd(path, end);
}

/// A GGUF file of one tensor of Q4_0, its blocks of `data` repeated.
std::string writeBlocks(const std::string& path, std::span<const char> data) {
    std::ofstream out(path, std::ios::binary);
    const auto number = [&](auto value) {
        out.write(reinterpret_cast<const char*>(&value), sizeof value);
    };
    const std::string name = "blk.0.ffn_up.weight";
    out << "GGUF";
    number(std::uint32_t{3});
    number(std::uint64_t{1});
    number(std::uint64_t{0});
    number(std::uint64_t{name.size()});
    out << name;
    number(std::uint32_t{2});
    number(static_cast<std::uint64_t>(packedColumns));
    number(static_cast<std::uint64_t>(packedRows));
    number(std::uint32_t{2});
    number(std::uint64_t{0});
    constexpr std::streamoff alignment = 32;
    out << std::string(static_cast<std::size_t>((alignment - out.tellp() % alignment) % alignment),
                       '\0');
    constexpr std::uint64_t bytes = packedValues / 32 * 18;
    for (std::uint64_t at = 0; at < bytes; at += data.size()) {
        out.write(data.data(),
                  static_cast<std::streamsize>(std::min<std::uint64_t>(data.size(), bytes - at)));
    }
    return path;
}

/// Makes the system forget its copy of a file, so that the next read takes it from the disk.
void forget(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fdatasync(descriptor);
        ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
        ::close(descriptor);
    }
}

/// Before a pass: nothing, or from the disk again.
void prepare(benchmark::State& state, const std::string& path, bool fromDisk) {
    if (fromDisk) {
        state.PauseTiming();
        forget(path);
        state.ResumeTiming();
    }
}

/// The file of one packed weight.
std::string writePacked(const Folder& folder, Packing packing) {
    std::vector<char> noise(1 << 20);
    std::uint64_t seed = 1;
    for (char& byte : noise) {
        seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
        byte = static_cast<char>(seed >> 58);  // small, so that scales are ordinary numbers
    }
    if (packing == Packing::Q4_0) {
        return writeBlocks(folder.file("packed.gguf"), noise);
    }
    const std::string path =
        writeEntries(folder.file("packed.safetensors"), partsOf(packing), noise);
    if (packing == Packing::Nf4) {
        writeNf4Facts(path);
    } else if (packing == Packing::CompressedTensors) {
        const std::array<std::int64_t, 2> shape{packedRows, packedColumns};
        overwriteEnd(path, std::as_bytes(std::span(shape)));
    } else if (packing == Packing::Fp8Blocks) {
        const std::vector<float> scales(packedRows / 256 * packedColumns / 128, 0.03125F);
        overwriteEnd(path, std::as_bytes(std::span(scales)));
    }
    return path;
}

/// One packed weight, decoded by all threads into pieces that are used again.
void decode(benchmark::State& state, Packing packing, bool fromDisk) {
    const Folder folder;
    const std::string path = writePacked(folder, packing);
    const auto file = openWeightFile(path);
    if (!file || (*file)->tensors().size() != 1 || !(*file)->stored(0).unreadable.empty()) {
        state.SkipWithError("the file is not read as a packed weight");
        return;
    }
    ThreadPool pool;
    const std::int64_t elements = (*file)->tensors().front().elements();
    const std::uint64_t pieces = static_cast<std::uint64_t>(elements) / pieceValues;
    while (state.KeepRunning()) {
        prepare(state, path, fromDisk);
        pool.run(pool.threads(), [&](std::size_t thread) {
            std::vector<float> values(pieceValues);
            for (std::uint64_t i = thread; i < pieces; i += pool.threads()) {
                benchmark::DoNotOptimize((*file)->readValues(0, i * pieceValues, values));
            }
        });
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) << 26);
}

/// The same into one array of all values.
void decodeWhole(benchmark::State& state, Packing packing) {
    const Folder folder;
    const auto file = openWeightFile(writePacked(folder, packing));
    if (!file || (*file)->tensors().size() != 1 || !(*file)->stored(0).unreadable.empty()) {
        state.SkipWithError("the file is not read as a packed weight");
        return;
    }
    ThreadPool pool;
    Execution execution;
    execution.pool = &pool;
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize((*file)->read(0, execution));
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) << 26);
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

/// Runs `once(threads, file, path)` over and over on a file of as many bytes as the codes have.
template <typename Once>
void onCodeBytes(benchmark::State& state, Once once) {
    const Folder folder;
    const std::string path = writeZeros(folder);
    const auto source = openFileBytes(path);
    if (!source) {
        state.SkipWithError("the file does not open");
        return;
    }
    ThreadPool pool;
    while (state.KeepRunning()) {
        once(pool, **source, path);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) << 26);
}

/// The codes' bytes alone, by the same threads.
void readPacked(benchmark::State& state, bool fromDisk) {
    onCodeBytes(state, [&](ThreadPool& pool, const ByteSource& source, const std::string& path) {
        prepare(state, path, fromDisk);
        pool.run(pool.threads(), [&](std::size_t thread) {
            Pages pages;
            for (std::uint64_t i = thread; i < 64; i += pool.threads()) {
                benchmark::DoNotOptimize(source.read(i * pieceBytes, pages.bytes));
            }
        });
    });
}

/// The codes' bytes into one array of all of them, which is new each time.
void readWhole(benchmark::State& state) {
    onCodeBytes(state, [](ThreadPool& pool, const ByteSource& source, const std::string&) {
        std::vector<std::byte> bytes(64 * pieceBytes);
        pool.run(pool.threads(), [&](std::size_t thread) {
            for (std::uint64_t i = thread; i < 64; i += pool.threads()) {
                const auto piece = std::span(bytes).subspan(i * pieceBytes, pieceBytes);
                benchmark::DoNotOptimize(source.read(i * pieceBytes, piece));
            }
        });
    });
}

/// The codes' bytes as before, and as many bytes written as their values take, which no way of
/// decoding gets by without: eight bytes of float32 for each byte of codes.
void readAndWrite(benchmark::State& state) {
    constexpr std::uint64_t pieces = packedValues / pieceValues;
    constexpr std::uint64_t codeBytes = pieceValues / 2;
    static_assert(pieces * codeBytes == 64 * pieceBytes);
    onCodeBytes(state, [](ThreadPool& pool, const ByteSource& source, const std::string&) {
        pool.run(pool.threads(), [&](std::size_t thread) {
            Pages pages;
            std::vector<float> values(pieceValues);
            for (std::uint64_t i = thread; i < pieces; i += pool.threads()) {
                const auto codes = pages.bytes.first(codeBytes);
                benchmark::DoNotOptimize(source.read(i * codeBytes, codes));
                std::ranges::fill(values, static_cast<float>(std::to_integer<int>(codes[0])));
                benchmark::ClobberMemory();
            }
        });
    });
}

using Job = std::function<void(benchmark::State&)>;

/// All packings against one yardstick.
void registerDecoding(const char* job, const char* yardstick, const Job& plain,
                      const std::function<void(benchmark::State&, Packing)>& decoded) {
    const auto add = [&](const std::string& name, const auto& function) {
        benchmark::RegisterBenchmark((std::string(job) + "/" + name).c_str(), function)
            ->Unit(benchmark::kMillisecond)
            ->MeasureProcessCPUTime()
            ->UseRealTime();
    };
    add(yardstick, plain);
    for (const auto& [name, packing] :
         {std::pair("gptq_4_bits", Packing::Gptq), std::pair("awq", Packing::Awq),
          std::pair("nf4", Packing::Nf4), std::pair("mxfp4", Packing::Mxfp4),
          std::pair("compressed_tensors", Packing::CompressedTensors),
          std::pair("fp8_blocks", Packing::Fp8Blocks), std::pair("q4_0", Packing::Q4_0)}) {
        add(name,
            [packing = packing, decoded](benchmark::State& state) { decoded(state, packing); });
    }
}

BENCHMARK(listGptq)
    ->Name("list_gptq_7_GB/open")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
const Registration decoding([] {
    const auto pieces = [](bool fromDisk) {
        return [fromDisk](benchmark::State& state, Packing packing) {
            decode(state, packing, fromDisk);
        };
    };
    const auto plain = [](bool fromDisk) {
        return [fromDisk](benchmark::State& state) { readPacked(state, fromDisk); };
    };
    registerDecoding("decode_from_disk", "plain_read", plain(true), pieces(true));
    registerDecoding("decode_packed", "plain_read", plain(false), pieces(false));
    registerDecoding("decode_whole", "plain_read", readWhole, decodeWhole);
    registerDecoding("decode_to_float32", "plain_read_and_write", readAndWrite, pieces(false));
});

}  // namespace
