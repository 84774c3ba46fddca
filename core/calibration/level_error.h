// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/histogram_moments.h"
#include "core/numerics/number_format.h"

#include <span>

namespace zeropoint {

/// Sum of squared errors (stochastic rounding: expected) of the histogram's values in [from, to]
/// against ascending levels times `scale`, from the running sums: constant time a level.
double levelError(const HistogramMoments& moments, std::span<const double> levels, double scale,
                  Rounding rounding, double from, double to);

/// Largest distance between neighbouring levels of which the stretch [from, to] touches some; 0
/// when there is none.
double largestGap(std::span<const double> levels, double from, double to);

/// Formats into which float32 values go unchanged.
bool isExact(const NumberFormat& format);

}  // namespace zeropoint
