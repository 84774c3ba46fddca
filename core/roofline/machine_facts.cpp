// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roofline/machine_facts.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <thread>

namespace zeropoint {
namespace {

/// The text behind "key : " of the first processor.
std::string cpuInfo(const std::string& key) {
    std::ifstream file("/proc/cpuinfo");
    std::string line;
    while (std::getline(file, line)) {
        const std::size_t colon = line.find(':');
        if (colon != std::string::npos && line.starts_with(key)) {
            const std::size_t from = line.find_first_not_of(" \t", colon + 1);
            return from == std::string::npos ? std::string() : line.substr(from);
        }
    }
    return {};
}

/// "32768K" of the highest cache that the system lists for the first processor.
std::int64_t lastLevelCache() {
    std::int64_t largest = 0;
    for (int index = 0; index < 8; ++index) {
        std::string name = "/sys/devices/system/cpu/cpu0/cache/index";
        name += std::to_string(index);
        name += "/size";
        std::ifstream file(name);
        std::int64_t size = 0;
        char unit = 0;
        if (file >> size) {
            file >> unit;
            const std::int64_t factor = unit == 'M' ? 1 << 20 : unit == 'K' ? 1 << 10 : 1;
            largest = std::max(largest, size * factor);
        }
    }
    return largest;
}

}  // namespace

MachineFacts thisMachine() {
    MachineFacts facts;
    facts.processor = cpuInfo("model name");
    facts.processors = std::max(1U, std::thread::hardware_concurrency());
    facts.lastLevelCache = lastLevelCache();
    std::istringstream flags(cpuInfo("flags"));
    std::vector<std::string> words;
    for (std::string word; flags >> word;) {
        words.push_back(word);
    }
    const auto has = [&words](const char* flag) {
        return std::find(words.begin(), words.end(), flag) != words.end();
    };
    facts.instructions = {{"AVX2", has("avx2")},
                          {"FMA", has("fma")},
                          {"F16C", has("f16c")},
                          {"AVX-512", has("avx512f")},
                          {"VNNI", has("avx512_vnni") || has("avx_vnni")},
                          {"AVX-512 BF16", has("avx512_bf16")},
                          {"AMX", has("amx_tile")}};
    return facts;
}

}  // namespace zeropoint
