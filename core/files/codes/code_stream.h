// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/byte_source.h"
#include "core/files/codes/nibble_values.h"
#include "core/support/error.h"

#include <cstdint>
#include <memory>
#include <optional>
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

/// Reads codes piece after piece and keeps the bytes that it read last: a row of codes may be a few
/// bits of each word, and the rows below it stand in the same words.
class CodeReader {
public:
    /// Pieces of codes [first, first + count) will be asked for, best in this order; what lies
    /// beyond them is not read. The layout outlives the reader, its bytes lie in its source.
    CodeReader(const CodeLayout& layout, std::uint64_t first, std::uint64_t count)
        : m_layout(layout), m_first(first), m_end(first + count) {}

    /// Codes [first, first + out.size()) in row-major order, as they are stored.
    Result<void> read(std::uint64_t first, std::span<std::uint8_t> out);

    /// Where codes [first, first + count) of one row lie, valid until the next call; nothing for
    /// codes that are not of four bits, or begin in the middle of a byte or a word.
    Result<std::optional<Nibbles>> nibbles(std::uint64_t first, std::size_t count);

private:
    void makeRoom(std::uint64_t count, std::uint64_t offset);
    Result<std::span<const std::byte>> bytes(std::uint64_t begin, std::uint64_t end,
                                             std::uint64_t last);
    Result<std::span<const std::byte>> words(std::uint64_t first, std::size_t count,
                                             std::uint64_t& begin);
    Result<std::span<const std::byte>> wordsDown(std::uint64_t first, std::size_t count,
                                                 std::uint64_t& begin);
    Result<void> readStream(std::uint64_t first, std::span<std::uint8_t> out);
    Result<void> readWords(std::uint64_t first, std::span<std::uint8_t> out);
    Result<void> readDown(std::uint64_t first, std::span<std::uint8_t> out);
    Result<void> readStacked(std::uint64_t first, std::span<std::uint8_t> out);

    const CodeLayout& m_layout;
    std::uint64_t m_first = 0;
    std::uint64_t m_end = 0;
    std::unique_ptr<std::byte[]> m_memory;
    std::uint64_t m_room = 0;      ///< bytes of m_memory
    std::span<std::byte> m_bytes;  ///< of the codes from m_begin on, and some that are none
    std::uint64_t m_begin = 0;
    std::uint64_t m_held = 0;
};

/// Codes [first, first + out.size()) at once.
Result<void> readCodes(const CodeLayout& layout, std::uint64_t first, std::span<std::uint8_t> out);

}  // namespace zeropoint
