// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/interview/interview_rules.h"

#include "ui/pages/interview/card_words.h"
#include "ui/state/progress.h"
#include "ui/text/numbers.h"

#include <algorithm>
#include <array>

namespace zeropoint::ui {
namespace {

using Figures = InterviewFigures;

constexpr int week = 7;
constexpr int enoughAnswers = 10;
constexpr double oftenForgotten = 0.7;
constexpr double hardlyForgotten = 0.97;
constexpr double clearlyLess = 0.05;
constexpr double laxer = 0.8;
constexpr double weak = 0.6;
constexpr int manyDue = 20;

double remembered(const Figures& f) {
    return f.answersOfWeek > 0 ? static_cast<double>(f.rememberedOfWeek) / f.answersOfWeek : 0;
}

constexpr std::array<CoachRule<Figures>, 10> rules{{
    {"interview.first_time", 100, [](const Figures& f) { return f.all.answered == 0; },
     [](const Figures&) {
         return InterviewCoach::tr(
             "<b>Write before you reveal.</b> What you could not say is what you do not know yet.");
     }},
    {"interview.wrong_number", 95,
     [](const Figures& f) { return f.revealed && f.judged && !f.right; },
     [](const Figures& f) {
         return InterviewCoach::
             tr("<b>The number was wrong, so no grade above Hard is honest.</b> %1 of %2 points "
                "would suggest another.")
                 .arg(f.points)
                 .arg(f.outOf);
     }},
    {"interview.nothing_written", 90,
     [](const Figures& f) { return f.revealed && !f.written && !f.judged; },
     [](const Figures&) {
         return InterviewCoach::tr(
             "<b>Nothing was written.</b> A model answer always looks known once it is read.");
     }},
    {"interview.over_time", 86,
     [](const Figures& f) { return f.asked && f.limit > 0 && f.seconds > f.limit; },
     [](const Figures& f) {
         return InterviewCoach::tr(
                    "<b>%1 of %2 are gone.</b> In an interview say what you have and name what is "
                    "missing.")
             .arg(clockText(f.seconds), clockText(f.limit));
     }},
    {"interview.often_forgotten", 80,
     [](const Figures& f) {
         return f.answersOfWeek >= enoughAnswers &&
                remembered(f) < std::min(oftenForgotten, f.retention - clearlyLess);
     },
     [](const Figures& f) {
         return InterviewCoach::
             tr("<b>%1 of this week's %2 answers were remembered.</b> The plan counts on %3: new "
                "cards may come too fast.")
                 .arg(formatPercent(remembered(f)))
                 .arg(f.answersOfWeek)
                 .arg(formatPercent(f.retention));
     },
     [](const Figures&) {
         return TryNext{InterviewCoach::tr("Take fewer new cards a day until it settles."),
                        QStringLiteral("interview.new_per_day"), 3};
     }},
    {"interview.hardly_forgotten", 78,
     [](const Figures& f) {
         return f.answersOfWeek >= enoughAnswers && remembered(f) > hardlyForgotten;
     },
     [](const Figures& f) {
         return InterviewCoach::
             tr("<b>Nearly all of this week's %1 answers were remembered</b>: you could see the "
                "cards less often.")
                 .arg(f.answersOfWeek);
     },
     [](const Figures& f) {
         return f.retention > laxer
                    ? TryNext{InterviewCoach::tr("Let cards wait until one in five is forgotten."),
                              QStringLiteral("interview.retention"), laxer}
                    : TryNext();
     }},
    {"interview.weak_topic", 74,
     [](const Figures& f) { return !f.weakTopic.isEmpty() && f.weakness > weak; },
     [](const Figures& f) {
         return InterviewCoach::tr(
                    "<b>Your weakest topic is %1</b>: most lines of its rubrics were "
                    "missing lately.")
             .arg(f.weakTopic.toHtmlEscaped());
     },
     [](const Figures&) {
         return TryNext{InterviewCoach::tr("A mock interview asks more about weak topics."),
                        QStringLiteral("interview.mode"), QStringLiteral("mock")};
     }},
    {"interview.many_due", 70, [](const Figures& f) { return f.all.due > manyDue; },
     [](const Figures& f) {
         return InterviewCoach::tr(
                    "<b>%1 cards are due.</b> Those that you would hardly remember come first; the "
                    "rest can wait a day.")
             .arg(f.all.due);
     },
     [](const Figures&) {
         return TryNext{InterviewCoach::tr("Take no new cards until they are done."),
                        QStringLiteral("interview.new_per_day"), 0};
     }},
    {"interview.half_unseen", 60,
     [](const Figures& f) { return f.all.answered > 0 && f.fresh * 2 > f.all.cards; },
     [](const Figures& f) {
         return InterviewCoach::tr("%1 of %2 cards were never asked yet.")
             .arg(f.fresh)
             .arg(f.all.cards);
     }},
    {"interview.recall", 50, [](const Figures& f) { return f.all.answered > 0; },
     [](const Figures& f) {
         return InterviewCoach::tr("You would remember about <b>%1</b> of all %2 cards now.")
             .arg(formatPercent(f.all.recall))
             .arg(f.all.cards);
     }},
}};

}  // namespace

InterviewFigures interviewFigures(const Interview& interview) {
    InterviewFigures f;
    f.all = interview.standingOf({});
    f.fresh = f.all.cards - f.all.answered;
    f.retention = interview.view()->retention;
    for (const course::TopicStanding& topic : interview.topics()) {
        if (f.weakTopic.isEmpty() && topic.lines > topic.held) {
            f.weakTopic = interview.topicName(topic.topic);
            f.weakness = topic.weakness;
        }
    }
    for (const course::DayOfAnswers& day :
         course::answersByDay(interview.progress().reviews(), interview.today(), week)) {
        f.answersOfWeek += day.answers;
        f.rememberedOfWeek += day.remembered;
    }
    if (const CardAttempt* attempt = interview.attempt()) {
        f.asked = true;
        f.revealed = attempt->revealed;
        f.written = !attempt->answer.isEmpty();
        f.judged = attempt->verdict.has_value();
        f.right = f.judged && attempt->verdict->right;
        f.seconds = attempt->seconds;
        f.limit = attempt->asked.card.seconds;
        f.points = attempt->points();
        f.outOf = attempt->outOf();
    }
    return f;
}

std::span<const CoachRule<InterviewFigures>> interviewRules() {
    return rules;
}

}  // namespace zeropoint::ui
