// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/train_coach.h"

#include "core/data/text.h"
#include "ui/state/training_session.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>

#include <cmath>

namespace zeropoint::ui {
namespace {

class TrainCoach {
    Q_DECLARE_TR_FUNCTIONS(TrainCoach)
};

/// What the loss would be if the model knew nothing: ln of the choices it has.
double blindLoss(const RunRecord& run) {
    return std::log(static_cast<double>(run.facts.model.outputs));
}

QString beginning(const TrainingSession& session) {
    return TrainCoach::tr(
               "A transformer of %1 weights will learn in front of you. Nothing is prepared: the "
               "curves are what this machine measures.")
        .arg(formatCount(parameterCount(session.draft().model())));
}

QString progress(const RunRecord& run) {
    const EvaluationReport& last = run.evaluations.back();
    return TrainCoach::tr(
               "After %1 steps <b>%2</b> has a test loss of %3 nats. Guessing blindly among %4 "
               "outputs costs ln %4 = %5.")
        .arg(formatCount(last.step), run.name.toHtmlEscaped(), formatNumber(last.testLoss, 3))
        .arg(run.facts.model.outputs)
        .arg(formatNumber(blindLoss(run), 3));
}

QString entropyParagraph(const RunRecord& run) {
    const auto* text = run.snapshot ? dynamic_cast<const Text*>(run.snapshot->data.get()) : nullptr;
    if (text == nullptr || !text->knownEntropy()) {
        return {};
    }
    return TrainCoach::tr(
               "This text was drawn from a grammar whose entropy is known: no model can go below "
               "%1 nats a character in the long run.")
        .arg(formatNumber(*text->knownEntropy(), 4));
}

/// Weights, gradient and AdamW's two moments.
constexpr std::size_t numbersOfTrained = 4;

std::uint64_t plainBytes(const RunRecord& run) {
    return run.facts.parameters * sizeof(float);
}

/// What the method keeps while it trains, and what is stored of the model afterwards.
QString costParagraph(const RunRecord& run) {
    const RunFacts& facts = run.facts;
    const QString training = formatBytes(facts.trained * numbersOfTrained * sizeof(float));
    const QString stored = formatBytes(facts.bytes);
    switch (run.method()) {
        case MethodKind::Full:
            return TrainCoach::tr(
                       "Training keeps four numbers a weight: the weight, its gradient "
                       "and AdamW's two moments, %1 in all. What is stored afterwards "
                       "is one: %2.")
                .arg(training, stored);
        case MethodKind::Ptq:
            return TrainCoach::tr(
                       "Nothing is trained here: finished weights are rounded. Stored "
                       "they take %1; in FP32 it was %2.")
                .arg(stored, formatBytes(plainBytes(run)));
        case MethodKind::Qat:
            return TrainCoach::tr(
                       "While it trains, every weight stays in FP32 beside its rounded "
                       "value, with a gradient and two moments: %1. Only the codes and "
                       "scales are stored: %2, where FP32 takes %3.")
                .arg(training, stored, formatBytes(plainBytes(run)));
        case MethodKind::Lora:
            return TrainCoach::tr(
                       "Only %1 of %2 weights are trained, those of the adapters: their "
                       "gradients and moments take %3. The frozen weights have none. "
                       "Model and adapters are stored in %4.")
                .arg(formatCount(facts.trained), formatCount(facts.parameters), training, stored);
        case MethodKind::Qlora:
            return TrainCoach::tr(
                       "Only %1 of %2 weights are trained, those of the adapters, in "
                       "%3. The frozen weights are stored in NF4: model and adapters "
                       "together take %4.")
                .arg(formatCount(facts.trained), formatCount(facts.parameters), training, stored);
    }
    return {};
}

Prediction seedQuestion(const RunRecord& run) {
    Prediction prediction;
    prediction.question =
        TrainCoach::tr(
            "Train again with the same seed, on another number of threads. What happens to the "
            "loss curve of %1?")
            .arg(run.name);
    prediction.options = {TrainCoach::tr("It differs a little everywhere"),
                          TrainCoach::tr("It is the same, bit for bit"),
                          TrainCoach::tr("It ends lower")};
    prediction.correct = 1;
    prediction.explanation = TrainCoach::tr(
        "Batches are cut into the same shards and added in the same order whatever the number "
        "of threads. Only then can two runs be compared: what differs is what was changed.");
    return prediction;
}

}  // namespace

CoachText trainCoach(const TrainingSession& session) {
    CoachText text;
    const RunRecord* run = session.selectedRun();
    if (run == nullptr) {
        text.paragraphs << beginning(session);
        return text;
    }
    if (!run->evaluations.empty()) {
        text.paragraphs << progress(*run);
    }
    if (const QString entropy = entropyParagraph(*run); !entropy.isEmpty()) {
        text.paragraphs << entropy;
    }
    text.paragraphs << costParagraph(*run);
    text.prediction = seedQuestion(*run);
    return text;
}

}  // namespace zeropoint::ui
