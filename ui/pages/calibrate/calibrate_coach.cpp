// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/calibrate_coach.h"

#include "core/calibration/error_curve.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>

#include <cmath>

namespace zeropoint::ui {
namespace {

class CalibrateCoach {
    Q_DECLARE_TR_FUNCTIONS(CalibrateCoach)
};

/// Parts within this factor of each other are called even.
constexpr double evenFactor = 1.5;

QString balance(const RangeError& error, const Source& source) {
    const double clipped =
        std::round(error.clippedFraction * static_cast<double>(source.summary.finite));
    if (error.mse == 0) {
        return CalibrateCoach::tr("<b>Nothing is lost.</b> Every value is a level of the grid.");
    }
    if (error.clipMse == 0) {
        return CalibrateCoach::tr(
            "<b>All of the error is rounding.</b> No value lies outside the handles. "
            "Pull one in: the step shrinks for all the others.");
    }
    const QString share = formatPercent(error.clipMse / error.mse);
    const QString count = formatCount(static_cast<qulonglong>(clipped));
    const QString all = formatCount(source.summary.finite);
    if (error.clipMse > error.roundMse * evenFactor) {
        return CalibrateCoach::tr(
                   "<b>Clipping makes %1 of the error</b>, although only %2 of %3 values lie "
                   "outside "
                   "the handles. The farthest is pulled in by %4.")
            .arg(share, count, all, formatNumber(error.maxAbsError));
    }
    if (error.roundMse > error.clipMse * evenFactor) {
        return CalibrateCoach::tr(
                   "<b>Rounding makes %1 of the error.</b> %2 of %3 values are clipped and cost "
                   "little: "
                   "a narrower range may still pay.")
            .arg(formatPercent(error.roundMse / error.mse), count, all);
    }
    return CalibrateCoach::tr(
               "<b>Clipping and rounding are about even.</b> Near the best range they trade one "
               "for "
               "the other: %1 of the error is clipping.")
        .arg(share);
}

QString roundingTheory(const LiveResult& live) {
    const double expected = live.params.scale * live.params.scale / 12;
    return CalibrateCoach::tr(
               "Values spread evenly between levels would make a rounding error of "
               "s² / 12 = %1; here it is %2.")
        .arg(formatNumber(expected, 3), formatNumber(live.error.roundMse, 3));
}

QString tieParagraph(const Workbench& bench) {
    const SampleTrace trace = traceSample(bench.sample(), bench.live().params, bench.scheme());
    if (!trace.tie) {
        return {};
    }
    return CalibrateCoach::tr(
               "%1 / s = %2 is a tie. PyTorch and NumPy send ties to the even neighbour; here it "
               "becomes %3 and comes back as %4.")
        .arg(formatNumber(trace.x), formatNumber(trace.scaled), formatNumber(trace.rounded),
             formatNumber(trace.dequantized));
}

/// Widening the range by two fifths: the answer is worked out from the histogram.
Prediction widening(const Workbench& bench) {
    const LiveResult& live = bench.live();
    const QuantScheme whole = bench.wholeScheme();
    const NumberFormat* format = findNumberFormat(whole.format);
    if (format == nullptr || format->kind != FormatKind::Integer || live.error.roundMse <= 0) {
        return {};
    }
    constexpr double widened = 1.4;
    const double hi = live.range.hi * widened;
    const double lo = whole.symmetric ? -hi : live.range.lo;
    const FineHistogram& histogram = bench.source()->histogram;
    // Both from the histogram: an estimate against an exact figure would compare two methods.
    const Result<RangeError> before = estimateError(histogram, live.range.lo, live.range.hi, whole);
    const Result<RangeError> after = estimateError(histogram, lo, hi, whole);
    const Result<QuantParams> wider = chooseParams(lo, hi, whole);
    if (!before || !after || !wider || live.range.hi <= 0 || !(before->roundMse > 0)) {
        return {};
    }
    const double ratio = after->roundMse / before->roundMse;
    const double growth = wider->scale / live.params.scale;
    Prediction prediction;
    prediction.question =
        CalibrateCoach::tr("Drag max from %1 to %2. What happens to the rounding error?")
            .arg(formatNumber(live.range.hi, 3), formatNumber(hi, 3));
    prediction.options = {CalibrateCoach::tr("It stays about the same"),
                          CalibrateCoach::tr("It about doubles"), CalibrateCoach::tr("It falls")};
    prediction.correct = ratio < 0.95 ? 2 : ratio < 1.3 ? 0 : 1;
    prediction.explanation =
        CalibrateCoach::tr(
            "The step grows %1 times, so its square grows %2 times; on this tensor "
            "the rounding error goes from about %3 to about %4, as its histogram tells.")
            .arg(formatNumber(growth, 3), formatNumber(growth * growth, 3),
                 formatNumber(before->roundMse, 3), formatNumber(after->roundMse, 3));
    return prediction;
}

}  // namespace

CoachText calibrateCoach(const Workbench& bench) {
    CoachText text;
    if (!bench.source()) {
        text.paragraphs = {
            CalibrateCoach::tr("Load a tensor: open a file, or draw a distribution.")};
        return text;
    }
    if (bench.source()->summary.finite == 0) {
        text.paragraphs << CalibrateCoach::tr(
            "No value is finite: there is nothing to quantize and no error.");
        return text;
    }
    text.paragraphs << balance(bench.live().error, *bench.source());
    if (bench.live().estimated) {
        text.paragraphs << CalibrateCoach::tr("These figures are estimates until the hand rests.");
    }
    const NumberFormat* format = findNumberFormat(bench.scheme().format);
    if (format != nullptr && format->kind == FormatKind::Integer) {
        text.paragraphs << roundingTheory(bench.live());
    }
    if (const QString tie = tieParagraph(bench); !tie.isEmpty()) {
        text.paragraphs << tie;
    }
    text.prediction = widening(bench);
    return text;
}

}  // namespace zeropoint::ui
