// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace zeropoint {

/// SHA-256 (FIPS 180-4) of bytes that arrive in pieces: tells whether a file is still the one that
/// a result was made from, and is what sha256sum prints.
class Sha256 {
public:
    void add(std::span<const std::byte> bytes);
    /// 64 hexadecimal digits; nothing may be added afterwards.
    std::string finish();

private:
    void takeBlock(const std::byte* block);

    std::array<std::uint32_t, 8> m_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<std::byte, 64> m_block{};
    std::uint64_t m_size = 0;
};

/// NotFound or ReadFailed.
Result<std::string> sha256OfFile(const std::filesystem::path& file);

}  // namespace zeropoint
