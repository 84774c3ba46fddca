// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/codes/code_stream.h"
#include "core/files/packed_values.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace zeropoint {

/// What a code stands for before scale and zero point.
struct CodeLevels {
    /// Integers: (code xor flip) - base, so that 0x80 and 128 make a signed byte of an unsigned
    /// one.
    std::uint8_t flip = 0;
    float base = 0;
    /// Other formats: the value of each code; used when `table` is set.
    bool table = false;
    std::array<float, 256> values{};
    /// Formats whose values arithmetic finds faster than a table does; the same to the bit.
    enum class Formula { None, E4M3 };
    Formula formula = Formula::None;

    float of(std::uint8_t code) const {
        return table ? values[code] : static_cast<float>(code ^ flip) - base;
    }
};

CodeLevels unsignedLevels();
/// Codes of `bits` bits that stand for code - 2^(bits - 1).
CodeLevels offsetLevels(int bits);
/// Two's complement of `bits` bits.
CodeLevels signedLevels(int bits);
/// The codes of a number format ("fp8-e4m3", "fp4-e2m1", "nf4"), up to 8 bits.
CodeLevels formatLevels(std::string_view format);

/// Scales, zero points and biases of a weight, one an entry of the grid.
struct CodeGrid {
    std::vector<float> scales;
    std::vector<float> zeros;                   ///< empty: none
    std::vector<float> biases;                  ///< empty: none
    std::vector<std::uint32_t> rowGroups;       ///< not empty: the grid row of each row (act-order)
    std::vector<std::uint32_t> columnGroups{};  ///< the same of the grid's columns
};

/// Which entry of the grid belongs to a value: (row / rowsPer % rowPeriod) * gridColumns
/// + column / columnsPer; 0 stands for "all of them".
struct GridLayout {
    std::int64_t rowsPer = 1;
    std::int64_t rowPeriod = 0;
    std::int64_t columnsPer = 0;
    std::int64_t gridColumns = 1;
};

using LoadGrid = std::function<Result<CodeGrid>()>;

/// Keeps the grids that were used last, for all weights of a file: a scan goes over a weight in
/// pieces and must not load its scales for each.
class GridKeeper;
std::shared_ptr<GridKeeper> makeGridKeeper();

struct CodedWeight {
    CodeLayout codes;
    CodeLevels levels;
    GridLayout layout;
    LoadGrid load;
    std::shared_ptr<GridKeeper> keeper;
    float divisor = 1;  ///< of every value, at the end
};

/// Entries that the grid of a weight must have; -1 for counts that cannot be.
std::int64_t gridEntries(const CodedWeight& weight);

/// value = ((level(code) - zero) * scale + bias) / divisor, each step rounded to float32; the
/// levels, integer zero points and scales of 16 bits of all known formats make that product exact.
std::shared_ptr<const PackedValues> codedValues(CodedWeight weight);

}  // namespace zeropoint
