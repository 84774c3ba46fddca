// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/train_questions.h"

#include "ui/text/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace zeropoint::ui {
namespace {

using Figures = TrainFigures;

TryNext method(const QString& text, const char* name) {
    return setTo(text, "train.next.method", QString::fromLatin1(name));
}
QString nats(double value) {
    return formatNumber(value, 3);
}
QString floats(std::size_t count) {
    return formatBytes(count * sizeof(float));
}

constexpr std::array<CoachQuestion<Figures>, 18> questions{{
    {"train.nothing_yet",
     [](const Figures& f) {
         return Prediction{TrainCoach::tr("Before its first step, how well does it guess?"),
                           {TrainCoach::tr("Like chance"), TrainCoach::tr("Always wrong"),
                            TrainCoach::tr("Half right")},
                           0,
                           TrainCoach::tr("Random weights prefer nothing: of %1 weights none has "
                                          "seen the data.")
                               .arg(formatCount(f.parameters))};
     },
     [](const Figures&) {
         return method(TrainCoach::tr("Begin with all weights in FP32, to compare with."), "fp32");
     }},
    {"train.failed",
     [](const Figures&) {
         return Prediction{TrainCoach::tr("A rate that is too large: how does the loss go?"),
                           {TrainCoach::tr("It stays where it is"),
                            TrainCoach::tr("It jumps up and leaves all bounds"),
                            TrainCoach::tr("It falls faster")},
                           1,
                           TrainCoach::tr("Each step goes past the valley and lands higher than "
                                          "it began.")};
     },
     [](const Figures&) {
         return TryNext{TrainCoach::tr("Start again with a third of the rate."), {}, {}};
     }},
    {"train.overfits",
     [](const Figures& f) {
         return Prediction{TrainCoach::tr("Train on. Which of the two losses falls further?"),
                           {TrainCoach::tr("That of the training data"),
                            TrainCoach::tr("That of unseen data"), TrainCoach::tr("Both alike")},
                           0,
                           TrainCoach::tr("%1 and %2 are apart already: what is learnt by heart "
                                          "helps on the first alone.")
                               .arg(nats(f.last().trainLoss), nats(f.last().validationLoss))};
     }},
    {"train.past_its_best",
     [](const Figures& f) {
         return Prediction{
             TrainCoach::tr("Which weights would you keep?"),
             {TrainCoach::tr("The last ones"), TrainCoach::tr("Those of the best validation loss"),
              TrainCoach::tr("Those of the best training loss")},
             1,
             TrainCoach::tr("They were those of step %1, by data that chose nothing "
                            "else.")
                 .arg(formatCount(f.best().step))};
     },
     [](const Figures& f) {
         return setTo(TrainCoach::tr("Train as long as the best took."), "train.next.steps",
                      static_cast<double>(std::max<std::uint64_t>(f.best().step, 1)));
     }},
    {"train.learned_nothing",
     [](const Figures& f) {
         const double share = std::exp(-f.last().testLoss) * static_cast<double>(f.outputs);
         return Prediction{
             TrainCoach::tr("How likely does it hold the right answer, on the whole?"),
             {TrainCoach::tr("About as likely as each of the others"),
              TrainCoach::tr("Ten times as likely"), TrainCoach::tr("Far less likely")},
             share < 0.5 ? 2
             : share < 5 ? 0
                         : 1,
             TrainCoach::tr("e to the minus loss is %1; one in %2 is %3.")
                 .arg(nats(std::exp(-f.last().testLoss)))
                 .arg(f.outputs)
                 .arg(nats(1.0 / double(std::max<std::size_t>(f.outputs, 1))))};
     }},
    {"train.rounding_broke_it",
     [](const Figures& f) {
         return Prediction{
             TrainCoach::tr("Train through the same rounding. How large will the file be?"),
             {TrainCoach::tr("As large as this one"), TrainCoach::tr("As large as FP32"),
              TrainCoach::tr("Twice this one")},
             0,
             TrainCoach::tr("%1 either way: which codes there are changes, not how many bits they "
                            "have.")
                 .arg(formatBytes(f.bytes))};
     }},
    {"train.rounding_was_free",
     [](const Figures& f) {
         // A symmetric code's levels on each side of zero.
         const double wider =
             (std::exp2(f.weightBits - 1) - 1) / (std::exp2(std::max(f.weightBits - 2, 1)) - 1);
         return Prediction{
             TrainCoach::tr("How much wider is each step of an integer with one bit less?"),
             {TrainCoach::tr("A little"),
              TrainCoach::tr("About %1 times as wide").arg(formatNumber(wider, 2)),
              TrainCoach::tr("Ten times as wide")},
             1,
             TrainCoach::tr("%1 bits have about that many times the levels of %2: accuracy may "
                            "hold all the same, and break a bit later.")
                 .arg(f.weightBits)
                 .arg(f.weightBits - 1)};
     }},
    {"train.qat_keeps_fp32",
     [](const Figures&) {
         return Prediction{
             TrainCoach::tr("Which weights does the next product see while it trains?"),
             {TrainCoach::tr("The FP32 ones"), TrainCoach::tr("The rounded ones"),
              TrainCoach::tr("Both in turn")},
             1,
             TrainCoach::tr("The loss must feel the rounding; the gradient then moves "
                            "the fine weights.")};
     },
     [](const Figures&) {
         return setTo(TrainCoach::tr("Watch codes and gradients from the inside."), "train.inside",
                      QStringLiteral("qat"));
     }},
    {"train.ptq_trains_nothing",
     [](const Figures& f) {
         if (!f.plainRounding || (f.inputBits < fullBits && !f.calibratedInputs)) {
             return Prediction();  // its roundings, or its ranges, follow the inputs
         }
         return Prediction{
             TrainCoach::tr("What would other calibration data change in it?"),
             {TrainCoach::tr("The weights"), TrainCoach::tr("The ranges of inputs"),
              TrainCoach::tr("Nothing")},
             f.inputBits < fullBits ? 1 : 2,
             f.inputBits < fullBits
                 ? TrainCoach::tr("They are looked at, never learned from.")
                 : TrainCoach::tr("Its inputs are not quantized, and each weight goes to its "
                                  "nearest level whatever comes in.")};
     },
     [](const Figures& f) {
         return f.inputBits < fullBits
                    ? setTo(TrainCoach::tr("Leave the inputs as they are: what do they cost?"),
                            "train.next.input_bits", fullBits)
                    : setTo(TrainCoach::tr("Quantize the inputs of the layers too."),
                            "train.next.input_bits", 8);
     }},
    {"train.full_costs_four",
     [](const Figures& f) {
         return Prediction{
             TrainCoach::tr("How much of that is needed to use the model?"),
             {floats(f.parameters), floats(2 * f.parameters), floats(4 * f.parameters)},
             0,
             TrainCoach::tr("One number a weight; gradients and moments end with the training.")};
     },
     [](const Figures&) {
         return method(TrainCoach::tr("Train adapters alone and compare what that takes."), "lora");
     }},
    {"train.adapters_train_few",
     [](const Figures&) {
         return Prediction{TrainCoach::tr("Before its first step, what does the model with fresh "
                                          "adapters answer?"),
                           {TrainCoach::tr("The same as its base"),
                            TrainCoach::tr("Something random"), TrainCoach::tr("Nothing")},
                           0,
                           TrainCoach::tr("One of each pair of matrices begins with zeros, so "
                                          "their product is zero.")};
     },
     [](const Figures&) {
         return method(TrainCoach::tr("Freeze the base in four bits as well."), "qlora");
     }},
    {"train.qlora_freezes_nf4",
     [](const Figures&) {
         return Prediction{TrainCoach::tr("Merge the adapters into the NF4 base. Is the model the "
                                          "same then?"),
                           {TrainCoach::tr("Yes: adding is exact"),
                            TrainCoach::tr("No: the sum is rounded again"),
                            TrainCoach::tr("It cannot be merged")},
                           1,
                           TrainCoach::tr("The sums lie between levels.")};
     },
     [](const Figures& f) {
         return setTo(TrainCoach::tr("Double the rank and see whether it comes closer."),
                      "train.next.rank", 2 * f.rank);
     }},
    {"train.adapters_are_large_here",
     [](const Figures& f) {
         return Prediction{
             TrainCoach::tr("Half of the rank: how many adapter weights are there?"),
             {formatCount(f.trained / 2), formatCount(f.trained), formatCount(f.trained / 4)},
             0,
             TrainCoach::tr("r (m + n) is proportional to the rank; %1 now.")
                 .arg(formatCount(f.trained))};
     },
     [](const Figures& f) {
         return setTo(TrainCoach::tr("Take half the rank and compare the accuracy."),
                      "train.next.rank", std::max(f.rank / 2, 1));
     }},
    {"train.adapters_are_small",
     [](const Figures& f) {
         return Prediction{
             TrainCoach::tr("Twice the rank: how many weights are trained?"),
             {formatCount(f.trained), formatCount(2 * f.trained), formatCount(4 * f.trained)},
             1,
             TrainCoach::tr("r (m + n) is proportional to the rank.")};
     }},
    {"train.near_entropy",
     [](const Figures& f) {
         return Prediction{TrainCoach::tr("Can a larger model go far below this loss on new text?"),
                           {TrainCoach::tr("Yes, with enough steps"), TrainCoach::tr("No")},
                           1,
                           TrainCoach::tr("What the grammar leaves to chance, %1 nats, nobody can "
                                          "know.")
                               .arg(nats(f.entropy.value_or(0)))};
     },
     [](const Figures&) {
         return method(TrainCoach::tr("Quantize it: how much of this survives?"), "ptq");
     }},
    {"train.above_entropy",
     [](const Figures& f) {
         return Prediction{TrainCoach::tr("What share of its loss could training still take away?"),
                           {TrainCoach::tr("All of it"),
                            formatPercent(1 - f.entropy.value_or(0) / f.last().testLoss),
                            TrainCoach::tr("Nothing")},
                           1,
                           TrainCoach::tr("%1 of %2 nats are the grammar's own.")
                               .arg(nats(f.entropy.value_or(0)), nats(f.last().testLoss))};
     },
     [](const Figures& f) {
         return setTo(TrainCoach::tr("Give it twice the steps."), "train.next.steps",
                      static_cast<double>(std::max<std::uint64_t>(2 * f.last().step, 2)));
     }},
    {"train.plateau",
     [](const Figures&) {
         return Prediction{
             TrainCoach::tr("Near a minimum, which rate comes closer to it?"),
             {TrainCoach::tr("A larger one"), TrainCoach::tr("A smaller one")},
             1,
             TrainCoach::tr("Steps of one length jump about the minimum; shorter ones "
                            "settle nearer.")};
     }},
    {"train.progress",
     [](const Figures& f) {
         return Prediction{
             TrainCoach::tr("How likely, on the whole, does it hold the right answer now?"),
             {nats(1 / double(std::max<std::size_t>(f.outputs, 1))),
              nats(std::exp(-f.last().testLoss)), TrainCoach::tr("As its accuracy says")},
             1,
             TrainCoach::tr(
                 "e to the minus %1, a geometric mean. Accuracy, %2, counts only whether "
                 "the right answer is the likeliest.")
                 .arg(nats(f.last().testLoss), formatPercent(f.last().accuracy))};
     },
     [](const Figures& f) {
         return setTo(TrainCoach::tr("Give it twice the steps and compare."), "train.next.steps",
                      static_cast<double>(std::max<std::uint64_t>(2 * f.last().step, 2)));
     }},
}};

}  // namespace

std::span<const CoachQuestion<TrainFigures>> trainQuestions() {
    return questions;
}

}  // namespace zeropoint::ui
