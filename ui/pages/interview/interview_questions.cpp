// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/interview/interview_questions.h"

#include "ui/text/numbers.h"

#include <algorithm>
#include <array>

namespace zeropoint::ui {
namespace {

using Figures = InterviewFigures;

constexpr int perDay = 10;

constexpr std::array<CoachQuestion<Figures>, 10> questions{{
    {"interview.first_time",
     [](const Figures&) {
         return Prediction{InterviewCoach::tr("What makes an answer stay longest?"),
                           {InterviewCoach::tr("Reading the model answer twice"),
                            InterviewCoach::tr("Recalling it, and failing at times"),
                            InterviewCoach::tr("Marking the words that matter")},
                           1,
                           InterviewCoach::tr("Each recall that takes effort puts off the next one "
                                              "further.")};
     },
     [](const Figures&) {
         return TryNext{
             InterviewCoach::tr("Answer the card in two sentences, then reveal it."), {}, {}};
     }},
    {"interview.wrong_number",
     [](const Figures&) {
         return Prediction{
             InterviewCoach::tr("When this card comes back, which numbers will it have?"),
             {InterviewCoach::tr("The same"), InterviewCoach::tr("Other ones"),
              InterviewCoach::tr("None")},
             1,
             InterviewCoach::tr("Numeric cards draw fresh numbers each time: the way "
                                "must be known, not the result.")};
     },
     [](const Figures&) {
         return TryNext{InterviewCoach::tr("Press \"Show me in the workbench\" and follow the "
                                           "number."),
                        {},
                        {}};
     }},
    {"interview.nothing_written",
     [](const Figures& f) {
         return Prediction{
             InterviewCoach::tr("How many of the rubric's lines would you have said?"),
             {InterviewCoach::tr("All"), InterviewCoach::tr("Fewer than it seems now"),
              InterviewCoach::tr("None")},
             1,
             InterviewCoach::tr("What has been read seems known. %1 points can be "
                                "ticked here: tick what you had before.")
                 .arg(f.outOf)};
     },
     [](const Figures&) {
         return TryNext{InterviewCoach::tr("Grade it Again, and write next time."), {}, {}};
     }},
    {"interview.over_time",
     [](const Figures&) {
         return Prediction{
             InterviewCoach::tr("What do interviewers hear first in a long answer?"),
             {InterviewCoach::tr("Its details"), InterviewCoach::tr("Its first sentence"),
              InterviewCoach::tr("Its length")},
             1,
             InterviewCoach::tr("Say the point first; what follows is only asked for "
                                "if it carries.")};
     },
     [](const Figures&) {
         return TryNext{InterviewCoach::tr("Write one sentence now and reveal."), {}, {}};
     }},
    {"interview.often_forgotten",
     [](const Figures&) {
         return Prediction{
             InterviewCoach::tr("Fewer new cards a day. What happens to the cards of "
                                "coming days?"),
             {InterviewCoach::tr("They fall soon"),
              InterviewCoach::tr("They fall after about a week"), InterviewCoach::tr("They stay")},
             0,
             InterviewCoach::tr("A new card comes back most often in its first days.")};
     }},
    {"interview.hardly_forgotten",
     [](const Figures& f) {
         return Prediction{InterviewCoach::tr("Accept more forgetting. How many cards come a day?"),
                           {InterviewCoach::tr("More"), InterviewCoach::tr("Fewer"),
                            InterviewCoach::tr("As many")},
                           1,
                           InterviewCoach::tr("Each waits longer; of %1 answers this week %2 were "
                                              "remembered.")
                               .arg(f.answersOfWeek)
                               .arg(f.rememberedOfWeek)};
     }},
    {"interview.weak_topic",
     [](const Figures& f) {
         return Prediction{InterviewCoach::tr("What lowers the weakness of a topic most?"),
                           {InterviewCoach::tr("One perfect answer"),
                            InterviewCoach::tr("Holding the lines of its last three answers"),
                            InterviewCoach::tr("Waiting")},
                           1,
                           InterviewCoach::tr("It counts the lines held lately; it is %1 now.")
                               .arg(formatPercent(f.weakness))};
     }},
    {"interview.many_due",
     [](const Figures& f) {
         return Prediction{InterviewCoach::tr("You do half of them. Which should wait?"),
                           {InterviewCoach::tr("Those you would hardly remember"),
                            InterviewCoach::tr("Those you would surely remember"),
                            InterviewCoach::tr("The newest")},
                           1,
                           InterviewCoach::tr("A day costs those least. %1 are due of %2.")
                               .arg(f.all.due)
                               .arg(f.all.cards)};
     }},
    {"interview.half_unseen",
     [](const Figures& f) {
         const int days = (f.fresh + perDay - 1) / perDay;
         return Prediction{
             InterviewCoach::tr("At %1 new cards a day, in how many days have you seen "
                                "all?")
                 .arg(perDay),
             {QString::number(std::max(1, days / 2)), QString::number(days),
              QString::number(2 * days + 1)},
             1,
             InterviewCoach::tr("%1 are left.").arg(f.fresh)};
     },
     [](const Figures&) {
         return TryNext{InterviewCoach::tr("Take %1 new cards a day.").arg(perDay),
                        QStringLiteral("interview.new_per_day"), perDay};
     }},
    {"interview.recall",
     [](const Figures& f) {
         return Prediction{
             InterviewCoach::tr("You answer nothing for a month. And this share?"),
             {InterviewCoach::tr("It falls"), InterviewCoach::tr("It stays"),
              InterviewCoach::tr("It grows")},
             0,
             InterviewCoach::tr("Each card's chance falls with the days since its last "
                                "answer; %1 of %2 were ever answered.")
                 .arg(f.all.answered)
                 .arg(f.all.cards)};
     },
     [](const Figures&) {
         return TryNext{InterviewCoach::tr("Sit a mock interview of ten questions."),
                        QStringLiteral("interview.mode"), QStringLiteral("mock")};
     }},
}};

}  // namespace

std::span<const CoachQuestion<InterviewFigures>> interviewQuestions() {
    return questions;
}

}  // namespace zeropoint::ui
