// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

namespace zeropoint {

/// A float of at most 8 bits for bulk loops: branch-free integer code that compilers vectorise.
/// Largest is the magnitude code of the largest finite value. Same codes as encode().
template <int ExponentBits, int MantissaBits, int Bias, std::uint32_t Largest>
struct SmallFloat {
    static constexpr int exponentBits = ExponentBits;
    static constexpr int mantissaBits = MantissaBits;
    static constexpr int bits = 1 + ExponentBits + MantissaBits;
    static constexpr std::uint32_t largest = Largest;
    static constexpr std::uint32_t signBit = 1U << (bits - 1);

    /// |value| rounded to nearest even, as if the exponent had no upper end. For NaN something
    /// above `largest`. `magnitude` is the float's bits without the sign.
    static std::uint32_t roundMagnitude(std::uint32_t magnitude) {
        constexpr int dropped = 23 - MantissaBits;
        constexpr std::uint32_t rebias = static_cast<std::uint32_t>(127 - Bias) << MantissaBits;
        constexpr std::uint32_t smallestNormal = static_cast<std::uint32_t>(128 - Bias) << 23;
        // Adding this leaves the rounded multiple of the smallest subnormal in the low bits.
        constexpr std::uint32_t aligner =
            static_cast<std::uint32_t>(127 + 1 - Bias - MantissaBits + 23) << 23;
        const std::uint32_t half = (1U << (dropped - 1)) - 1 + ((magnitude >> dropped) & 1);
        const std::uint32_t normal = ((magnitude + half) >> dropped) - rebias;
        const float aligned = std::bit_cast<float>(magnitude) + std::bit_cast<float>(aligner);
        const std::uint32_t subnormal = std::bit_cast<std::uint32_t>(aligned) - aligner;
        return magnitude < smallestNormal ? subnormal : normal;
    }

    /// The code of a value that is not NaN; beyond the largest the largest.
    static std::uint8_t encodeSaturated(float value) {
        const auto bitsOfValue = std::bit_cast<std::uint32_t>(value);
        const std::uint32_t sign = (bitsOfValue >> 31) << (bits - 1);
        const std::uint32_t rounded = roundMagnitude(bitsOfValue & 0x7FFFFFFFU);
        return static_cast<std::uint8_t>(sign | std::min(rounded, Largest));
    }
};

using E4M3 = SmallFloat<4, 3, 7, 0x7E>;
using E5M2 = SmallFloat<5, 2, 15, 0x7B>;
using E3M2 = SmallFloat<3, 2, 3, 0x1F>;
using E2M3 = SmallFloat<2, 3, 1, 0x1F>;
using E2M1 = SmallFloat<2, 1, 1, 0x7>;

}  // namespace zeropoint
