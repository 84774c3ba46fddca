// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/plain_sums.h"

#include "core/numerics/half.h"
#include "core/numerics/half_lanes.h"
#include "core/statistics/lanes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace zeropoint {
namespace {

using lanes::registerBytes;
/// 64 bytes on every level, so that each adds the same lanes in the same order.
constexpr std::size_t rowParts = 64 / registerBytes;
template <typename T>
struct Row {
    typedef T Part __attribute__((vector_size(registerBytes)));
    Part parts[rowParts]{};

    void load(const void* from) {
        for (std::size_t i = 0; i < rowParts; ++i) {
            lanes::loadWhole(static_cast<const std::byte*>(from) + i * registerBytes, parts[i]);
        }
    }
};

/// Eight sums and eight more, that take turns: additions to one set would wait for one another.
struct DoubleSums {
    using Wide = std::array<Row<double>, 2>;
    static constexpr std::size_t halves = 2 * rowParts;

    Wide sum;
    Wide squares;

    /// 16 floats from memory, which is cheaper to widen than a register.
    void add(const float* values) {
        for (std::size_t i = 0; i < halves; ++i) {
            const Row<double>::Part wide = widened(values, i);
            sum[i / rowParts].parts[i % rowParts] += wide;
            // The square of a float has at most 48 digits, so double holds it: fused or not, the
            // sum is the same. This file is therefore compiled with contraction, which takes a
            // third of the load off the adders.
            squares[i / rowParts].parts[i % rowParts] += wide * wide;
        }
    }
    /// Sums so far, of which there are as many.
    void add(const float* sums, const float* sumsOfSquares) {
        for (std::size_t i = 0; i < halves; ++i) {
            sum[i / rowParts].parts[i % rowParts] += widened(sums, i);
            squares[i / rowParts].parts[i % rowParts] += widened(sumsOfSquares, i);
        }
    }
    void finish(PlainSums& out) const {
        out.sum = total(sum);
        out.squares = total(squares);
    }

private:
    static Row<double>::Part widened(const float* values, std::size_t half) {
        constexpr std::size_t lanes = registerBytes / sizeof(double);
        Row<double>::Part wide;
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            wide[lane] = values[half * lanes + lane];
        }
        return wide;
    }
    static double total(const Wide& wide) {
        std::array<lanes::Doubles, 2> sets;
        std::memcpy(sets.data(), wide.data(), sizeof sets);
        return lanes::total(lanes::Doubles(sets[0] + sets[1]));
    }
};

struct FloatExtremes {
    using Floats = Row<float>::Part;
    using Ints = Row<std::int32_t>::Part;

    Floats min;
    Floats max;
    Ints zeros{};

    void add(const Floats& x) {
        zeros -= x == 0.0F;
        min = x < min ? x : min;
        max = x > max ? x : max;
    }
    void finish(PlainSums& out) const {
        out.min = min[0];
        out.max = max[0];
        for (std::size_t lane = 0; lane < sizeof min / sizeof(float); ++lane) {
            out.zeros += static_cast<std::size_t>(zeros[lane]);
            out.min = std::min(out.min, float{min[lane]});
            out.max = std::max(out.max, float{max[lane]});
        }
    }
};

/// Extremes of codes of a sign and a magnitude each, without decoding them.
struct CodeExtremes {
    using Codes = Row<std::int16_t>::Part;
    using Unsigned = Row<std::uint16_t>::Part;

    Codes largest{};     ///< of the positive codes; negative when there are none
    Unsigned highest{};  ///< of the negative codes, the lowest value; or positive
    Unsigned lowest{};   ///< the value next to zero where all have one sign
    Unsigned others{};   ///< how many are not zero

    void add(const Codes& codes) {
        const auto plain = (Unsigned)codes;
        largest = codes > largest ? codes : largest;
        highest = plain > highest ? plain : highest;
        lowest = plain < lowest ? plain : lowest;
        const Unsigned magnitude = plain + plain;
        const Unsigned one = Unsigned{} + 1;
        others += magnitude > one ? one : magnitude;
    }

    template <typename Decode>
    void finish(PlainSums& out, Decode decode) const {
        out.zeros = out.count;
        std::int16_t top = largest[0];
        std::uint16_t high = highest[0];
        std::uint16_t low = lowest[0];
        for (std::size_t lane = 0; lane < sizeof largest / 2; ++lane) {
            top = std::max(top, std::int16_t{largest[lane]});
            high = std::max(high, std::uint16_t{highest[lane]});
            low = std::min(low, std::uint16_t{lowest[lane]});
            out.zeros -= others[lane];
        }
        // The sum makes a zero of a negative one.
        out.min = decode(high >= 0x8000 ? high : low) + 0.0F;
        out.max = decode(top >= 0 ? static_cast<std::uint16_t>(top) : low) + 0.0F;
    }
};

/// Sums of a few steps in float, where a value has at most 11 digits and a square 22, so that
/// most additions are exact; then in double. Widening each value would cost more than all else.
struct FloatSums {
    Row<float> sum;
    std::array<Row<float>, 2> squares;  ///< in turns, too

    void add(const std::array<Row<float>, 2>& x) {
        for (std::size_t i = 0; i < rowParts; ++i) {
            const Row<float>::Part a = x[0].parts[i];
            const Row<float>::Part b = x[1].parts[i];
            sum.parts[i] += a + b;
            squares[0].parts[i] += a * a;
            squares[1].parts[i] += b * b;
        }
    }
};

/// Decode turns one code, or a step of them in any order, into floats.
template <typename Decode>
PlainSums sumCodes(std::span<const std::byte> bytes) {
    constexpr std::size_t stepsInFloat = 8;
    Row<std::int16_t> codes;
    codes.load(bytes.data());
    const auto plain = (CodeExtremes::Unsigned)codes.parts[0];
    CodeExtremes extremes{codes.parts[0], plain, plain};
    DoubleSums sums;
    for (std::size_t begin = 0; begin < bytes.size(); begin += stepsInFloat * sizeof codes) {
        const std::size_t end = std::min(begin + stepsInFloat * sizeof codes, bytes.size());
        FloatSums few;
        for (std::size_t i = begin; i < end; i += sizeof codes) {
            codes.load(bytes.data() + i);
            for (const CodeExtremes::Codes& part : codes.parts) {
                extremes.add(part);
            }
            std::array<Row<float>, 2> x;
            Decode::step(codes, x);
            few.add(x);
        }
        for (std::size_t part = 0; part < rowParts; ++part) {
            few.squares[0].parts[part] += few.squares[1].parts[part];
        }
        using Stored = std::array<float, 16>;
        sums.add(std::bit_cast<Stored>(few.sum).data(),
                 std::bit_cast<Stored>(few.squares[0]).data());
    }
    PlainSums out;
    out.count = bytes.size() / 2;
    sums.finish(out);
    extremes.finish(out, &Decode::one);
    return out;
}

struct Bfloat16 {
    static float one(std::uint16_t code) { return floatOfBfloat(code); }
    /// Two codes share a lane, and each is the upper half of a float.
    static void step(const Row<std::int16_t>& codes, std::array<Row<float>, 2>& x) {
        for (std::size_t i = 0; i < rowParts; ++i) {
            const auto pairs = (Row<std::int32_t>::Part)codes.parts[i];
            x[0].parts[i] = (Row<float>::Part)(pairs << 16);
            x[1].parts[i] = (Row<float>::Part)(pairs & static_cast<std::int32_t>(0xFFFF0000));
        }
    }
};

struct Float16 {
    static float one(std::uint16_t code) { return floatOfHalf(code); }
    static void step(const Row<std::int16_t>& codes, std::array<Row<float>, 2>& x) {
        std::array<std::uint16_t, plainCodesStep> halves;
        std::memcpy(halves.data(), codes.parts, sizeof codes);
        for (std::size_t row = 0; row < x.size(); ++row) {
            constexpr std::size_t count = plainCodesStep / 2;
            const std::uint16_t* const from = halves.data() + row * count;
            std::array<float, count> floats;
            std::size_t done = leadingFloatsOfHalves(from, count, floats.data());
            for (; done < count; ++done) {
                floats[done] = floatOfHalf(from[done]);
            }
            x[row].load(floats.data());
        }
    }
};

}  // namespace

std::optional<Moments> PlainSums::moments() const {
    // A hundred times the variance in the sum of squares costs two digits of sixteen.
    constexpr double mostCancelled = 100;
    // Squares are floats before they are doubles: those of very small values vanish.
    constexpr float leastSquared = 1e-12F;
    const float most = std::max(-min, max);
    if (!std::isfinite(sum) || !std::isfinite(squares) || (most > 0 && most < leastSquared)) {
        return std::nullopt;
    }
    const Moments result = Moments::fromShifted(count, 0, sum, squares, 0, 0);
    return result.second * mostCancelled >= squares ? std::optional(result) : std::nullopt;
}

PlainSums plainSums(std::span<const float> values) {
    const FloatExtremes::Floats first = FloatExtremes::Floats{} + values.front();
    FloatExtremes extremes{first, first};
    DoubleSums sums;
    for (std::size_t i = 0; i < values.size(); i += plainSumsStep) {
        Row<float> x;
        x.load(values.data() + i);
        for (const FloatExtremes::Floats& part : x.parts) {
            extremes.add(part);
        }
        sums.add(values.data() + i);
    }
    PlainSums out;
    out.count = values.size();
    sums.finish(out);
    extremes.finish(out);
    return out;
}

PlainSums plainSumsOfBfloat16(std::span<const std::byte> codes) {
    return sumCodes<Bfloat16>(codes);
}

PlainSums plainSumsOfFloat16(std::span<const std::byte> codes) {
    return sumCodes<Float16>(codes);
}

}  // namespace zeropoint
