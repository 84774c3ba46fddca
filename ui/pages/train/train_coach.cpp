// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/train_coach.h"

#include "ui/pages/train/train_questions.h"
#include "ui/pages/train/train_rules.h"
#include "ui/state/training_session.h"

namespace zeropoint::ui {
namespace {

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
    CoachText text = advise(trainRules(), trainQuestions(), trainFigures(session));
    const RunRecord* run = session.selectedRun();
    if (run != nullptr && text.prediction.options.isEmpty()) {
        text.prediction = seedQuestion(*run);
    }
    return text;
}

}  // namespace zeropoint::ui
