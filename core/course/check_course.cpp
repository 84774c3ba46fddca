// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/check_parts_private.h"
#include "core/course/words_rules.h"
#include "core/support/in_quotes.h"

#include <set>

namespace zeropoint::course {
namespace {

constexpr std::size_t leastSteps = 8;
constexpr std::size_t mostSteps = 15;
constexpr std::uint64_t seedsTried = 5;

class CourseChecker : private PartChecker {
public:
    using PartChecker::PartChecker;

    Problems run() {
        for (const Lesson& lesson : course().lessons) {
            checkLesson(lesson);
        }
        for (const Term& term : course().glossary.terms) {
            checkTerm(term);
        }
        for (const Misconception& misconception : course().misconceptions) {
            checkWords(misconception.name, mostOptionWords, "A misconception's name", problems());
            words(misconception.text, mostStepWords, "A misconception", Scope());
        }
        std::set<std::string> ids;
        for (const Deck& deck : course().decks) {
            for (const Card& card : deck.cards) {
                if (!ids.insert(card.id).second) {
                    complain(card.file, card.line,
                             "The card " + inQuotes(card.id) + " stands twice",
                             "Give each its own id");
                }
                checkCard(card);
            }
        }
        return std::move(problems());
    }

private:
    void checkLesson(const Lesson& lesson) {
        checkWords(lesson.title, mostOptionWords, "A title", problems());
        words(lesson.summary, mostPromptWords, "The sentence for the list", Scope());
        if (lesson.steps.size() < leastSteps || lesson.steps.size() > mostSteps) {
            complain(lesson.file, 1,
                     "The lesson has " + std::to_string(lesson.steps.size()) + " steps",
                     "8 to 15 are wanted");
        }
        for (const std::string& card : lesson.cards) {
            if (!hasCard(card)) {
                complain(lesson.file, 1, "There is no card " + inQuotes(card),
                         "Correct its id, or add it to a deck");
            }
        }
        for (const Step& step : lesson.steps) {
            const bool last = &step == &lesson.steps.back();
            if ((step.kind == StepKind::Explain) != last) {
                complain(step.file, step.line,
                         last ? "The last step does not ask to explain it"
                              : "Only the last step asks to explain it",
                         "End the lesson with one step of kind explain");
            }
            checkReturn(lesson, step);
            checkStep(step);
        }
    }

    void checkReturn(const Lesson& lesson, const Step& step) {
        if ((step.kind == StepKind::Return) != !step.returns.empty()) {
            complain(step.file, step.line, "Kind return and \"returns\" go together",
                     "Name the earlier step that comes back");
        }
        if (step.returns.empty()) {
            return;
        }
        const Step* before = this->step(step.returns);
        const Lesson* from = course().lesson(step.returns.substr(0, step.returns.find('/')));
        if (before == nullptr || (from != nullptr && from->number >= lesson.number)) {
            complain(step.file, step.line, "There is no earlier step " + inQuotes(step.returns),
                     "Write LESSON/STEP");
        }
        if (!step.question) {
            complain(step.file, step.line, "What comes back is asked", "Add \"predict\"");
        }
    }

    void checkStep(const Step& step) {
        const std::uint64_t seeds = step.givens.draws.empty() ? 1 : seedsTried;
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            const auto scope = scopeOf(course(), step, seed);
            if (!scope) {
                complain(step.file, step.line, scope.error());
                return;
            }
            checkValues(step.givens, step.file, *scope);
            checkPlace(step.place, step.file, step.line, *scope);
            checkWords(step.title, mostOptionWords, "A title", problems());
            words(step.text, mostStepWords, "The text of a step", *scope);
            words(step.rule, mostPromptWords, "A rule", *scope);
            words(step.tryIt, mostTryWords, "What to try", *scope);
            words(step.model, mostStepWords * 2, "A model answer", *scope);
            checkRubric(step.rubric, step.kind == StepKind::Explain, step.file, step.line, *scope);
            if (step.question) {
                words(step.question->reveal, mostStepWords, "What is revealed", *scope);
                checkQuestion(*this, *step.question, *scope, mostPromptWords, step.place.state);
            }
        }
    }

    void checkTerm(const Term& term) {
        const auto scope = scopeOf(course(), term);
        if (!scope) {
            complain(term.text.file, term.text.line, scope.error());
            return;
        }
        checkWords(term.name, mostOptionWords, "A term", problems());
        words(term.text, mostStepWords, "An entry of the glossary", *scope);
        if (term.text.empty()) {
            complain(term.name.file, term.name.line,
                     "The term " + inQuotes(term.id) + " has no text", "Write it");
        }
        for (const std::string& other : term.see) {
            if (!hasTerm(other)) {
                complain(term.text.file, term.text.line, "There is no term " + inQuotes(other),
                         "Correct its id");
            }
        }
        if (term.show.empty()) {
            complain(term.text.file, term.text.line,
                     "The term " + inQuotes(term.id) + " has nothing to show",
                     "Add it to glossary.json with a target or a state");
        }
        checkPlace(term.show, term.text.file, term.text.line, *scope);
    }

    void checkCard(const Card& card) {
        if (!hasTerm(card.topic)) {
            complain(card.file, card.line, "The topic " + inQuotes(card.topic) + " is no term",
                     "Name a term of the glossary");
        }
        if (!card.lesson.empty() && step(card.lesson) == nullptr) {
            complain(card.file, card.line, "There is no step " + inQuotes(card.lesson),
                     "Write LESSON/STEP");
        }
        if (card.followUps.size() != 2) {
            complain(card.file, card.line, "A card has two follow-ups", "Add or drop some");
        }
        const std::uint64_t seeds = card.givens.draws.empty() ? 1 : seedsTried;
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            const auto scope = scopeOf(course(), card, seed);
            if (!scope) {
                complain(card.file, card.line, scope.error());
                return;
            }
            checkCardWith(card, *scope);
        }
    }

    void checkCardWith(const Card& card, const Scope& scope) {
        checkValues(card.givens, card.file, scope);
        words(card.question, mostStepWords, "A question", scope);
        words(card.answer, mostAnswerWords, "A model answer", scope);
        checkRubric(card.rubric, true, card.file, card.line, scope);
        for (const FollowUp& followUp : card.followUps) {
            words(followUp.question, mostPromptWords, "A follow-up", scope);
            words(followUp.answer, mostStepWords, "A follow-up's answer", scope);
        }
        if (card.show) {
            checkPlace(*card.show, card.file, card.show->line, scope);
        }
        if (card.asked) {
            checkQuestion(*this, *card.asked, scope, mostStepWords, {});
        }
    }
};

}  // namespace

Problems checkCourse(const Course& course, const WorkbenchNames& names, const Course* around) {
    return CourseChecker(course, names, around).run();
}

}  // namespace zeropoint::course
