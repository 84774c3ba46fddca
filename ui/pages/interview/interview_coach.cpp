// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/interview/interview_coach.h"

#include "ui/pages/interview/card_words.h"
#include "ui/pages/interview/interview_questions.h"
#include "ui/pages/interview/interview_rules.h"

namespace zeropoint::ui {
namespace {

/// How long a card waits after a good answer, by the algorithm itself.
Prediction waitQuestion(const Interview& interview) {
    Prediction prediction;
    const CardAttempt* attempt = interview.attempt();
    const std::vector<course::Timestamp> dues = interview.duesAfter();
    if (attempt == nullptr || attempt->revealed || dues.size() < course::allGrades.size()) {
        return prediction;
    }
    const course::Timestamp now = interview.today().now;
    constexpr std::size_t good = 2;
    const QString wait = waitText(dues[good] - now);
    prediction.question = InterviewCoach::tr("When does this card come back if you grade it Good?");
    prediction.options = {waitText(dues[0] - now), wait, waitText(dues[3] - now)};
    prediction.correct = 1;
    prediction.explanation = InterviewCoach::tr(
                                 "After %1 the chance to remember it has fallen to what you want "
                                 "to keep. Again comes back "
                                 "after %2, Easy after %3.")
                                 .arg(wait, prediction.options[0], prediction.options[2]);
    if (prediction.options.removeDuplicates() > 0) {
        return {};
    }
    return prediction;
}

}  // namespace

CoachText interviewCoach(const Interview& interview) {
    CoachText text = advise(interviewRules(), interviewQuestions(), interviewFigures(interview));
    if (const Prediction wait = waitQuestion(interview); !wait.options.isEmpty()) {
        text.prediction = wait;
    }
    return text;
}

}  // namespace zeropoint::ui
