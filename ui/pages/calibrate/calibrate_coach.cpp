// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/calibrate_coach.h"

#include "core/calibration/error_curve.h"
#include "core/calibration/what_if.h"
#include "core/numerics/block_format.h"
#include "ui/pages/calibrate/calibrate_questions.h"
#include "ui/pages/calibrate/calibrate_rules.h"
#include "ui/state/workbench.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"

#include <cmath>
#include <limits>

namespace zeropoint::ui {
namespace {

/// Why the sample is stored as it is: the first question of a learner.
QString sampleParagraph(const Workbench& bench) {
    const NumberFormat* format = findNumberFormat(bench.scheme().format);
    if (format == nullptr || format->kind != FormatKind::Integer) {
        return {};
    }
    const QuantParams& params = bench.live().params;
    const SampleTrace trace = traceSample(bench.sample(), params, bench.wholeScheme());
    if (std::isnan(trace.x)) {
        return CalibrateCoach::tr(
                   "NaN rounds to nothing: integers have no code for it, so it becomes the zero "
                   "point, %1, and comes back as %2.")
            .arg(trace.code)
            .arg(formatNumber(trace.dequantized, 5));
    }
    if (bench.scheme().rounding == Rounding::Stochastic && !trace.clipped) {
        return CalibrateCoach::tr(
                   "%1 / %3 = %4 goes up with a chance of %8, and down else: here it became %5, "
                   "and the zero point adds %6, which is code %2. Read back: %5 × %3 = %7.")
            .arg(formatNumber(trace.x), QString::number(trace.code), formatNumber(params.scale, 6),
                 formatBeforeRounding(trace.scaled), formatNumber(trace.rounded),
                 QString::number(params.zeroPoint), formatNumber(trace.dequantized, 5),
                 formatPercent(trace.scaled - std::floor(trace.scaled)));
    }
    if (trace.clipped) {
        return CalibrateCoach::tr(
                   "%1 lies outside the range: it is stored as the outermost code %2 "
                   "and comes back as %3.")
            .arg(formatNumber(trace.x))
            .arg(trace.code)
            .arg(formatNumber(trace.dequantized, 5));
    }
    return CalibrateCoach::tr(
               "%1 is stored as %2 because the steps are %3 wide: %1 / %3 = %4, which "
               "rounds to %5, and the zero point adds %6. Read back: %5 × %3 = %7.")
        .arg(formatNumber(trace.x), QString::number(trace.code), formatNumber(params.scale, 6),
             formatBeforeRounding(trace.scaled), formatNumber(trace.rounded),
             QString::number(params.zeroPoint), formatNumber(trace.dequantized, 5));
}

/// Tensors hold float32: what it cannot hold is another number before it is rounded.
QString floatParagraph(const Workbench& bench) {
    const double x = bench.sample();
    const SampleTrace trace = traceSample(x, bench.live().params, bench.wholeScheme());
    if (std::isfinite(x) && std::isinf(trace.scaled)) {
        const float largest = std::numeric_limits<float>::max();
        return (std::abs(x) > largest
                    ? CalibrateCoach::tr("Tensors hold float32, whose largest number is %1: x "
                                         "overflows and counts as infinite.")
                    : CalibrateCoach::tr("Tensors hold float32, whose largest number is %1: x ÷ s "
                                         "overflows and counts as infinite."))
            .arg(formatNumber(largest));
    }
    if (x != 0 && static_cast<float>(x) == 0) {
        return CalibrateCoach::tr(
                   "Tensors hold float32, whose smallest number above 0 is %1: x underflows and "
                   "counts as 0.")
            .arg(formatNumber(std::numeric_limits<float>::denorm_min()));
    }
    return {};
}

/// What the zero point does, and why zero must be exact.
QString zeroParagraph(const Workbench& bench) {
    const LiveResult& live = bench.live();
    const NumberFormat* format = findNumberFormat(bench.scheme().format);
    if (format == nullptr || format->kind != FormatKind::Integer) {
        return {};
    }
    if (bench.scheme().symmetric && live.params.zeroPoint != 0) {
        return CalibrateCoach::tr(
                   "Symmetric codes from 0 on: zero is the code in the middle, %1, whatever the "
                   "range is. It suits values that are even around zero, as weights are.")
            .arg(live.params.zeroPoint);
    }
    if (bench.scheme().symmetric) {
        return CalibrateCoach::tr(
            "Symmetric: code 0 is zero and no zero point is stored. It suits "
            "values that are even around zero, as weights are.");
    }
    const int below = live.params.zeroPoint - codeRange(bench.wholeScheme()).qmin;
    const QString what =
        below == 0 ? CalibrateCoach::tr("The zero point is the code of zero: here the lowest one.")
        : below == 1 ? CalibrateCoach::tr(
                           "The zero point is the code of zero: here one code lies "
                           "below it for the values down to %1.")
                           .arg(formatNumber(live.range.lo))
                     : CalibrateCoach::tr(
                           "The zero point is the code of zero: here %1 codes lie "
                           "below it for the values down to %2.")
                           .arg(below)
                           .arg(formatNumber(live.range.lo));
    return what + QLatin1Char(' ') +
           CalibrateCoach::tr(
               "Zero must be a code, because padding, ReLU and masks make exact "
               "zeros, and an error in them would not average out.");
}

/// How much the outermost value alone widens the step: from the histogram, so about. A float's
/// steps go with its values: there no step is widened.
QString outlierParagraph(const Workbench& bench) {
    const NumberFormat* format = findNumberFormat(bench.scheme().format);
    if (format == nullptr || format->kind == FormatKind::Minifloat) {
        return {};
    }
    const double without = scaleWithoutOutermost(bench.shown()->histogram, bench.wholeScheme());
    const double factor = without > 0 ? bench.live().params.scale / without : 1;
    if (bench.wholeScheme().range.kind != RangeMethod::Kind::MinMax || !(factor > 1.3)) {
        return {};
    }
    return CalibrateCoach::tr(
               "The outermost value alone widens the step about %1 times, from %2 to "
               "%3: all others are rounded that much more coarsely. A percentile or "
               "MSE range clips it.")
        .arg(formatNumber(factor, 2), formatNumber(without, 3),
             formatNumber(bench.live().params.scale, 3));
}

QString codeBookParagraph(const Workbench& bench) {
    const NumberFormat* format = findNumberFormat(bench.scheme().format);
    if (format == nullptr || format->id != "nf4") {
        return {};
    }
    return CalibrateCoach::tr(
        "NF4's 16 levels part a normal distribution into about equal shares, with an exact zero: "
        "where weights are dense the levels are too.");
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
    const FineHistogram& histogram = bench.shown()->histogram;
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

QString exampleWords(const Workbench& bench) {
    QStringList words{floatParagraph(bench), sampleParagraph(bench), zeroParagraph(bench),
                      outlierParagraph(bench), codeBookParagraph(bench)};
    words.removeAll(QString());
    return words.join(QLatin1Char(' '));
}

CoachText calibrateCoach(const Workbench& bench) {
    CoachText text;
    if (!bench.source()) {
        text.paragraphs = {
            CalibrateCoach::tr("Load a tensor: open a file, or draw a distribution.")};
        return text;
    }
    if (bench.unit()) {
        const QString unit = unitName(bench.scheme().granularity, bench.unit()->index);
        text.paragraphs
            << (bench.exact()
                    ? CalibrateCoach::tr("Each has a scale of its own. Histogram, example and "
                                         "curve are of %1, the metrics of all %2.")
                          .arg(unit, formatCount(bench.exact()->units.count))
                    : CalibrateCoach::tr("Each has a scale of its own. Histogram, example and "
                                         "curve are of %1.")
                          .arg(unit));
    }
    if (findBlockFormat(bench.scheme().format) != nullptr) {
        text.paragraphs << CalibrateCoach::tr(
            "A block format cuts each row into blocks, and each block chooses its scale from its "
            "own values: no range is set by hand and nothing is clipped at a common end.");
        if (bench.live().estimated) {
            return text;
        }
    }
    const CalibrateFigures figures = calibrateFigures(bench);
    const CoachText advice = advise(calibrateRules(), calibrateQuestions(), figures);
    text.paragraphs << advice.paragraphs;
    text.next = advice.next;
    if (figures.estimated) {
        text.paragraphs << CalibrateCoach::tr("These figures are estimates until the hand rests.");
    }
    text.prediction = advice.prediction.options.isEmpty() ? widening(bench) : advice.prediction;
    return text;
}

}  // namespace zeropoint::ui
