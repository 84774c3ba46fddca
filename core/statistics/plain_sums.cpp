// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/plain_sums.h"

#include "core/statistics/lanes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

#ifdef __F16C__
#include <immintrin.h>
#endif

namespace zeropoint {
namespace {

using lanes::Doubles;
using lanes::Floats;
using lanes::Ints;

/// Eight float sums side by side.
struct LaneSums {
    Doubles sum{};
    Doubles squares{};

    void add(const Floats& x) {
        Doubles wide;
        lanes::widen(x, wide);
        sum += wide;
        // The square of a float has at most 48 digits, so double holds it: fused or not, the sum
        // is the same. This file is therefore compiled with contraction, which takes a third of
        // the load off the adders.
        squares += wide * wide;
    }
};

/// Two sets of lanes take turns: additions to one set would wait for one another.
struct StepSums {
    std::array<LaneSums, 2> sets;

    void add(const std::array<Floats, 2>& x) {
        sets[0].add(x[0]);
        sets[1].add(x[1]);
    }
    void finish(PlainSums& out) const {
        out.sum = lanes::total(Doubles(sets[0].sum + sets[1].sum));
        out.squares = lanes::total(Doubles(sets[0].squares + sets[1].squares));
    }
};

struct FloatExtremes {
    Floats min;
    Floats max;
    Ints zeros{};

    void add(const Floats& x) {
        zeros -= x == 0.0F;
        min = x < min ? x : min;
        max = x > max ? x : max;
    }
};

/// Extremes of 16 codes of a sign and a magnitude each, without decoding them.
struct CodeExtremes {
    using Signed = std::int16_t __attribute__((vector_size(32)));
    using Unsigned = std::uint16_t __attribute__((vector_size(32)));

    Signed largest{};    ///< of the positive codes; negative when there are none
    Unsigned highest{};  ///< of the negative codes, the lowest value; or positive
    Unsigned lowest{};   ///< the value next to zero where all have one sign
    Unsigned zeros{};

    void add(const Signed& codes) {
        const auto plain = (Unsigned)codes;
        largest = codes > largest ? codes : largest;
        highest = plain > highest ? plain : highest;
        lowest = plain < lowest ? plain : lowest;
        zeros -= (Unsigned)(plain + plain == 0);
    }

    template <typename Decode>
    void finish(PlainSums& out, Decode decode) const {
        std::int16_t top = largest[0];
        std::uint16_t high = highest[0];
        std::uint16_t low = lowest[0];
        for (std::size_t lane = 0; lane < plainSumsStep; ++lane) {
            top = std::max(top, std::int16_t{largest[lane]});
            high = std::max(high, std::uint16_t{highest[lane]});
            low = std::min(low, std::uint16_t{lowest[lane]});
            out.zeros += zeros[lane];
        }
        // The sum makes a zero of a negative one.
        out.min = decode(high >= 0x8000 ? high : low) + 0.0F;
        out.max = decode(top >= 0 ? static_cast<std::uint16_t>(top) : low) + 0.0F;
    }
};

/// Decode turns one code, or sixteen in order, into floats.
template <typename Decode>
PlainSums sumCodes(std::span<const std::byte> bytes) {
    CodeExtremes::Signed codes;
    std::memcpy(&codes, bytes.data(), sizeof codes);
    CodeExtremes extremes{codes, (CodeExtremes::Unsigned)codes, (CodeExtremes::Unsigned)codes};
    StepSums sums;
    for (std::size_t i = 0; i < bytes.size(); i += sizeof codes) {
        std::memcpy(&codes, bytes.data() + i, sizeof codes);
        extremes.add(codes);
        std::array<Floats, 2> x;
        Decode::step(codes, x);
        sums.add(x);
    }
    PlainSums out;
    out.count = bytes.size() / 2;
    sums.finish(out);
    extremes.finish(out, &Decode::one);
    return out;
}

struct Bfloat16 {
    static float one(std::uint16_t code) { return std::bit_cast<float>(std::uint32_t{code} << 16); }
    /// Two codes share a lane, and each is the upper half of a float.
    static void step(const CodeExtremes::Signed& codes, std::array<Floats, 2>& x) {
        x[0] = (Floats)((Ints)codes << 16);
        x[1] = (Floats)((Ints)codes & static_cast<std::int32_t>(0xFFFF0000));
    }
};

struct Float16 {
    static float one(std::uint16_t code) {
        std::array<Floats, 2> x;
        step(CodeExtremes::Signed{} + static_cast<std::int16_t>(code), x);
        return x[0][0];
    }
    static void step(const CodeExtremes::Signed& codes, std::array<Floats, 2>& x) {
#ifdef __F16C__
        const auto halves = (__m256i)codes;
        x[0] = (Floats)_mm256_cvtph_ps(_mm256_castsi256_si128(halves));
        x[1] = (Floats)_mm256_cvtph_ps(_mm256_extracti128_si256(halves, 1));
#else
        // As in core/files/element_decoder.cpp.
        for (std::size_t i = 0; i < plainSumsStep; ++i) {
            const std::uint32_t code = static_cast<std::uint16_t>(codes[i]);
            const float magnitude = std::bit_cast<float>((code & 0x7FFFU) << 13) * 0x1p112F;
            const std::uint32_t special = (code & 0x7C00U) == 0x7C00U ? 0x7F800000U : 0U;
            x[i / lanes::width][i % lanes::width] = std::bit_cast<float>(
                std::bit_cast<std::uint32_t>(magnitude) | special | (code & 0x8000U) << 16);
        }
#endif
    }
};

}  // namespace

std::optional<Moments> PlainSums::moments() const {
    // A hundred times the variance in the sum of squares costs two digits of sixteen.
    constexpr double mostCancelled = 100;
    if (!std::isfinite(sum)) {
        return std::nullopt;
    }
    const Moments result = Moments::fromShifted(count, 0, sum, squares, 0, 0);
    return result.second * mostCancelled >= squares ? std::optional(result) : std::nullopt;
}

PlainSums plainSums(std::span<const float> values) {
    const Floats first = Floats{} + values.front();
    std::array<FloatExtremes, 2> extremes = {FloatExtremes{first, first},
                                             FloatExtremes{first, first}};
    StepSums sums;
    for (std::size_t i = 0; i < values.size(); i += plainSumsStep) {
        std::array<Floats, 2> x;
        lanes::load(values.data() + i, x[0]);
        lanes::load(values.data() + i + lanes::width, x[1]);
        extremes[0].add(x[0]);
        extremes[1].add(x[1]);
        sums.add(x);
    }
    PlainSums out;
    out.count = values.size();
    sums.finish(out);
    out.min = out.max = values.front();
    for (const FloatExtremes& set : extremes) {
        out.zeros += static_cast<std::size_t>(lanes::total(set.zeros));
        for (std::size_t lane = 0; lane < lanes::width; ++lane) {
            out.min = std::min(out.min, set.min[lane]);
            out.max = std::max(out.max, set.max[lane]);
        }
    }
    return out;
}

PlainSums plainSumsOfBfloat16(std::span<const std::byte> codes) {
    return sumCodes<Bfloat16>(codes);
}

PlainSums plainSumsOfFloat16(std::span<const std::byte> codes) {
    return sumCodes<Float16>(codes);
}

}  // namespace zeropoint
