// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/arena.h"

#include <algorithm>

namespace zeropoint {
namespace {

constexpr std::size_t lineBytes = 64;
constexpr std::size_t smallestBlock = std::size_t{1} << 20;

}  // namespace

std::size_t Arena::capacity() const {
    std::size_t bytes = 0;
    for (const auto& block : m_blocks) {
        bytes += block.size();
    }
    return bytes;
}

std::byte* Arena::takeBytes(std::size_t bytes) {
    const std::size_t needed = (bytes + lineBytes - 1) / lineBytes * lineBytes;
    while (m_mark.block < m_blocks.size() && m_blocks[m_mark.block].size() - m_mark.used < needed) {
        m_mark = {m_mark.block + 1, 0};
    }
    if (m_mark.block == m_blocks.size()) {
        m_blocks.emplace_back(std::max(needed, smallestBlock));
    }
    std::byte* piece = m_blocks[m_mark.block].data() + m_mark.used;
    m_mark.used += needed;
    return piece;
}

}  // namespace zeropoint
