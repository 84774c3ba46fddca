// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer.h"

#include <benchmark/benchmark.h>

#include <array>
#include <cstdio>
#include <iostream>
#include <memory>

namespace zeropoint {

std::map<std::string, double> peerFigures(const std::string& script) {
    std::map<std::string, double> figures;
    // Debian packages serve the system's own interpreter, not one that stands before it in PATH.
    const std::string command =
        "cd '" ZEROPOINT_BENCH_DIR "/support' && /usr/bin/python3 " + script + " 2>/dev/null";
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::array<char, 200> job{};
    double seconds = 0;
    while (pipe && std::fscanf(pipe.get(), "%199s %lf", job.data(), &seconds) == 2) {
        figures[job.data()] = seconds;
    }
    if (figures.empty()) {
        std::cout << "PyTorch (python3-torch) is not installed: there is no ratio to it.\n";
    }
    if (figures.contains("reference_blas")) {
        std::cout
            << "PyTorch is slow here for want of a fast BLAS: install libopenblas0-pthread.\n";
    }
    return figures;
}

void addPeer(const std::map<std::string, double>& figures, const std::string& job) {
    const auto found = figures.find(job);
    if (found == figures.end()) {
        return;
    }
    const double seconds = found->second;
    benchmark::RegisterBenchmark((job + "/pytorch").c_str(),
                                 [seconds](benchmark::State& state) {
                                     while (state.KeepRunning()) {
                                         state.SetIterationTime(seconds);
                                     }
                                 })
        ->UseManualTime()
        ->Iterations(1)
        ->Unit(benchmark::kMillisecond);
}

}  // namespace zeropoint
