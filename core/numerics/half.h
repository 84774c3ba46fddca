// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

namespace zeropoint {

/// The bits of a float without its sign. Signed, since lanes are compared as signed numbers before
/// AVX-512.
inline std::int32_t magnitudeBits(float value) {
    return std::bit_cast<std::int32_t>(value) & 0x7FFFFFFF;
}
/// Of infinity; NaNs are above.
constexpr std::int32_t infinityBits = 0x7F800000;

/// FP16 and BF16 to and from float without a branch on the format: what bulk loops use. The same
/// codes as encode() and decode() give (round to nearest even, NaN becomes the quiet NaN).
inline float floatOfHalf(std::uint16_t code) {
    const std::uint32_t sign = std::uint32_t{code & 0x8000U} << 16;
    const std::int32_t magnitude = (code & 0x7FFF) << 13;
    // 2^112 moves the exponent's bias from 15 to 127, subnormals included, and is exact.
    const float scaled = std::bit_cast<float>(magnitude) * 0x1p112F;
    const std::int32_t special = magnitude | infinityBits;
    const std::int32_t quiet = (magnitude & 0x007FFFFF) != 0 ? 0x00400000 : 0;
    const std::int32_t bits =
        magnitude >= 0x0F800000 ? special | quiet : std::bit_cast<std::int32_t>(scaled);
    return std::bit_cast<float>(sign | static_cast<std::uint32_t>(bits));
}

inline std::uint16_t halfOfFloat(float value) {
    const std::uint32_t sign = (std::bit_cast<std::uint32_t>(value) >> 16) & 0x8000U;
    const std::int32_t magnitude = magnitudeBits(value);
    // Normal: rebias by 112 and round 13 bits away; a carry runs into the exponent.
    const std::int32_t normal = (magnitude - 0x38000000 + 0xFFF + ((magnitude >> 13) & 1)) >> 13;
    // Subnormal: adding 0.5 leaves the rounded multiple of 2^-24 in the low bits.
    const std::int32_t subnormal =
        std::bit_cast<std::int32_t>(std::bit_cast<float>(magnitude) + 0.5F) - 0x3F000000;
    std::int32_t code = magnitude < 0x38800000 ? subnormal : normal;
    code = magnitude >= 0x47800000 ? 0x7C00 : code;
    code = magnitude > infinityBits ? 0x7E00 : code;
    return static_cast<std::uint16_t>(sign | static_cast<std::uint32_t>(code));
}

inline float floatOfBfloat(std::uint16_t code) {
    return std::bit_cast<float>(std::uint32_t{code} << 16);
}

inline std::uint16_t bfloatOfFloat(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t rounded = (bits + 0x7FFFU + ((bits >> 16) & 1)) >> 16;
    const std::uint32_t nan = ((bits >> 16) & 0x8000U) | 0x7FC0U;
    return static_cast<std::uint16_t>(magnitudeBits(value) > infinityBits ? nan : rounded);
}

}  // namespace zeropoint
