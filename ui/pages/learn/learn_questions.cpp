// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/learn/learn_questions.h"

#include "ui/text/numbers.h"

#include <array>

namespace zeropoint::ui {
namespace {

using Figures = LearnFigures;

/// Who guesses how well they guess learns most about it.
Prediction howOften(const Figures& f) {
    const int other = f.right * 2 > f.asked ? f.right / 2 : (f.right + f.asked) / 2;
    const auto ofAsked = [&f](int right) {
        return LearnCoach::tr("%1 of %2").arg(right).arg(f.asked);
    };
    return {LearnCoach::tr("How many of your first answers were right?"),
            {ofAsked(f.asked), ofAsked(f.right), ofAsked(other)},
            1,
            LearnCoach::tr(
                "%1 are right at the first answer. Most people expect more, because an answer "
                "looks known once it is read.")
                .arg(formatPercent(f.rightShare()))};
}

constexpr std::array<CoachQuestion<Figures>, 8> questions{{
    {"learn.first_time",
     [](const Figures& f) {
         return Prediction{
             LearnCoach::tr("You guess wrong and read why. A week later, who knows "
                            "more?"),
             {LearnCoach::tr("Who read the answer at once"),
              LearnCoach::tr("Who guessed wrong first"), LearnCoach::tr("Both alike")},
             1,
             LearnCoach::tr("A guess gives the answer something to correct. %1 lessons "
                            "ask before they tell.")
                 .arg(f.lessons)};
     },
     [](const Figures&) {
         return TryNext{LearnCoach::tr("Begin with the first lesson."),
                        QStringLiteral("learn.lesson"), QStringLiteral("why-fine-tune")};
     }},
    {"learn.all_done",
     [](const Figures& f) {
         return Prediction{LearnCoach::tr("Without recall, how much of it is left in a month?"),
                           {LearnCoach::tr("Nearly all"), LearnCoach::tr("The smaller part"),
                            LearnCoach::tr("Nothing")},
                           1,
                           LearnCoach::tr("Of your %1 first answers %2 were right: those fade "
                                          "slowest.")
                               .arg(f.asked)
                               .arg(f.right)};
     }},
    {"learn.nearly_finished",
     [](const Figures&) {
         return Prediction{LearnCoach::tr("What will its last step not offer you?"),
                           {LearnCoach::tr("A model answer"),
                            LearnCoach::tr("Options to choose from"), LearnCoach::tr("A rubric")},
                           1,
                           LearnCoach::tr("You write, and then you compare.")};
     },
     [](const Figures&) {
         return TryNext{
             LearnCoach::tr("Finish it today; its interview cards are ready then."), {}, {}};
     }},
    {"learn.mostly_wrong", howOften,
     [](const Figures&) {
         return TryNext{LearnCoach::tr("Go through one finished lesson from its start."), {}, {}};
     }},
    {"learn.nearly_all_right", howOften},
    {"learn.skipped",
     [](const Figures&) {
         return Prediction{
             LearnCoach::tr("How does a later lesson show what an earlier one taught?"),
             {LearnCoach::tr("It repeats the text"), LearnCoach::tr("It asks for it"),
              LearnCoach::tr("Not at all")},
             1,
             LearnCoach::tr("Two lessons later it comes back as a question.")};
     },
     [](const Figures& f) {
         return TryNext{LearnCoach::tr("Begin “%1”.").arg(f.skipped.toHtmlEscaped()), {}, {}};
     }},
    {"learn.cards_are_ready",
     [](const Figures& f) {
         return f.askedEnough() ? howOften(f)
                                : Prediction{LearnCoach::tr("How do its cards differ from steps?"),
                                             {LearnCoach::tr("They have fewer numbers"),
                                              LearnCoach::tr("They give no options and draw fresh "
                                                             "numbers"),
                                              LearnCoach::tr("They are easier")},
                                             1,
                                             LearnCoach::tr("An interview gives none either.")};
     },
     [](const Figures&) {
         return TryNext{LearnCoach::tr("Answer a card in writing."),
                        QStringLiteral("interview.mode"), QStringLiteral("cards")};
     }},
    {"learn.next_one",
     [](const Figures& f) {
         const int each = f.lessons > f.finished ? f.minutes / (f.lessons - f.finished) : f.minutes;
         return Prediction{LearnCoach::tr("A lesson a day: which one will you remember best?"),
                           {LearnCoach::tr("The last"),
                            LearnCoach::tr("The first: it comes back "
                                           "most often"),
                            LearnCoach::tr("The longest")},
                           1,
                           LearnCoach::tr("Later lessons ask for earlier ones; one takes about %1 "
                                          "minutes.")
                               .arg(each)};
     },
     [](const Figures&) {
         return TryNext{LearnCoach::tr("Go on with the next lesson of the list."), {}, {}};
     }},
}};

}  // namespace

std::span<const CoachQuestion<LearnFigures>> learnQuestions() {
    return questions;
}

}  // namespace zeropoint::ui
