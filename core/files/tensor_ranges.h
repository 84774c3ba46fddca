// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/weight_file.h"
#include "core/statistics/moments.h"
#include "core/statistics/summary.h"
#include "core/support/error.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace zeropoint {

/// Sums of summaries, in the order in which they are added.
class SummaryJoin {
public:
    void add(const Summary& part);
    Summary result(SummaryDetail detail) const;

private:
    Summary m_sum;
    Moments m_moments;
};

/// What one shard reads into; allocated once and lent on.
class Scratch {
public:
    /// Bytes that are read at once: fewer would cost more in calls than they save in the cache.
    static constexpr std::uint64_t pieceBytes = 1 << 20;
    /// Values that are asked for at once where reading and decoding are one.
    static constexpr std::uint64_t pieceSize = 1 << 17;

    /// Memory for bytes that stand at `offset` of a file. It begins at the same place within a
    /// cache line as they do in the system's copy of the file: some CPUs copy two to three times
    /// slower to an address that is a few bytes ahead.
    std::span<std::byte> bytesAt(std::uint64_t offset, std::size_t count) {
        m_lines.resize(pieceBytes / sizeof(Line) + 1);
        return std::as_writable_bytes(std::span(m_lines)).subspan(offset % sizeof(Line), count);
    }
    std::span<float> values() {
        m_values.resize(pieceSize);
        return m_values;
    }

private:
    struct alignas(64) Line {
        std::array<float, 16> values;
    };

    std::vector<Line> m_lines;
    std::vector<float> m_values;
};

/// One tensor of a file, summarized a range at a time.
class TensorRanges {
public:
    TensorRanges(const WeightFile& file, std::size_t index);

    std::uint64_t elements() const { return m_elements; }

    /// Of values [begin, end): of the tensor, or of its storage where that holds the same values
    /// in another order. Errors as WeightFile::readValues.
    Result<SummaryJoin> summarize(std::uint64_t begin, std::uint64_t end, Scratch& scratch,
                                  SummaryDetail detail) const;

private:
    const WeightFile* m_file;
    std::size_t m_index;
    std::uint64_t m_elements;
    std::optional<StoredTensor> m_plain;  ///< whole numbers of bytes, one after the other
};

}  // namespace zeropoint
