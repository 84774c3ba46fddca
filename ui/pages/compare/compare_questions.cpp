// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/compare_questions.h"

#include "ui/text/numbers.h"
#include "ui/text/unit_number.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr double bitDb = 6.02;

TryNext words(const QString& text) {
    return {text, {}, {}};
}
TryNext segment(const QString& text, const char* name) {
    return {text, QStringLiteral("compare.segment"), QString::fromLatin1(name)};
}
Prediction oneBit(const CompareFigures& f) {
    // An integer's: other formats have no bit to take away.
    // Where hardly anything would be left the error is no longer that of even steps.
    const auto found = std::find_if(f.columns.begin(), f.columns.end(), [](const CompareColumn& c) {
        return c.bitLess > 0 && c.sqnrDb - c.bitLess > bitDb;
    });
    if (found == f.columns.end()) {
        return {};
    }
    return {CompareCoach::tr("Give %1 one bit less. What will its SQNR be?").arg(found->title),
            {CompareCoach::tr("About %1").arg(withDecibels(found->sqnrDb - found->bitLess / 6)),
             CompareCoach::tr("About %1").arg(withDecibels(found->sqnrDb - found->bitLess)),
             CompareCoach::tr("About %1").arg(withDecibels(found->sqnrDb - 2 * found->bitLess))},
            1,
            CompareCoach::tr("The step gets %1 times wider: from %2 about %3 are lost.")
                .arg(formatNumber(std::pow(10, found->bitLess / 20), 3),
                     withDecibels(found->sqnrDb), withDecibels(found->bitLess))};
}

Prediction twiceTheError() {
    return {CompareCoach::tr("Twice the error on every weight. How many decibels is that?"),
            {CompareCoach::tr("2"), CompareCoach::tr("3"), CompareCoach::tr("6")},
            2,
            CompareCoach::tr("Twice the error is four times its energy.")};
}

constexpr std::array<CoachQuestion<CompareFigures>, 9> askedOfSettings{{
    {"compare.nothing_known",
     [](const CompareFigures&) {
         return Prediction{
             CompareCoach::tr("Two settings differ in one bit alone. How far apart will they be?"),
             {CompareCoach::tr("About %1").arg(withDecibels(1)),
              CompareCoach::tr("About %1").arg(withDecibels(bitDb)),
              CompareCoach::tr("About %1").arg(withDecibels(4 * bitDb))},
             1,
             CompareCoach::tr("A bit about halves the step of an integer: the error's energy falls "
                              "to a quarter.")};
     },
     [](const CompareFigures&) { return words(CompareCoach::tr("Guess the best column first.")); }},
    {"compare.one_column",
     [](const CompareFigures& f) { return f.columns.empty() ? Prediction() : oneBit(f); },
     [](const CompareFigures&) {
         return words(CompareCoach::tr("Add a column with one bit less."));
     }},
    {"compare.cheaper_and_as_good",
     [](const CompareFigures&) {
         return Prediction{
             CompareCoach::tr("How can fewer bits lose nothing?"),
             {CompareCoach::tr("Its levels lie where the values are"),
              CompareCoach::tr("It leaves values out"), CompareCoach::tr("By chance")},
             0,
             CompareCoach::tr("The format or its scales fit these values; on others "
                              "it may be the other way.")};
     },
     [](const CompareFigures&) { return words(CompareCoach::tr("Try both on another tensor.")); }},
    {"compare.hidden_channels",
     [](const CompareFigures&) {
         return Prediction{CompareCoach::tr("A scale for each channel. Which channels gain?"),
                           {CompareCoach::tr("The large ones"), CompareCoach::tr("The small ones"),
                            CompareCoach::tr("All alike")},
                           1,
                           CompareCoach::tr("The step no longer follows the largest channel.")};
     },
     [](const CompareFigures&) {
         return words(CompareCoach::tr("Add a column with a scale for each channel."));
     }},
    {"compare.outliers_share_a_scale",
     [](const CompareFigures& f) {
         return Prediction{CompareCoach::tr("Whose error do these channels make larger?"),
                           {CompareCoach::tr("Their own"), CompareCoach::tr("That of all others"),
                            CompareCoach::tr("Nobody's")},
                           1,
                           CompareCoach::tr("%1 of them set the step that every other channel must "
                                            "use.")
                               .arg(f.outlierChannels)};
     }},
    {"compare.most_zeros",
     [](const CompareFigures&) {
         return Prediction{CompareCoach::tr("Which values become zero?"),
                           {CompareCoach::tr("Those within half a step of it"),
                            CompareCoach::tr("The negative ones"), CompareCoach::tr("The largest")},
                           0,
                           CompareCoach::tr("Their nearest level is zero.")};
     },
     [](const CompareFigures&) {
         return words(CompareCoach::tr("Add a column with groups of 32."));
     }},
    {"compare.clipping",
     [](const CompareFigures&) {
         return Prediction{
             CompareCoach::tr("Widen its range a little. Which error falls?"),
             {CompareCoach::tr("Clipping"), CompareCoach::tr("Rounding"), CompareCoach::tr("Both")},
             0,
             CompareCoach::tr("Fewer values lie outside then; no value inside is rounded more "
                              "finely.")};
     },
     [](const CompareFigures&) {
         return words(CompareCoach::tr("Let the least squared error choose its range."));
     }},
    {"compare.best_of_equals", oneBit,
     [](const CompareFigures&) {
         return words(CompareCoach::tr("Pin it, and try to beat it at the same bits."));
     }},
    {"compare.no_equals", oneBit,
     [](const CompareFigures&) {
         return words(CompareCoach::tr("Add a rival with about the same bits a weight."));
     }},
}};

constexpr std::array<CoachQuestion<FilesFigures>, 6> askedOfFiles{{
    {"compare.files_open", [](const FilesFigures&) { return twiceTheError(); },
     [](const FilesFigures&) {
         return words(CompareCoach::tr("Drop a model and its quantized file onto the page."));
     }},
    {"compare.files_equal",
     [](const FilesFigures& f) {
         return Prediction{
             CompareCoach::tr("Equal values: are the files the same, byte by byte?"),
             {CompareCoach::tr("Yes"), CompareCoach::tr("Not necessarily")},
             1,
             f.pairs == 1
                 ? CompareCoach::tr("One pair holds the same values; names, order and padding "
                                    "may differ.")
                 : CompareCoach::tr("%1 pairs hold the same values; names, order and padding "
                                    "may differ.")
                       .arg(f.pairs)};
     },
     [](const FilesFigures&) {
         return words(CompareCoach::tr("Open another quantization of the same model."));
     }},
    {"compare.files_alone",
     [](const FilesFigures& f) {
         return Prediction{CompareCoach::tr("Would counting them change the figure of the whole?"),
                           {CompareCoach::tr("Yes"), CompareCoach::tr("No: there is nothing to "
                                                                      "compare")},
                           1,
                           f.alone == 1
                               ? CompareCoach::tr("An error needs two values; one tensor has one.")
                               : CompareCoach::tr("An error needs two values; %1 tensors have one.")
                                     .arg(f.alone)};
     },
     [](const FilesFigures&) {
         return words(CompareCoach::tr("Map by hand those that belong together."));
     }},
    {"compare.files_worst",
     [](const FilesFigures& f) {
         return Prediction{CompareCoach::tr("Store it exactly. How much does the whole gain?"),
                           {CompareCoach::tr("As much as it stands below"),
                            CompareCoach::tr("That hangs on how large its values are")},
                           1,
                           CompareCoach::tr("The whole, %1, sums energies: a small tensor hardly "
                                            "counts.")
                               .arg(withDecibels(f.totalDb))};
     },
     [](const FilesFigures&) {
         return words(CompareCoach::tr("Choose it and look at its channels."));
     }},
    {"compare.files_even", [](const FilesFigures&) { return twiceTheError(); },
     [](const FilesFigures&) {
         return words(CompareCoach::tr("Choose the worst and look at its codes."));
     }},
    {"compare.files_energy",
     [](const FilesFigures& f) {
         return Prediction{
             CompareCoach::tr("How large is the error beside the values, on the whole?"),
             {formatPercent(std::pow(10, -f.totalDb / 20)),
              formatPercent(std::pow(10, -f.totalDb / 10)),
              formatPercent(std::pow(10, -f.totalDb / 40))},
             0,
             CompareCoach::tr("Decibels compare energies: 10 to the minus %1 / 20.")
                 .arg(formatNumber(f.totalDb, 3))};
     },
     [](const FilesFigures&) {
         return words(CompareCoach::tr("Sort by SQNR and look at the lowest."));
     }},
}};

constexpr std::array<CoachQuestion<ScanFigures>, 4> askedOfScan{{
    {"compare.scan_begin",
     [](const ScanFigures&) {
         return Prediction{
             CompareCoach::tr("Which kind of weight bears few bits worst?"),
             {CompareCoach::tr("The largest matrix"), CompareCoach::tr("One with far values"),
              CompareCoach::tr("The first layer")},
             1,
             CompareCoach::tr("One far value widens the step of all that share its "
                              "scale.")};
     },
     [](const ScanFigures&) {
         return segment(CompareCoach::tr("Choose the settings first."), "settings");
     }},
    {"compare.scan_peak",
     [](const ScanFigures& f) {
         return Prediction{
             CompareCoach::tr("Groups of 32 share a scale. How many of its values pay "
                              "for the peak?"),
             {CompareCoach::tr("All"), CompareCoach::tr("31"), CompareCoach::tr("None")},
             1,
             CompareCoach::tr("The others of its group; the peak is %1 deviations out.")
                 .arg(formatNumber(f.worstPeak, 3))};
     },
     [](const ScanFigures&) {
         return words(CompareCoach::tr("Add a setting with groups and scan again."));
     }},
    {"compare.scan_worst", [](const ScanFigures&) { return twiceTheError(); },
     [](const ScanFigures&) {
         return words(CompareCoach::tr("Open it on Calibrate and look at its shape."));
     }},
    {"compare.scan_far_below",
     [](const ScanFigures& f) {
         const double bits = std::ceil((f.worstTotalDb - f.worstDb) / bitDb);
         return Prediction{CompareCoach::tr("How many bits more would bring it up to the whole?"),
                           {QString::number(std::max(1.0, bits - 2)), QString::number(bits),
                            QString::number(2 * bits + 1)},
                           1,
                           CompareCoach::tr("%1 are missing, and a bit brings about six.")
                               .arg(withDecibels(f.worstTotalDb - f.worstDb))};
     },
     [](const ScanFigures&) {
         return words(CompareCoach::tr("Add a setting with as many bits more."));
     }},
}};

}  // namespace

std::span<const CoachQuestion<CompareFigures>> compareQuestions() {
    return askedOfSettings;
}

std::span<const CoachQuestion<FilesFigures>> filesQuestions() {
    return askedOfFiles;
}

std::span<const CoachQuestion<ScanFigures>> scanQuestions() {
    return askedOfScan;
}

}  // namespace zeropoint::ui
