// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <ctime>
#include <vector>

namespace zeropoint {

inline double milliseconds(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Processor time of the calling (GUI) thread: its own work, whatever else the machine does.
inline double threadMilliseconds() {
    return milliseconds(CLOCK_THREAD_CPUTIME_ID);
}

/// Of an even number of values the upper one of the middle; 0 of none.
inline double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

}  // namespace zeropoint
