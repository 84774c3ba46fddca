// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/pair_reader.h"

#include <algorithm>

namespace zeropoint {
namespace {

/// Both sides of a piece stay in a core's cache until they are measured.
constexpr std::uint64_t plainPiece = 1 << 16;

/// Rows of A whose values are columns of B: as many as let a read of B be worth its call, but no
/// more than fit into 16 MiB.
std::uint64_t rowsAtOnce(std::uint64_t columns, std::uint64_t rows, std::uint64_t heads) {
    constexpr std::uint64_t mostValues = 1 << 22;
    const std::uint64_t wanted =
        std::clamp<std::uint64_t>(mostValues / std::max<std::uint64_t>(columns, 1), 16, 256);
    const std::uint64_t whole =
        heads > 0 ? std::max(wanted / heads, std::uint64_t{1}) * heads : wanted;
    return std::min(whole, std::max<std::uint64_t>(rows, 1));
}

void shift(std::span<float> values, float by) {
    if (by != 0) {
        std::ranges::transform(values, values.begin(), [by](float x) { return x + by; });
    }
}

/// Where a part begins in its tensor.
std::uint64_t firstValue(const TensorInfo& info, const TensorPart& part) {
    const std::int64_t places = info.shape.empty() ? 0 : info.shape.front();
    return part.first > 0 && places > 0
               ? static_cast<std::uint64_t>(elementCount(info.shape) / places * part.first)
               : 0;
}

}  // namespace

PairReader::PairReader(const WeightFile& a, const WeightFile& b, const TensorPair& pair)
    : m_a(&a), m_b(&b), m_pair(pair), m_pieceSize(plainPiece) {
    const Shape shape = shapeOf(a.tensors()[pair.a], pair.partOfA);
    m_elements = static_cast<std::uint64_t>(elementCount(shape));
    m_firstOfA = firstValue(a.tensors()[pair.a], pair.partOfA);
    m_firstOfB = firstValue(b.tensors()[pair.b], pair.partOfB);
    const std::uint64_t rows = shape.empty() ? 1 : static_cast<std::uint64_t>(shape.front());
    m_columns = rows > 0 ? m_elements / rows : 0;
    if (pair.arrangement.transposed) {
        const bool headsInRows = pair.arrangement.outputsInRows;
        const auto heads =
            headsInRows ? static_cast<std::uint64_t>(pair.arrangement.headSize) : std::uint64_t{0};
        m_pieceSize = std::max<std::uint64_t>(rowsAtOnce(m_columns, rows, heads) * m_columns, 1);
    }
}

Result<void> PairReader::read(std::uint64_t first, std::span<float> a, std::span<float> b,
                              std::vector<float>& scratch) const {
    if (auto done = readA(first, a); !done) {
        return done;
    }
    const Arrangement& arrangement = m_pair.arrangement;
    const auto done = arrangement.transposed     ? readTransposed(first, b, scratch)
                      : arrangement.headSize > 0 ? readHeads(first, b)
                                                 : readB(first, b);
    shift(b, arrangement.addToB);
    return done;
}

Result<void> PairReader::readA(std::uint64_t first, std::span<float> a) const {
    const auto done = m_a->readValues(m_pair.a, m_firstOfA + first, a);
    shift(a, m_pair.arrangement.addToA);
    return done;
}

std::uint64_t PairReader::indexInB(std::uint64_t index) const {
    const Arrangement& arrangement = m_pair.arrangement;
    if (!arrangement.transposed && arrangement.headSize == 0) {
        return m_firstOfB + index;
    }
    const std::uint64_t row = index / m_columns;
    const std::uint64_t column = index % m_columns;
    const auto moved = [this](std::uint64_t output) {
        return static_cast<std::uint64_t>(placeInB(static_cast<std::int64_t>(output)));
    };
    if (!arrangement.transposed) {
        return m_firstOfB + moved(row) * m_columns + column;
    }
    const std::uint64_t rowsOfA = m_elements / m_columns;
    return m_firstOfB + (arrangement.outputsInRows ? column * rowsOfA + moved(row)
                                                   : moved(column) * rowsOfA + row);
}

Result<void> PairReader::readB(std::uint64_t first, std::span<float> b) const {
    return m_b->readValues(m_pair.b, m_firstOfB + first, b);
}

/// Where the output that A has at this place stands in B.
std::int64_t PairReader::placeInB(std::int64_t output) const {
    const Arrangement& arrangement = m_pair.arrangement;
    if (arrangement.headSize == 0) {
        return output;
    }
    if (arrangement.queriesPerKey > 0) {
        const auto outputs = static_cast<std::int64_t>(
            arrangement.outputsInRows ? m_elements / m_columns : m_columns);
        return (arrangement.otherOrderInA ? apartRow : groupedRow)(
            output, outputs, arrangement.headSize, arrangement.queriesPerKey);
    }
    return arrangement.otherOrderInA ? halfSplitRow(output, arrangement.headSize)
                                     : interleavedRow(output, arrangement.headSize);
}

Result<void> PairReader::readHeads(std::uint64_t first, std::span<float> b) const {
    while (!b.empty()) {
        const std::uint64_t column = first % m_columns;
        const std::size_t count = std::min<std::uint64_t>(m_columns - column, b.size());
        const auto row =
            static_cast<std::uint64_t>(placeInB(static_cast<std::int64_t>(first / m_columns)));
        if (auto done = readB(row * m_columns + column, b.first(count)); !done) {
            return done;
        }
        b = b.subspan(count);
        first += count;
    }
    return {};
}

/// Whole rows of A, which are columns of B.
Result<void> PairReader::readTransposed(std::uint64_t first, std::span<float> b,
                                        std::vector<float>& scratch) const {
    const std::uint64_t rowsOfA = m_elements / m_columns;
    const std::uint64_t row = first / m_columns;
    const std::uint64_t rows = b.size() / m_columns;
    const bool headsInRows = m_pair.arrangement.outputsInRows;
    scratch.resize(rows);
    for (std::uint64_t column = 0; column < m_columns; ++column) {
        const std::uint64_t rowOfB =
            headsInRows ? column
                        : static_cast<std::uint64_t>(placeInB(static_cast<std::int64_t>(column)));
        if (auto done = readB(rowOfB * rowsOfA + row, scratch); !done) {
            return done;
        }
        for (std::uint64_t i = 0; i < rows; ++i) {
            // A piece holds whole heads, so that their places stay within it.
            const std::uint64_t place =
                headsInRows ? static_cast<std::uint64_t>(placeInB(static_cast<std::int64_t>(i)))
                            : i;
            b[i * m_columns + column] = scratch[place];
        }
    }
    return {};
}

}  // namespace zeropoint
