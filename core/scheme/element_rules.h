// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quantizer.h"
#include "core/statistics/lanes.h"

#include <array>
#include <cstring>
#include <limits>

namespace zeropoint::rules {

using lanes::Floats;
using lanes::Ints;

/// Adding and taking away 1.5 * 2^23 rounds a float of magnitude below 2^22 to the nearest
/// integer, ties to even, on every CPU level.
inline void roundLanes(Floats& x) {
    constexpr float magic = 12582912.0F;
    x = (x + magic) - magic;
}

inline void clampLanes(Floats& x, float low, float high) {
    const Floats lows = Floats{} + low;
    const Floats highs = Floats{} + high;
    x = x > lows ? x : lows;
    x = x < highs ? x : highs;
}

/// Integer codes, nearest even. Clamping before rounding is the same as after it, since the
/// limits are integers, and keeps the rounding trick in its range. Not for NaN.
struct IntegerRule {
    float scale;
    float inverse;
    bool multiply;
    float low;   ///< qmin - zeroPoint
    float high;  ///< qmax - zeroPoint

    /// The code less the zero point.
    void level(const Floats& x, Floats& out) const {
        out = multiply ? x * inverse : x / scale;
        clampLanes(out, low, high);
        roundLanes(out);
    }
    void operator()(const Floats& x, std::uint64_t, Floats& out) const {
        level(x, out);
        out *= scale;
    }
};

inline void applyBeyond(const Beyond& beyond, const Floats& y, Floats& out) {
    Floats magnitude;
    lanes::absolute(y, magnitude);
    const Ints over = magnitude >= Floats{} + beyond.from;
    out = over ? y * beyond.value : out;
}

/// Every code of scale 0 stands for 0.
struct ZeroRule {
    void operator()(const Floats&, std::uint64_t, Floats& out) const { out = Floats{}; }
};

/// A small float of fewer exponents than FP32: the step at a value is a power of two that its
/// exponent bits give.
struct MinifloatRule {
    float scale;
    float low;
    float high;
    float smallest;  ///< smallest normal value: below it the step stays
    int mantissaBits;
    Beyond beyond;

    void operator()(const Floats& x, std::uint64_t, Floats& out) const {
        const Floats scaled = x / scale;
        Floats y = scaled;
        clampLanes(y, low, high);
        Floats power = (Floats)((Ints)y & 0x7F800000);
        power = power > smallest ? power : Floats{} + smallest;
        const Ints stepBits = (Ints)power - (mantissaBits << 23);
        const Floats perStep = (Floats)(0x7F000000 - stepBits);
        y *= perStep;
        roundLanes(y);
        out = y * (Floats)stepBits * scale;
        applyBeyond(beyond, scaled, out);
    }
};

/// BF16, TF32: FP32 with fewer mantissa bits, no scale.
struct TruncatedRule {
    float high;   ///< largest finite value
    int dropped;  ///< mantissa bits
    Beyond beyond;

    void operator()(const Floats& x, std::uint64_t, Floats& out) const {
        Floats y = x;
        clampLanes(y, -high, high);
        const Ints bits = (Ints)y;
        const Ints odd = (bits >> dropped) & 1;
        const Ints rounded = bits + ((1 << (dropped - 1)) - 1) + odd;
        out = (Floats)(rounded & ~((1 << dropped) - 1));
        applyBeyond(beyond, x, out);
    }
};

/// FP32 and FP64: every finite value stands for itself.
struct IdentityRule {
    Beyond beyond;

    void operator()(const Floats& x, std::uint64_t, Floats& out) const {
        constexpr float largest = std::numeric_limits<float>::max();
        out = x;
        clampLanes(out, -largest, largest);
        applyBeyond(beyond, x, out);
    }
};

/// A book of up to 16 levels: one comparison an edge.
struct BookRule {
    static constexpr std::size_t most = 16;
    float scale;
    std::size_t count;
    std::array<float, most> levels{};
    std::array<float, most> edges{};

    void operator()(const Floats& x, std::uint64_t, Floats& out) const {
        const Floats y = x / scale;
        out = Floats{} + levels[0];
        for (std::size_t i = 1; i < count; ++i) {
            out = y > edges[i - 1] ? Floats{} + levels[i] : out;
        }
        out *= scale;
    }
};

/// Anything else, one value at a time through encode and decode.
struct SlowRule {
    const Quantizer* quantizer;
    QuantParams params;

    void operator()(const Floats& x, std::uint64_t index, Floats& out) const {
        for (std::size_t lane = 0; lane < lanes::width; ++lane) {
            const std::int64_t code = quantizer->encodeOne(x[lane], params, index + lane);
            out[lane] = quantizer->decodeOne(code, params);
        }
    }
};

/// Calls use(lanes, offset, how many of them hold values) over the stretch; zeros pad the last.
template <typename Use>
void forLanes(std::span<const float> x, Use use) {
    std::size_t i = 0;
    Floats values;
    for (; i + lanes::width <= x.size(); i += lanes::width) {
        lanes::load(x.data() + i, values);
        use(values, i, lanes::width);
    }
    if (i < x.size()) {
        std::array<float, lanes::width> padded{};
        std::copy(x.begin() + static_cast<std::ptrdiff_t>(i), x.end(), padded.begin());
        lanes::load(padded.data(), values);
        use(values, i, x.size() - i);
    }
}

}  // namespace zeropoint::rules
