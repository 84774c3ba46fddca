// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstring>
#include <span>

namespace zeropoint {

static_assert(std::endian::native == std::endian::little, "the readers copy little-endian values");

/// The value whose bytes stand at the front of `bytes`, which must hold that many.
template <typename T>
T littleEndian(std::span<const std::byte> bytes) {
    T value;
    std::memcpy(&value, bytes.data(), sizeof(T));
    return value;
}

}  // namespace zeropoint
