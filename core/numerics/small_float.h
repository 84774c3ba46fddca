// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/half.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace zeropoint {

/// A float of at most 8 bits for bulk loops: branch-free integer code that compilers vectorise.
/// Largest is the magnitude code of the largest finite value. Same codes as encode().
template <int ExponentBits, int MantissaBits, int Bias, std::int32_t Largest>
struct SmallFloat {
    static constexpr int exponentBits = ExponentBits;
    static constexpr int mantissaBits = MantissaBits;
    static constexpr int bias = Bias;
    static constexpr int bits = 1 + ExponentBits + MantissaBits;
    static constexpr std::int32_t largest = Largest;
    static constexpr std::uint32_t signBit = 1U << (bits - 1);

    /// |value| rounded to nearest even, as if the exponent had no upper end. For NaN something
    /// above `largest`. `magnitude` is the float's bits without the sign.
    static std::int32_t roundMagnitude(std::int32_t magnitude) {
        constexpr int dropped = 23 - MantissaBits;
        constexpr std::int32_t rebias = (127 - Bias) << MantissaBits;
        constexpr std::int32_t smallestNormal = (128 - Bias) << 23;
        // Adding this leaves the rounded multiple of the smallest subnormal in the low bits.
        constexpr std::int32_t aligner = (127 + 1 - Bias - MantissaBits + 23) << 23;
        // Half a step less one, and the new bias, in one sum.
        constexpr std::int32_t offset = (1 << (dropped - 1)) - 1 - (rebias << dropped);
        const std::int32_t odd = (magnitude >> dropped) & 1;
        const std::int32_t normal = (magnitude + (offset + odd)) >> dropped;
        const float aligned = std::bit_cast<float>(magnitude) + std::bit_cast<float>(aligner);
        const std::int32_t subnormal = std::bit_cast<std::int32_t>(aligned) - aligner;
        return magnitude < smallestNormal ? subnormal : normal;
    }

    /// The code of a value that is not NaN; beyond the largest the largest.
    static std::uint8_t encodeSaturated(float value) {
        const std::uint32_t sign = (std::bit_cast<std::uint32_t>(value) >> 31) << (bits - 1);
        const std::int32_t code = std::min(roundMagnitude(magnitudeBits(value)), Largest);
        return static_cast<std::uint8_t>(sign | static_cast<std::uint32_t>(code));
    }
};

using E4M3 = SmallFloat<4, 3, 7, 0x7E>;
using E5M2 = SmallFloat<5, 2, 15, 0x7B>;
using E3M2 = SmallFloat<3, 2, 3, 0x1F>;
using E2M3 = SmallFloat<2, 3, 1, 0x1F>;
using E2M1 = SmallFloat<2, 1, 1, 0x7>;

}  // namespace zeropoint
