// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/error_curve.h"
#include "core/scheme/affine.h"
#include "core/scheme/quant_scheme.h"
#include "core/statistics/summary.h"
#include "ui/pages/coach_rule.h"

namespace zeropoint::ui {

class Workbench;

/// What the Coach of the Calibrate page compares.
struct CalibrateFigures {
    Summary summary;
    QuantScheme scheme;
    QuantParams params;
    RangeError error;
    // From the histogram, all four: an estimate against an exact figure would compare two methods.
    RangeError estimate;     ///< of the present range
    RangeError best;         ///< of the ranges that shrink from the full one
    RangeError full;         ///< of the full range itself
    RangeError mirrored;     ///< symmetric over the full range; mse 0: not compared
    double largestCode = 0;  ///< of the data within the range
    double smallestCode = 0;
    double narrowScale = 0;  ///< without the outermost value; 0: not known
    int bits = 8;
    bool integer = true;
    bool blocks = false;  ///< a block format: no range is set by hand
    bool estimated = false;
    SampleTrace sample;

    double codes() const;
    /// Share of the codes that lie between those of the smallest and the largest value: no more
    /// than these are used.
    double usedShare() const;
    double zeroShare() const;
};

CalibrateFigures calibrateFigures(const Workbench& bench);
std::span<const CoachRule<CalibrateFigures>> calibrateRules();

}  // namespace zeropoint::ui
