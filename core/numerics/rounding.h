// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/number_format.h"

#include <cstdint>

namespace zeropoint {

/// Where a magnitude lies between the level kept (nearer to zero) and the next one away from it.
struct Remainder {
    enum class Half : std::uint8_t { Exact, Below, Tie, Above };
    Half half = Half::Exact;
    std::uint64_t fraction = 0;  ///< share of the way, in units of 2^-64
};

/// Whether a magnitude goes to the level further from zero.
inline bool roundsAway(const EncodeOptions& options, bool negative, bool keptIsOdd,
                       Remainder remainder) {
    using Half = Remainder::Half;
    if (remainder.half == Half::Exact) {
        return false;
    }
    const bool above = remainder.half == Half::Above;
    const bool tie = remainder.half == Half::Tie;
    switch (options.rounding) {
        case Rounding::NearestEven:
            return above || (tie && keptIsOdd);
        case Rounding::HalfAway:
            return above || tie;
        case Rounding::HalfUp:
            return above || (tie && !negative);
        case Rounding::Floor:
            return negative;
        case Rounding::Ceil:
            return !negative;
        case Rounding::TowardZero:
            return false;
        case Rounding::Stochastic:
            return remainder.fraction > options.random;
    }
    return false;
}

/// Whether every value beyond the largest comes back to it: rounding that never goes outwards.
inline bool neverRoundsAway(Rounding rounding, bool negative) {
    return rounding == Rounding::TowardZero || (rounding == Rounding::Floor && !negative) ||
           (rounding == Rounding::Ceil && negative);
}

/// significand / 2^shift rounded to an integer. significand < 2^53, shift any number >= 0.
inline std::uint64_t roundShifted(std::uint64_t significand, int shift, bool negative,
                                  const EncodeOptions& options) {
    if (shift == 0) {
        return significand;
    }
    Remainder remainder;
    std::uint64_t kept = 0;
    if (shift < 64) {
        kept = significand >> shift;
        remainder.fraction = significand << (64 - shift);
        const std::uint64_t half = std::uint64_t{1} << 63;
        if (remainder.fraction != 0) {
            remainder.half = remainder.fraction < half    ? Remainder::Half::Below
                             : remainder.fraction == half ? Remainder::Half::Tie
                                                          : Remainder::Half::Above;
        }
    } else if (significand != 0) {
        remainder.half = Remainder::Half::Below;
        remainder.fraction = shift < 128 ? significand >> (shift - 64) : 0;
    }
    return kept + (roundsAway(options, negative, (kept & 1) != 0, remainder) ? 1 : 0);
}

/// A finite double as (-1)^negative * significand * 2^(exponent - 52); a nonzero significand has
/// bit 52 set, subnormals included.
struct Unpacked {
    bool negative = false;
    int exponent = 0;
    std::uint64_t significand = 0;
};
Unpacked unpack(double value);

}  // namespace zeropoint
