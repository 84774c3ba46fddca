// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/quantizer.h"
#include "core/scheme/quantizer_rules.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

using lanes::Doubles;
using lanes::Floats;
using lanes::Ints;
using lanes::Longs;

/// The float whose comparison with floats is the comparison with the double.
float atMost(double bound) {
    constexpr double largest = std::numeric_limits<float>::max();
    const auto rounded = static_cast<float>(std::clamp(bound, -largest, largest));
    return rounded > bound ? std::nextafter(rounded, -std::numeric_limits<float>::infinity())
                           : rounded;
}

/// Errors d = x' - x are formed in double, where they are exact for neighbours: a d in float32 that
/// is about as large as x, where x' is nearly nothing beside it, would cost the sums digits.
struct LaneErrors {
    Floats low;
    Floats high;
    Doubles signal{};
    Doubles cross{};
    Doubles roundError{};
    Doubles clipError{};
    Doubles maxSquare{};
    Ints clipped{};
    Ints finite{};
    Ints nan{};

    explicit LaneErrors(const RealRange& clip)
        : low(Floats{} - atMost(-clip.lo)), high(Floats{} + atMost(clip.hi)) {}

    /// The first `count` lanes, of which those count that are finite. The others are not merely 0,
    /// which has an error in formats without a level of zero.
    template <typename Rule>
    void addMasked(const Floats& x, std::uint64_t index, std::size_t count, const Rule& rule) {
        const Ints number = {0, 1, 2, 3, 4, 5, 6, 7};
        const Ints inside = number < static_cast<std::int32_t>(count);
        Ints valid;
        lanes::finiteMask(x, valid);
        valid &= inside;
        finite -= valid;
        nan -= (x != x) & inside;
        const Floats kept = valid ? x : Floats{};
        Floats back;
        rule(kept, index, back);
        back = valid ? back : Floats{};
        addPair(kept, back);
    }

    template <typename Rule>
    void add(const Floats& x, std::uint64_t index, const Rule& rule) {
        Floats back;
        rule(x, index, back);
        addPair(x, back);
    }

    void addPair(const Floats& x, const Floats& back) {
        const Ints outside = (x < low) | (x > high);
        clipped -= outside;
        const Longs wideOutside = __builtin_convertvector(outside, Longs);
        Doubles wide;
        Doubles d;
        lanes::widen(x, wide);
        lanes::widen(back, d);
        d -= wide;
        const Doubles square = d * d;
        maxSquare = square > maxSquare ? square : maxSquare;
        signal += wide * wide;
        cross += wide * d;
        roundError += wideOutside ? Doubles{} : square;
        clipError += wideOutside ? square : Doubles{};
    }

    /// Of what addMasked saw.
    std::size_t finiteCount() const { return static_cast<std::size_t>(lanes::total(finite)); }

    ErrorSums collect(std::size_t count) const {
        ErrorSums out;
        out.count = count;
        out.nan = static_cast<std::size_t>(lanes::total(nan));
        out.clipped = static_cast<std::size_t>(lanes::total(clipped));
        out.signal = lanes::total(signal);
        out.cross = lanes::total(cross);
        out.roundError = lanes::total(roundError);
        out.clipError = lanes::total(clipError);
        for (std::size_t lane = 0; lane < lanes::width; ++lane) {
            out.maxError = std::max(out.maxError, std::sqrt(maxSquare[lane]));
        }
        if (!std::isfinite(out.error())) {
            // A value read back as infinite or NaN: its error has no end, whichever of the two.
            out.clipError = out.maxError = std::numeric_limits<double>::infinity();
            out.roundError = std::isfinite(out.roundError) ? out.roundError : 0;
        }
        return out;
    }
};

template <typename Rule>
ErrorSums errorOf(std::span<const float> x, const Rule& rule, const RealRange& clip,
                  std::uint64_t first) {
    LaneErrors fast(clip);
    rules::forLanes(x, [&](const Floats& values, std::size_t at, std::size_t count) {
        if (count == lanes::width) {
            fast.add(values, first + at, rule);
        } else {
            fast.addMasked(values, first + at, count, rule);
        }
    });
    const ErrorSums unmasked = fast.collect(x.size());
    // Squares of finite floats cannot overflow a double: only NaN or infinities can, and where the
    // last lanes hold them they show in the counts.
    const bool tailIsFinite = fast.finiteCount() == x.size() % lanes::width;
    if (std::isfinite(unmasked.signal) && tailIsFinite) {
        return unmasked;
    }
    LaneErrors masked(clip);
    rules::forLanes(x, [&](const Floats& values, std::size_t at, std::size_t count) {
        masked.addMasked(values, first + at, count, rule);
    });
    ErrorSums sums = masked.collect(masked.finiteCount());
    sums.infinite = x.size() - sums.count - sums.nan;
    return sums;
}

}  // namespace

ErrorSums Quantizer::error(std::span<const float> x, const QuantParams& params,
                           const RealRange& clip, std::uint64_t first) const {
    return withRule(params, [&](const auto& rule) { return errorOf(x, rule, clip, first); });
}

}  // namespace zeropoint
