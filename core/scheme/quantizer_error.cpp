// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/quantizer.h"
#include "core/scheme/quantizer_rules.h"

namespace zeropoint {
namespace {

using lanes::Doubles;
using lanes::Floats;
using lanes::Ints;

/// The float whose comparison with floats is the comparison with the double.
float atMost(double bound) {
    const auto rounded = static_cast<float>(bound);
    return rounded > bound ? std::nextafter(rounded, -std::numeric_limits<float>::infinity())
                           : rounded;
}

/// d = x' - x in float32 is exact inside the range (x' is within a factor of two of x, or is 0)
/// and has the relative error of a float where clipped.
struct LaneErrors {
    Floats low;
    Floats high;
    Doubles signal{};
    Doubles cross{};
    Doubles error{};
    Doubles clipError{};
    Floats maxError{};
    Ints clipped{};
    Ints finite{};
    Ints nan{};

    explicit LaneErrors(const RealRange& clip)
        : low(Floats{} - atMost(-clip.lo)), high(Floats{} + atMost(clip.hi)) {}

    /// Values that are not finite count as 0, which has no error.
    template <typename Rule>
    void addMasked(const Floats& x, std::uint64_t index, const Rule& rule) {
        Ints isFinite;
        lanes::finiteMask(x, isFinite);
        finite -= isFinite;
        nan -= x != x;
        add(isFinite ? x : Floats{}, index, rule);
    }

    template <typename Rule>
    void add(const Floats& x, std::uint64_t index, const Rule& rule) {
        Floats d;
        rule(x, index, d);
        d -= x;
        Floats magnitude;
        lanes::absolute(d, magnitude);
        maxError = magnitude > maxError ? magnitude : maxError;
        const Ints outside = (x < low) | (x > high);
        clipped -= outside;
        Doubles wide;
        Doubles wideError;
        Doubles wideClip;
        lanes::widen(x, wide);
        lanes::widen(d, wideError);
        lanes::widen(outside ? d : Floats{}, wideClip);
        signal += wide * wide;
        cross += wide * wideError;
        error += wideError * wideError;
        clipError += wideClip * wideClip;
    }

    ErrorSums collect(std::size_t finiteCount) const {
        ErrorSums out;
        out.count = finiteCount;
        out.nan = static_cast<std::size_t>(lanes::total(nan));
        out.clipped = static_cast<std::size_t>(lanes::total(clipped));
        out.signal = lanes::total(signal);
        out.cross = lanes::total(cross);
        out.error = lanes::total(error);
        out.clipError = lanes::total(clipError);
        for (std::size_t lane = 0; lane < lanes::width; ++lane) {
            out.maxError = std::max<double>(out.maxError, maxError[lane]);
        }
        return out;
    }
};

template <typename Rule>
ErrorSums errorOf(std::span<const float> x, const Rule& rule, const RealRange& clip,
                  std::uint64_t first) {
    LaneErrors fast(clip);
    rules::forLanes(x, [&](const Floats& values, std::size_t at, std::size_t) {
        fast.add(values, first + at, rule);
    });
    const ErrorSums sums = fast.collect(x.size());
    // Squares of finite floats cannot overflow a double: only NaN or infinities can.
    if (std::isfinite(sums.signal)) {
        return sums;
    }
    LaneErrors masked(clip);
    rules::forLanes(x, [&](const Floats& values, std::size_t at, std::size_t) {
        masked.addMasked(values, first + at, rule);
    });
    const std::size_t padding = (lanes::width - x.size() % lanes::width) % lanes::width;
    return masked.collect(static_cast<std::size_t>(lanes::total(masked.finite)) - padding);
}

}  // namespace

ErrorSums Quantizer::error(std::span<const float> x, const QuantParams& params,
                           const RealRange& clip, std::uint64_t first) const {
    return withRule(params, [&](const auto& rule) { return errorOf(x, rule, clip, first); });
}

}  // namespace zeropoint
