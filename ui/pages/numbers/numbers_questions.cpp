// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/numbers_questions.h"

#include "ui/pages/numbers/facts/row_texts.h"
#include "ui/text/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace zeropoint::ui {
namespace {

using Figures = NumbersFigures;

constexpr double beyondHalf = 70000;  ///< FP16 ends before
constexpr double tailShare = 0.857;   ///< 6 / 7: a level of INT4

TryNext look(double value) {
    return {NumbersCoach::tr("Look at %1.").arg(formatNumber(value, 6)),
            QStringLiteral("numbers.value"), value};
}

RowFacts rowOf(const Figures& f, std::string_view format, double value) {
    return rowFacts(numberFormat(std::string(format)), withValue(f.state, value));
}

/// How many of the chosen formats store a value exactly.
int exactAt(const Figures& f, double value) {
    return numbersFigures(withValue(f.state, value)).exact();
}

Prediction howManyExact(const Figures& f, double value, const QString& question) {
    const int exact = exactAt(f, value);
    const int all = static_cast<int>(f.rows.size());
    return {question,
            {NumbersCoach::tr("All of them"), NumbersCoach::tr("Some of them"),
             NumbersCoach::tr("None of them")},
            exact == all ? 0
            : exact > 0  ? 1
                         : 2,
            NumbersCoach::tr("%1 is exact in %2 of %3.")
                .arg(formatNumber(value, 6))
                .arg(exact)
                .arg(all)};
}

/// Which of two formats comes nearer to a value.
Prediction nearerOf(const Figures& f, std::string_view first, std::string_view second,
                    double value) {
    const RowFacts a = rowOf(f, first, value);
    const RowFacts b = rowOf(f, second, value);
    const double errorA = std::isfinite(a.error) ? std::abs(a.error) : HUGE_VAL;
    const double errorB = std::isfinite(b.error) ? std::abs(b.error) : HUGE_VAL;
    return {NumbersCoach::tr("Which of the two comes nearer to %1?").arg(formatNumber(value, 6)),
            {nameOf(*a.format), nameOf(*b.format), NumbersCoach::tr("Both alike")},
            errorA < errorB   ? 0
            : errorA > errorB ? 1
                              : 2,
            NumbersCoach::tr("%1 stores %2, %3 stores %4.")
                .arg(nameOf(*a.format), storedText(a), nameOf(*b.format), storedText(b))};
}

/// What becomes of a figure of the inspected format.
Prediction grows(const QString& question, double before, double after, const QString& why) {
    return {question,
            {NumbersCoach::tr("It grows"), NumbersCoach::tr("It stays"),
             NumbersCoach::tr("It shrinks")},
            after > before    ? 0
            : after == before ? 1
                              : 2,
            why};
}

const RowFacts* firstTagged(const Figures& f, std::initializer_list<RowTag> tags) {
    const auto found = std::find_if(f.rows.begin(), f.rows.end(), [&](const RowFacts& row) {
        return std::find(tags.begin(), tags.end(), row.tag) != tags.end();
    });
    return found == f.rows.end() ? &f.inspected : &*found;
}

constexpr std::array<CoachQuestion<Figures>, 16> questions{{
    {"numbers.not_finite",
     [](const Figures& f) {
         const bool e4m3 = std::isinf(rowOf(f, "fp8-e4m3", HUGE_VAL).stored);
         const bool e5m2 = std::isinf(rowOf(f, "fp8-e5m2", HUGE_VAL).stored);
         return Prediction{
             NumbersCoach::tr("Which 8-bit float has a code for infinity?"),
             {NumbersCoach::tr("E4M3"), NumbersCoach::tr("E5M2"), NumbersCoach::tr("Both")},
             e4m3 && e5m2 ? 2
             : e5m2       ? 1
                          : 0,
             NumbersCoach::tr("E4M3 spends those codes on larger values and keeps NaN alone.")};
     },
     [](const Figures&) { return look(0.1); }},
    {"numbers.zero",
     [](const Figures& f) {
         const auto with = std::ranges::count_if(f.rows, [&](const RowFacts& row) {
             const double stored = rowOf(f, row.format->id, -0.0).stored;
             return stored == 0 && std::signbit(stored);
         });
         return Prediction{
             NumbersCoach::tr("And minus zero: which of these formats have a code for it?"),
             {NumbersCoach::tr("All"), NumbersCoach::tr("Some"), NumbersCoach::tr("None")},
             with == 0                    ? 2
             : with == std::ssize(f.rows) ? 0
                                          : 1,
             NumbersCoach::tr("A float has a sign bit of its own, and the FNUZ forms alone give "
                              "that code to NaN; two's complement has one zero.")};
     }},
    {"numbers.power_of_two",
     [](const Figures& f) {
         return howManyExact(f, f.state.value * 3,
                             NumbersCoach::tr("Three times that: how many of the formats store it "
                                              "exactly?"));
     },
     [](const Figures& f) { return look(f.state.value * 3); }},
    {"numbers.all_exact",
     [](const Figures& f) {
         return howManyExact(f, f.state.value / 3,
                             NumbersCoach::tr("A third of it: how many store that exactly?"));
     },
     [](const Figures& f) { return look(f.state.value / 3); }},
    {"numbers.some_exact",
     [](const Figures& f) {
         return howManyExact(f, f.state.value / 64,
                             NumbersCoach::tr("Halve it six times: how many store it exactly "
                                              "then?"));
     },
     [](const Figures& f) { return look(f.state.value / 64); }},
    {"numbers.none_exact",
     [](const Figures& f) {
         return howManyExact(f, f.state.value * 10,
                             NumbersCoach::tr("Ten times the value: how many store it exactly?"));
     },
     [](const Figures& f) { return look(f.state.value * 10); }},
    {"numbers.underflow",
     [](const Figures& f) {
         const RowFacts& row = *firstTagged(f, {RowTag::Underflow});
         const RowFacts larger = rowOf(f, row.format->id, 10 * f.state.value);
         return Prediction{
             NumbersCoach::tr("Ten times the value. What does %1 store?").arg(nameOf(*row.format)),
             {NumbersCoach::tr("Zero again"), NumbersCoach::tr("Something else")},
             larger.stored == 0 ? 0 : 1,
             NumbersCoach::tr("It stores %1.").arg(storedText(larger))};
     }},
    {"numbers.overflow",
     [](const Figures& f) {
         const RowFacts& row = *firstTagged(f, {RowTag::Overflow, RowTag::Saturated});
         const RowFacts half = rowOf(f, row.format->id, f.state.value / 2);
         const bool reached = half.tag != RowTag::Overflow && half.tag != RowTag::Saturated;
         return Prediction{
             NumbersCoach::tr("Half of the value: does %1 reach it?").arg(nameOf(*row.format)),
             {NumbersCoach::tr("Yes"), NumbersCoach::tr("No, it is beyond the end too")},
             reached ? 0 : 1,
             NumbersCoach::tr("It stores %1.").arg(storedText(half))};
     },
     [](const Figures& f) { return look(f.state.value / 2); }},
    {"numbers.subnormal",
     [](const Figures& f) {
         const RowFacts half = rowOf(f, f.inspected.format->id, f.state.value / 2);
         return grows(NumbersCoach::tr("Halve the value. What becomes of the step around it?"),
                      f.inspected.ulp, half.ulp,
                      NumbersCoach::tr("It is %1 and was %2: subnormal values are as far apart as "
                                       "the smallest normal ones.")
                          .arg(stepText(half.ulp), stepText(f.inspected.ulp)));
     }},
    {"numbers.halfway",
     [](const Figures& f) {
         NumberState away = f.state;
         away.rounding = Rounding::HalfAway;
         const RowFacts other = rowFacts(*f.inspected.format, away);
         const bool larger = std::abs(other.stored) > std::abs(f.state.value);
         return Prediction{
             NumbersCoach::tr("Under \"ties away from zero\", which neighbour is taken?"),
             {NumbersCoach::tr("The one nearer to zero"), NumbersCoach::tr("The one farther away")},
             larger ? 1 : 0,
             NumbersCoach::tr("It stores %1.").arg(storedText(other))};
     }},
    {"numbers.same_mantissa",
     [](const Figures& f) { return nearerOf(f, f.inspected.format->id, "bf16", f.state.value); },
     [](const Figures&) {
         return TryNext{NumbersCoach::tr("BF16 has fewer mantissa bits: look at it there."),
                        QStringLiteral("numbers.inspected"), QStringLiteral("bf16")};
     }},
    {"numbers.steps",
     [](const Figures& f) {
         const RowFacts twice = rowOf(f, f.inspected.format->id, 2 * f.state.value);
         return grows(NumbersCoach::tr("Double the value. What becomes of the step?"),
                      f.inspected.ulp, twice.ulp,
                      NumbersCoach::tr("It is %1 and was %2.")
                          .arg(stepText(twice.ulp), stepText(f.inspected.ulp)));
     },
     [](const Figures& f) { return look(2 * f.state.value); }},
    {"numbers.exponent_against_mantissa",
     [](const Figures& f) { return nearerOf(f, "fp16", "bf16", beyondHalf); }},
    {"numbers.coarse_integer",
     [](const Figures& f) {
         NumberState fitted = f.state;
         fitted.absMax = std::abs(f.state.value);
         const RowFacts row = rowFacts(numberFormat("int8"), fitted);
         return grows(NumbersCoach::tr("Make |max| as large as the value. And the error of INT8?"),
                      std::abs(f.find("int8")->error), std::abs(row.error),
                      NumbersCoach::tr("It stores %1 then.").arg(storedText(row)));
     }},
    {"numbers.code_book",
     [](const Figures& f) { return nearerOf(f, "nf4", "int4", tailShare * f.state.absMax); }},
    {"numbers.even_levels",
     [](const Figures& f) { return nearerOf(f, "nf4", "int4", 0.08 * f.state.absMax); }},
}};

}  // namespace

std::span<const CoachQuestion<NumbersFigures>> numbersQuestions() {
    return questions;
}

}  // namespace zeropoint::ui
