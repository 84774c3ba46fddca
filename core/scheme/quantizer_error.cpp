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

    LaneErrors(const RealRange& clip)
        : low(Floats{} - atMost(-clip.lo)), high(Floats{} + atMost(clip.hi)) {}

    template <typename Rule>
    void add(const Floats& x, std::uint64_t index, const Rule& rule) {
        Ints isFinite;
        lanes::finiteMask(x, isFinite);
        finite -= isFinite;
        nan -= x != x;
        const Floats kept = isFinite ? x : Floats{};
        Floats d;
        rule(kept, index, d);
        d -= kept;
        Floats magnitude;
        lanes::absolute(d, magnitude);
        maxError = magnitude > maxError ? magnitude : maxError;
        const Ints outside = (kept < low) | (kept > high);
        clipped -= outside;
        Doubles wide;
        Doubles wideError;
        Doubles wideClip;
        lanes::widen(kept, wide);
        lanes::widen(d, wideError);
        lanes::widen(outside ? d : Floats{}, wideClip);
        signal += wide * wide;
        cross += wide * wideError;
        error += wideError * wideError;
        clipError += wideClip * wideClip;
    }
};

}  // namespace

ErrorSums Quantizer::error(std::span<const float> x, const QuantParams& params,
                           const RealRange& clip, std::uint64_t first) const {
    LaneErrors sums(clip);
    withRule(params, [&](const auto& rule) {
        rules::forLanes(x, [&](const Floats& values, std::size_t at, std::size_t) {
            sums.add(values, first + at, rule);
        });
    });
    const std::size_t padding = (lanes::width - x.size() % lanes::width) % lanes::width;
    ErrorSums out;
    out.count = static_cast<std::size_t>(lanes::total(sums.finite)) - padding;
    out.nan = static_cast<std::size_t>(lanes::total(sums.nan));
    out.clipped = static_cast<std::size_t>(lanes::total(sums.clipped));
    out.signal = lanes::total(sums.signal);
    out.cross = lanes::total(sums.cross);
    out.error = lanes::total(sums.error);
    out.clipError = lanes::total(sums.clipError);
    for (std::size_t lane = 0; lane < lanes::width; ++lane) {
        out.maxError = std::max<double>(out.maxError, sums.maxError[lane]);
    }
    return out;
}

}  // namespace zeropoint
