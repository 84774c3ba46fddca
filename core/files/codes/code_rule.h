// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/codes/coded_values.h"
#include "core/numerics/level_lookup.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace zeropoint {

/// How codes become values, before the divisor: which entry of the grid is whose, and
/// (level - zero) * scale + bias, whatever order the codes were stored in.
class CodeRule {
public:
    /// The weight outlives it.
    explicit CodeRule(const CodedWeight& weight);

    /// The levels of codes up to four bits.
    const LevelTable& fewLevels() const { return m_fewLevels; }

    std::size_t entryOf(const CodeGrid& grid, std::uint64_t row, std::uint64_t column) const;

    /// Codes of one row after the other, the first from `column` of `row` on.
    void apply(const CodeGrid& grid, std::uint64_t row, std::uint64_t column,
               std::span<const std::uint8_t> codes, std::span<float> out) const;

private:
    /// Values of one row that stand side by side.
    struct Row {
        std::uint64_t row = 0;
        std::uint64_t column = 0;
        std::span<const std::uint8_t> codes;
        std::span<float> out;
    };

    std::size_t gridRow(const CodeGrid& grid, std::uint64_t row) const;
    void applyRow(const CodeGrid& grid, const Row& row) const;
    /// One entry of the grid for all of them.
    void applyEntry(const CodeGrid& grid, std::size_t entry, std::span<const std::uint8_t> codes,
                    std::span<float> out) const;
    /// An entry of its own for each.
    void applyEntries(const CodeGrid& grid, std::size_t entry, std::span<const std::uint8_t> codes,
                      std::span<float> out) const;
    /// Columns whose entries stand in any order (act-order): no two neighbours share one.
    void applyScattered(const CodeGrid& grid, const Row& row) const;

    const CodedWeight* m_weight;
    LevelTable m_fewLevels{};
};

}  // namespace zeropoint
