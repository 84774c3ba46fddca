// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/check_parts_private.h"
#include "core/course/expression.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace zeropoint::course {
namespace {

void checkMisconception(PartChecker& parts, const Distractor& distractor, const std::string& file) {
    if (!distractor.misconception.empty() && !parts.hasMisconception(distractor.misconception)) {
        parts.complain(file, distractor.line,
                       "There is no misconception " + inQuotes(distractor.misconception),
                       "Add it to misconceptions.md, or correct its id");
    }
}

void checkProof(PartChecker& parts, const Question& question, const Scope& scope) {
    std::string best;
    double extreme = 0;
    for (const auto& [id, expression] : question.proof) {
        const auto value = evaluateNumber(expression, scope);
        if (!value) {
            parts.complain(question.file, question.line, value.error());
            return;
        }
        const double rank = question.least ? -*value : *value;
        if (best.empty() || rank > extreme) {
            best = id;
            extreme = rank;
        }
    }
    if (!best.empty() && best != question.right) {
        parts.complain(question.file, question.line,
                       "The figures prove " + inQuotes(best) + ", not " + inQuotes(question.right),
                       "Correct \"right\" or \"proof\"");
    }
}

void checkChoice(PartChecker& parts, const Question& question, const Scope& scope) {
    if (question.options.size() < 2 || question.options.size() > 5) {
        parts.complain(question.file, question.line, "A choice has 2 to 5 options",
                       "Add or drop some");
    }
    if (findOption(question, question.right) == nullptr) {
        parts.complain(question.file, question.line,
                       "The right answer " + inQuotes(question.right) + " is no option",
                       "Name one of the options");
    }
    for (const Option& option : question.options) {
        const bool reasoned =
            std::any_of(question.distractors.begin(), question.distractors.end(),
                        [&](const Distractor& distractor) { return distractor.id == option.id; });
        if (option.id != question.right && !reasoned) {
            parts.complain(question.file, question.line,
                           "The wrong option " + inQuotes(option.id) + " has no distractor",
                           "Say which misconception leads to it, and why it is wrong");
        }
    }
    checkProof(parts, question, scope);
}

void checkOrders(PartChecker& parts, const Question& question) {
    for (const Distractor& distractor : question.distractors) {
        std::multiset<std::string> ids(distractor.order.begin(), distractor.order.end());
        for (const Option& option : question.options) {
            ids.erase(option.id);
        }
        if (!ids.empty() || distractor.order.size() != question.options.size()) {
            parts.complain(question.file, distractor.line,
                           "The order " + inQuotes(distractor.id) + " is not one of all options",
                           "Name each option once");
        }
    }
}

/// Conditions are about the live window: here their names are read and nothing more.
void checkConditions(PartChecker& parts, const Question& question, const Scope& scope) {
    Scope live = scope;
    live.setLiveSettings([&parts](const std::string& name) -> std::optional<Value> {
        const bool known = !parts.names().hasSetting || parts.names().hasSetting(name);
        return known ? std::optional<Value>(1.0) : std::nullopt;
    });
    live.setFigures([&parts](const std::string& name) -> std::optional<Value> {
        const bool known = !parts.names().hasFigure || parts.names().hasFigure(name);
        return known ? std::optional<Value>(1.0) : std::nullopt;
    });
    parts.number(question.right, question.file, question.line, live);
    for (const Distractor& distractor : question.distractors) {
        parts.number(distractor.when, question.file, distractor.line, live);
        if (distractor.by.empty()) {
            parts.complain(question.file, distractor.line, "Nothing says how this mistake is made",
                           "Add \"by\" with settings");
        }
    }
    if (question.solution.empty()) {
        parts.complain(question.file, question.line, "Nothing says how it is solved",
                       "Add \"solution\" with settings");
    }
}

/// Whether right answer and tolerance are figures that an answer can be near to.
bool checkNumber(PartChecker& parts, const Question& question, double right, const Scope& scope) {
    if (!std::isfinite(right)) {
        parts.complain(question.file, question.line, "The right answer is no finite number",
                       "Correct \"right\": it may divide by zero");
        return false;
    }
    if (!question.tolerance.empty()) {
        const auto tolerance = evaluateNumber(question.tolerance, scope);
        if (!tolerance) {
            parts.complain(question.file, question.line, tolerance.error());
            return false;
        }
        if (!(std::isfinite(*tolerance) && *tolerance >= 0)) {
            parts.complain(question.file, question.line, "The tolerance is no number from 0 on",
                           "Correct \"tolerance\"");
            return false;
        }
    }
    if (question.distractors.empty()) {
        parts.complain(question.file, question.line, "The question has no distractor",
                       "Add at least one wrong answer that somebody may give");
    }
    return true;
}

/// Each wrong answer is met by its own reason, and is not the right one.
void checkDistractors(PartChecker& parts, const Question& question, const Answer& right,
                      const Scope& scope) {
    if (const auto verdict = check(question, right, scope); !verdict) {
        parts.complain(question.file, question.line, verdict.error());
        return;
    }
    for (const Distractor& distractor : question.distractors) {
        const auto answer = distractorAnswer(question, distractor, scope);
        const auto verdict = answer ? check(question, *answer, scope)
                                    : Result<Verdict>(tl::unexpected(answer.error()));
        if (!verdict) {
            parts.complain(question.file, distractor.line, verdict.error());
        } else if (verdict->answer != distractor.id) {
            parts.complain(question.file, distractor.line,
                           "The wrong answer " + inQuotes(distractor.id) + " counts as " +
                               inQuotes(verdict->answer),
                           "Make the tolerance smaller, or the answers more different");
        }
    }
}

void checkAnswers(PartChecker& parts, const Question& question, const Scope& scope) {
    const auto right = rightAnswer(question, scope);
    if (!right) {
        parts.complain(question.file, question.line, right.error());
        return;
    }
    switch (question.kind) {
        case QuestionKind::Number:
            if (!checkNumber(parts, question, right->number, scope)) {
                return;
            }
            break;
        case QuestionKind::Choice:
            checkChoice(parts, question, scope);
            break;
        case QuestionKind::Order:
            checkOrders(parts, question);
            break;
        case QuestionKind::Until:
            checkConditions(parts, question, scope);
            return;
    }
    checkDistractors(parts, question, *right, scope);
}

}  // namespace

void checkQuestion(PartChecker& parts, const Question& question, const Scope& scope, int mostPrompt,
                   const State& shown) {
    parts.words(question.prompt, mostPrompt, "A question", scope);
    for (const Option& option : question.options) {
        parts.words(option.label, mostOptionWords, "An option", scope);
    }
    parts.words(question.otherwise, mostReasonWords, "A reason", scope);
    for (const Distractor& distractor : question.distractors) {
        parts.words(distractor.reason, mostReasonWords, "A reason", scope);
        checkMisconception(parts, distractor, question.file);
        parts.checkState(distractor.by, question.file, scope, shown);
    }
    parts.checkState(question.after, question.file, scope, shown);
    parts.checkState(question.solution, question.file, scope, shown);
    checkAnswers(parts, question, scope);
}

}  // namespace zeropoint::course
