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

QString say(const char* text) {
    return QCoreApplication::translate("TrainCoach", text);
}

/// What the loss would be if the model knew nothing: ln of the choices it has.
double blindLoss(const RunRecord& run) {
    return std::log(static_cast<double>(run.facts.model.outputs));
}

QString beginning(const TrainingSession& session) {
    return say("A transformer of %1 weights will learn in front of you. Nothing is prepared: the "
               "curves are what this machine measures.")
        .arg(formatCount(parameterCount(session.draft().model())));
}

QString progress(const RunRecord& run) {
    const EvaluationReport& last = run.evaluations.back();
    return say("After %1 steps <b>%2</b> has a test loss of %3 nats. Guessing blindly among %4 "
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
    return say("This text was drawn from a grammar whose entropy is known: no model can go below "
               "%1 nats a character in the long run.")
        .arg(formatNumber(*text->knownEntropy(), 4));
}

QString costParagraph(const RunRecord& run) {
    return say("Training keeps four numbers a weight: the weight, its gradient and AdamW's two "
               "moments, %1 in all. Running the model afterwards needs one: %2.")
        .arg(formatBytes(run.facts.trained * 4 * sizeof(float)),
             formatBytes(run.facts.parameters * sizeof(float)));
}

Prediction seedQuestion(const RunRecord& run) {
    Prediction prediction;
    prediction.question =
        say("Train again with the same seed, on another number of threads. What happens to the "
            "loss curve of %1?")
            .arg(run.name);
    prediction.options = {say("It differs a little everywhere"), say("It is the same, bit for bit"),
                          say("It ends lower")};
    prediction.correct = 1;
    prediction.explanation =
        say("Batches are cut into the same shards and added in the same order whatever the number "
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
