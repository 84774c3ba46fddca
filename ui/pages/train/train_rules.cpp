// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/train_rules.h"

#include "core/data/text.h"
#include "ui/state/training_session.h"
#include "ui/text/numbers.h"

#include <array>
#include <cmath>

namespace zeropoint::ui {
namespace {

using Figures = TrainFigures;

/// Weights, gradient and AdamW's two moments.
constexpr std::size_t numbersOfTrained = 4;
constexpr double overfit = 0.2;          ///< nats between training and validation
constexpr double rising = 1.02;          ///< times the best validation loss
constexpr double learnedNothing = 0.97;  ///< of the blind loss
constexpr double nearEntropy = 1.05;
constexpr double flat = 0.01;  ///< relative fall of the loss over the last evaluations
constexpr std::size_t fewEvaluations = 4;
constexpr double cliff = 0.1;  ///< accuracy lost by rounding
constexpr double harmless = 0.005;
constexpr double smallShare = 0.05;
constexpr double largeShare = 0.15;
constexpr double mastered = 0.995;

bool evaluated(const Figures& f) {
    return f.run && !f.evaluations.empty();
}
bool is(const Figures& f, MethodKind method) {
    return f.run && f.method == method;
}
bool adapters(const Figures& f) {
    return is(f, MethodKind::Lora) || is(f, MethodKind::Qlora);
}
double trainedShare(const Figures& f) {
    return f.parameters > 0 ? static_cast<double>(f.trained) / static_cast<double>(f.parameters)
                            : 0;
}
QString training(const Figures& f) {
    return formatBytes(f.trained * numbersOfTrained * sizeof(float));
}
QString plain(const Figures& f) {
    return formatBytes(f.parameters * sizeof(float));
}

QString adapterCosts(const Figures& f) {
    const QString trained = formatCount(f.trained);
    const QString all = formatCount(f.parameters);
    if (f.method == MethodKind::Lora) {
        return TrainCoach::tr(
                   "Only %1 of %2 weights are trained, those of the adapters: their gradients and "
                   "moments take %3. The frozen weights have none. Model and adapters are stored "
                   "in %4.")
            .arg(trained, all, training(f), formatBytes(f.bytes));
    }
    return TrainCoach::tr(
               "Only %1 of %2 weights are trained, those of the adapters: they, their gradients "
               "and moments take %3, where full training of the others would take %5. The "
               "frozen weights are stored in NF4: model and adapters together take %4. The "
               "price: each pass decodes them, and they stay rounded.")
        .arg(trained, all, training(f), formatBytes(f.bytes),
             formatBytes((f.parameters - f.trained) * numbersOfTrained * sizeof(float)));
}
double lostAccuracy(const Figures& f) {
    return f.baseAccuracy && evaluated(f) ? *f.baseAccuracy - f.last().accuracy : 0;
}
/// Whatever it was quantized from knew.
bool surelyBroken(const Figures& f) {
    return evaluated(f) && f.last().testLoss > f.blindLoss();
}
QString points(double share) {
    return formatNumber(share * 100, 2);
}

constexpr std::array<CoachRule<Figures>, 18> rules{{
    {"train.nothing_yet", 100, [](const Figures& f) { return !f.run; },
     [](const Figures& f) {
         return TrainCoach::tr(
                    "A transformer of %1 weights will learn in front of you. Nothing is prepared: "
                    "the curves are what this machine measures.")
             .arg(formatCount(f.parameters));
     }},
    {"train.failed", 98, [](const Figures& f) { return f.run && f.failed; },
     [](const Figures& f) {
         return TrainCoach::tr(
                    "<b>%1 stopped on an error.</b> What it had learned until then is kept; a loss "
                    "that leaves the finite numbers mostly means too large a rate.")
             .arg(f.name.toHtmlEscaped());
     }},
    {"train.overfits", 92,
     [](const Figures& f) {
         return evaluated(f) && f.last().validationLoss > f.last().trainLoss + overfit;
     },
     [](const Figures& f) {
         return TrainCoach::
             tr("<b>It learns its training data by heart</b>: a loss of %1 there, %2 on what it "
                "has not seen.")
                 .arg(formatNumber(f.last().trainLoss, 3),
                      formatNumber(f.last().validationLoss, 3));
     },
     [](const Figures&) {
         return TryNext{
             TrainCoach::tr("More data or a smaller model narrows the gap; more steps widen it."),
             {},
             {}};
     }},
    {"train.past_its_best", 90,
     [](const Figures& f) {
         return evaluated(f) && f.best().step < f.last().step &&
                f.last().validationLoss > f.best().validationLoss * rising;
     },
     [](const Figures& f) {
         return TrainCoach::tr(
                    "<b>It was better before</b>: the validation loss was %1 at step %2 and is %3 "
                    "now.")
             .arg(formatNumber(f.best().validationLoss, 3), formatCount(f.best().step),
                  formatNumber(f.last().validationLoss, 3));
     }},
    {"train.learned_nothing", 88,
     [](const Figures& f) {
         return evaluated(f) && !is(f, MethodKind::Ptq) &&
                f.last().testLoss > f.blindLoss() * learnedNothing;
     },
     [](const Figures& f) {
         return (f.last().testLoss * learnedNothing > f.blindLoss()
                     ? TrainCoach::tr(
                           "<b>It knows less than chance</b>: a loss of %1, where guessing blindly "
                           "among %2 outputs costs %3.")
                     : TrainCoach::tr(
                           "<b>It knows hardly more than chance</b>: a loss of %1, where guessing "
                           "blindly among %2 outputs costs %3."))
             .arg(formatNumber(f.last().testLoss, 3))
             .arg(f.outputs)
             .arg(formatNumber(f.blindLoss(), 3));
     },
     [](const Figures&) {
         return TryNext{TrainCoach::tr("Change the learning rate by a factor of three, up or "
                                       "down, and compare the first hundred steps."),
                        {},
                        {}};
     }},
    {"train.rounding_broke_it", 86,
     [](const Figures& f) {
         return is(f, MethodKind::Ptq) && (lostAccuracy(f) > cliff || surelyBroken(f));
     },
     [](const Figures& f) {
         if (!(lostAccuracy(f) > cliff)) {
             return TrainCoach::tr(
                        "<b>It is worse than blind guessing</b>: a loss of %1 with weights of %2 "
                        "bits, where guessing among %3 outputs costs %4. The model never had a "
                        "chance to adapt to the levels.")
                 .arg(formatNumber(f.last().testLoss, 3))
                 .arg(f.weightBits)
                 .arg(f.outputs)
                 .arg(formatNumber(f.blindLoss(), 3));
         }
         return f.inputBits < fullBits
                    ? TrainCoach::tr(
                          "<b>Weights of %1 bits and inputs of %2 bits together cost %3 "
                          "points.</b> "
                          "The model never had a chance to adapt to the levels.")
                          .arg(f.weightBits)
                          .arg(f.inputBits)
                          .arg(points(lostAccuracy(f)))
                    : TrainCoach::tr(
                          "<b>Rounding the finished weights to %1 bits cost %2 points.</b> The "
                          "model never had a chance to adapt to the levels.")
                          .arg(f.weightBits)
                          .arg(points(lostAccuracy(f)));
     },
     [](const Figures&) {
         return setTo(TrainCoach::tr("Train through the rounding with as many bits."),
                      "train.next.method", QStringLiteral("qat"));
     }},
    {"train.rounding_was_free", 85,
     [](const Figures& f) {
         return is(f, MethodKind::Ptq) && evaluated(f) && f.baseAccuracy &&
                std::abs(lostAccuracy(f)) <= harmless && f.weightBits > 2;
     },
     [](const Figures& f) {
         return (f.inputBits < fullBits
                     ? TrainCoach::tr(
                           "<b>Weights of %1 bits and inputs of %3 bits cost nothing that the test "
                           "can see</b>: %2 points.")
                           .arg(f.weightBits)
                           .arg(formatSigned(-lostAccuracy(f) * 100, 2))
                           .arg(f.inputBits)
                     : TrainCoach::tr(
                           "<b>%1 bits cost nothing that the test can see</b>: %2 points. Rounding "
                           "moved the weights and hardly changed an answer.")
                           .arg(f.weightBits)
                           .arg(formatSigned(-lostAccuracy(f) * 100, 2)));
     },
     [](const Figures& f) {
         return setTo(TrainCoach::tr("Take one bit away and look for the cliff."),
                      "train.next.weight_bits", std::max(f.weightBits - 1, 2));
     }},
    {"train.qat_keeps_fp32", 80, [](const Figures& f) { return is(f, MethodKind::Qat); },
     methodCosts},
    {"train.ptq_trains_nothing", 79, [](const Figures& f) { return is(f, MethodKind::Ptq); },
     methodCosts},
    {"train.full_costs_four", 78, [](const Figures& f) { return is(f, MethodKind::Full); },
     methodCosts},
    {"train.adapters_train_few", 77,
     [](const Figures& f) { return is(f, MethodKind::Lora) && f.trained < f.parameters; },
     methodCosts},
    {"train.qlora_freezes_nf4", 76, [](const Figures& f) { return is(f, MethodKind::Qlora); },
     methodCosts},
    {"train.adapters_are_large_here", 74,
     [](const Figures& f) { return adapters(f) && trainedShare(f) > largeShare; },
     [](const Figures& f) {
         return TrainCoach::
             tr("<b>The adapters are %1 of all weights</b>, because the matrices are small: "
                "r (m + n) against m n. Beside wider matrices the same rank is a smaller share.")
                 .arg(formatPercent(trainedShare(f)));
     }},
    {"train.adapters_are_small", 73,
     [](const Figures& f) {
         return adapters(f) && trainedShare(f) > 0 && trainedShare(f) < smallShare;
     },
     [](const Figures& f) {
         return TrainCoach::tr(
                    "<b>%1 of the weights are trained</b>, and only they have gradients "
                    "and moments.")
             .arg(formatPercent(trainedShare(f)));
     },
     [](const Figures& f) {
         return setTo(TrainCoach::tr("Double the rank and see whether it comes closer."),
                      "train.next.rank", 2 * f.rank);
     }},
    {"train.near_entropy", 70,
     [](const Figures& f) {
         return evaluated(f) && f.entropy && f.last().testLoss <= *f.entropy * nearEntropy;
     },
     [](const Figures& f) {
         return TrainCoach::tr(
                    "<b>There is almost nothing left to learn</b>: %1 nats a character, and the "
                    "grammar itself has %2.")
             .arg(formatNumber(f.last().testLoss, 4), formatNumber(*f.entropy, 4));
     }},
    {"train.above_entropy", 68,
     [](const Figures& f) {
         return evaluated(f) && f.entropy && f.last().testLoss > *f.entropy * nearEntropy;
     },
     [](const Figures& f) {
         return TrainCoach::tr(
                    "This text was drawn from a grammar whose entropy is known: no model can go "
                    "below %1 nats a character in the long run; this one is at %2.")
             .arg(formatNumber(*f.entropy, 4), formatNumber(f.last().testLoss, 4));
     }},
    {"train.plateau", 66,
     [](const Figures& f) {
         if (!evaluated(f) || f.evaluations.size() < fewEvaluations) {
             return false;
         }
         const double before = f.evaluations[f.evaluations.size() - fewEvaluations].testLoss;
         return before > 0 && before - f.last().testLoss < flat * before &&
                f.last().testLoss <= before;
     },
     [](const Figures& f) {
         return TrainCoach::tr(
                    "<b>The loss has flattened</b> at %1: the last %2 evaluations gained less than "
                    "a hundredth.")
             .arg(formatNumber(f.last().testLoss, 3))
             .arg(fewEvaluations);
     },
     [](const Figures&) {
         return TryNext{TrainCoach::tr("A tenth of the rate often frees another step down; a wider "
                                       "model does when that does not."),
                        {},
                        {}};
     }},
    {"train.progress", 60,
     [](const Figures& f) {
         return evaluated(f) && f.last().testLoss <= f.blindLoss() * learnedNothing &&
                f.last().accuracy < mastered;
     },
     [](const Figures& f) {
         const QString loss = formatNumber(f.last().testLoss, 3);
         const QString blind = formatNumber(f.blindLoss(), 3);
         return is(f, MethodKind::Ptq)  // which trains nothing
                    ? TrainCoach::tr(
                          "<b>%1</b> has a test loss of %2 nats. Guessing blindly among "
                          "%3 outputs costs ln %3 = %4.")
                          .arg(f.name.toHtmlEscaped(), loss)
                          .arg(f.outputs)
                          .arg(blind)
                    : TrainCoach::tr(
                          "After %1 steps <b>%2</b> has a test loss of %3 nats. Guessing "
                          "blindly among %4 outputs costs ln %4 = %5.")
                          .arg(formatCount(f.last().step), f.name.toHtmlEscaped(), loss)
                          .arg(f.outputs)
                          .arg(blind);
     }},
}};

}  // namespace

const EvaluationReport& TrainFigures::best() const {
    return *std::min_element(evaluations.begin(), evaluations.end(),
                             [](const EvaluationReport& a, const EvaluationReport& b) {
                                 return a.validationLoss < b.validationLoss;
                             });
}

double TrainFigures::blindLoss() const {
    return std::log(static_cast<double>(std::max<std::size_t>(outputs, 1)));
}

TrainFigures trainFigures(const TrainingSession& session) {
    TrainFigures f;
    const RunRecord* run = session.selectedRun();
    if (run == nullptr) {
        f.parameters = parameterCount(session.draft().model());
        return f;
    }
    f.run = true;
    f.name = run->name;
    f.method = run->method();
    f.parameters = run->facts.parameters;
    f.trained = run->facts.trained;
    f.bytes = run->facts.bytes;
    f.outputs = run->facts.model.outputs;
    f.planned = run->plan.training.steps;
    f.evaluations = run->evaluations;
    f.failed = run->state == RunState::Failed;
    f.weightBits = weightBits(run->plan.method.recipe.base);
    const SiteRecipe& site = run->plan.method.recipe.base;
    f.plainRounding = site.method == PtqMethod::RoundToNearest && !site.biasCorrection;
    f.calibratedInputs = site.activation.mode == ActivationMode::Static;
    f.rank = static_cast<int>(adaptersOf(run->plan.method).rank);
    f.inputBits = inputBits(run->plan.method.recipe.base);
    if (const RunRecord* base = session.find(run->plan.base);
        base != nullptr && !base->evaluations.empty()) {
        f.baseAccuracy = base->evaluations.back().accuracy;
    }
    const auto* text =
        run->snapshot ? dynamic_cast<const Text*>(run->snapshot->data.get()) : nullptr;
    if (text != nullptr) {
        f.entropy = text->knownEntropy();
    }
    return f;
}

QString methodCosts(const TrainFigures& f) {
    switch (f.method) {
        case MethodKind::Full:
            return TrainCoach::tr(
                       "Training keeps four numbers a weight: the weight, its gradient and AdamW's "
                       "two moments, %1 in all. What is stored afterwards is one: %2.")
                .arg(training(f), formatBytes(f.bytes));
        case MethodKind::Ptq:
            return TrainCoach::tr(
                       "Nothing is trained here: finished weights are rounded. Stored they take "
                       "%1; in FP32 it was %2.")
                .arg(formatBytes(f.bytes), plain(f));
        case MethodKind::Qat:
            return TrainCoach::tr(
                       "While it trains, every weight stays in FP32 beside its rounded value, with "
                       "a gradient and two moments: %1. Codes, scales and what stays in FP32 are "
                       "stored: %2, where FP32 alone takes %3.")
                .arg(training(f), formatBytes(f.bytes), plain(f));
        case MethodKind::Lora:
        case MethodKind::Qlora:
            return adapterCosts(f);
    }
    return {};
}

std::span<const CoachRule<TrainFigures>> trainRules() {
    return rules;
}

}  // namespace zeropoint::ui
