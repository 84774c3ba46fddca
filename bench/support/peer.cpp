// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer.h"

#include "core/support/cpu_level.h"

#include <benchmark/benchmark.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string_view>

namespace zeropoint {
namespace {

/// PyTorch, OpenBLAS and oneDNN choose their kernels by the CPU: at a lower level than the
/// machine's best they are told to keep to it too, and at the best nothing from outside slows them.
std::string environmentOf(std::string_view level) {
    const std::string unset = "env -u OPENBLAS_CORETYPE -u OPENBLAS_L2_SIZE ";
    if (level == "x86-64-v3") {
        return unset + "OPENBLAS_CORETYPE=Haswell ATEN_CPU_CAPABILITY=avx2 DNNL_MAX_CPU_ISA=AVX2 ";
    }
    if (level == "x86-64" || level == "x86-64-v2") {
        return unset +
               "OPENBLAS_CORETYPE=Nehalem ATEN_CPU_CAPABILITY=default DNNL_MAX_CPU_ISA=SSE41 ";
    }
    return unset;
}

}  // namespace

PeerFigures peerFigures(const std::string& script) {
    PeerFigures figures;
    const char* wanted = std::getenv("ZEROPOINT_BENCH_PEERS");
    if (wanted != nullptr && std::string_view(wanted) == "off") {
        return figures;
    }
    // Debian packages serve the system's own interpreter, not one that stands before it in PATH.
    const std::string command = "cd '" ZEROPOINT_BENCH_DIR "/support' && " +
                                environmentOf(cpuLevel()) + "/usr/bin/python3 " + script +
                                " 2>/dev/null";
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::array<char, 200> job{};
    PeerFigure figure;
    while (pipe && std::fscanf(pipe.get(), "%199s %lf %lf", job.data(), &figure.seconds,
                               &figure.processorSeconds) == 3) {
        figures[job.data()] = figure;
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

void addMeasured(const std::string& name, const PeerFigure& figure) {
    benchmark::RegisterBenchmark(name.c_str(),
                                 [figure](benchmark::State& state) {
                                     while (state.KeepRunning()) {
                                         state.SetIterationTime(figure.seconds);
                                     }
                                     state.counters["cpu_seconds"] = figure.processorSeconds;
                                 })
        ->UseManualTime()
        ->Iterations(1)
        ->Unit(benchmark::kMillisecond);
}

void addPeer(const PeerFigures& figures, const std::string& job, const std::string& name,
             const std::string& variant) {
    if (const auto found = figures.find(job); found != figures.end()) {
        addMeasured(name + "/" + variant, found->second);
    }
}

}  // namespace zeropoint
