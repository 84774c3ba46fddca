// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

namespace zeropoint {

/// FP16 and BF16 to and from float without a branch on the format: what bulk loops use. The same
/// codes as encode() and decode() give (round to nearest even, NaN becomes the quiet NaN).
inline float floatOfHalf(std::uint16_t code) {
    const std::uint32_t sign = std::uint32_t{code & 0x8000U} << 16;
    const std::uint32_t magnitude = std::uint32_t{code & 0x7FFFU} << 13;
    // 2^112 moves the exponent's bias from 15 to 127, subnormals included, and is exact.
    const float scaled = std::bit_cast<float>(magnitude) * 0x1p112F;
    const std::uint32_t special = magnitude | 0x7F800000U;
    const std::uint32_t quiet = (magnitude & 0x007FFFFFU) != 0 ? 0x00400000U : 0U;
    const std::uint32_t bits =
        magnitude >= 0x0F800000U ? special | quiet : std::bit_cast<std::uint32_t>(scaled);
    return std::bit_cast<float>(sign | bits);
}

inline std::uint16_t halfOfFloat(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t sign = (bits >> 16) & 0x8000U;
    const std::uint32_t magnitude = bits & 0x7FFFFFFFU;
    // Normal: rebias by 112 and round 13 bits away; a carry runs into the exponent.
    const std::uint32_t normal = (magnitude - 0x38000000U + 0xFFFU + ((magnitude >> 13) & 1)) >> 13;
    // Subnormal: adding 0.5 leaves the rounded multiple of 2^-24 in the low bits.
    const std::uint32_t subnormal =
        std::bit_cast<std::uint32_t>(std::bit_cast<float>(magnitude) + 0.5F) - 0x3F000000U;
    std::uint32_t code = magnitude < 0x38800000U ? subnormal : std::min(normal, 0x7C00U);
    code = magnitude > 0x7F800000U ? 0x7E00U : magnitude >= 0x47800000U ? 0x7C00U : code;
    return static_cast<std::uint16_t>(sign | code);
}

inline float floatOfBfloat(std::uint16_t code) {
    return std::bit_cast<float>(std::uint32_t{code} << 16);
}

inline std::uint16_t bfloatOfFloat(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t rounded = (bits + 0x7FFFU + ((bits >> 16) & 1)) >> 16;
    const std::uint32_t nan = ((bits >> 16) & 0x8000U) | 0x7FC0U;
    return static_cast<std::uint16_t>((bits & 0x7FFFFFFFU) > 0x7F800000U ? nan : rounded);
}

}  // namespace zeropoint
