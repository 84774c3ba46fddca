// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <cstdint>
#include <span>
#include <vector>

namespace zeropoint {

/// What the codes around one value of a packed weight stand for.
struct PackedGrid {
    float scale = 1;
    float zeroPoint = 0;  ///< in steps of the scale; 0 where the scheme has none
    std::int32_t firstCode = 0;
    std::vector<float> levels;  ///< of code firstCode + i; as many as the format has codes
};

/// The values of a weight that is stored as codes with scales: read back exactly as the format's
/// rule says. Shapes are those of the logical tensor, row-major. May be used from several threads.
class PackedValues {
public:
    virtual ~PackedValues() = default;

    /// Values [first, first + out.size()), which must lie inside the tensor.
    virtual Result<void> read(std::uint64_t first, std::span<float> out) const = 0;

    /// Their codes as they are stored: from 0 up, or from below 0 where the codes are signed.
    virtual Result<void> readCodes(std::uint64_t first, std::span<std::int32_t> out) const = 0;

    /// The grid that the value at `index` was rounded to.
    virtual Result<PackedGrid> gridAt(std::uint64_t index) const = 0;
};

}  // namespace zeropoint
