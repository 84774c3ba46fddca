// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/codes/code_stream.h"

#include "core/files/little_endian.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <vector>

namespace zeropoint {
namespace {

using Order = CodeLayout::Order;
using Bytes = std::span<const std::byte>;
using Codes = std::span<std::uint8_t>;

constexpr std::uint64_t wordBytes = 4;

/// Bytes that are known to be enough for what is asked of them, reused from call to call.
class Window {
public:
    explicit Window(const CodeLayout& layout) : m_layout(layout) {}

    /// Bytes [begin, end) of the codes. Reads up to eight bytes more are allowed and see zeros.
    Result<Bytes> bytes(std::uint64_t begin, std::uint64_t end) {
        m_bytes.resize(end - begin + 8);
        const auto wanted = std::span(m_bytes).first(end - begin);
        if (auto read = m_layout.source->read(m_layout.offset + begin, wanted); !read) {
            return tl::unexpected(read.error());
        }
        std::fill(m_bytes.end() - 8, m_bytes.end(), std::byte{0});
        return Bytes(m_bytes);
    }

private:
    const CodeLayout& m_layout;
    std::vector<std::byte> m_bytes;
};

void unpackNibbles(const std::byte* bytes, bool highFirst, Codes out) {
    const unsigned firstShift = highFirst ? 4 : 0;
    const unsigned secondShift = 4 - firstShift;
    const auto* in = reinterpret_cast<const std::uint8_t*>(bytes);
    for (std::size_t i = 0; i < out.size() / 2; ++i) {
        out[2 * i] = static_cast<std::uint8_t>(in[i] >> firstShift & 15U);
        out[2 * i + 1] = static_cast<std::uint8_t>(in[i] >> secondShift & 15U);
    }
    if (out.size() % 2 != 0) {
        out.back() = static_cast<std::uint8_t>(in[out.size() / 2] >> firstShift & 15U);
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

Result<void> readStream(const CodeLayout& layout, std::uint64_t first, Codes out) {
    const auto bits = static_cast<std::uint64_t>(layout.bits);
    const bool highFirst = layout.order == Order::HighFirst;
    Window window(layout);
    const std::uint64_t begin = first * bits / 8;
    const auto bytes = window.bytes(begin, ((first + out.size()) * bits + 7) / 8);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    const std::uint64_t bit = first * bits % 8;
    if (bits == 8) {
        std::memcpy(out.data(), bytes->data(), out.size());
    } else if (bits == 4 && bit == 0) {
        unpackNibbles(bytes->data(), highFirst, out);
    } else {
        unpackBits(*bytes, bit, layout.bits, highFirst, out);
    }
    return {};
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

/// A run of Words or AwqWords out of the words from `bytes` on, whose first holds `column`.
void unpackWordRun(const CodeLayout& layout, Bytes bytes, const Run& run) {
    // Where AWQ keeps column j of a word: 0 2 4 6 1 3 5 7 stand in nibbles 0 to 7.
    constexpr std::array<std::uint8_t, 8> awqShifts = {0, 16, 4, 20, 8, 24, 12, 28};
    const std::uint64_t each = perWord(layout);
    const bool awq = layout.order == Order::AwqWords;
    const std::uint32_t mask = (1U << layout.bits) - 1;
    std::uint64_t lane = run.column % each;
    std::size_t at = 0;
    if (awq && lane == 0) {
        for (; at + 8 <= run.out.size(); at += 8) {
            const auto word = littleEndian<std::uint32_t>(bytes.subspan(at / 2));
            for (std::size_t k = 0; k < 8; ++k) {
                run.out[at + k] = static_cast<std::uint8_t>(word >> awqShifts[k] & 15U);
            }
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

Result<void> readWords(const CodeLayout& layout, std::uint64_t first, Codes out) {
    const std::uint64_t pitch = wordsOf(static_cast<std::uint64_t>(layout.columns), layout);
    const auto columns = static_cast<std::uint64_t>(layout.columns);
    const std::uint64_t last = first + out.size() - 1;
    const auto wordAt = [&](std::uint64_t index) {
        return index / columns * pitch + index % columns / perWord(layout);
    };
    const std::uint64_t begin = wordAt(first);
    Window window(layout);
    const auto bytes = window.bytes(begin * wordBytes, (wordAt(last) + 1) * wordBytes);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    return forEachRun(layout, first, out, [&](const Run& run) -> Result<void> {
        const std::uint64_t word = run.row * pitch + run.column / perWord(layout) - begin;
        unpackWordRun(layout, bytes->subspan(word * wordBytes), run);
        return {};
    });
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

Result<void> readDown(const CodeLayout& layout, std::uint64_t first, Codes out) {
    const auto columns = static_cast<std::uint64_t>(layout.columns);
    const std::uint64_t firstRow = first / columns;
    const std::uint64_t lastRow = (first + out.size() - 1) / columns;
    // A part of one row needs a part of its word row; several rows need theirs whole.
    const bool part = firstRow == lastRow;
    const WordRow begin = wordRowOf(layout, firstRow);
    const WordRow end = wordRowOf(layout, lastRow);
    const bool crosses = end.shift + static_cast<unsigned>(layout.bits) > 32;
    const std::uint64_t wordRows = end.row + (crosses ? 2 : 1) - begin.row;
    Window window(layout);
    if (part && !crosses) {
        const std::uint64_t word = begin.row * columns + first % columns;
        const auto bytes = window.bytes(word * wordBytes, (word + out.size()) * wordBytes);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        unpackDown(bytes->data(), nullptr, begin.shift, layout.bits, out);
        return {};
    }
    const auto bytes =
        window.bytes(begin.row * columns * wordBytes, (begin.row + wordRows) * columns * wordBytes);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    return forEachRun(layout, first, out, [&](const Run& run) -> Result<void> {
        const WordRow place = wordRowOf(layout, run.row);
        const std::byte* words =
            bytes->data() + ((place.row - begin.row) * columns + run.column) * wordBytes;
        unpackDown(words, words + columns * wordBytes, place.shift, layout.bits, run.out);
        return {};
    });
}

/// HQQ: packed row r holds the codes of rows r, r + step, r + 2 step, ..., the first highest.
std::uint64_t stackedStep(const CodeLayout& layout) {
    const std::uint64_t each = layout.bits == 3 ? 10 : 8 / static_cast<std::uint64_t>(layout.bits);
    return (static_cast<std::uint64_t>(layout.rows) + each - 1) / each;
}

Result<void> readStacked(const CodeLayout& layout, std::uint64_t first, Codes out) {
    const std::uint64_t step = stackedStep(layout);
    const auto columns = static_cast<std::uint64_t>(layout.columns);
    const std::uint64_t width = layout.bits == 3 ? wordBytes : 1;
    const unsigned each = layout.bits == 3 ? 10 : 8 / static_cast<unsigned>(layout.bits);
    const std::uint32_t mask = (1U << layout.bits) - 1;
    Window window(layout);
    while (!out.empty()) {
        // Up to the end of the rows that stand in the same bits.
        const std::uint64_t stack = first / (step * columns);
        const std::uint64_t inside = first - stack * step * columns;
        const std::size_t count = std::min<std::uint64_t>(step * columns - inside, out.size());
        const auto bytes = window.bytes(inside * width, (inside + count) * width);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        const unsigned shift =
            (each - 1 - static_cast<unsigned>(stack)) * static_cast<unsigned>(layout.bits);
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t packed =
                width == 1 ? std::to_integer<std::uint32_t>((*bytes)[i])
                           : littleEndian<std::uint32_t>(bytes->subspan(i * wordBytes));
            out[i] = static_cast<std::uint8_t>(packed >> shift & mask);
        }
        out = out.subspan(count);
        first += count;
    }
    return {};
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

Result<void> readCodes(const CodeLayout& layout, std::uint64_t first, std::span<std::uint8_t> out) {
    if (out.empty()) {
        return {};
    }
    switch (layout.order) {
        case Order::Words:
        case Order::AwqWords:
            return readWords(layout, first, out);
        case Order::DownWords:
        case Order::WordsDown:
            return readDown(layout, first, out);
        case Order::Stacked:
            return readStacked(layout, first, out);
        default:
            return readStream(layout, first, out);
    }
}

}  // namespace zeropoint
