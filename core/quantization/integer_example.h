// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantization/integer_matmul.h"
#include "core/support/error.h"

#include <cstdint>
#include <vector>

namespace zeropoint {

/// A small layer to walk through: real matrices drawn from a seed, calibrated and quantized.
struct IntegerExample {
    IntegerLayer layer;
    IntegerWalk walk;
    std::vector<double> real;  ///< rows x columns: x w + bias before any quantization
};

/// x is uint8 with a zero point, w int8 without, y uint8; 2 x 4 times 4 x 3.
Result<IntegerExample> drawIntegerExample(std::uint64_t seed);

/// The next seed in which some output's two roundings differ; the seed itself when none is near.
std::uint64_t nextDiffering(std::uint64_t seed);

}  // namespace zeropoint
