// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/learn/learn_rules.h"

#include "ui/pages/learn/learn_questions.h"
#include "ui/state/course_state.h"
#include "ui/text/numbers.h"

#include <array>

namespace zeropoint::ui {
namespace {

using Figures = LearnFigures;

constexpr int enough = 10;  // answers
constexpr double few = 0.4;
constexpr double nearlyAll = 0.9;
constexpr int fewLeft = 3;

constexpr std::array<CoachRule<Figures>, 8> rules{{
    {"learn.first_time", 100, [](const Figures& f) { return f.asked == 0; },
     [](const Figures&) {
         return LearnCoach::tr(
             "<b>Predict before you reveal, even when you are not sure.</b> A wrong "
             "guess is met by the reason for that mistake.");
     }},
    {"learn.all_done", 95,
     [](const Figures& f) { return f.lessons > 0 && f.finished == f.lessons; },
     [](const Figures& f) {
         return LearnCoach::tr(
             "<b>The course is finished.</b> What keeps it is recall: %n interview "
             "card(s) belong to it.",
             nullptr, f.cards);
     },
     [](const Figures&) {
         return TryNext{LearnCoach::tr("Sit a mock interview."), QStringLiteral("interview.mode"),
                        QStringLiteral("mock")};
     }},
    {"learn.nearly_finished", 90,
     [](const Figures& f) { return !f.begun.isEmpty() && f.begunLeft <= fewLeft; },
     [](const Figures& f) {
         return LearnCoach::tr(
                    "<b>%n step(s) of “%1” are left</b>, and the last one asks you to "
                    "explain it.",
                    nullptr, f.begunLeft)
             .arg(f.begun.toHtmlEscaped());
     }},
    {"learn.mostly_wrong", 85,
     [](const Figures& f) { return f.askedEnough() && f.rightShare() < few; },
     [](const Figures& f) {
         return LearnCoach::tr(
                    "<b>%1 of your first answers were wrong</b>, and that is how a step "
                    "works: what surprised you stays. Go through those steps once more "
                    "tomorrow.")
             .arg(formatPercent(1 - f.rightShare()));
     }},
    {"learn.nearly_all_right", 80,
     [](const Figures& f) { return f.askedEnough() && f.rightShare() > nearlyAll; },
     [](const Figures&) {
         return LearnCoach::tr(
             "<b>You predict nearly everything.</b> The cards draw fresh numbers and "
             "give no options: try those.");
     },
     [](const Figures&) {
         return TryNext{LearnCoach::tr("Answer a card in writing."),
                        QStringLiteral("interview.mode"), QStringLiteral("cards")};
     }},
    {"learn.skipped", 75, [](const Figures& f) { return !f.skipped.isEmpty(); },
     [](const Figures& f) {
         return LearnCoach::tr("You passed over “%1”. Later lessons ask again what it teaches.")
             .arg(f.skipped.toHtmlEscaped());
     }},
    {"learn.cards_are_ready", 60,
     [](const Figures& f) { return f.finished > 0 && f.finished < f.lessons && f.cards > 0; },
     [](const Figures& f) {
         return LearnCoach::tr("What you finished prepares %n interview card(s).", nullptr,
                               f.cards);
     }},
    {"learn.next_one", 50, [](const Figures& f) { return f.asked > 0 && f.minutes > 0; },
     [](const Figures& f) {
         return LearnCoach::tr(
                    "The lessons that you have not begun take about %1 hours together: one "
                    "a day is better than all at once.")
             .arg(formatNumber(f.minutes / 60.0, 2));
     }},
}};

}  // namespace

bool LearnFigures::askedEnough() const {
    return asked >= enough;
}

double LearnFigures::rightShare() const {
    return asked > 0 ? static_cast<double>(right) / asked : 0;
}

LearnFigures learnFigures(CourseState& course) {
    LearnFigures f;
    QString untouched;
    for (const course::Lesson& lesson : course.course().lessons) {
        const course::LessonProgress* progress = course.progressOf(lesson.id);
        const QString title = QString::fromStdString(lesson.title.text);
        const std::size_t done = progress != nullptr ? progress->done.size() : 0;
        ++f.lessons;
        f.asked += progress != nullptr ? progress->asked : 0;
        f.right += progress != nullptr ? progress->right : 0;
        if (done >= lesson.steps.size()) {
            ++f.finished;
            f.cards += static_cast<int>(lesson.cards.size());
            f.skipped = f.skipped.isEmpty() ? untouched : f.skipped;
        } else if (done > 0) {
            f.begun = title;
            f.begunLeft = static_cast<int>(lesson.steps.size() - done);
        } else {
            f.minutes += lesson.minutes;
            untouched = untouched.isEmpty() ? title : untouched;
        }
    }
    return f;
}

std::span<const CoachRule<LearnFigures>> learnRules() {
    return rules;
}

CoachText learnCoach(CourseState& course) {
    return advise(learnRules(), learnQuestions(), learnFigures(course));
}

}  // namespace zeropoint::ui
