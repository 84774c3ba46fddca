// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/difference_sums.h"

#include "core/scheme/error_sums.h"
#include "core/statistics/lanes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

namespace zeropoint {
namespace {

using lanes::registerBytes;
/// Values that are taken at once, on every level the same, so that each adds the same lanes in the
/// same order.
constexpr std::size_t step = 16;
constexpr std::size_t perRegister = registerBytes / sizeof(double);
constexpr std::size_t registers = step / perRegister;
typedef double Wide __attribute__((vector_size(registerBytes)));
typedef std::int64_t WideBits __attribute__((vector_size(registerBytes)));

/// Memory to a register of doubles.
void widen(const float* from, Wide& to) {
    for (std::size_t i = 0; i < perRegister; ++i) {
        to[i] = from[i];
    }
}

/// One set of lanes: step sums of each kind.
struct Lanes {
    std::array<Wide, registers> signal{};
    std::array<Wide, registers> error{};
    std::array<Wide, registers> largest{};

    void add(const float* a, const float* b) {
        constexpr std::int64_t withoutSign = std::numeric_limits<std::int64_t>::max();
        for (std::size_t i = 0; i < registers; ++i) {
            Wide x;
            Wide y;
            widen(a + i * perRegister, x);
            widen(b + i * perRegister, y);
            const Wide d = x - y;
            signal[i] += x * x;
            error[i] += d * d;
            const Wide size = (Wide)((WideBits)d & withoutSign);
            largest[i] = size > largest[i] ? size : largest[i];
        }
    }

    /// In the order of the lanes, whatever a register holds.
    static double sum(const std::array<Wide, registers>& lanes) {
        double total = 0;
        for (std::size_t i = 0; i < step; ++i) {
            total += lanes[i / perRegister][i % perRegister];
        }
        return total;
    }
    double most() const {
        double most = 0;
        for (std::size_t i = 0; i < step; ++i) {
            most = std::max(most, largest[i / perRegister][i % perRegister]);
        }
        return most;
    }
};

bool alike(float a, float b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

/// With values that are not finite.
void addOne(DifferenceSums& sums, float a, float b) {
    if (!std::isfinite(a)) {
        ++sums.leftOut;
        sums.unlike += alike(a, b) ? 0 : 1;
        return;
    }
    constexpr double infinite = std::numeric_limits<double>::infinity();
    const double d = std::isfinite(b) ? std::abs(double{a} - double{b}) : infinite;
    ++sums.count;
    sums.signal += double{a} * double{a};
    sums.error += d * d;
    sums.largest = std::max(sums.largest, d);
}

}  // namespace

void DifferenceSums::add(std::span<const float> a, std::span<const float> b) {
    Lanes lanes;
    const std::size_t whole = a.size() / step * step;
    for (std::size_t i = 0; i < whole; i += step) {
        lanes.add(a.data() + i, b.data() + i);
    }
    DifferenceSums part;
    part.count = whole;
    part.signal = Lanes::sum(lanes.signal);
    part.error = Lanes::sum(lanes.error);
    part.largest = lanes.most();
    // Squares of floats are finite in double: what is not came in by a value that is not.
    const bool finite = std::isfinite(part.signal) && std::isfinite(part.error);
    if (!finite) {
        part = {};
    }
    for (std::size_t i = finite ? whole : 0; i < a.size(); ++i) {
        addOne(part, a[i], b[i]);
    }
    join(part);
}

void DifferenceSums::join(const DifferenceSums& other) {
    count += other.count;
    leftOut += other.leftOut;
    unlike += other.unlike;
    signal += other.signal;
    error += other.error;
    largest = std::max(largest, other.largest);
}

double DifferenceSums::relativeError() const {
    if (count == 0) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    return error > 0 ? std::sqrt(error / signal) : 0;
}

double DifferenceSums::sqnrDb() const {
    return decibels(signal, error, static_cast<std::size_t>(count));
}

double DifferenceSums::maxAbsError() const {
    return count > 0 ? largest : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace zeropoint
