// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>

namespace zeropoint {

static_assert(std::endian::native == std::endian::little, "the readers copy little-endian values");

/// The value whose bytes stand at the front of `bytes`, which must hold that many.
template <typename T>
T littleEndian(std::span<const std::byte> bytes) {
    T value;
    std::memcpy(&value, bytes.data(), sizeof(T));
    return value;
}

/// The lowest `width` bytes of a number, behind what is there.
inline void appendLittleEndian(std::string& bytes, std::uint64_t value, int width) {
    for (int i = 0; i < width; ++i) {
        bytes += static_cast<char>(value >> (8 * i) & 0xFF);
    }
}

}  // namespace zeropoint
