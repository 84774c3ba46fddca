// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// How long opening a large file goes on after it was stopped, the worst of stops at many moments:
// the time of a repetition is that of the slowest answer, and 100 ms are the most that a person
// should wait. Files: a pickle of 400,000 entries, a safetensors header of 16 MB, an index of
// 90,000 tensors in 64 files, ONNX models of 512 MiB (one weight of raw data, one of numbers of a
// byte each), a table of 256 MiB.
#include "core/files/weight_file.h"
#include "support/scratch_files.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <string>
#include <thread>

namespace {

using namespace zeropoint;
using Clock = std::chrono::steady_clock;
/// Writes a file, and into its folder what belongs to it.
using Write = std::function<void(std::ofstream& out, const Folder& folder)>;

double seconds(Clock::duration time) {
    return std::chrono::duration<double>(time).count();
}

/// Seconds until opening answers after it was stopped `delay` seconds from its start; 0 when it was
/// done before.
double answer(const std::string& path, double delay) {
    OpenOptions options;
    std::stop_source stop;
    options.stop = stop.get_token();
    Clock::time_point stopped;
    std::jthread stopper([&] {
        std::this_thread::sleep_for(std::chrono::duration<double>(delay));
        stopped = Clock::now();
        stop.request_stop();
    });
    const auto file = openWeightFile(path, options);
    const Clock::time_point answered = Clock::now();
    stopper.join();
    return file || file.error().code != ErrorCode::Cancelled ? 0 : seconds(answered - stopped);
}

void stop(benchmark::State& state, const char* name, const Write& write) {
    const Folder folder;
    const std::string path = folder.file(name);
    std::ofstream out(path, std::ios::binary);
    write(out, folder);
    out.close();
    const Clock::time_point begin = Clock::now();
    const bool opens = openWeightFile(path).has_value();
    const double whole = seconds(Clock::now() - begin);
    if (!opens) {
        state.SkipWithError("the file does not open");
        return;
    }
    while (state.KeepRunning()) {
        double slowest = 0;
        constexpr int moments = 8;
        for (int part = 1; part < moments; ++part) {
            slowest = std::max(slowest, answer(path, whole * part / moments));
        }
        state.SetIterationTime(std::max(slowest, 1e-6));  // 0 would be no yardstick
    }
    state.counters["whole_ms"] = 1000 * whole;
}

void number(std::ofstream& out, std::uint64_t value, int bytes) {
    out.write(reinterpret_cast<const char*>(&value), bytes);
}

void pickle(std::ofstream& out, const Folder& /*folder*/) {
    const auto text = [&](const std::string& value) {
        out << 'X';
        number(out, value.size(), 4);
        out << value;
    };
    out << std::string("\x80\x02\x8A\x0A\x6C\xFC\x9C\x46\xF9\x20\x6A\xA8\x50\x19.", 15)
        << "\x80\x02M\xE9\x03."
        << "\x80\x02}."
        << "\x80\x02}(";
    for (int i = 0; i < 400'000; ++i) {
        text("model.layers." + std::to_string(i) + ".steps");
        out << "K\x01";
    }
    out << "u.\x80\x02].";
}

std::string layer(int number) {
    return "model.layers." + std::to_string(number) + ".weight";
}

/// Tensors without values: of the layers from `first`, every `step`-th, until `full`.
template <typename Full>
void safetensors(std::ofstream& out, int first, int step, Full full) {
    std::string json = "{";
    for (int i = first; !full(i, json.size()); i += step) {
        json += (i == first ? "\"" : ",\"") + layer(i) +
                R"(":{"dtype":"F32","shape":[0],"data_offsets":[0,0]})";
    }
    json += "}";
    number(out, json.size(), 8);
    out << json;
}

void header(std::ofstream& out, const Folder& /*folder*/) {
    safetensors(out, 0, 1, [](int, std::size_t bytes) { return bytes >= 16'000'000; });
}

void index(std::ofstream& out, const Folder& folder) {
    constexpr int tensors = 90'000;
    constexpr int shards = 64;
    const auto shardOf = [](int tensor) {
        return "shard-" + std::to_string(tensor % shards) + ".safetensors";
    };
    for (int shard = 0; shard < shards; ++shard) {
        std::ofstream part(folder.file(shardOf(shard)), std::ios::binary);
        safetensors(part, shard, shards, [](int tensor, std::size_t) { return tensor >= tensors; });
    }
    out << "{\"weight_map\":{";
    for (int i = 0; i < tensors; ++i) {
        out << (i == 0 ? "\"" : ",\"") << layer(i) << "\":\"" << shardOf(i) << '"';
    }
    out << "}}";
}

void varint(std::string& out, std::uint64_t value) {
    for (; value >= 128; value >>= 7) {
        out += static_cast<char>(value | 128);
    }
    out += static_cast<char>(value);
}

/// One weight, its type and the field of its values as the format numbers them.
void onnxWeight(std::ofstream& out, std::uint64_t values, const std::string& type,
                const std::string& field) {
    constexpr std::uint64_t bytes = 512 << 20;
    std::string tensor("\x08");
    varint(tensor, values);
    tensor += "\x10" + type + "\x42\x01w" + field;
    varint(tensor, bytes);
    std::string graph("\x2A");
    varint(graph, tensor.size() + bytes);
    graph += tensor;
    std::string model("\x08\x08\x3A", 3);
    varint(model, graph.size() + bytes);
    out << model << graph;
    const std::string zeros(1 << 20, '\0');
    for (std::uint64_t i = 0; i < bytes / zeros.size(); ++i) {
        out << zeros;
    }
}

void onnx(std::ofstream& out, const Folder& /*folder*/) {
    onnxWeight(out, (512 << 20) / 4, "\x01", "\x4A");
}

void onnxNumbers(std::ofstream& out, const Folder& /*folder*/) {
    onnxWeight(out, 512 << 20, "\x03", "\x2A");
}

void table(std::ofstream& out, const Folder& /*folder*/) {
    std::string lines;
    while (lines.size() < (1 << 20)) {
        lines += "0.125,-3.5,1e-3,42\n";
    }
    for (int i = 0; i < 256; ++i) {
        out << lines;
    }
}

const int registered = [] {
    const auto add = [](const char* job, const char* name, const Write& write) {
        benchmark::RegisterBenchmark(job,
                                     [=](benchmark::State& state) { stop(state, name, write); })
            ->Unit(benchmark::kMillisecond)
            ->Iterations(1)
            ->UseManualTime();
    };
    add("stop_pickle/slowest_answer", "a.pt", pickle);
    add("stop_safetensors/slowest_answer", "a.safetensors", header);
    add("stop_index/slowest_answer", "a.json", index);
    add("stop_onnx/slowest_answer", "a.onnx", onnx);
    add("stop_onnx_numbers/slowest_answer", "a.onnx", onnxNumbers);
    add("stop_table/slowest_answer", "a.csv", table);
    return 0;
}();

}  // namespace
