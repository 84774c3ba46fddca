// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/what_if.h"
#include "core/numerics/block_format.h"
#include "core/scheme/element_format.h"
#include "core/scheme/format_settings.h"
#include "core/scheme/levels.h"
#include "core/scheme/number_facts.h"
#include "ui/pages/calibrate/calibrate_rules.h"
#include "ui/state/workbench.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace zeropoint::ui {
namespace {

constexpr double leaning = 0.5;  ///< of the far end's distance from zero
constexpr int fewestBits = 2;
constexpr int mostBits = 16;

}  // namespace

double CalibrateFigures::codes() const {
    const CodeRange range = codeRange(scheme);
    return static_cast<double>(range.qmax) - range.qmin + 1;
}

double CalibrateFigures::usedShare() const {
    return (largestCode - smallestCode + 1) / codes();
}

double CalibrateFigures::peak() const {
    return std::max(std::abs(summary.min), std::abs(summary.max));
}

bool CalibrateFigures::leans() const {
    const double near = std::min(std::abs(summary.min), std::abs(summary.max));
    return near < leaning * std::max(std::abs(summary.min), std::abs(summary.max));
}

double CalibrateFigures::zeroShare() const {
    return summary.finite > 0
               ? static_cast<double>(summary.zeros) / static_cast<double>(summary.finite)
               : 0;
}

namespace {

/// What a float or a code book has in place of even steps.
void describeLevels(CalibrateFigures& f, const NumberFormat& format) {
    const Result<ElementFormat> element = elementFormat(f.scheme);
    if (!element) {
        return;
    }
    f.cast = !element->scaled;
    const double scale = f.cast ? 1 : f.params.scale;
    f.largestLevel = std::max(std::abs(element->lowest), element->highest) * scale;
    if (format.kind == FormatKind::CodeBook) {
        f.levels = gridLevels(f.params, f.scheme);
        const auto nearest = [&](double x) {
            return std::ranges::min_element(f.levels, {},
                                            [x](double level) { return std::abs(level - x); }) -
                   f.levels.begin();
        };
        f.levelsReached =
            f.levels.empty()
                ? 0
                : static_cast<int>(nearest(f.summary.max) - nearest(f.summary.min)) + 1;
        return;
    }
    f.floats = true;
    f.smallestLevel = limits(format).minSubnormal * scale;
    const auto stepAround = [&](double x) {
        NumberQuestion question;
        question.value = x / scale;
        return numberFacts(format, question).ulp * scale;
    };
    f.stepAtPeak = stepAround(std::min(f.peak(), f.largestLevel));
    f.stepAtSpread = stepAround(f.summary.std);
}

/// Errors of other ranges and widths, from the histogram.
void estimateOthers(CalibrateFigures& f, const FineHistogram& histogram, const RealRange& range,
                    const QuantScheme& whole) {
    const auto error = [&](const RealRange& one, const QuantScheme& scheme) {
        return estimateError(histogram, one.lo, one.hi, scheme).value_or(RangeError());
    };
    const auto withBits = [&](int bits) {
        QuantScheme other = whole;
        other.format = (whole.format.starts_with('u') ? "uint" : "int") + std::to_string(bits);
        return bits >= fewestBits && bits <= mostBits ? error(range, other) : RangeError();
    };
    f.estimate = error(range, whole);
    f.halved = error({range.lo / 2, range.hi / 2}, whole);
    f.bitMore = withBits(f.bits + 1);
    f.bitLess = withBits(f.bits - 1);
    f.narrowScale = scaleWithoutOutermost(histogram, whole);
    const Result<ElementFormat> element = elementFormat(whole);
    if (whole.symmetric && element && f.narrowScale > 0) {
        const double end = f.narrowScale * element->largest;
        f.narrowed = error({-end, end}, whole);
    }
}

}  // namespace

CalibrateFigures calibrateFigures(const Workbench& bench) {
    CalibrateFigures f;
    f.summary = bench.shown()->summary;
    f.scheme = bench.wholeScheme();
    f.params = bench.live().params;
    f.error = bench.live().error;
    f.estimated = bench.live().estimated;
    f.scheme.granularity = followed(bench.scheme()).granularity;
    const NumberFormat* format = findNumberFormat(f.scheme.format);
    f.integer = format != nullptr && format->kind == FormatKind::Integer;
    f.blocks = findBlockFormat(f.scheme.format) != nullptr;
    f.bits = format != nullptr ? format->bits : 0;
    if (format != nullptr && !f.integer && f.summary.finite > 0) {
        describeLevels(f, *format);
    }
    if (!f.integer || f.summary.finite == 0) {
        return f;
    }
    const QuantScheme whole = bench.wholeScheme();
    f.sample = traceSample(bench.sample(), f.params, whole);
    f.largestCode = static_cast<double>(traceSample(f.summary.max, f.params, whole).code);
    f.smallestCode = static_cast<double>(traceSample(f.summary.min, f.params, whole).code);
    const FineHistogram& histogram = bench.shown()->histogram;
    const RealRange& range = bench.live().range;
    estimateOthers(f, histogram, range, whole);
    const ErrorCurve curve = errorCurve(histogram, whole);
    if (!curve.points.empty()) {
        f.best = curve.points[curve.best];
        f.full = curve.points.back();
    }
    if (!whole.symmetric) {
        f.mirrored = mirroredError(bench.shown()->histogram, whole);
    }
    return f;
}

}  // namespace zeropoint::ui
