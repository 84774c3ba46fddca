// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/calibrate_questions.h"

#include "core/numerics/block_format.h"
#include "core/numerics/number_format.h"
#include "core/scheme/param_equation.h"
#include "ui/text/numbers.h"
#include "ui/text/plural.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace zeropoint::ui {
namespace {

using Figures = CalibrateFigures;

constexpr double even = 0.05;  ///< errors that differ by less are called the same
constexpr double drops = 0.5;  ///< of a zero that lies between two levels, in steps
constexpr double addends = 1000;

QString number(double value) {
    return formatNumber(value, 3);
}
double steps(const QuantScheme& scheme) {
    const CodeRange codes = codeRange(scheme);
    return static_cast<double>(codes.qmax) - codes.qmin;
}
QuantScheme withZeroPoint(QuantScheme scheme) {
    scheme.symmetric = false;
    return scheme;
}
/// The step of the whole range with a zero point; nothing where the scheme's convention has none.
std::optional<double> asymmetricStep(const Figures& f) {
    const auto params = chooseParams(f.summary.min, f.summary.max, withZeroPoint(f.scheme));
    return params ? std::optional(params->scale) : std::nullopt;
}
/// 0: the second is smaller, 1: it is larger, 2: neither.
int compared(double before, double after) {
    return after < before * (1 - even) ? 0 : after > before * (1 + even) ? 1 : 2;
}
QStringList fallsRisesStays() {
    return {CalibrateCoach::tr("It falls"), CalibrateCoach::tr("It rises"),
            CalibrateCoach::tr("It stays about the same")};
}
/// Integers alone have a number of bits of their own, from 2 to 16.
TryNext withBits(const Figures& f, const QString& text, int bits) {
    return f.integer && bits >= 2 && bits <= 16 ? setTo(text, "calibrate.scheme.bits", bits)
                                                : TryNext();
}
TryNext fewerBits(const Figures& f) {
    return withBits(f, CalibrateCoach::tr("Take a bit away and see whether that still holds."),
                    f.bits - 1);
}
/// 0: a half, 1: a quarter, 2: all of it; -1: none of these, within a fifth.
int partOf(double part, double whole) {
    constexpr double near = 0.2;
    constexpr double parts[] = {0.5, 0.25, 1};
    for (int i = 0; whole > 0 && i < 3; ++i) {
        if (std::abs(part / whole / parts[i] - 1) <= near) {
            return i;
        }
    }
    return -1;
}
TryNext searchedRange(const Figures&) {
    return setTo(CalibrateCoach::tr("Let the least squared error choose the range."),
                 "calibrate.range.method", QStringLiteral("mse"));
}
TryNext bitMore(const Figures& f) {
    return withBits(f, CalibrateCoach::tr("Take one bit more and look at the error."), f.bits + 1);
}

// A float's steps grow with its values: what is asked of even steps is asked of integers alone.
constexpr std::array<CoachQuestion<Figures>, 31> questions{{
    {"calibrate.no_values",
     [](const Figures& f) {
         return Prediction{CalibrateCoach::tr("One NaN reaches a sum. What does the sum become?"),
                           {CalibrateCoach::tr("NaN"), CalibrateCoach::tr("Zero"),
                            CalibrateCoach::tr("The sum of the others")},
                           0,
                           CalibrateCoach::tr("It spreads to whatever reads that sum. %1 value(s) "
                                              "are like that here.",
                                              nullptr, pluralOf(f.summary.nan + f.summary.infinite))
                               .arg(formatCount(f.summary.nan + f.summary.infinite))};
     },
     [](const Figures&) {
         return setTo(CalibrateCoach::tr("Look at values that are finite."),
                      "calibrate.synthetic.kind", QStringLiteral("normal"));
     }},
    {"calibrate.constant",
     [](const Figures& f) {
         return Prediction{CalibrateCoach::tr("How many of the codes do these values use?"),
                           {CalibrateCoach::tr("All of them"), CalibrateCoach::tr("One"),
                            CalibrateCoach::tr("Two")},
                           1,
                           CalibrateCoach::tr("All %1 value(s) fall on one level; the others stay "
                                              "empty, however many there are.",
                                              nullptr, pluralOf(f.summary.finite))
                               .arg(formatCount(f.summary.finite))};
     },
     [](const Figures&) {
         return setTo(CalibrateCoach::tr("Look at values that differ."), "calibrate.synthetic.kind",
                      QStringLiteral("normal"));
     }},
    {"calibrate.nothing_lost",
     [](const Figures& f) {
         return Prediction{
             CalibrateCoach::tr("What must hold for a value to come back unchanged?"),
             {CalibrateCoach::tr("It is small"), CalibrateCoach::tr("It is positive"),
              f.integer ? CalibrateCoach::tr("It is a whole number of steps")
                        : CalibrateCoach::tr("It is one of the format's own levels")},
             2,
             f.integer ? CalibrateCoach::tr("x / s must be whole and within the codes; the step is "
                                            "%1 here.")
                             .arg(number(f.params.scale))
                       : CalibrateCoach::tr("Every other one is rounded to a level beside it.")};
     },
     [](const Figures& f) {
         return f.integer ? fewerBits(f)
                          : setTo(CalibrateCoach::tr("Take the even levels of INT4 and compare."),
                                  "calibrate.scheme.format", QStringLiteral("int4"));
     }},
    {"calibrate.not_finite",
     [](const Figures&) {
         return Prediction{CalibrateCoach::tr("What if min-max did count an infinite value?"),
                           {CalibrateCoach::tr("Every finite value would become zero"),
                            CalibrateCoach::tr("Only that value would be clipped"),
                            CalibrateCoach::tr("The step would double")},
                           0,
                           CalibrateCoach::tr("The step would be infinite: one level is left.")};
     },
     [](const Figures&) {
         return setTo(CalibrateCoach::tr("See in which channels they are."), "calibrate.tab",
                      QStringLiteral("channels"));
     }},
    {"calibrate.half_unused",
     [](const Figures& f) {
         const std::optional<double> step = asymmetricStep(f);
         if (!step) {
             return Prediction();
         }
         const int change = compared(f.params.scale, *step);
         return Prediction{
             CalibrateCoach::tr("How wide will the step be once there is a zero point?"),
             {CalibrateCoach::tr("Twice as wide"), CalibrateCoach::tr("As wide as now"),
              CalibrateCoach::tr("About half as wide")},
             change == 0   ? 2
             : change == 1 ? 0
                           : 1,
             CalibrateCoach::tr("%1 in place of %2: the same range for all %3 steps.")
                 .arg(number(*step), number(f.params.scale),
                      formatNumber(steps(withZeroPoint(f.scheme))))};
     }},
    {"calibrate.skewed_unused",
     [](const Figures& f) {
         const std::optional<double> step = asymmetricStep(f);
         if (!step) {
             return Prediction();
         }
         return Prediction{CalibrateCoach::tr("With a zero point, what does the step become?"),
                           {CalibrateCoach::tr("It stays as it is"),
                            CalibrateCoach::tr("About %1 of what it is")
                                .arg(formatPercent(*step / f.params.scale)),
                            CalibrateCoach::tr("It grows by half")},
                           1,
                           CalibrateCoach::tr("(max − min) / %1 = %2, where it is %3 now.")
                               .arg(formatNumber(steps(withZeroPoint(f.scheme))), number(*step),
                                    number(f.params.scale))};
     }},
    {"calibrate.ternary",
     [](const Figures& f) {
         return Prediction{
             CalibrateCoach::tr("Which values become zero under three such levels?"),
             {CalibrateCoach::tr("Only zero itself"),
              CalibrateCoach::tr("All that are smaller than half of the largest"),
              CalibrateCoach::tr("The negative ones")},
             1,
             CalibrateCoach::tr("The step is the largest value, %1: below %2 the nearest level is "
                                "zero.")
                 .arg(number(f.params.scale), number(f.params.scale / 2))};
     }},
    {"calibrate.outlier",
     [](const Figures& f) {
         if (!(f.narrowed.mse > 0)) {
             return Prediction();
         }
         return Prediction{
             CalibrateCoach::tr("Clip that one value. What happens to the mean squared error?"),
             fallsRisesStays(), compared(f.estimate.mse, f.narrowed.mse),
             CalibrateCoach::tr("Rounding comes to about %1 and the clipped value adds about %2; "
                                "together they are about %3 now, as the histogram tells.")
                 .arg(number(f.narrowed.roundMse), number(f.narrowed.clipMse),
                      number(f.estimate.mse))};
     }},
    {"calibrate.better_range",
     [](const Figures& f) {
         return Prediction{
             CalibrateCoach::tr("Which part of the error grows when the range becomes that one?"),
             {CalibrateCoach::tr("Clipping"), CalibrateCoach::tr("Rounding"),
              CalibrateCoach::tr("Neither")},
             f.best.clipMse > f.estimate.clipMse     ? 0
             : f.best.roundMse > f.estimate.roundMse ? 1
                                                     : 2,
             CalibrateCoach::tr("Clipping goes from %1 to %2, rounding from %3 to %4.")
                 .arg(number(f.estimate.clipMse), number(f.best.clipMse),
                      number(f.estimate.roundMse), number(f.best.roundMse))};
     }},
    {"calibrate.clipping",
     [](const Figures& f) {
         if (!f.integer) {
             return Prediction();
         }
         return Prediction{
             CalibrateCoach::tr("Widen the range until nothing is clipped. And the whole error?"),
             fallsRisesStays(), compared(f.estimate.mse, f.full.mse),
             CalibrateCoach::tr("Rounding alone would be about %1; now it is %2 in all.")
                 .arg(number(f.full.mse), number(f.estimate.mse))};
     },
     [](const Figures&) {
         return setTo(CalibrateCoach::tr("Take the whole range and compare."),
                      "calibrate.range.method", QStringLiteral("minmax"));
     }},
    {"calibrate.no_clipping",
     [](const Figures& f) {
         const int part = partOf(f.halved.roundMse, f.estimate.roundMse);
         if (!f.integer || part < 0) {
             return Prediction();
         }
         return Prediction{
             CalibrateCoach::tr("Halve the range. What becomes of the rounding error inside it?"),
             {CalibrateCoach::tr("A half"), CalibrateCoach::tr("A quarter"),
              CalibrateCoach::tr("It stays")},
             part,
             CalibrateCoach::tr("The step halves, and the error goes with its square where values "
                                "lie anywhere between levels: about %1 in place of %2 here, as the "
                                "histogram tells.")
                 .arg(number(f.halved.roundMse), number(f.estimate.roundMse))};
     },
     searchedRange},
    {"calibrate.rounding",
     [](const Figures& f) {
         if (!f.integer || !(f.bitMore.roundMse > 0)) {
             return Prediction();
         }
         const double left = f.bitMore.roundMse / f.estimate.roundMse;
         return Prediction{
             CalibrateCoach::tr("One bit more. What becomes of the rounding error?"),
             {CalibrateCoach::tr("About %1 of it").arg(formatPercent(left)),
              CalibrateCoach::tr("About %1 of it").arg(formatPercent(left / 4)),
              CalibrateCoach::tr("It doubles")},
             0,
             CalibrateCoach::tr("The step gets %3 times finer: about %1 in place of %2, as the "
                                "histogram tells. What is clipped stays clipped.")
                 .arg(number(f.bitMore.roundMse), number(f.estimate.roundMse),
                      number(timesFiner(f.scheme, 1)))};
     },
     bitMore},
    {"calibrate.balanced",
     [](const Figures& f) {
         if (!f.integer) {
             return Prediction();
         }
         const bool best = compared(f.estimate.mse, f.best.mse) == 2;
         return Prediction{
             CalibrateCoach::tr("Which move of the range lowers the error from here?"),
             {CalibrateCoach::tr("Wider"), CalibrateCoach::tr("Narrower"),
              CalibrateCoach::tr("Hardly any")},
             best                        ? 2
             : f.best.hi > f.estimate.hi ? 0
                                         : 1,
             CalibrateCoach::tr(
                 "Of the ranges that draw both ends in by the same share, %1 to %2 is best, with "
                 "an error of %3; this one has %4.")
                 .arg(number(f.best.lo), number(f.best.hi), number(f.best.mse),
                      number(f.estimate.mse))};
     },
     searchedRange},
    {"calibrate.tie",
     [](const Figures& f) {
         const double below = std::floor(f.sample.scaled) * f.params.scale;
         const double above = std::ceil(f.sample.scaled) * f.params.scale;
         const bool up = f.sample.rounded < f.sample.scaled;  // the other one
         return Prediction{
             CalibrateCoach::tr("What would the other neighbour give back?"),
             {formatNumber(below), formatNumber(above), CalibrateCoach::tr("The value itself")},
             up ? 1 : 0,
             CalibrateCoach::tr("Both lie half a step, %1, from %2: neither is nearer.")
                 .arg(number(f.params.scale / 2), formatNumber(f.sample.x))};
     }},
    {"calibrate.zero_point_costs_nothing",
     [](const Figures& f) {
         return Prediction{
             CalibrateCoach::tr("What does an integer product save without a zero point?"),
             {CalibrateCoach::tr("Bits of the codes"),
              CalibrateCoach::tr("Sums that must be taken away again"),
              CalibrateCoach::tr("Nothing")},
             1,
             CalibrateCoach::tr("(q − z) in every product adds terms with z = %1; the codes keep "
                                "their %2 bits.")
                 .arg(f.params.zeroPoint)
                 .arg(f.bits)};
     }},
    {"calibrate.floor_bias",
     [](const Figures& f) {
         return Prediction{
             CalibrateCoach::tr("A sum adds %1 such values. How far does it drift?")
                 .arg(formatNumber(addends)),
             {CalibrateCoach::tr("Not at all: errors cancel"),
              formatNumber(std::sqrt(addends) * f.params.scale / 2, 3),
              formatNumber(addends * f.params.scale / 2, 3)},
             2,
             CalibrateCoach::tr("Errors of one sign add up in full; those of both signs grow with "
                                "the root alone.")};
     }},
    {"calibrate.stochastic",
     [](const Figures&) {
         return Prediction{
             CalibrateCoach::tr("Quantize one value a thousand times. What is the mean?"),
             {CalibrateCoach::tr("The value itself"), CalibrateCoach::tr("The nearest level"),
              CalibrateCoach::tr("The level below")},
             0,
             CalibrateCoach::tr("Each side is taken as often as the value is near to it.")};
     }},
    {"calibrate.zeros_are_free",
     [](const Figures& f) {
         const double cost = f.zeroShare() * std::pow(drops * f.params.scale, 2);
         return Prediction{
             CalibrateCoach::tr("Let zero fall in the middle between two levels. What would these "
                                "zeros add to the mean squared error?"),
             {CalibrateCoach::tr("Nothing"), CalibrateCoach::tr("About %1").arg(number(cost)),
              CalibrateCoach::tr("About %1").arg(number(4 * cost))},
             1,
             CalibrateCoach::tr("%1 of the values would be off by half a step each; all of the "
                                "error is %2 now.")
                 .arg(formatPercent(f.zeroShare()), number(f.error.mse))};
     },
     [](const Figures&) {
         return setTo(CalibrateCoach::tr("Follow a zero through the steps."), "calibrate.sample",
                      0);
     }},
    {"calibrate.power_of_two",
     [](const Figures&) {
         return Prediction{
             CalibrateCoach::tr("How much wider than needed can such a step be?"),
             {CalibrateCoach::tr("Up to twice"), CalibrateCoach::tr("Up to four times"),
              CalibrateCoach::tr("Without end")},
             0,
             CalibrateCoach::tr("The next power of two is less than twice as far: the error can "
                                "grow up to four times.")};
     }},
    {"calibrate.heavy_tail",
     [](const Figures&) {
         return Prediction{
             CalibrateCoach::tr("Groups get scales of their own. Which groups gain most?"),
             {CalibrateCoach::tr("Those with a far value"), CalibrateCoach::tr("Those without one"),
              CalibrateCoach::tr("All alike")},
             1,
             CalibrateCoach::tr("They no longer pay for a far value elsewhere.")};
     }},
    {"calibrate.as_theory_says",
     [](const Figures& f) {
         return Prediction{
             CalibrateCoach::tr("A step three times as wide. The rounding error becomes …"),
             {CalibrateCoach::tr("3 times as large"), CalibrateCoach::tr("6 times as large"),
              CalibrateCoach::tr("9 times as large")},
             2,
             CalibrateCoach::tr("s² / 12 would be %1.").arg(number(9 * f.error.roundMse))};
     },
     fewerBits},
    {"calibrate.below_theory",
     [](const Figures& f) {
         return Prediction{
             CalibrateCoach::tr("Add a third of a step to every value. The rounding error …"),
             {CalibrateCoach::tr("… grows"), CalibrateCoach::tr("… stays"),
              CalibrateCoach::tr("… vanishes")},
             0,
             CalibrateCoach::tr("Values that stood on levels are then %1 away from them.")
                 .arg(number(f.params.scale / 3))};
     },
     fewerBits},
    {"calibrate.code_book",
     [](const Figures& f) {
         constexpr std::size_t few = 3;
         if (f.levels.size() < 2) {
             return Prediction();
         }
         if (f.levels.size() <= few) {
             const double below = f.levels[f.levels.size() - 2];
             const double border = (below + f.levels.back()) / 2;
             return Prediction{
                 CalibrateCoach::tr("Beyond which value is the largest level taken?"),
                 {number(f.levels.back()), number(border), number(below)},
                 1,
                 CalibrateCoach::tr("Half way between %1 and %2: the nearer level is taken.")
                     .arg(number(below), number(f.levels.back()))};
         }
         const double first = f.levels[1] - f.levels[0];
         double least = first;
         double most = first;
         for (std::size_t i = 1; i < f.levels.size(); ++i) {
             least = std::min(least, f.levels[i] - f.levels[i - 1]);
             most = std::max(most, f.levels[i] - f.levels[i - 1]);
         }
         const double last = f.levels.back() - f.levels[f.levels.size() - 2];
         const bool ends = std::max(first, last) >= most;
         return Prediction{
             CalibrateCoach::tr("Where do its levels lie farthest apart?"),
             {CalibrateCoach::tr("At an end"), CalibrateCoach::tr("Further inside"),
              CalibrateCoach::tr("Nowhere: they are even")},
             most < least * (1 + even) ? 2
             : ends                    ? 0
                                       : 1,
             CalibrateCoach::tr("Neighbours are between %1 and %2 apart; at the ends %3 and %4.")
                 .arg(number(least), number(most), number(first), number(last))};
     },
     [](const Figures& f) {
         return f.scheme.format == "nf4"
                    ? setTo(CalibrateCoach::tr("See where its levels come from."), "numbers.tab",
                            QStringLiteral("nf4"))
                    : setTo(CalibrateCoach::tr("Take the even levels of INT4 and compare."),
                            "calibrate.scheme.format", QStringLiteral("int4"));
     }},
    {"calibrate.overflow",
     [](const Figures& f) {
         const double half = limits(numberFormat("fp16")).max;
         const double brain = limits(numberFormat("bf16")).max;
         return Prediction{
             CalibrateCoach::tr("Which 16-bit float reaches to %1?").arg(number(f.peak())),
             {CalibrateCoach::tr("FP16 and BF16"), CalibrateCoach::tr("BF16 alone"),
              CalibrateCoach::tr("Neither")},
             f.peak() <= half    ? 0
             : f.peak() <= brain ? 1
                                 : 2,
             CalibrateCoach::tr("FP16 ends at %1, BF16 at %2.")
                 .arg(formatNumber(half, 6), formatNumber(brain, 3))};
     }},
    {"calibrate.block_clipping",
     [](const Figures&) {
         return Prediction{
             CalibrateCoach::tr("What would a wider scale of the block cost the other values?"),
             {CalibrateCoach::tr("Nothing"), CalibrateCoach::tr("Finer steps"),
              CalibrateCoach::tr("Wider steps")},
             2,
             CalibrateCoach::tr("The same levels reach farther, so they stand farther apart.")};
     }},
    {"calibrate.small_values",
     [](const Figures& f) {
         return Prediction{
             CalibrateCoach::tr("Half of every value, under the same scale. How many more become "
                                "zero?"),
             {CalibrateCoach::tr("None: a float follows its values"),
              CalibrateCoach::tr("Those below %1 now").arg(number(f.smallestLevel)),
              CalibrateCoach::tr("All")},
             1,
             CalibrateCoach::tr("Below its smallest level, %1, a float has only zero.")
                 .arg(number(f.smallestLevel))};
     },
     [](const Figures&) {
         return setTo(CalibrateCoach::tr("Give each group of values a scale of its own."),
                      "calibrate.scheme.granularity", QStringLiteral("group"));
     }},
    {"calibrate.float_steps",
     [](const Figures& f) {
         const bool overflows = f.cast && 2 * f.peak() > f.largestLevel;
         return Prediction{
             CalibrateCoach::tr("Double every value. What becomes of the SQNR?"), fallsRisesStays(),
             overflows ? 0 : 2,
             overflows ? CalibrateCoach::tr("The largest would be %1, and the format ends at %2.")
                             .arg(number(2 * f.peak()), formatNumber(f.largestLevel, 6))
                       : CalibrateCoach::tr("Steps double with the values: errors as well, from a "
                                            "mean square of %1 to four times that.")
                             .arg(number(f.error.mse))};
     }},
    {"calibrate.tensor_scale",
     [](const Figures&) {
         return Prediction{
             CalibrateCoach::tr("The farthest value grows ten times. What changes in the blocks "
                                "without it?"),
             {CalibrateCoach::tr("Nothing at all"), CalibrateCoach::tr("The scale that they store"),
              CalibrateCoach::tr("The number of their levels")},
             1,
             CalibrateCoach::tr("A block stores its scale divided by the tensor's: a tenth of it "
                                "then, in the few bits of an FP8 number.")};
     }},
    {"calibrate.blocks_apart",
     [](const Figures& f) {
         const BlockFormat* format = findBlockFormat(f.scheme.format);
         if (format == nullptr) {
             return Prediction();
         }
         return Prediction{
             CalibrateCoach::tr("One value becomes a hundred times larger. How many other values "
                                "are rounded more coarsely?"),
             {CalibrateCoach::tr("None"),
              CalibrateCoach::tr("At most %1").arg(format->valuesPerBlock - 1),
              CalibrateCoach::tr("All of them")},
             1,
             CalibrateCoach::tr("Those of its own block: %1 values share what is stored with it.")
                 .arg(format->valuesPerBlock)};
     }},
    {"calibrate.one_bit_more",
     [](const Figures& f) {
         if (!(f.bitLess.mse > 0)) {
             return Prediction();
         }
         const double wider = 1 / timesFiner(f.scheme, -1);
         const double lost = f.estimate.sqnrDb - f.bitLess.sqnrDb;
         return Prediction{
             CalibrateCoach::tr("And with one bit less than now?"),
             {CalibrateCoach::tr("About %1 dB").arg(formatNumber(f.error.sqnrDb - lost / 2, 3)),
              CalibrateCoach::tr("About %1 dB").arg(formatNumber(f.error.sqnrDb - lost, 3)),
              CalibrateCoach::tr("About %1 dB").arg(formatNumber(f.error.sqnrDb - 2 * lost, 3))},
             1,
             CalibrateCoach::tr("The step grows %1 times: that costs about %2 dB here.")
                 .arg(number(wider), number(lost))};
     }},
    {"calibrate.skew",
     [](const Figures& f) {
         const double reach = 2 * std::max(std::abs(f.summary.min), std::abs(f.summary.max));
         const double wasted = 1 - (f.summary.max - f.summary.min) / reach;
         return Prediction{
             CalibrateCoach::tr("How many codes would a symmetric grid leave empty here?"),
             {CalibrateCoach::tr("None"),
              CalibrateCoach::tr("About %1 of them").arg(formatPercent(wasted)),
              CalibrateCoach::tr("All but a few")},
             1,
             CalibrateCoach::tr("It would reach from one end to its mirror image, %1 wide; the "
                                "values are %2 wide.")
                 .arg(number(reach), number(f.summary.max - f.summary.min))};
     },
     [](const Figures&) {
         return setTo(CalibrateCoach::tr("Take the zero point away and compare the SQNR."),
                      "calibrate.scheme.zero_point", QStringLiteral("symmetric"));
     }},
}};

}  // namespace

std::span<const CoachQuestion<CalibrateFigures>> calibrateQuestions() {
    return questions;
}

}  // namespace zeropoint::ui
