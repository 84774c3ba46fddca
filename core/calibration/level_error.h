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

/// The same for a plain cast to a floating-point format of 16 bits and more: its levels are so
/// many and so fine that each power of two is a uniform grid whose error depends on the step alone
/// (step^2 / 12 for nearest rounding). Float32 values go into FP32 and FP64 unchanged.
double castError(const HistogramMoments& moments, const NumberFormat& format, Rounding rounding,
                 double from, double to);

}  // namespace zeropoint
