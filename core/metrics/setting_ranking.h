// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/affine.h"
#include "core/statistics/fine_histogram.h"
#include "core/statistics/summary.h"

#include <cstddef>
#include <span>
#include <vector>

namespace zeropoint {

enum class Better { Higher, Lower };

/// Settings whose bits per weight are no further apart than this are compared with each other: a
/// format that takes twice the bits is not better for having the smaller error.
inline constexpr double equalBits = 0.25;

/// Which of the figures is the best among those at about its own bits per weight. None where it
/// stands alone, or where all that it can be compared with have the same; NaN takes no part.
std::vector<bool> bestAtEqualBits(std::span<const double> figures, std::span<const double> bits,
                                  Better better);

/// Which settings take about as many bits per weight as the one at `place`, itself among them.
std::vector<bool> atBitsOf(std::span<const double> bits, std::size_t place);

/// The part of the axis in which the bulk of the values lies: the middle 80 % and as much again on
/// each side, within the axis. Outlier channels may lie outside.
RealRange bulkOf(const FineHistogram& histogram, const RealRange& axis);

/// Edges of at most `most` equal bins over a range. With the step of a grid, of which `level` is
/// one level, a bin is a whole number of steps whose edges lie between levels, or an equal part of
/// a step with every level in the middle of one: else bins beat with the levels.
std::vector<double> binsOver(const RealRange& range, std::size_t most, double step = 0,
                             double level = 0);

}  // namespace zeropoint
