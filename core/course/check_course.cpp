// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/check.h"
#include "core/course/course.h"
#include "core/course/expression.h"
#include "core/course/placeholders.h"
#include "core/course/words_rules.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace zeropoint::course {
namespace {

constexpr int mostStepWords = 60;
constexpr int mostPromptWords = 40;
constexpr int mostReasonWords = 45;
constexpr int mostOptionWords = 15;
constexpr int mostTryWords = 25;
constexpr int mostAnswerWords = 120;
constexpr std::size_t leastSteps = 8;
constexpr std::size_t mostSteps = 15;
constexpr std::size_t leastRubric = 2;
constexpr std::size_t mostRubric = 5;
constexpr std::uint64_t seedsTried = 5;

int linesBefore(const std::string& text, const std::string& part) {
    const std::size_t at = std::min(text.find(part), text.size());
    return int(std::count(text.begin(), text.begin() + std::ptrdiff_t(at), '\n'));
}

class Checker {
public:
    Checker(const Course& course, const WorkbenchNames& names, const Course* around)
        : m_course(course), m_names(names), m_around(around) {}

    Problems run() {
        for (const Lesson& lesson : m_course.lessons) {
            checkLesson(lesson);
        }
        for (const Term& term : m_course.glossary.terms) {
            checkTerm(term);
        }
        for (const Misconception& misconception : m_course.misconceptions) {
            checkWords(misconception.name, mostOptionWords, "A misconception's name", m_problems);
            words(misconception.text, mostStepWords, "A misconception", Scope());
        }
        std::set<std::string> ids;
        for (const Deck& deck : m_course.decks) {
            for (const Card& card : deck.cards) {
                if (!ids.insert(card.id).second) {
                    complain(card.file, card.line,
                             "The card " + inQuotes(card.id) + " stands twice",
                             "Give each its own id");
                }
                checkCard(card);
            }
        }
        return std::move(m_problems);
    }

private:
    void complain(const std::string& file, int line, const std::string& what,
                  const std::string& remedy) {
        Problem problem{file, line, what, remedy};
        if (std::find(m_problems.begin(), m_problems.end(), problem) == m_problems.end()) {
            m_problems.push_back(std::move(problem));
        }
    }

    void complain(const std::string& file, int line, const Error& error) {
        complain(file, line, error.what + (error.where.empty() ? "" : " (" + error.where + ')'),
                 error.remedy);
    }

    const Step* step(const std::string& path) const {
        const Step* found = m_course.step(path);
        return found == nullptr && m_around != nullptr ? m_around->step(path) : found;
    }
    bool hasCard(const std::string& id) const {
        return m_course.card(id) != nullptr ||
               (m_around != nullptr && m_around->card(id) != nullptr);
    }
    bool hasTerm(const std::string& id) const {
        return m_course.glossary.find(id) != nullptr ||
               (m_around != nullptr && m_around->glossary.find(id) != nullptr);
    }
    bool hasMisconception(const std::string& id) const {
        return m_course.misconception(id) != nullptr ||
               (m_around != nullptr && m_around->misconception(id) != nullptr);
    }

    /// The rules of words, every placeholder, and where its links lead.
    void words(const Words& words, int most, const char* what, const Scope& scope) {
        const std::size_t before = m_problems.size();
        checkWords(words, most, what, m_problems);
        if (m_problems.size() == before || placeholdersOf(words.text)) {
            checkPlaceholders(words, scope);
        }
        checkLinks(words);
    }

    void checkPlaceholders(const Words& words, const Scope& scope) {
        const auto placeholders = placeholdersOf(words.text);
        for (const Placeholder& placeholder :
             placeholders ? *placeholders : std::vector<Placeholder>()) {
            const std::string whole = words.text.substr(placeholder.at, placeholder.size);
            if (const auto filled = fillIn(whole, scope); !filled) {
                complain(words.file, words.line + linesBefore(words.text, whole), filled.error());
            }
        }
    }

    void checkLinks(const Words& words) {
        for (const std::string kind : {"](term:", "](lesson:"}) {
            for (std::size_t at = words.text.find(kind); at != std::string::npos;
                 at = words.text.find(kind, at + 1)) {
                const std::size_t begin = at + kind.size();
                const std::string to =
                    words.text.substr(begin, words.text.find(')', begin) - begin);
                const bool term = kind == "](term:";
                const bool there =
                    term ? hasTerm(to) : step(to) != nullptr || m_course.lesson(to) != nullptr;
                if (!there) {
                    complain(
                        words.file, words.line + linesBefore(words.text, kind + to),
                        "There is no " + std::string(term ? "term " : "step ") + inQuotes(to),
                        term ? "Add it to glossary.md, or correct its id" : "Write lesson:ID/STEP");
                }
            }
        }
    }

    /// `below`: what is set already.
    void checkState(const State& state, const std::string& file, const Scope& scope,
                    const State& below = {}) {
        State sound;
        for (const StateEntry& entry : state) {
            if (const auto resolved = resolve({entry}, scope); !resolved) {
                complain(file, entry.line, resolved.error());
            } else if (m_names.hasSetting && !m_names.hasSetting(entry.setting)) {
                complain(file, entry.line, "There is no setting " + inQuotes(entry.setting),
                         "zeropoint --list settings names them all");
            } else {
                sound.push_back(entry);
            }
        }
        const auto settings = resolve(joined(below, sound), scope);
        if (!settings || !m_names.refused) {
            return;
        }
        const auto refused = m_names.refused(*settings);
        for (const StateEntry& entry : sound) {
            if (const auto found = refused.find(entry.setting); found != refused.end()) {
                complain(
                    file, entry.line,
                    "The setting " + inQuotes(entry.setting) + " does not take this value here",
                    found->second);
            }
        }
    }

    void checkPlace(const Place& place, const std::string& file, int line, const Scope& scope) {
        checkState(place.state, file, scope);
        if (m_names.hasAnchor && !place.target.empty() && !m_names.hasAnchor(place.target)) {
            complain(file, line, "There is no place " + inQuotes(place.target) + " to point at",
                     "zeropoint --list anchors names them all");
        }
    }

    void number(const std::string& expression, const std::string& file, int line,
                const Scope& scope) {
        if (const auto value = evaluateNumber(expression, scope); !value) {
            complain(file, line, value.error());
        }
    }

    void checkMisconception(const Distractor& distractor, const std::string& file) {
        if (!distractor.misconception.empty() && !hasMisconception(distractor.misconception)) {
            complain(file, distractor.line,
                     "There is no misconception " + inQuotes(distractor.misconception),
                     "Add it to misconceptions.md, or correct its id");
        }
    }

    void checkQuestion(const Question& question, const Scope& scope, int mostPrompt,
                       const State& shown) {
        words(question.prompt, mostPrompt, "A question", scope);
        for (const Option& option : question.options) {
            words(option.label, mostOptionWords, "An option", scope);
        }
        words(question.otherwise, mostReasonWords, "A reason", scope);
        for (const Distractor& distractor : question.distractors) {
            words(distractor.reason, mostReasonWords, "A reason", scope);
            checkMisconception(distractor, question.file);
            checkState(distractor.by, question.file, scope, shown);
        }
        checkState(question.after, question.file, scope, shown);
        checkState(question.solution, question.file, scope, shown);
        checkAnswers(question, scope);
    }

    void checkAnswers(const Question& question, const Scope& scope) {
        const auto right = rightAnswer(question, scope);
        if (!right) {
            complain(question.file, question.line, right.error());
            return;
        }
        switch (question.kind) {
            case QuestionKind::Number:
                if (question.distractors.empty()) {
                    complain(question.file, question.line, "The question has no distractor",
                             "Add at least one wrong answer that somebody may give");
                }
                break;
            case QuestionKind::Choice:
                checkChoice(question, scope);
                break;
            case QuestionKind::Order:
                checkOrders(question);
                break;
            case QuestionKind::Until:
                checkConditions(question, scope);
                return;
        }
        checkDistractors(question, *right, scope);
    }

    /// Each wrong answer is met by its own reason, and is not the right one.
    void checkDistractors(const Question& question, const Answer& right, const Scope& scope) {
        if (const auto verdict = course::check(question, right, scope); !verdict) {
            complain(question.file, question.line, verdict.error());
            return;
        }
        for (const Distractor& distractor : question.distractors) {
            const auto answer = distractorAnswer(question, distractor, scope);
            const auto verdict = answer ? course::check(question, *answer, scope)
                                        : Result<Verdict>(tl::unexpected(answer.error()));
            if (!verdict) {
                complain(question.file, distractor.line, verdict.error());
            } else if (verdict->answer != distractor.id) {
                complain(question.file, distractor.line,
                         "The wrong answer " + inQuotes(distractor.id) + " counts as " +
                             inQuotes(verdict->answer),
                         "Make the tolerance smaller, or the answers more different");
            }
        }
    }

    void checkChoice(const Question& question, const Scope& scope) {
        if (question.options.size() < 2 || question.options.size() > 5) {
            complain(question.file, question.line, "A choice has 2 to 5 options",
                     "Add or drop some");
        }
        if (findOption(question, question.right) == nullptr) {
            complain(question.file, question.line,
                     "The right answer " + inQuotes(question.right) + " is no option",
                     "Name one of the options");
        }
        for (const Option& option : question.options) {
            const bool reasoned = std::any_of(
                question.distractors.begin(), question.distractors.end(),
                [&](const Distractor& distractor) { return distractor.id == option.id; });
            if (option.id != question.right && !reasoned) {
                complain(question.file, question.line,
                         "The wrong option " + inQuotes(option.id) + " has no distractor",
                         "Say which misconception leads to it, and why it is wrong");
            }
        }
        checkProof(question, scope);
    }

    void checkProof(const Question& question, const Scope& scope) {
        std::string best;
        double extreme = 0;
        for (const auto& [id, expression] : question.proof) {
            const auto value = evaluateNumber(expression, scope);
            if (!value) {
                complain(question.file, question.line, value.error());
                return;
            }
            const double rank = question.least ? -*value : *value;
            if (best.empty() || rank > extreme) {
                best = id;
                extreme = rank;
            }
        }
        if (!best.empty() && best != question.right) {
            complain(question.file, question.line,
                     "The figures prove " + inQuotes(best) + ", not " + inQuotes(question.right),
                     "Correct \"right\" or \"proof\"");
        }
    }

    void checkOrders(const Question& question) {
        for (const Distractor& distractor : question.distractors) {
            std::multiset<std::string> ids(distractor.order.begin(), distractor.order.end());
            for (const Option& option : question.options) {
                ids.erase(option.id);
            }
            if (!ids.empty() || distractor.order.size() != question.options.size()) {
                complain(question.file, distractor.line,
                         "The order " + inQuotes(distractor.id) + " is not one of all options",
                         "Name each option once");
            }
        }
    }

    /// Conditions are about the live window: here their names are read and nothing more.
    void checkConditions(const Question& question, const Scope& scope) {
        Scope live = scope;
        live.setLiveSettings([this](const std::string& name) -> std::optional<Value> {
            const bool known = !m_names.hasSetting || m_names.hasSetting(name);
            return known ? std::optional<Value>(1.0) : std::nullopt;
        });
        live.setFigures([this](const std::string& name) -> std::optional<Value> {
            const bool known = !m_names.hasFigure || m_names.hasFigure(name);
            return known ? std::optional<Value>(1.0) : std::nullopt;
        });
        number(question.right, question.file, question.line, live);
        for (const Distractor& distractor : question.distractors) {
            number(distractor.when, question.file, distractor.line, live);
            if (distractor.by.empty()) {
                complain(question.file, distractor.line, "Nothing says how this mistake is made",
                         "Add \"by\" with settings");
            }
        }
        if (question.solution.empty()) {
            complain(question.file, question.line, "Nothing says how it is solved",
                     "Add \"solution\" with settings");
        }
    }

    void checkLesson(const Lesson& lesson) {
        checkWords(lesson.title, mostOptionWords, "A title", m_problems);
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
        const Lesson* from = m_course.lesson(step.returns.substr(0, step.returns.find('/')));
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
            const auto scope = scopeOf(m_course, step, seed);
            if (!scope) {
                complain(step.file, step.line, scope.error());
                return;
            }
            checkValues(step.givens, step.file, *scope);
            checkPlace(step.place, step.file, step.line, *scope);
            checkWords(step.title, mostOptionWords, "A title", m_problems);
            words(step.text, mostStepWords, "The text of a step", *scope);
            words(step.rule, mostPromptWords, "A rule", *scope);
            words(step.tryIt, mostTryWords, "What to try", *scope);
            words(step.model, mostStepWords * 2, "A model answer", *scope);
            checkRubric(step.rubric, step.kind == StepKind::Explain, step.file, step.line, *scope);
            if (step.question) {
                words(step.question->reveal, mostStepWords, "What is revealed", *scope);
                checkQuestion(*step.question, *scope, mostPromptWords, step.place.state);
            }
        }
    }

    void checkValues(const Givens& givens, const std::string& file, const Scope& scope) {
        for (const NamedExpression& value : givens.values) {
            if (const auto result = scope.value(value.name); !result) {
                complain(file, value.line, result.error());
            }
        }
    }

    void checkRubric(const std::vector<Words>& rubric, bool wanted, const std::string& file,
                     int line, const Scope& scope) {
        if (wanted && (rubric.size() < leastRubric || rubric.size() > mostRubric)) {
            complain(file, line, "The rubric has " + std::to_string(rubric.size()) + " lines",
                     "2 to 5 are wanted");
        }
        for (const Words& row : rubric) {
            words(row, mostTryWords, "A line of a rubric", scope);
        }
    }

    void checkTerm(const Term& term) {
        const auto scope = scopeOf(m_course, term);
        if (!scope) {
            complain(term.text.file, term.text.line, scope.error());
            return;
        }
        checkWords(term.name, mostOptionWords, "A term", m_problems);
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
            const auto scope = scopeOf(m_course, card, seed);
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
            checkQuestion(*card.asked, scope, mostStepWords, {});
        }
    }

    const Course& m_course;
    const WorkbenchNames& m_names;
    const Course* m_around;
    Problems m_problems;
};

}  // namespace

Problems checkCourse(const Course& course, const WorkbenchNames& names, const Course* around) {
    return Checker(course, names, around).run();
}

}  // namespace zeropoint::course
