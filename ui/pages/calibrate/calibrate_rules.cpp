// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/calibrate_rules.h"

#include "core/numerics/block_format.h"
#include "core/scheme/param_equation.h"
#include "ui/text/numbers.h"
#include "ui/text/plural.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace zeropoint::ui {
namespace {

using Figures = CalibrateFigures;

constexpr double evenFactor = 1.5;  ///< parts within it are called even
constexpr double fewCodes = 0.75;   ///< of them used: the others are wasted
constexpr double telling = 1;       ///< dB from which a gain is worth a word
constexpr double widened = 1.3;     ///< a step, by one value
constexpr double farOut = 8;        ///< standard deviations
constexpr double nearTheory = 0.2;  ///< relative distance from s^2 / 12
constexpr double manyZeros = 0.25;
constexpr double heavyTail = 6;  ///< kurtosis; a Laplace distribution has 6
constexpr double skewed = 0.75;
constexpr double bitDb = 6.0206;  ///< 20 log10(2)
constexpr double mostlyInside = 0.5;
constexpr double telltale = 0.05;  ///< of a standard deviation
constexpr int fullWidth = 8;

double evenRounding(const Figures& f) {
    return f.params.scale * f.params.scale / 12;
}
/// Of steps s, when values spread evenly between levels: s^2 / 12 to the nearest, twice that by
/// chance, four times to one side.
bool spreadEvenly(const Figures& f, double times) {
    return std::abs(f.error.roundMse / (times * evenRounding(f)) - 1) <= nearTheory;
}
bool someError(const Figures& f) {
    return f.summary.finite > 0 && f.error.mse > 0;
}
/// Whether the scale makes all steps wider or finer: a float's go with its values.
bool scaledSteps(const Figures& f) {
    return f.integer || f.scheme.format == "nf4";
}
double clippedCount(const Figures& f) {
    return std::round(f.error.clippedFraction * static_cast<double>(f.summary.finite));
}
double sigmasOut(const Figures& f) {
    return f.summary.std > 0
               ? std::max(f.summary.max - f.summary.mean, f.summary.mean - f.summary.min) /
                     f.summary.std
               : 0;
}
QString counted(double count) {
    return formatCount(static_cast<qulonglong>(count));
}

constexpr std::array<CoachRule<Figures>, 31> rules{{
    {"calibrate.no_values", 100, [](const Figures& f) { return f.summary.finite == 0; },
     [](const Figures&) {
         return CalibrateCoach::tr(
             "No value is finite: there is nothing to quantize and no error.");
     }},
    {"calibrate.constant", 99,
     [](const Figures& f) { return f.summary.finite > 0 && f.summary.min == f.summary.max; },
     [](const Figures& f) {
         return CalibrateCoach::tr(
                    "<b>All %1 value(s) are %2.</b> One scale stores them exactly when it makes "
                    "this a level.",
                    nullptr, pluralOf(f.summary.finite))
             .arg(formatCount(f.summary.finite), formatNumber(f.summary.min));
     }},
    {"calibrate.nothing_lost", 95,
     [](const Figures& f) {
         return f.summary.finite > 0 && f.error.mse == 0 && f.summary.min != f.summary.max;
     },
     [](const Figures&) {
         return CalibrateCoach::tr("<b>Nothing is lost.</b> Every value is a level of the grid.");
     }},
    {"calibrate.not_finite", 90,
     [](const Figures& f) { return f.summary.nan + f.summary.infinite > 0; },
     [](const Figures& f) {
         const int many = pluralOf(f.summary.nan + f.summary.infinite);
         return (f.integer ? CalibrateCoach::tr(
                                 "<b>%1 value(s) are NaN or infinite.</b> Calibration leaves them "
                                 "out; a NaN becomes the zero point, for integers have no code for "
                                 "it.",
                                 nullptr, many)
                           : CalibrateCoach::tr(
                                 "<b>%1 value(s) are NaN or infinite.</b> Calibration leaves them "
                                 "out, and no error counts them.",
                                 nullptr, many))
             .arg(formatCount(f.summary.nan + f.summary.infinite));
     }},
    {"calibrate.half_unused", 85,
     [](const Figures& f) {
         return someError(f) && f.integer && f.scheme.symmetric && f.summary.min >= 0;
     },
     [](const Figures& f) {
         // A bit is worth that much where rounding is what is lost.
         return f.error.clipMse < f.error.roundMse
                    ? CalibrateCoach::tr(
                          "<b>No value is negative, and at least %1 of the codes are never "
                          "used.</b> A symmetric grid spends one bit on a sign that never occurs: "
                          "about %2 dB.")
                          .arg(formatPercent(1 - f.usedShare()), formatNumber(bitDb, 2))
                    : CalibrateCoach::tr(
                          "<b>No value is negative, and at least %1 of the codes are never "
                          "used.</b> A symmetric grid spends one bit on a sign that never occurs.")
                          .arg(formatPercent(1 - f.usedShare()));
     },
     [](const Figures&) {
         return setTo(CalibrateCoach::tr("Give the grid a zero point and watch the SQNR."),
                      "calibrate.scheme.zero_point", QStringLiteral("asymmetric"));
     }},
    {"calibrate.skewed_unused", 84,
     [](const Figures& f) {
         return someError(f) && f.integer && f.scheme.symmetric && f.summary.min < 0 && f.leans() &&
                f.usedShare() < fewCodes;
     },
     [](const Figures& f) {
         return CalibrateCoach::
             tr("<b>At least %1 of your codes are never used</b>: the values run from %2 to %3, "
                "and the grid from one end to its mirror image.")
                 .arg(formatPercent(1 - f.usedShare()), formatNumber(f.summary.min, 3),
                      formatNumber(f.summary.max, 3));
     },
     [](const Figures&) {
         return setTo(CalibrateCoach::tr("The data is skewed: try asymmetric."),
                      "calibrate.scheme.zero_point", QStringLiteral("asymmetric"));
     }},
    {"calibrate.ternary", 83,
     [](const Figures& f) {
         return someError(f) && f.integer && f.scheme.symmetric && f.bits == 2 &&
                f.scheme.range.kind == RangeMethod::Kind::MinMax &&
                f.smallestCode > codeRange(f.scheme).qmin;
     },
     [](const Figures&) {
         return CalibrateCoach::tr(
             "<b>Two symmetric bits are three levels.</b> The scale puts the largest value on code "
             "1, so code −2 is never reached.");
     },
     [](const Figures&) {
         return setTo(CalibrateCoach::tr("One bit more gives seven levels instead of three."),
                      "calibrate.scheme.bits", 3);
     }},
    {"calibrate.outlier", 80,
     [](const Figures& f) {
         return someError(f) && f.scheme.range.kind == RangeMethod::Kind::MinMax &&
                f.narrowScale > 0 && f.params.scale > widened * f.narrowScale;
     },
     [](const Figures& f) {
         return CalibrateCoach::tr(
                    "<b>The outermost value alone widens the step about %1 times</b>, from %2 to "
                    "%3: all others are rounded that much more coarsely.")
             .arg(formatNumber(f.params.scale / f.narrowScale, 2), formatNumber(f.narrowScale, 3),
                  formatNumber(f.params.scale, 3));
     },
     [](const Figures&) {
         return setTo(CalibrateCoach::tr("Let a percentile of the values choose the range."),
                      "calibrate.range.method", QStringLiteral("percentile"));
     }},
    {"calibrate.better_range", 78,
     [](const Figures& f) {
         return someError(f) && f.best.mse > 0 && f.best.sqnrDb > f.estimate.sqnrDb + telling;
     },
     [](const Figures& f) {
         return CalibrateCoach::tr(
                    "<b>Another range would be %1 dB better</b>: about %2 to %3, the best of those "
                    "that draw both ends in by the same share.")
             .arg(formatNumber(f.best.sqnrDb - f.estimate.sqnrDb, 2), formatNumber(f.best.lo, 3),
                  formatNumber(f.best.hi, 3));
     },
     [](const Figures& f) {
         return setTo(
             f.scheme.symmetric
                 ? CalibrateCoach::tr("Let the least squared error choose the range.")
                 : CalibrateCoach::tr("Let the least squared error choose each end by itself."),
             "calibrate.range.method", QStringLiteral("mse"));
     }},
    {"calibrate.clipping", 76,
     [](const Figures& f) {
         return someError(f) && !f.blocks && !f.cast &&
                f.error.clipMse > f.error.roundMse * evenFactor;
     },
     [](const Figures& f) {
         return (f.error.clippedFraction < mostlyInside
                     ? CalibrateCoach::tr(
                           "<b>Clipping makes %1 of the error</b>, although only %2 of %3 values "
                           "lie outside the range. No value is farther off than %4.")
                     : CalibrateCoach::tr(
                           "<b>Clipping makes %1 of the error</b>: %2 of %3 values lie outside "
                           "the range. No value is farther off than %4."))
             .arg(formatPercent(f.error.clipMse / f.error.mse), counted(clippedCount(f)),
                  formatCount(f.summary.finite), formatNumber(f.error.maxAbsError));
     }},
    {"calibrate.overflow", 75,
     [](const Figures& f) { return someError(f) && f.cast && f.peak() > f.largestLevel; },
     [](const Figures& f) {
         return CalibrateCoach::tr(
                    "<b>The format ends at %1 and the values reach to %2.</b> No scale brings them "
                    "inside: %3 of %4 lie beyond.")
             .arg(formatNumber(f.largestLevel, 6), formatNumber(f.peak(), 4),
                  counted(clippedCount(f)), formatCount(f.summary.finite));
     },
     [](const Figures&) {
         return setTo(CalibrateCoach::tr("BF16 has the exponent of FP32: take it and compare."),
                      "calibrate.scheme.format", QStringLiteral("bf16"));
     }},
    {"calibrate.block_clipping", 75,
     [](const Figures& f) {
         return someError(f) && f.blocks && f.error.clipMse > f.error.roundMse * evenFactor;
     },
     [](const Figures& f) {
         return CalibrateCoach::tr(
                    "<b>Clipping makes %1 of the error</b>: %2 of %3 values lie beyond the last "
                    "level that the scale of their block leaves them.")
             .arg(formatPercent(f.error.clipMse / f.error.mse), counted(clippedCount(f)),
                  formatCount(f.summary.finite));
     },
     [](const Figures& f) {
         const BlockFormat* format = findBlockFormat(f.scheme.format);
         return format != nullptr && format->hasScaleRule
                    ? setTo(CalibrateCoach::tr("Let the scale of a block be rounded up."),
                            "calibrate.scheme.scale_rule", QStringLiteral("ceil"))
                    : setTo(CalibrateCoach::tr("See what a block is made of."), "numbers.tab",
                            QStringLiteral("blocks"));
     }},
    {"calibrate.no_clipping", 74,
     [](const Figures& f) { return someError(f) && scaledSteps(f) && f.error.clipMse == 0; },
     [](const Figures& f) {
         return f.scheme.granularity == Granularity::Tensor
                    ? CalibrateCoach::tr(
                          "<b>All of the error is rounding.</b> No value lies outside the handles. "
                          "Pull one in: the step shrinks for all the others.")
                    : CalibrateCoach::tr(
                          "<b>All of the error is rounding.</b> No value lies outside the range of "
                          "its own scale.");
     }},
    {"calibrate.rounding", 73,
     [](const Figures& f) {
         return someError(f) && f.integer && f.error.clipMse > 0 &&
                f.error.roundMse > f.error.clipMse * evenFactor;
     },
     [](const Figures& f) {
         const bool better = f.best.sqnrDb > f.estimate.sqnrDb + telling;
         const bool narrower = f.best.hi - f.best.lo < f.estimate.hi - f.estimate.lo;
         return (better && !narrower
                     ? CalibrateCoach::tr(
                           "<b>Rounding makes %1 of the error.</b> %2 of %3 values are clipped, "
                           "and a wider range would lose less in all.")
                 : better
                     ? CalibrateCoach::tr(
                           "<b>Rounding makes %1 of the error.</b> %2 of %3 values are clipped "
                           "and cost little: a narrower range may still pay.")
                     : CalibrateCoach::tr(
                           "<b>Rounding makes %1 of the error.</b> %2 of %3 values are clipped, "
                           "and yet drawing both ends in by the same share gains hardly anything."))
             .arg(formatPercent(f.error.roundMse / f.error.mse), counted(clippedCount(f)),
                  formatCount(f.summary.finite));
     }},
    {"calibrate.balanced", 72,
     [](const Figures& f) {
         return someError(f) && scaledSteps(f) && f.error.clipMse > 0 &&
                f.error.clipMse <= f.error.roundMse * evenFactor &&
                f.error.roundMse <= f.error.clipMse * evenFactor;
     },
     [](const Figures& f) {
         return CalibrateCoach::tr(
                    "<b>Clipping and rounding are about even.</b> Near the best range they trade "
                    "one for the other: %1 of the error is clipping.")
             .arg(formatPercent(f.error.clipMse / f.error.mse));
     }},
    {"calibrate.tie", 70,
     [](const Figures& f) { return f.summary.finite > 0 && f.integer && f.sample.tie; },
     [](const Figures& f) {
         return CalibrateCoach::tr(
                    "%1 / s = %2 is a tie. PyTorch and NumPy send ties to the even neighbour; here "
                    "it becomes %3 and comes back as %4.")
             .arg(formatNumber(f.sample.x), formatNumber(f.sample.scaled),
                  formatNumber(f.sample.rounded), formatNumber(f.sample.dequantized));
     },
     [](const Figures& f) {
         const bool even = f.scheme.rounding == Rounding::NearestEven;
         return setTo(CalibrateCoach::tr("Send ties the other way and follow the value through."),
                      "calibrate.scheme.rounding",
                      even ? QStringLiteral("half-away") : QStringLiteral("nearest-even"));
     }},
    {"calibrate.zero_point_costs_nothing", 62,
     [](const Figures& f) {
         return someError(f) && f.integer && !f.scheme.symmetric && f.mirrored.mse > 0 &&
                f.scheme.range.kind == RangeMethod::Kind::MinMax &&
                f.estimate.sqnrDb < f.mirrored.sqnrDb + telling / 2;
     },
     [](const Figures& f) {
         return CalibrateCoach::
             tr("<b>The zero point hardly pays here</b>: a symmetric grid reaches %1 dB instead "
                "of %2, and integer products get simpler without it.")
                 .arg(formatNumber(f.mirrored.sqnrDb, 3), formatNumber(f.estimate.sqnrDb, 3));
     },
     [](const Figures&) {
         return setTo(CalibrateCoach::tr("Drop the zero point and compare the SQNR."),
                      "calibrate.scheme.zero_point", QStringLiteral("symmetric"));
     }},
    {"calibrate.floor_bias", 60,
     [](const Figures& f) {
         return someError(f) && f.integer && spreadEvenly(f, 4) &&
                (f.scheme.rounding == Rounding::Floor || f.scheme.rounding == Rounding::Ceil);
     },
     [](const Figures& f) {
         return CalibrateCoach::tr(
                    "<b>Rounding to one side is biased</b>: a value moves by %1 on average, and "
                    "such errors add up over a layer instead of cancelling.")
             .arg(formatNumber(f.params.scale / 2, 3));
     },
     [](const Figures&) {
         return setTo(
             CalibrateCoach::tr("Round to the nearest: the error falls to about a fourth."),
             "calibrate.scheme.rounding", QStringLiteral("nearest-even"));
     }},
    {"calibrate.stochastic", 59,
     [](const Figures& f) {
         return someError(f) && f.integer && spreadEvenly(f, 2) &&
                f.scheme.rounding == Rounding::Stochastic;
     },
     [](const Figures& f) {
         return CalibrateCoach::tr(
                    "<b>Stochastic rounding keeps the mean and pays with spread</b>: s² / 6 = %1 "
                    "is expected, twice that of the nearest level; it is %2 here.")
             .arg(formatNumber(2 * evenRounding(f), 3), formatNumber(f.error.roundMse, 3));
     },
     [](const Figures&) {
         return setTo(CalibrateCoach::tr("Round to the nearest and see the half."),
                      "calibrate.scheme.rounding", QStringLiteral("nearest-even"));
     }},
    {"calibrate.zeros_are_free", 56,
     [](const Figures& f) { return someError(f) && f.integer && f.zeroShare() > manyZeros; },
     [](const Figures& f) {
         return CalibrateCoach::tr(
                    "<b>%1 of the values are exactly zero</b> and cost nothing, because zero is a "
                    "level: that is what a zero point must be for.")
             .arg(formatPercent(f.zeroShare()));
     }},
    {"calibrate.power_of_two", 54,
     [](const Figures& f) {
         return someError(f) && f.integer && f.scheme.scaleFormat == ScaleFormat::E8m0;
     },
     [](const Figures& f) {
         return CalibrateCoach::
             tr("<b>The scale may only be a power of two</b>: it is %1. A step that is too wide "
                "by a factor a makes the rounding error a² times as large.")
                 .arg(formatNumber(f.params.scale));
     },
     [](const Figures&) {
         return setTo(CalibrateCoach::tr("Store the scale in FP32 and compare."),
                      "calibrate.scheme.scale_format", QStringLiteral("fp32"));
     }},
    {"calibrate.heavy_tail", 52,
     [](const Figures& f) {
         return someError(f) && scaledSteps(f) && f.summary.kurtosis > heavyTail &&
                f.scheme.granularity == Granularity::Tensor && sigmasOut(f) <= farOut;
     },
     [](const Figures& f) {
         return CalibrateCoach::tr(
                    "<b>The tails are heavy</b>: a kurtosis of %1, where a normal distribution has "
                    "3. Few values ask for a range that most do not need.")
             .arg(formatNumber(f.summary.kurtosis, 2));
     },
     [](const Figures&) {
         return setTo(CalibrateCoach::tr("Give each group of values a scale of its own."),
                      "calibrate.scheme.granularity", QStringLiteral("group"));
     }},
    {"calibrate.as_theory_says", 50,
     [](const Figures& f) {
         return someError(f) && f.integer && f.scheme.rounding == Rounding::NearestEven &&
                std::abs(f.error.roundMse / evenRounding(f) - 1) <= nearTheory;
     },
     [](const Figures& f) {
         return CalibrateCoach::tr(
                    "Values spread evenly between levels would make a rounding error of s² / 12 = "
                    "%1; here it is %2.")
             .arg(formatNumber(evenRounding(f), 3), formatNumber(f.error.roundMse, 3));
     }},
    {"calibrate.below_theory", 49,
     [](const Figures& f) {
         return someError(f) && f.integer && f.scheme.rounding == Rounding::NearestEven &&
                f.error.roundMse < evenRounding(f) * (1 - nearTheory);
     },
     [](const Figures& f) {
         return CalibrateCoach::
             tr("The rounding error %1 lies below s² / 12 = %2: many values stand on levels, or "
                "nearer to them than chance.")
                 .arg(formatNumber(f.error.roundMse, 3), formatNumber(evenRounding(f), 3));
     }},
    {"calibrate.code_book", 71, [](const Figures& f) { return someError(f) && !f.levels.empty(); },
     [](const Figures& f) {
         return CalibrateCoach::tr(
                    "<b>%1 of the %2 levels can be met.</b> The values run from %3 to %4, the "
                    "levels from %5 to %6.")
             .arg(f.levelsReached)
             .arg(f.levels.size())
             .arg(formatNumber(f.summary.min, 3), formatNumber(f.summary.max, 3),
                  formatNumber(f.levels.front(), 3), formatNumber(f.levels.back(), 3));
     }},
    {"calibrate.small_values", 70,
     [](const Figures& f) {
         return someError(f) && f.floats && f.summary.std > 0 &&
                f.smallestLevel / 2 > telltale * f.summary.std;
     },
     [](const Figures& f) {
         return CalibrateCoach::tr(
                    "<b>Values nearer to zero than %1 become zero</b>: that is half of the "
                    "smallest level, and %2 of a standard deviation.")
             .arg(formatNumber(f.smallestLevel / 2, 3),
                  formatPercent(f.smallestLevel / 2 / f.summary.std));
     }},
    {"calibrate.float_steps", 48,
     [](const Figures& f) {
         return someError(f) && f.floats && f.stepAtSpread > 0 && f.stepAtPeak > 0;
     },
     [](const Figures& f) {
         return CalibrateCoach::tr(
                    "<b>The steps go with the values</b>: levels are %1 apart around the largest, "
                    "%2, and %3 apart around a standard deviation, %4.")
             .arg(formatNumber(f.stepAtPeak, 3),
                  formatNumber(std::min(f.peak(), f.largestLevel), 3),
                  formatNumber(f.stepAtSpread, 3), formatNumber(f.summary.std, 3));
     },
     [](const Figures&) {
         return setTo(CalibrateCoach::tr("Take the even steps of INT8 and compare the SQNR."),
                      "calibrate.scheme.format", QStringLiteral("int8"));
     }},
    {"calibrate.tensor_scale", 47,
     [](const Figures& f) {
         const BlockFormat* format = findBlockFormat(f.scheme.format);
         return someError(f) && f.blocks && format != nullptr && format->bytesPerTensor > 0;
     },
     [](const Figures& f) {
         return CalibrateCoach::tr(
                    "<b>The blocks store their scales against one of the whole tensor</b>, which "
                    "follows its farthest value: %1, %2 standard deviations out.")
             .arg(formatNumber(f.peak(), 4), formatNumber(sigmasOut(f), 2));
     },
     [](const Figures&) {
         return setTo(CalibrateCoach::tr("See what a block is made of."), "numbers.tab",
                      QStringLiteral("blocks"));
     }},
    {"calibrate.blocks_apart", 46,
     [](const Figures& f) {
         const BlockFormat* format = findBlockFormat(f.scheme.format);
         // What the whole tensor shares, a far value changes for all.
         return someError(f) && f.blocks && format != nullptr && format->bytesPerTensor == 0;
     },
     [](const Figures& f) {
         return CalibrateCoach::tr(
                    "<b>A far value costs its own block alone.</b> The farthest here, %1, is %2 "
                    "standard deviations out.")
             .arg(formatNumber(f.peak(), 4), formatNumber(sigmasOut(f), 2));
     },
     [](const Figures&) {
         return setTo(CalibrateCoach::tr("See what a block is made of."), "numbers.tab",
                      QStringLiteral("blocks"));
     }},
    {"calibrate.one_bit_more", 40,
     [](const Figures& f) {
         return someError(f) && f.integer && f.bits < fullWidth && f.error.clipMse == 0 &&
                f.scheme.scaleFormat != ScaleFormat::E8m0 && f.bitMore.mse > 0;
     },
     [](const Figures& f) {
         return CalibrateCoach::tr(
                    "One bit more makes the step %4 times finer: expect about %1 dB instead of %2, "
                    "and codes of %3 bits.")
             .arg(formatNumber(f.error.sqnrDb + f.bitMore.sqnrDb - f.estimate.sqnrDb, 3),
                  formatNumber(f.error.sqnrDb, 3))
             .arg(f.bits + 1)
             .arg(formatNumber(timesFiner(f.scheme, 1), 3));
     },
     [](const Figures& f) {
         return setTo(CalibrateCoach::tr("Take the bit and see how near that guess was."),
                      "calibrate.scheme.bits", f.bits + 1);
     }},
    {"calibrate.skew", 38,
     [](const Figures& f) {
         return someError(f) && f.integer && !f.scheme.symmetric &&
                std::abs(f.summary.skew) > skewed && f.summary.min < 0;
     },
     [](const Figures& f) {
         return CalibrateCoach::tr(
                    "The values lean to one side (skew %1), and the zero point %2 follows them: "
                    "the grid need not reach as far on the other side.")
             .arg(formatNumber(f.summary.skew, 2))
             .arg(f.params.zeroPoint);
     }},
}};

}  // namespace

std::span<const CoachRule<CalibrateFigures>> calibrateRules() {
    return rules;
}

}  // namespace zeropoint::ui
