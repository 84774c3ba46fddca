// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/error_curve.h"
#include "core/scheme/affine.h"
#include "core/scheme/quant_scheme.h"
#include "core/statistics/summary.h"
#include "ui/pages/coach_rule.h"

#include <QCoreApplication>

namespace zeropoint::ui {

class Workbench;

/// The translation context of the words of this page's Coach.
class CalibrateCoach {
    Q_DECLARE_TR_FUNCTIONS(CalibrateCoach)
};

/// What the Coach of the Calibrate page compares.
struct CalibrateFigures {
    Summary summary;
    QuantScheme scheme;
    QuantParams params;
    RangeError error;
    // From the histogram, all four: an estimate against an exact figure would compare two methods.
    RangeError estimate;  ///< of the present range
    RangeError best;      ///< of the ranges that shrink from the full one
    RangeError full;      ///< of the full range itself
    RangeError mirrored;  ///< symmetric over the full range; mse 0: not compared
    // The same where there are such a range and such a width; else mse 0.
    RangeError halved;    ///< of half the present range
    RangeError narrowed;  ///< of the range without the outermost value, symmetric
    RangeError bitMore;   ///< of the present range with one bit more
    RangeError bitLess;
    double largestCode = 0;  ///< of the data within the range
    double smallestCode = 0;
    double narrowScale = 0;  ///< without the outermost value; 0: not known
    int bits = 8;
    bool integer = true;
    bool blocks = false;  ///< a block format: no range is set by hand
    // Of formats that are no integers, scale included.
    bool floats = false;
    bool cast = false;           ///< a float without a scale
    double largestLevel = 0;     ///< finite
    double smallestLevel = 0;    ///< above zero
    double stepAtPeak = 0;       ///< of a float, around the largest magnitude
    double stepAtSpread = 0;     ///< around a standard deviation
    std::vector<double> levels;  ///< of a code book
    int levelsReached = 0;       ///< between those of the smallest and the largest value
    bool estimated = false;
    SampleTrace sample;

    double codes() const;
    /// Share of the codes that lie between those of the smallest and the largest value: no more
    /// than these are used.
    double usedShare() const;
    /// Whether one end of the values lies much nearer to zero than the other.
    bool leans() const;
    double peak() const;  ///< the largest magnitude
    double zeroShare() const;
};

CalibrateFigures calibrateFigures(const Workbench& bench);
std::span<const CoachRule<CalibrateFigures>> calibrateRules();

}  // namespace zeropoint::ui
