// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "core/tensor/tensor.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace zeropoint {

/// How a granularity cuts a row-major tensor into units that share a scale. A run is a stretch of
/// neighbours of one unit: a channel has one run in each index before its axis; a group is one.
/// Units are numbered in row-major order: channels along their axis, groups row by row.
class UnitLayout {
public:
    /// Refuses an axis that the shape does not have and a group size below 1. A scalar counts as a
    /// row of one value. A tensor without values has no channels and no groups.
    static Result<UnitLayout> make(const Shape& shape, const QuantScheme& scheme);

    std::size_t units() const { return m_units; }
    std::size_t size() const { return m_size; }
    /// Length of a run; of groups the longest.
    std::size_t runLength() const { return m_run; }
    /// Values of one unit side by side in memory (tensor and group granularity).
    bool contiguous() const { return m_contiguous; }

    std::size_t unitOf(std::size_t index) const {
        if (m_row == m_run) {
            return index / m_run % m_units;
        }
        return index / m_row * m_perRow + index % m_row / m_run;
    }

    /// First index behind the run that holds `index`.
    std::size_t runEnd(std::size_t index) const {
        const std::size_t row = index / m_row * m_row;
        return row + std::min(m_row, ((index - row) / m_run + 1) * m_run);
    }

    /// Calls use(unit, begin, end) for each run of [begin, end), cut at its ends.
    template <typename Use>
    void forRuns(std::size_t begin, std::size_t end, Use use) const {
        while (begin < end) {
            const std::size_t stop = std::min(end, runEnd(begin));
            use(unitOf(begin), begin, stop);
            begin = stop;
        }
    }

    /// The values of one unit: a view where they are contiguous, else copied into `buffer`.
    std::span<const float> values(std::span<const float> all, std::size_t unit,
                                  std::vector<float>& buffer) const;

private:
    std::size_t m_size = 0;
    std::size_t m_units = 1;
    std::size_t m_run = 1;     ///< length of a run (the last of a row may be shorter)
    std::size_t m_row = 1;     ///< runs start anew at multiples of it
    std::size_t m_perRow = 1;  ///< runs in a row
    bool m_contiguous = true;
};

}  // namespace zeropoint
