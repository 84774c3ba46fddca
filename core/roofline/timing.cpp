// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roofline/timing.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <string>
#include <thread>

namespace zeropoint {
namespace {

/// How many runs must agree.
constexpr std::size_t agreeing = 3;

double now() {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double>(since).count();
}

/// Processor time that this process has used.
double ownSeconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Time that all processors together were busy since the system's start; negative: unknown.
double busySeconds() {
    std::ifstream file("/proc/stat");
    std::string name;
    double user = 0;
    double nice = 0;
    double system = 0;
    double idle = 0;
    double waiting = 0;
    double interrupts = 0;
    double softInterrupts = 0;
    double stolen = 0;  // by other guests of the same machine
    file >> name >> user >> nice >> system >> idle >> waiting >> interrupts >> softInterrupts >>
        stolen;
    const auto ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
    const double busy = user + nice + system + interrupts + softInterrupts + stolen;
    return file && name == "cpu" && ticks > 0 && busy > 0 ? busy / ticks : -1;
}

}  // namespace

Timing timingOf(std::vector<double> seconds) {
    std::sort(seconds.begin(), seconds.end());
    Timing timing;
    timing.seconds = seconds.front();
    const double third = seconds[std::min(agreeing, seconds.size()) - 1];
    timing.spread = timing.seconds > 0 ? third / timing.seconds - 1 : 0;
    return timing;
}

Result<Timing> repeatedTiming(std::size_t parts, const Patience& patience,
                              const std::function<Result<double>(std::size_t part)>& secondsOf) {
    std::vector<std::vector<double>> seconds(parts);
    const double start = now();
    for (int run = 1;; ++run) {
        for (std::size_t part = 0; part < parts; ++part) {
            const auto took = secondsOf(part);
            if (!took) {
                return tl::unexpected(took.error());
            }
            seconds[part].push_back(*took);
        }
        if (run < patience.leastRuns) {
            continue;
        }
        double fastest = 0;
        double third = 0;
        for (const std::vector<double>& part : seconds) {
            const Timing timing = timingOf(part);
            fastest += timing.seconds;
            third += timing.seconds * (1 + timing.spread);
        }
        const Timing whole{fastest, fastest > 0 ? third / fastest - 1 : 0};
        if (whole.spread <= patience.settled || now() - start > patience.mostSeconds) {
            return whole;
        }
    }
}

OthersLoad::OthersLoad() : m_busy(busySeconds()), m_own(ownSeconds()), m_start(now()) {}

double OthersLoad::share() const {
    const double busy = busySeconds();
    const double elapsed = now() - m_start;
    if (m_busy < 0 || busy < 0 || elapsed <= 0) {
        return -1;
    }
    const double all = elapsed * std::max(1U, std::thread::hardware_concurrency());
    return std::clamp((busy - m_busy - (ownSeconds() - m_own)) / all, 0.0, 1.0);
}

}  // namespace zeropoint
