// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tradeoff/trade_off_questions.h"

#include "ui/text/numbers.h"

#include <algorithm>
#include <array>

namespace zeropoint::ui {
namespace {

using Figures = TradeOffFigures;

QString bytes(double size) {
    return formatBytes(static_cast<qulonglong>(size));
}

constexpr std::array<CoachQuestion<Figures>, 14> questions{{
    {"tradeoff.nothing_yet",
     [](const Figures&) {
         return Prediction{TradeOffCoach::tr("At how many bits will plain rounding break a small "
                                             "model that sorts?"),
                           {TradeOffCoach::tr("At eight"), TradeOffCoach::tr("At four"),
                            TradeOffCoach::tr("At three")},
                           2,
                           TradeOffCoach::tr("The runs that came with the program show it: four "
                                             "bits hold, three do not.")};
     },
     [](const Figures&) {
         return TryNext{TradeOffCoach::tr("Choose the runs that came with the program, or run an "
                                          "experiment."),
                        {},
                        {}};
     }},
    {"tradeoff.chosen_is_beaten",
     [](const Figures& f) {
         return Prediction{
             TradeOffCoach::tr("Is there a use for which the beaten one is better?"),
             {TradeOffCoach::tr("By these two figures, no"),
              TradeOffCoach::tr("Where memory is short"),
              TradeOffCoach::tr("Where errors are dear")},
             0,
             TradeOffCoach::tr("It is neither smaller nor more accurate; what training "
                               "it cost is another figure. %1 runs stand on the front.")
                 .arg(f.onFront())};
     }},
    {"tradeoff.same_size",
     [](const Figures&) {
         return Prediction{
             TradeOffCoach::tr("The same bytes: what differs in their files?"),
             {TradeOffCoach::tr("The number of codes"), TradeOffCoach::tr("Which codes they hold"),
              TradeOffCoach::tr("The bits of a code")},
             1,
             TradeOffCoach::tr("Training through the rounding chose other codes, and perhaps other "
                               "scales: as many as before.")};
     }},
    {"tradeoff.cliff",
     [](const Figures&) {
         return Prediction{
             TradeOffCoach::tr("Give the bit back to one layer alone. Which one "
                               "would help most?"),
             {TradeOffCoach::tr("The largest"), TradeOffCoach::tr("The first"),
              TradeOffCoach::tr("The one whose error costs most")},
             2,
             TradeOffCoach::tr("Sensitivity measures it, a layer at a time; size says "
                               "little about it.")};
     }},
    {"tradeoff.not_told_from_full",
     [](const Figures& f) {
         return Prediction{
             TradeOffCoach::tr("So do both give the same answers?"),
             {TradeOffCoach::tr("Yes, all"),
              TradeOffCoach::tr("Nearly: a few differ "
                                "either way"),
              TradeOffCoach::tr("No, most differ")},
             1,
             TradeOffCoach::tr("As many were won as lost, as far as the test can see. "
                               "%1 runs are here to compare.")
                 .arg(f.runs.size())};
     },
     [](const Figures&) {
         return setTo(TradeOffCoach::tr("Look at the answers that differ."), "tradeoff.side",
                      QStringLiteral("compare"));
     }},
    {"tradeoff.adapters_behind",
     [](const Figures& f) {
         const RunSummary* full = f.ofMethod(MethodKind::Full);
         const RunSummary* lora = f.ofMethod(MethodKind::Lora);
         const bool larger =
             full != nullptr && lora != nullptr && lora->sizeBytes > full->sizeBytes;
         return Prediction{TradeOffCoach::tr("Are its bytes at least fewer, stored with the base?"),
                           {TradeOffCoach::tr("Yes"), TradeOffCoach::tr("No: base and adapters are "
                                                                        "both kept")},
                           larger ? 1 : 0,
                           TradeOffCoach::tr("%1 against %2.")
                               .arg(bytes(lora != nullptr ? lora->sizeBytes : 0),
                                    bytes(full != nullptr ? full->sizeBytes : 0))};
     },
     [](const Figures&) {
         return TryNext{
             TradeOffCoach::tr("Take twice the rank as the next run on the Train page."), {}, {}};
     }},
    {"tradeoff.adapters_as_good",
     [](const Figures&) {
         return Prediction{
             TradeOffCoach::tr("Take the adapters off again. What does the model do?"),
             {TradeOffCoach::tr("It has forgotten both tasks"),
              TradeOffCoach::tr("It does its first task as before"),
              TradeOffCoach::tr("It does both")},
             1,
             TradeOffCoach::tr("The base was frozen: no weight of it has moved.")};
     },
     [](const Figures&) {
         return TryNext{
             TradeOffCoach::tr("Take half the rank as the next run: where does it give in?"),
             {},
             {}};
     }},
    {"tradeoff.adapters_are_large",
     [](const Figures&) {
         return Prediction{TradeOffCoach::tr("A matrix four times as wide and high. What share are "
                                             "adapters of the same rank?"),
                           {TradeOffCoach::tr("The same"), TradeOffCoach::tr("A quarter of it"),
                            TradeOffCoach::tr("A sixteenth of it")},
                           1,
                           TradeOffCoach::tr("r (m + n) grows four times, m n sixteen times.")};
     },
     [](const Figures&) {
         return setTo(TradeOffCoach::tr("Count them beside a large model."), "memory.bar",
                      QStringLiteral("lora"));
     }},
    {"tradeoff.qlora_pays_little",
     [](const Figures&) {
         return Prediction{TradeOffCoach::tr("Which weights of it were trained?"),
                           {TradeOffCoach::tr("The four-bit ones"),
                            TradeOffCoach::tr("The adapters"), TradeOffCoach::tr("Both")},
                           1,
                           TradeOffCoach::tr("The four-bit base only carries them.")};
     },
     [](const Figures&) {
         return setTo(TradeOffCoach::tr("See what that saves at a large model."), "memory.bar",
                      QStringLiteral("qlora"));
     }},
    {"tradeoff.unsteady",
     [](const Figures& f) {
         return Prediction{
             TradeOffCoach::tr("Four times as many seeds. How wide is the interval of "
                               "the mean?"),
             {TradeOffCoach::tr("A quarter"), TradeOffCoach::tr("About half"),
              TradeOffCoach::tr("The same")},
             1,
             TradeOffCoach::tr("It shrinks with the root of their number; %1 runs are "
                               "shown here.")
                 .arg(f.runs.size())};
     },
     [](const Figures&) {
         return TryNext{TradeOffCoach::tr("Run it with more seeds before you choose it."), {}, {}};
     }},
    {"tradeoff.one_seed",
     [](const Figures&) {
         return Prediction{TradeOffCoach::tr("Another seed: which run's accuracy changes least?"),
                           {TradeOffCoach::tr("One of many bits"),
                            TradeOffCoach::tr("One of few bits"), TradeOffCoach::tr("All alike")},
                           0,
                           TradeOffCoach::tr("Near the cliff small differences of the weights "
                                             "decide many answers.")};
     }},
    {"tradeoff.wide_intervals",
     [](const Figures&) {
         return Prediction{
             TradeOffCoach::tr("Two intervals overlap. Do the runs differ?"),
             {TradeOffCoach::tr("No"), TradeOffCoach::tr("Yes"),
              TradeOffCoach::tr("They may: the paired test sees more")},
             2,
             TradeOffCoach::tr("On the same items luck of the items is common to both "
                               "and falls out.")};
     },
     [](const Figures&) {
         return setTo(TradeOffCoach::tr("Compare two of them answer by answer."), "tradeoff.side",
                      QStringLiteral("compare"));
     }},
    {"tradeoff.cheapest_as_good",
     [](const Figures& f) {
         const RunSummary* full = f.ofMethod(MethodKind::Full);
         const double share = full != nullptr && full->sizeBytes > 0
                                  ? f.cheapestAlike()->sizeBytes / full->sizeBytes
                                  : 1;
         return Prediction{TradeOffCoach::tr("How many bytes does it keep of those in FP32?"),
                           {formatPercent(share / 2), formatPercent(share),
                            formatPercent(std::min(1.0, 2 * share))},
                           1,
                           TradeOffCoach::tr("%1 in all: what stays in FP32 counts too.")
                               .arg(bytes(f.cheapestAlike()->sizeBytes))};
     },
     [](const Figures& f) {
         return setTo(TradeOffCoach::tr("Choose it and look closer."), "tradeoff.run",
                      QString::fromStdString(f.cheapestAlike()->name));
     }},
    {"tradeoff.front",
     [](const Figures& f) {
         return Prediction{
             TradeOffCoach::tr("Count the linear layers alone. Which way do the points "
                               "move?"),
             {TradeOffCoach::tr("To the left: smaller"), TradeOffCoach::tr("To the right: larger"),
              TradeOffCoach::tr("Up: more accurate")},
             0,
             TradeOffCoach::tr("Embeddings and norms fall out of the size; the %1 "
                               "accuracies stay.")
                 .arg(f.runs.size())};
     },
     [](const Figures&) {
         return setTo(TradeOffCoach::tr("Count the linear layers alone."), "tradeoff.size",
                      QStringLiteral("linear"));
     }},
}};

}  // namespace

std::span<const CoachQuestion<TradeOffFigures>> tradeOffQuestions() {
    return questions;
}

}  // namespace zeropoint::ui
