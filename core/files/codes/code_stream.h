// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/byte_source.h"
#include "core/support/error.h"

#include <cstdint>
#include <memory>
#include <span>

namespace zeropoint {

/// How the codes of a matrix of `rows` x `columns` stand in their bytes.
struct CodeLayout {
    enum class Order {
        Stream,     ///< one bit stream over all rows, the lowest bits of a byte first
        HighFirst,  ///< the same with the first code in the high bits of a byte (bitsandbytes)
        Words,      ///< each row in 32-bit words of floor(32 / bits) codes, low bits first
        DownWords,  ///< each column a bit stream down the rows, in 32-bit words (GPTQ)
        WordsDown,  ///< each column in words of floor(32 / bits) codes down the rows
        AwqWords,   ///< words of eight 4-bit codes of one row in AWQ's order 0 2 4 6 1 3 5 7
        Stacked,    ///< a byte (or a word of ten 3-bit codes) holds codes of rows far apart, the
                    ///< first rows in the high bits (HQQ)
    };
    Order order = Order::Stream;
    int bits = 4;  ///< 1 to 8
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::shared_ptr<const ByteSource> source;
    std::uint64_t offset = 0;
};

/// Bytes that the codes of a layout take; 0 for counts that cannot be.
std::uint64_t codeBytes(const CodeLayout& layout);

/// Codes [first, first + out.size()) in row-major order, as they are stored. The layout's bytes
/// must lie in its source.
Result<void> readCodes(const CodeLayout& layout, std::uint64_t first, std::span<std::uint8_t> out);

}  // namespace zeropoint
