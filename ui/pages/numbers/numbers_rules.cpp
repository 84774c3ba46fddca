// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/numbers_rules.h"

#include "ui/pages/numbers/facts/row_texts.h"
#include "ui/text/numbers.h"

#include <array>
#include <cmath>

namespace zeropoint::ui {
namespace {

using Figures = NumbersFigures;

constexpr double fewSteps = 8;       ///< of an integer grid that a value reaches: a coarse picture
constexpr double clearlyBetter = 2;  ///< times smaller an error

bool finite(const Figures& f) {
    return std::isfinite(f.state.value);
}
bool isFloat(const RowFacts& row) {
    return row.format->kind == FormatKind::Minifloat;
}
QString bold(const QString& text) {
    return QStringLiteral("<b>%1</b>").arg(text);
}
QString value(const Figures& f) {
    return formatNumber(f.state.value, 6);
}

/// The first row with one of two tags.
const RowFacts* tagged(const Figures& f, RowTag tag, RowTag other) {
    const auto found = std::find_if(f.rows.begin(), f.rows.end(), [&](const RowFacts& row) {
        return row.tag == tag || row.tag == other;
    });
    return found == f.rows.end() ? nullptr : &*found;
}

/// A float that lands on the inspected one's value with as many mantissa bits.
const RowFacts* sameMantissa(const Figures& f) {
    const auto found = std::find_if(f.rows.begin(), f.rows.end(), [&](const RowFacts& row) {
        return row.format != f.inspected.format && isFloat(row) && isFloat(f.inspected) &&
               row.stored == f.inspected.stored && !f.inspected.isExact() &&
               row.format->mantissaBits == f.inspected.format->mantissaBits;
    });
    return found == f.rows.end() ? nullptr : &*found;
}

/// The value nearest to zero that has the sign of what was asked, before the scale.
double leastOfSign(const RowFacts& row) {
    if (isFloat(row)) {
        return std::copysign(limits(*row.format).minSubnormal, row.value);
    }
    double least = std::copysign(HUGE_VAL, row.value);
    for (std::uint64_t code = 0; code < (std::uint64_t{1} << row.format->bits); ++code) {
        const double level = decode(*row.format, code);
        if (level != 0 && std::signbit(level) == std::signbit(least) &&
            std::abs(level) < std::abs(least)) {
            least = level;
        }
    }
    return least;
}

bool powerOfTwo(double x) {
    int exponent = 0;
    return std::isfinite(x) && x != 0 && std::abs(std::frexp(x, &exponent)) == 0.5;
}

/// Which floats store without a scale.
bool isPlainPower(const Figures& f) {
    return powerOfTwo(f.state.value) && !f.state.scaleFloats;
}

/// Whether the first format's levels stand closer around the value than the second's.
bool denser(const Figures& f, const char* first, const char* second) {
    const RowFacts* a = f.find(first);
    const RowFacts* b = f.find(second);
    return a != nullptr && b != nullptr && a->ulp < b->ulp;
}

/// Whether the first format is clearly nearer to the value than the second, by a number of times:
/// not where it is exact.
bool nearer(const Figures& f, const char* first, const char* second) {
    const RowFacts* a = f.find(first);
    const RowFacts* b = f.find(second);
    return a != nullptr && b != nullptr && std::isfinite(a->error) && std::isfinite(b->error) &&
           a->error != 0 && std::abs(a->error) * clearlyBetter < std::abs(b->error);
}

QString stepsText(const Figures& f) {
    const RowFacts& row = f.inspected;
    const QString steps = formatNumber(std::abs(row.errorInUlp()), 2);
    return (row.error < 0 ? NumbersCoach::tr("%1 lands %2 steps below x; a step is %3 here.")
                          : NumbersCoach::tr("%1 lands %2 steps above x; a step is %3 here."))
        .arg(nameOf(*row.format), steps, stepText(row.ulp));
}

constexpr std::array<CoachRule<Figures>, 16> rules{{
    {"numbers.not_finite", 100, [](const Figures& f) { return !finite(f); },
     [](const Figures& f) {
         return bold(NumbersCoach::tr("%1 is not a finite number.").arg(value(f))) +
                QLatin1Char(' ') +
                NumbersCoach::tr(
                    "A format without a code for it stores something else in its place.");
     }},
    {"numbers.zero", 96, [](const Figures& f) { return f.state.value == 0; },
     [](const Figures& f) {
         QStringList without;
         for (const RowFacts& row : f.rows) {
             if (!row.isExact()) {
                 without << nameOf(*row.format);
             }
         }
         return without.isEmpty()
                    ? NumbersCoach::tr(
                          "<b>Zero has a code in every format here.</b> Padding, masks and ReLU "
                          "rely on it: an inexact zero would add its error to every sum.")
                    : NumbersCoach::tr(
                          "<b>Zero has no code in %1.</b> Padding, masks and ReLU would add the "
                          "error of their zeros to every sum there.")
                          .arg(without.join(QStringLiteral(", ")));
     },
     [](const Figures&) {
         return setTo(NumbersCoach::tr("Look at a value that few formats store."), "numbers.value",
                      0.1);
     }},
    {"numbers.power_of_two", 94, isPlainPower,
     [](const Figures& f) {
         return NumbersCoach::tr(
                    "<b>%1 is a power of two</b>: every float whose normal values reach it stores "
                    "it exactly, with all mantissa bits zero.")
             .arg(value(f));
     }},
    {"numbers.all_exact", 92,
     [](const Figures& f) {
         return finite(f) && f.state.value != 0 && f.exact() == int(f.rows.size()) &&
                !isPlainPower(f);
     },
     [](const Figures& f) {
         return NumbersCoach::tr("<b>All %1 formats store %2 exactly.</b> It needs few bits.")
             .arg(f.rows.size())
             .arg(value(f));
     }},
    {"numbers.some_exact", 90,
     [](const Figures& f) {
         return finite(f) && f.state.value != 0 && !isPlainPower(f) && f.exact() > 0 &&
                f.exact() < int(f.rows.size());
     },
     [](const Figures& f) {
         QStringList exact;
         for (const RowFacts& row : f.rows) {
             if (row.isExact()) {
                 exact << nameOf(*row.format);
             }
         }
         return bold(NumbersCoach::tr("%1 of %2 formats store %3 exactly:")
                         .arg(exact.size())
                         .arg(f.rows.size())
                         .arg(value(f))) +
                QLatin1Char(' ') + exact.join(QStringLiteral(", ")) + QLatin1Char('.');
     }},
    {"numbers.none_exact", 88,
     [](const Figures& f) { return finite(f) && f.exact() == 0 && f.closest() != nullptr; },
     [](const Figures& f) {
         return bold(NumbersCoach::tr("No format here stores %1 exactly.").arg(value(f))) +
                QLatin1Char(' ') +
                NumbersCoach::tr("The closest is %1, off by %2.")
                    .arg(nameOf(*f.closest()->format),
                         formatNumber(std::abs(f.closest()->error), 2));
     }},
    {"numbers.underflow", 86,
     [](const Figures& f) { return tagged(f, RowTag::Underflow, RowTag::Underflow) != nullptr; },
     [](const Figures& f) {
         const RowFacts& row = *tagged(f, RowTag::Underflow, RowTag::Underflow);
         return NumbersCoach::tr(
                    "%1 has no value between 0 and %2, so %3 becomes 0. A scale that fits the "
                    "small values is how small formats escape this.")
             .arg(nameOf(*row.format), formatNumber(leastOfSign(row) * row.scale), value(f));
     },
     [](const Figures& f) {
         const RowFacts& row = *tagged(f, RowTag::Underflow, RowTag::Underflow);
         return isFloat(row) && !f.state.scaleFloats
                    ? setTo(NumbersCoach::tr("Give the small floats a scale as well."),
                            "numbers.scale_floats", true)
                    : setTo(NumbersCoach::tr("Make |max| as large as the value and compare."),
                            "numbers.abs_max", std::abs(f.state.value));
     }},
    {"numbers.overflow", 85,
     [](const Figures& f) {
         return finite(f) && f.state.value != 0 &&
                tagged(f, RowTag::Overflow, RowTag::Saturated) != nullptr;
     },
     [](const Figures& f) {
         const RowFacts& row = *tagged(f, RowTag::Overflow, RowTag::Saturated);
         return NumbersCoach::tr("%1 ends at %2: beyond that it stores %3.")
             .arg(nameOf(*row.format), formatNumber(row.value < 0 ? row.lowest : row.max, 8),
                  storedText(row));
     }},
    {"numbers.subnormal", 84,
     [](const Figures& f) {
         return finite(f) && isFloat(f.inspected) && f.inspected.kind == NumberClass::Subnormal;
     },
     [](const Figures& f) {
         return NumbersCoach::tr(
                    "<b>%1 is subnormal in %2</b>: its exponent cannot fall any further, so the "
                    "leading one is gone and every halving costs a bit.")
             .arg(value(f), nameOf(*f.inspected.format));
     },
     [](const Figures& f) {
         const int more = numberFormat("bf16").exponentBits - f.inspected.format->exponentBits;
         return more > 0 ? setTo(NumbersCoach::tr("BF16 has more exponent bits, %1 to %2: look at "
                                                  "it there.")
                                     .arg(numberFormat("bf16").exponentBits)
                                     .arg(f.inspected.format->exponentBits),
                                 "numbers.inspected", QStringLiteral("bf16"))
                         : setTo(NumbersCoach::tr("Double it and see which bits move."),
                                 "numbers.value", f.state.value * 2);
     }},
    {"numbers.halfway", 82,
     [](const Figures& f) {
         return finite(f) && std::abs(f.inspected.errorInUlp()) == 0.5 &&
                f.inspected.value >= f.inspected.lowest && f.inspected.value <= f.inspected.max;
     },
     [](const Figures& f) {
         return NumbersCoach::tr(
                    "<b>%1 lies exactly between two values of %2</b>: neither is nearer, and which "
                    "one is taken is a matter of the rounding rule.")
             .arg(value(f), nameOf(*f.inspected.format));
     },
     [](const Figures& f) {
         const bool even = f.state.rounding == Rounding::NearestEven;
         return setTo(NumbersCoach::tr("Change the rule for ties and see the code change."),
                      "numbers.rounding",
                      even ? QStringLiteral("half-away") : QStringLiteral("nearest-even"));
     }},
    {"numbers.same_mantissa", 80, [](const Figures& f) { return sameMantissa(f) != nullptr; },
     [](const Figures& f) {
         return stepsText(f) + QLatin1Char(' ') +
                NumbersCoach::tr("%1 lands on the same value: it has the same %2 mantissa bits.")
                    .arg(nameOf(*sameMantissa(f)->format))
                    .arg(f.inspected.format->mantissaBits);
     }},
    {"numbers.steps", 78,
     [](const Figures& f) {
         return finite(f) && !f.inspected.isExact() && std::isfinite(f.inspected.errorInUlp()) &&
                sameMantissa(f) == nullptr;
     },
     [](const Figures& f) { return stepsText(f); }},
    {"numbers.exponent_against_mantissa", 70,
     [](const Figures& f) { return finite(f) && nearer(f, "fp16", "bf16"); },
     [](const Figures& f) {
         return NumbersCoach::tr(
                    "FP16 comes %1 times nearer than BF16: three bits moved from the exponent to "
                    "the mantissa.")
             .arg(formatNumber(std::abs(f.find("bf16")->error / f.find("fp16")->error), 2));
     },
     [](const Figures&) {
         return setTo(NumbersCoach::tr("Beyond FP16's end it is the other way round: try 70000."),
                      "numbers.value", 70000);
     }},
    {"numbers.coarse_integer", 66,
     [](const Figures& f) {
         const RowFacts* row = f.find("int8");
         return finite(f) && row != nullptr && f.state.value != 0 &&
                std::abs(f.state.value) < fewSteps * row->scale;
     },
     [](const Figures& f) {
         const RowFacts& row = *f.find("int8");
         return NumbersCoach::tr(
                    "With |max| = %1 a step of INT8 is %2, and %3 is %4 steps: small values share "
                    "few codes when the range is wide.")
             .arg(formatNumber(f.state.absMax), formatNumber(row.scale, 3), value(f),
                  formatNumber(std::abs(f.state.value) / row.scale, 2));
     },
     [](const Figures& f) {
         return setTo(NumbersCoach::tr("Make |max| as large as the value and compare."),
                      "numbers.abs_max", std::abs(f.state.value));
     }},
    {"numbers.code_book", 64,
     [](const Figures& f) {
         return finite(f) && nearer(f, "nf4", "int4") && denser(f, "nf4", "int4");
     },
     [](const Figures& f) {
         return NumbersCoach::tr(
                    "NF4 comes %1 times nearer than INT4 with as many bits: its levels stand "
                    "closer where normal weights are.")
             .arg(formatNumber(std::abs(f.find("int4")->error / f.find("nf4")->error), 2));
     },
     [](const Figures&) {
         return setTo(NumbersCoach::tr("See where its levels come from."), "numbers.tab",
                      QStringLiteral("nf4"));
     }},
    {"numbers.even_levels", 63,
     [](const Figures& f) {
         return finite(f) && nearer(f, "int4", "nf4") && denser(f, "int4", "nf4");
     },
     [](const Figures& f) {
         return NumbersCoach::tr(
                    "INT4 comes %1 times nearer than NF4 here: out in the tail NF4's levels stand "
                    "wider apart than even ones.")
             .arg(formatNumber(std::abs(f.find("nf4")->error / f.find("int4")->error), 2));
     },
     [](const Figures&) {
         return setTo(NumbersCoach::tr("See where its levels come from."), "numbers.tab",
                      QStringLiteral("nf4"));
     }},
}};

}  // namespace

const RowFacts* NumbersFigures::find(std::string_view format) const {
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const RowFacts& row) { return row.format->id == format; });
    return found == rows.end() ? nullptr : &*found;
}

int NumbersFigures::exact() const {
    return static_cast<int>(
        std::count_if(rows.begin(), rows.end(), [](const RowFacts& row) { return row.isExact(); }));
}

const RowFacts* NumbersFigures::closest() const {
    const auto found = std::min_element(
        rows.begin(), rows.end(),
        [](const RowFacts& a, const RowFacts& b) { return std::abs(a.error) < std::abs(b.error); });
    return found == rows.end() ? nullptr : &*found;
}

NumbersFigures numbersFigures(const NumberState& state) {
    NumbersFigures f;
    f.state = state;
    for (const QString& id : state.formats) {
        f.rows.push_back(rowFacts(numberFormat(id.toStdString()), state));
    }
    f.inspected = rowFacts(numberFormat(state.inspected.toStdString()), state);
    return f;
}

std::span<const CoachRule<NumbersFigures>> numbersRules() {
    return rules;
}

}  // namespace zeropoint::ui
