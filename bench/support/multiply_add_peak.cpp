// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "multiply_add_peak.h"

#include <algorithm>
#include <ctime>
#include <iterator>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace zeropoint {

#if defined(__x86_64__)
namespace {

constexpr int runs = 9;
constexpr long steps = 4'000'000;
// As many chains as hide the latency of an instruction, and as fit the registers of each level.
constexpr std::size_t chains = 12;

double threadSeconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

__attribute__((target("avx2,fma"))) void chainsOfEight() {
    __m256 sums[chains];
    std::fill(std::begin(sums), std::end(sums), _mm256_set1_ps(1));
    const __m256 factor = _mm256_set1_ps(0.999F);
    for (long step = 0; step < steps; ++step) {
        for (__m256& sum : sums) {
            sum = _mm256_fmadd_ps(sum, factor, factor);
            // Each chain is one of its own to the compiler, and none is left out.
            asm volatile("" : "+x"(sum));
        }
    }
}

__attribute__((target("avx512f"))) void chainsOfSixteen() {
    __m512 sums[chains];
    std::fill(std::begin(sums), std::end(sums), _mm512_set1_ps(1));
    const __m512 factor = _mm512_set1_ps(0.999F);
    for (long step = 0; step < steps; ++step) {
        for (__m512& sum : sums) {
            sum = _mm512_fmadd_ps(sum, factor, factor);
            asm volatile("" : "+v"(sum));
        }
    }
}

}  // namespace

double multiplyAddPeak(std::string_view level) {
    const bool sixteen = level == "x86-64-v4" && __builtin_cpu_supports("avx512f") != 0;
    const bool eight = level == "x86-64-v3" && __builtin_cpu_supports("avx2") != 0;
    if (!sixteen && !eight) {
        return 0;
    }
    double best = 0;
    for (int run = 0; run < runs; ++run) {
        const double start = threadSeconds();
        sixteen ? chainsOfSixteen() : chainsOfEight();
        const double operations = 2.0 * steps * chains * (sixteen ? 16 : 8);
        best = std::max(best, operations / (threadSeconds() - start));
    }
    return best;
}
#else
double multiplyAddPeak(std::string_view) {
    return 0;
}
#endif

}  // namespace zeropoint
