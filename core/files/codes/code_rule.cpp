// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/codes/code_rule.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace zeropoint {
namespace {

/// Sign, four bits of exponent (bias 7), three of mantissa; all ones is NaN. Without
/// a branch or a look-up, so that it is vector code.
float valueOfE4M3(std::uint8_t code) {
    const std::uint32_t magnitude = code & 0x7FU;
    const auto normal = std::bit_cast<float>((magnitude << 20) + (120U << 23));
    const float subnormal = static_cast<float>(magnitude) * 0x1p-9F;
    const float value = magnitude < 8 ? subnormal : normal;
    const float finite = (code & 0x80U) != 0 ? -value : value;
    return magnitude == 0x7F ? std::numeric_limits<float>::quiet_NaN() : finite;
}

/// One entry of the grid for all of them, the level of a code by a function.
template <typename Level>
void applyLevels(Level level, float zero, float scale, std::span<const std::uint8_t> codes,
                 std::span<float> out) {
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i] = (level(codes[i]) - zero) * scale;
    }
}

/// The levels of codes up to four bits, each once for all values that share an entry.
void applyFewLevels(const LevelTable& levels, float zero, float scale, const float* bias,
                    std::span<const std::uint8_t> codes, std::span<float> out) {
    LevelTable values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = (levels[i] - zero) * scale;
    }
    if (bias != nullptr) {
        for (float& value : values) {
            value += *bias;
        }
    }
    lookUp(values, codes, out);
}

/// An entry of its own for each, the level of a code by a function.
template <typename Level>
void applyOwn(Level level, const CodeGrid& grid, std::size_t entry,
              std::span<const std::uint8_t> codes, std::span<float> out) {
    const float* scales = grid.scales.data() + entry;
    if (grid.zeros.empty()) {
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i] = level(codes[i]) * scales[i];
        }
        return;
    }
    const float* zeros = grid.zeros.data() + entry;
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i] = (level(codes[i]) - zeros[i]) * scales[i];
    }
}

}  // namespace

CodeRule::CodeRule(const CodedWeight& weight) : m_weight(&weight) {
    for (std::size_t code = 0; code < m_fewLevels.size(); ++code) {
        m_fewLevels[code] = weight.levels.of(static_cast<std::uint8_t>(code));
    }
}

void CodeRule::apply(const CodeGrid& grid, std::uint64_t row, std::uint64_t column,
                     std::span<const std::uint8_t> codes, std::span<float> out) const {
    const auto columns = static_cast<std::uint64_t>(m_weight->codes.columns);
    for (std::size_t at = 0; at < out.size(); ++row, column = 0) {
        const std::size_t length = std::min<std::uint64_t>(columns - column, out.size() - at);
        applyRow(grid, {row, column, codes.subspan(at, length), out.subspan(at, length)});
        at += length;
    }
}

std::size_t CodeRule::gridRow(const CodeGrid& grid, std::uint64_t row) const {
    const GridLayout& layout = m_weight->layout;
    if (!grid.rowGroups.empty()) {
        return grid.rowGroups[row];
    }
    const std::uint64_t of = layout.rowsPer == 0 ? 0
                             : layout.rowsPer == 1
                                 ? row
                                 : row / static_cast<std::uint64_t>(layout.rowsPer);
    return layout.rowPeriod == 0 ? of : of % static_cast<std::uint64_t>(layout.rowPeriod);
}

std::size_t CodeRule::entryOf(const CodeGrid& grid, std::uint64_t row, std::uint64_t column) const {
    const auto per = static_cast<std::uint64_t>(m_weight->layout.columnsPer);
    const std::size_t gridColumn = per == 0                    ? 0
                                   : grid.columnGroups.empty() ? column / per
                                                               : grid.columnGroups[column];
    return gridRow(grid, row) * static_cast<std::size_t>(m_weight->layout.gridColumns) + gridColumn;
}

void CodeRule::applyRow(const CodeGrid& grid, const Row& row) const {
    const auto per = static_cast<std::uint64_t>(m_weight->layout.columnsPer);
    const std::size_t entry = entryOf(grid, row.row, row.column);
    if (per == 0) {
        return applyEntry(grid, entry, row.codes, row.out);
    }
    if (!grid.columnGroups.empty()) {
        return applyScattered(grid, row);
    }
    if (per == 1) {
        return applyEntries(grid, entry, row.codes, row.out);
    }
    std::size_t at = 0;
    std::uint64_t left = per - row.column % per;
    for (std::size_t next = entry; at < row.out.size(); ++next, left = per) {
        const std::size_t length = std::min<std::uint64_t>(left, row.out.size() - at);
        applyEntry(grid, next, row.codes.subspan(at, length), row.out.subspan(at, length));
        at += length;
    }
}

void CodeRule::applyEntry(const CodeGrid& grid, std::size_t entry,
                          std::span<const std::uint8_t> codes, std::span<float> out) const {
    const CodeLevels& levels = m_weight->levels;
    const float scale = grid.scales[entry];
    const float zero = grid.zeros.empty() ? 0.0F : grid.zeros[entry];
    const float* bias = grid.biases.empty() ? nullptr : &grid.biases[entry];
    if (m_weight->codes.bits <= 4) {
        return applyFewLevels(m_fewLevels, zero, scale, bias, codes, out);
    }
    const std::uint8_t flip = levels.flip;
    const float base = levels.base;
    if (levels.formula == CodeLevels::Formula::E4M3) {
        applyLevels(valueOfE4M3, zero, scale, codes, out);
    } else if (levels.table) {
        applyLevels([&](std::uint8_t code) { return levels.values[code]; }, zero, scale, codes,
                    out);
    } else {
        applyLevels([=](std::uint8_t code) { return static_cast<float>(code ^ flip) - base; }, zero,
                    scale, codes, out);
    }
    for (std::size_t i = 0; bias != nullptr && i < out.size(); ++i) {
        out[i] += *bias;
    }
}

void CodeRule::applyScattered(const CodeGrid& grid, const Row& row) const {
    for (std::size_t i = 0; i < row.out.size(); ++i) {
        const std::size_t entry = entryOf(grid, row.row, row.column + i);
        const float zero = grid.zeros.empty() ? 0.0F : grid.zeros[entry];
        row.out[i] = (m_weight->levels.of(row.codes[i]) - zero) * grid.scales[entry];
        if (!grid.biases.empty()) {
            row.out[i] += grid.biases[entry];
        }
    }
}

void CodeRule::applyEntries(const CodeGrid& grid, std::size_t entry,
                            std::span<const std::uint8_t> codes, std::span<float> out) const {
    const CodeLevels& levels = m_weight->levels;
    const std::uint8_t flip = levels.flip;
    const float base = levels.base;
    if (levels.table) {
        applyOwn([&](std::uint8_t code) { return levels.values[code]; }, grid, entry, codes, out);
    } else {
        applyOwn([=](std::uint8_t code) { return static_cast<float>(code ^ flip) - base; }, grid,
                 entry, codes, out);
    }
    for (std::size_t i = 0; !grid.biases.empty() && i < out.size(); ++i) {
        out[i] += grid.biases[entry + i];
    }
}

}  // namespace zeropoint
