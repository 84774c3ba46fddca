// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/codes/code_stream.h"

#include "core/files/little_endian.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

namespace zeropoint {
namespace {

using Order = CodeLayout::Order;
using Bytes = std::span<const std::byte>;
using Codes = std::span<std::uint8_t>;

constexpr std::uint64_t wordBytes = 4;

/// Two codes of each byte, as the two bytes of a word: shifts of single bytes are no vector code.
void unpackNibbles(const std::byte* bytes, bool highFirst, Codes out) {
    const auto* in = reinterpret_cast<const std::uint8_t*>(bytes);
    const std::size_t pairs = out.size() / 2;
    const auto put = [&](std::size_t i, unsigned pair) {
        const auto both = static_cast<std::uint16_t>(pair);
        std::memcpy(out.data() + 2 * i, &both, sizeof both);
    };
    if (highFirst) {
        for (std::size_t i = 0; i < pairs; ++i) {
            put(i, in[i] >> 4 | (in[i] & 15U) << 8);
        }
    } else {
        for (std::size_t i = 0; i < pairs; ++i) {
            put(i, (in[i] & 15U) | (in[i] & 0xF0U) << 4);
        }
    }
    if (out.size() % 2 != 0) {
        out.back() = static_cast<std::uint8_t>(in[pairs] >> (highFirst ? 4 : 0) & 15U);
    }
}

/// Codes from bit `bit` of a stream; the bytes may be read one beyond the last code.
void unpackBits(Bytes bytes, std::uint64_t bit, int bits, bool highFirst, Codes out) {
    const unsigned mask = (1U << bits) - 1;
    for (std::size_t i = 0; i < out.size(); ++i, bit += static_cast<unsigned>(bits)) {
        const auto pair = littleEndian<std::uint16_t>(bytes.subspan(bit / 8));
        // The bits of a byte from the top down: no code of these formats crosses a byte.
        const std::uint64_t shift = highFirst ? 8 - static_cast<unsigned>(bits) - bit % 8 : bit % 8;
        out[i] = static_cast<std::uint8_t>(pair >> shift & mask);
    }
}

/// Part of one row.
struct Run {
    std::uint64_t row = 0;
    std::uint64_t column = 0;
    Codes out;
};

/// Calls `read` for each row that [first, first + out.size()) touches.
template <typename Read>
Result<void> forEachRun(const CodeLayout& layout, std::uint64_t first, Codes out, Read read) {
    const auto columns = static_cast<std::uint64_t>(layout.columns);
    while (!out.empty()) {
        const std::uint64_t column = first % columns;
        const std::size_t count = std::min<std::uint64_t>(columns - column, out.size());
        if (auto done = read(Run{first / columns, column, out.first(count)}); !done) {
            return done;
        }
        out = out.subspan(count);
        first += count;
    }
    return {};
}

std::uint64_t perWord(const CodeLayout& layout) {
    return 32 / static_cast<std::uint64_t>(layout.bits);
}

std::uint64_t wordsOf(std::uint64_t codes, const CodeLayout& layout) {
    return (codes + perWord(layout) - 1) / perWord(layout);
}

/// Whole words of AWQ's: nibbles 0 to 7 hold columns 0 2 4 6 1 3 5 7. All lanes of a word at once,
/// so that the loop over words is vector code.
void unpackAwqWords(const std::byte* bytes, std::size_t words, std::uint8_t* out) {
    for (std::size_t i = 0; i < words; ++i) {
        std::uint32_t word = 0;
        std::memcpy(&word, bytes + i * wordBytes, wordBytes);
        const std::uint32_t even = word & 0x0F0F0F0FU;      // nibbles 0 2 4 6 in bytes 0 to 3
        const std::uint32_t odd = word >> 4 & 0x0F0F0F0FU;  // nibbles 1 3 5 7
        // Columns 0 1 2 3 stand in nibbles 0 4 1 5, columns 4 5 6 7 in nibbles 2 6 3 7.
        const std::uint32_t first =
            (even & 0xFFU) | (even >> 8 & 0xFF00U) | (odd & 0xFFU) << 16 | (odd << 8 & 0xFF000000U);
        const std::uint32_t second = (even >> 8 & 0xFFU) | (even >> 16 & 0xFF00U) |
                                     (odd << 8 & 0xFF0000U) | (odd & 0xFF000000U);
        const std::uint64_t both = first | static_cast<std::uint64_t>(second) << 32;
        std::memcpy(out + i * sizeof both, &both, sizeof both);
    }
}

/// A run of Words or AwqWords out of the words from `bytes` on, whose first holds `column`.
void unpackWordRun(const CodeLayout& layout, Bytes bytes, const Run& run) {
    // Where AWQ keeps column j of a word.
    constexpr std::array<std::uint8_t, 8> awqShifts = {0, 16, 4, 20, 8, 24, 12, 28};
    const std::uint64_t each = perWord(layout);
    const bool awq = layout.order == Order::AwqWords;
    const std::uint32_t mask = (1U << layout.bits) - 1;
    std::uint64_t lane = run.column % each;
    std::size_t at = 0;
    if (lane == 0 && layout.bits == 4) {
        // Words of eight nibbles, low bits first, are their bytes' nibbles one after the other.
        at = run.out.size() / each * each;
        if (awq) {
            unpackAwqWords(bytes.data(), at / each, run.out.data());
        } else {
            unpackNibbles(bytes.data(), false, run.out.first(at));
        }
    }
    std::uint64_t word = at / each;
    for (; at < run.out.size(); ++at) {
        const auto value = littleEndian<std::uint32_t>(bytes.subspan(word * wordBytes));
        const std::uint64_t shift =
            awq ? awqShifts[lane] : lane * static_cast<std::uint64_t>(layout.bits);
        run.out[at] = static_cast<std::uint8_t>(value >> shift & mask);
        if (++lane == each) {
            lane = 0;
            ++word;
        }
    }
}

/// Words of one word row from `column` on: a code of each is wanted, `shift` bits up, which goes on
/// in the word row below when it crosses the end.
void unpackDown(const std::byte* words, const std::byte* below, unsigned shift, int bits,
                Codes out) {
    const std::uint32_t mask = (1U << bits) - 1;
    for (std::size_t i = 0; i < out.size(); ++i) {
        std::uint32_t word = 0;
        std::memcpy(&word, words + i * wordBytes, wordBytes);
        out[i] = static_cast<std::uint8_t>(word >> shift & mask);
    }
    if (shift + static_cast<unsigned>(bits) <= 32) {
        return;
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        std::uint32_t word = 0;
        std::memcpy(&word, below + i * wordBytes, wordBytes);
        out[i] = static_cast<std::uint8_t>((out[i] | word << (32 - shift)) & mask);
    }
}

/// Where a row's codes stand: the word row and the bit within its words.
struct WordRow {
    std::uint64_t row = 0;
    unsigned shift = 0;
};

WordRow wordRowOf(const CodeLayout& layout, std::uint64_t row) {
    const auto bits = static_cast<std::uint64_t>(layout.bits);
    if (layout.order == Order::WordsDown) {
        return {row / perWord(layout), static_cast<unsigned>(row % perWord(layout) * bits)};
    }
    return {row * bits / 32, static_cast<unsigned>(row * bits % 32)};
}

/// HQQ: packed row r holds the codes of rows r, r + step, r + 2 step, ..., the first highest.
std::uint64_t stackedStep(const CodeLayout& layout) {
    const std::uint64_t each = layout.bits == 3 ? 10 : 8 / static_cast<std::uint64_t>(layout.bits);
    return (static_cast<std::uint64_t>(layout.rows) + each - 1) / each;
}

}  // namespace

std::uint64_t codeBytes(const CodeLayout& layout) {
    constexpr auto most = std::numeric_limits<std::int64_t>::max() / 64;
    if (layout.rows < 1 || layout.columns < 1 || layout.bits < 1 || layout.bits > 8 ||
        layout.rows > most / layout.columns) {
        return 0;
    }
    const auto rows = static_cast<std::uint64_t>(layout.rows);
    const auto columns = static_cast<std::uint64_t>(layout.columns);
    const auto bits = static_cast<std::uint64_t>(layout.bits);
    switch (layout.order) {
        case Order::Stream:
        case Order::HighFirst:
            return (rows * columns * bits + 7) / 8;
        case Order::Words:
        case Order::AwqWords:
            return rows * wordsOf(columns, layout) * wordBytes;
        case Order::DownWords:
            return (rows * bits + 31) / 32 * columns * wordBytes;
        case Order::WordsDown:
            return wordsOf(rows, layout) * columns * wordBytes;
        case Order::Stacked:
            return stackedStep(layout) * columns * (layout.bits == 3 ? wordBytes : 1);
    }
    return 0;
}

/// Bytes [begin, end) of the codes; up to eight bytes behind them may be read and mean nothing.
/// Where they are not held, as many more of those up to `last` are read as fit a core's cache.
Result<std::span<const std::byte>> CodeReader::bytes(std::uint64_t begin, std::uint64_t end,
                                                     std::uint64_t last) {
    constexpr std::uint64_t ahead = 1 << 16;
    constexpr std::uint64_t beyond = 8;
    if (begin < m_begin || end > m_begin + m_held) {
        const std::uint64_t count = std::max(end, std::min(last, begin + ahead)) - begin;
        m_held = 0;
        if (m_layout.source == nullptr) {
            return fail(ErrorCode::Unsupported, "The codes are listed without their bytes", {},
                        "Choose another tensor of the file");
        }
        const std::uint64_t offset = m_layout.offset + begin;
        makeRoom(count + beyond, offset);
        if (auto read = m_layout.source->read(offset, m_bytes.first(count)); !read) {
            return tl::unexpected(read.error());
        }
        std::ranges::fill(m_bytes.subspan(count), std::byte{0});
        m_begin = begin;
        m_held = count;
    }
    return Bytes(m_bytes).subspan(begin - m_begin);
}

/// Memory for bytes that stand at `offset` of the source: not cleared first, and at the place
/// within a cache line where they stand in the system's copy of a file. Some CPUs copy two to three
/// times slower to an address that is a few bytes ahead.
void CodeReader::makeRoom(std::uint64_t count, std::uint64_t offset) {
    constexpr std::uint64_t line = 64;
    if (count + 2 * line > m_room) {
        m_room = count + 2 * line;
        m_memory = std::make_unique_for_overwrite<std::byte[]>(m_room);
    }
    const auto address = reinterpret_cast<std::uintptr_t>(m_memory.get());
    m_bytes = {m_memory.get() + (line - address % line) + offset % line, count};
}

Result<void> CodeReader::readStream(std::uint64_t first, Codes out) {
    const auto bits = static_cast<std::uint64_t>(m_layout.bits);
    const bool highFirst = m_layout.order == Order::HighFirst;
    const auto held =
        bytes(first * bits / 8, ((first + out.size()) * bits + 7) / 8, (m_end * bits + 7) / 8);
    if (!held) {
        return tl::unexpected(held.error());
    }
    const std::uint64_t bit = first * bits % 8;
    if (bits == 8) {
        std::memcpy(out.data(), held->data(), out.size());
    } else if (bits == 4 && bit == 0) {
        unpackNibbles(held->data(), highFirst, out);
    } else {
        unpackBits(*held, bit, m_layout.bits, highFirst, out);
    }
    return {};
}

/// The words of codes [first, first + count) of rows in words; `begin` is the first of them.
Result<Bytes> CodeReader::words(std::uint64_t first, std::size_t count, std::uint64_t& begin) {
    const auto columns = static_cast<std::uint64_t>(m_layout.columns);
    const std::uint64_t pitch = wordsOf(columns, m_layout);
    const auto wordAt = [&](std::uint64_t index) {
        return index / columns * pitch + index % columns / perWord(m_layout);
    };
    begin = wordAt(first);
    return bytes(begin * wordBytes, (wordAt(first + count - 1) + 1) * wordBytes,
                 (wordAt(m_end - 1) + 1) * wordBytes);
}

Result<void> CodeReader::readWords(std::uint64_t first, Codes out) {
    const std::uint64_t pitch = wordsOf(static_cast<std::uint64_t>(m_layout.columns), m_layout);
    std::uint64_t begin = 0;
    const auto held = words(first, out.size(), begin);
    if (!held) {
        return tl::unexpected(held.error());
    }
    return forEachRun(m_layout, first, out, [&](const Run& run) -> Result<void> {
        const std::uint64_t word = run.row * pitch + run.column / perWord(m_layout) - begin;
        unpackWordRun(m_layout, held->subspan(word * wordBytes), run);
        return {};
    });
}

/// The same of columns in words.
Result<Bytes> CodeReader::wordsDown(std::uint64_t first, std::size_t count, std::uint64_t& begin) {
    const auto columns = static_cast<std::uint64_t>(m_layout.columns);
    const auto bits = static_cast<unsigned>(m_layout.bits);
    const std::uint64_t lastRow = (m_end - 1) / columns;
    const WordRow start = wordRowOf(m_layout, first / columns);
    const WordRow end = wordRowOf(m_layout, (first + count - 1) / columns);
    const WordRow last = wordRowOf(m_layout, lastRow);
    // Word rows that a row goes on in, counted by the one behind them.
    const auto behind = [&](const WordRow& row) {
        return row.row + (row.shift + bits > 32 ? 2 : 1);
    };
    // A part of one row needs a part of its word row; several rows need theirs whole.
    const bool part = m_first / columns == lastRow && behind(last) == last.row + 1;
    begin = part ? start.row * columns + m_first % columns : start.row * columns;
    const std::uint64_t to =
        part ? last.row * columns + (m_end - 1) % columns + 1 : behind(last) * columns;
    return bytes(begin * wordBytes, (part ? to : behind(end) * columns) * wordBytes,
                 to * wordBytes);
}

Result<void> CodeReader::readDown(std::uint64_t first, Codes out) {
    const auto columns = static_cast<std::uint64_t>(m_layout.columns);
    std::uint64_t begin = 0;
    const auto held = wordsDown(first, out.size(), begin);
    if (!held) {
        return tl::unexpected(held.error());
    }
    return forEachRun(m_layout, first, out, [&](const Run& run) -> Result<void> {
        const WordRow place = wordRowOf(m_layout, run.row);
        const std::byte* words =
            held->data() + (place.row * columns + run.column - begin) * wordBytes;
        unpackDown(words, words + columns * wordBytes, place.shift, m_layout.bits, run.out);
        return {};
    });
}

Result<std::optional<Nibbles>> CodeReader::nibbles(std::uint64_t first, std::size_t count) {
    const auto columns = static_cast<std::uint64_t>(m_layout.columns);
    std::uint64_t begin = 0;
    Nibbles found;
    Result<Bytes> held;
    switch (m_layout.bits == 4 ? m_layout.order : Order::Stacked) {
        case Order::Stream:
        case Order::HighFirst:
            if (first % 2 != 0) {
                return std::nullopt;
            }
            found.order = m_layout.order == Order::Stream ? Nibbles::Order::LowFirst
                                                          : Nibbles::Order::HighFirst;
            held = bytes(first / 2, (first + count + 1) / 2, (m_end + 1) / 2);
            break;
        case Order::Words:
        case Order::AwqWords:
            if (first % columns % perWord(m_layout) != 0) {
                return std::nullopt;
            }
            found.order =
                m_layout.order == Order::Words ? Nibbles::Order::LowFirst : Nibbles::Order::Awq;
            held = words(first, count, begin);
            break;
        case Order::DownWords:
        case Order::WordsDown: {
            const WordRow place = wordRowOf(m_layout, first / columns);
            found.order = Nibbles::Order::OneAWord;
            found.shift = place.shift;
            held = wordsDown(first, count, begin);
            begin = place.row * columns + first % columns - begin;
            break;
        }
        default:
            return std::nullopt;
    }
    if (!held) {
        return tl::unexpected(held.error());
    }
    found.bytes = held->data() + (found.order == Nibbles::Order::OneAWord ? begin * wordBytes : 0);
    return found;
}

Result<void> CodeReader::readStacked(std::uint64_t first, Codes out) {
    const std::uint64_t stack =
        stackedStep(m_layout) * static_cast<std::uint64_t>(m_layout.columns);
    const std::uint64_t width = m_layout.bits == 3 ? wordBytes : 1;
    const unsigned each = m_layout.bits == 3 ? 10 : 8 / static_cast<unsigned>(m_layout.bits);
    const std::uint32_t mask = (1U << m_layout.bits) - 1;
    while (!out.empty()) {
        // Up to the end of the rows that stand in the same bits.
        const std::uint64_t inside = first % stack;
        const std::size_t count = std::min<std::uint64_t>(stack - inside, out.size());
        const std::uint64_t last = std::min(stack, inside + (m_end - first));
        const auto held = bytes(inside * width, (inside + count) * width, last * width);
        if (!held) {
            return tl::unexpected(held.error());
        }
        const unsigned shift = (each - 1 - static_cast<unsigned>(first / stack)) *
                               static_cast<unsigned>(m_layout.bits);
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t packed =
                width == 1 ? std::to_integer<std::uint32_t>((*held)[i])
                           : littleEndian<std::uint32_t>(held->subspan(i * wordBytes));
            out[i] = static_cast<std::uint8_t>(packed >> shift & mask);
        }
        out = out.subspan(count);
        first += count;
    }
    return {};
}

Result<void> CodeReader::read(std::uint64_t first, std::span<std::uint8_t> out) {
    if (out.empty()) {
        return {};
    }
    switch (m_layout.order) {
        case Order::Words:
        case Order::AwqWords:
            return readWords(first, out);
        case Order::DownWords:
        case Order::WordsDown:
            return readDown(first, out);
        case Order::Stacked:
            return readStacked(first, out);
        default:
            return readStream(first, out);
    }
}

Result<void> readCodes(const CodeLayout& layout, std::uint64_t first, std::span<std::uint8_t> out) {
    return CodeReader(layout, first, out.size()).read(first, out);
}

}  // namespace zeropoint
