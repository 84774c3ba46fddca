// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/comparison/pair_tensors.h"
#include "core/files/weight_file.h"
#include "core/support/error.h"

#include <cstdint>
#include <span>
#include <vector>

namespace zeropoint {

/// The values of two tensors in the order of A, a piece at a time, so that neither need fit into
/// memory. May be used from several threads, each with a scratch of its own.
class PairReader {
public:
    /// The pair must be comparable (TensorPair::whyNot is empty) and the files outlive the reader.
    PairReader(const WeightFile& a, const WeightFile& b, const TensorPair& pair);

    std::uint64_t elements() const { return m_elements; }
    /// Values to ask for at once: pieces begin at multiples of it, and all but the last are as
    /// long. Above 2^22 only where a head or 16 rows are longer.
    std::uint64_t pieceSize() const { return m_pieceSize; }

    /// Values [first, first + a.size()) of A and the values of B that stand for them; spans of one
    /// length. Errors as WeightFile::readValues.
    Result<void> read(std::uint64_t first, std::span<float> a, std::span<float> b,
                      std::vector<float>& scratch) const;

    /// Those of A alone.
    Result<void> readA(std::uint64_t first, std::span<float> a) const;
    /// Where value `index` of A stands in its tensor, of which it may be a part.
    std::uint64_t indexInA(std::uint64_t index) const { return m_firstOfA + index; }
    /// Where in B's own order the value stands that belongs to value `index` of A.
    std::uint64_t indexInB(std::uint64_t index) const;

private:
    std::int64_t placeInB(std::int64_t output) const;
    Result<void> readB(std::uint64_t first, std::span<float> b) const;
    Result<void> readHeads(std::uint64_t first, std::span<float> b) const;
    Result<void> readTransposed(std::uint64_t first, std::span<float> b,
                                std::vector<float>& scratch) const;

    const WeightFile* m_a;
    const WeightFile* m_b;
    TensorPair m_pair;
    std::uint64_t m_elements = 0;
    std::uint64_t m_firstOfA = 0;  ///< where a part begins
    std::uint64_t m_firstOfB = 0;
    std::uint64_t m_columns = 0;  ///< values of a row of A
    std::uint64_t m_pieceSize;
};

}  // namespace zeropoint
