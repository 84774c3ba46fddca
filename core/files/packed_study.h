// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/weight_file.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace zeropoint {

/// How a weight that is stored as codes uses them, and what they stand for in the group, or the
/// block, of its first value.
struct PackedStudy {
    std::int32_t firstCode = 0;         ///< of counts and levels
    std::vector<std::uint64_t> counts;  ///< values that have code firstCode + i
    /// What the code stands for in the first group; NaN: no value of a first block with several
    /// scales has the code, or none at all.
    std::vector<float> levels;
    float scale = 1;       ///< of the first group
    float zeroPoint = 0;   ///< of the first group; 0 for blocks, which have minima instead
    std::size_t used = 0;  ///< codes that at least one value has
};

/// Reads all codes once, piece by piece, of packed weights and of block formats. InvalidArgument
/// for a tensor that is stored as numbers, Cancelled, and errors as WeightFile::readValues.
Result<PackedStudy> studyPacked(const WeightFile& file, std::size_t index,
                                const Execution& execution = {});

}  // namespace zeropoint
