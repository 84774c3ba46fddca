// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace zeropoint {

/// Codes of a few bits one after another, the first in the lowest bits of byte 0 (for 4 bits: the
/// even value in the low nibble). The bytes must be zero before codes are put.
inline int getPacked(const std::uint8_t* bytes, int bits, int index) {
    const int first = bits * index;
    int pair = bytes[first / 8] >> (first % 8);
    if (first % 8 + bits > 8) {
        pair |= bytes[first / 8 + 1] << (8 - first % 8);
    }
    return pair & ((1 << bits) - 1);
}

inline void putPacked(std::uint8_t* bytes, int bits, int index, int code) {
    const int first = bits * index;
    const int shifted = code << (first % 8);
    bytes[first / 8] |= static_cast<std::uint8_t>(shifted & 0xFF);
    if (first % 8 + bits > 8) {
        bytes[first / 8 + 1] |= static_cast<std::uint8_t>(shifted >> 8);
    }
}

}  // namespace zeropoint
