// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/parts_private.h"
#include "core/support/in_quotes.h"

#include <cmath>

namespace zeropoint::course {
namespace {

constexpr double mostNumber = 1e300;

StateEntry entryOf(const JsonPart& part, const std::string& name) {
    StateEntry entry{name, {}, {}, part.line()};
    const Json& value = part.value();
    if (!value.is_object() || !value.contains("=")) {
        entry.json = value.dump();
        return entry;
    }
    entry.expression = part.expression("=");
    if (value.size() != 1) {
        part.complain("Beside \"=\" nothing else can stand", R"(Write {"=": "expression"})");
    }
    return entry;
}

Draw readDraw(const JsonPart& part, const std::string& name) {
    Draw draw{name, 0, 0, 1, {}, part.line()};
    if (!part.value().is_object()) {
        part.complain(inQuotes(name) + " says nothing to draw from",
                      R"(Write {"from": 1, "to": 9, "step": 1} or {"of": [4, 8]})");
        return draw;
    }
    part.allow({"from", "to", "step", "of"});
    if (const auto of = part.list("of", false)) {
        for (std::size_t i = 0; i < of->size(); ++i) {
            const Json& value = of->value().at(i);
            if (value.is_number()) {
                draw.of.emplace_back(value.get<double>());
            } else if (value.is_string()) {
                draw.of.emplace_back(value.get<std::string>());
            } else {
                of->at(i).complain("This is neither a number nor a text", "Give numbers or texts");
            }
        }
        return draw;
    }
    draw.from = part.number("from", 0, -mostNumber, mostNumber);
    draw.to = part.number("to", draw.from, -mostNumber, mostNumber);
    draw.step = part.number("step", 1, 0, mostNumber);
    if (!(draw.step > 0 && draw.to >= draw.from && (draw.to - draw.from) / draw.step < 1e9)) {
        part.complain(inQuotes(name) + " has nothing to draw from",
                      "Give a step above 0 and \"to\" not below \"from\"");
        draw.step = 1;
        draw.to = draw.from;
    }
    return draw;
}

std::map<std::string, std::string> readExpressions(const JsonPart& part, const char* key,
                                                   bool required) {
    std::map<std::string, std::string> expressions;
    if (const auto object = part.object(key, required)) {
        for (const std::string& name : object->keys()) {
            expressions[name] = object->expression(name.c_str());
        }
    }
    return expressions;
}

void readDistractors(const JsonPart& part, Question& question) {
    const auto list = part.list("distractors");
    for (std::size_t i = 0; list && i < list->size(); ++i) {
        const JsonPart item = list->at(i);
        if (!item.value().is_object()) {
            item.complain("A distractor is no object", "Write {\"id\": ...}");
            continue;
        }
        item.allow({"id", "value", "order", "when", "by", "misconception", "reason"});
        Distractor distractor;
        distractor.id = item.text("id");
        distractor.misconception = item.text("misconception");
        distractor.line = item.line();
        switch (question.kind) {
            case QuestionKind::Number:
                distractor.value = item.expression("value");
                break;
            case QuestionKind::Order:
                distractor.order = item.texts("order", true);
                break;
            case QuestionKind::Until:
                distractor.when = item.expression("when");
                distractor.by = readState(item, "by");
                break;
            case QuestionKind::Choice:
                break;
        }
        if (item.has("reason")) {
            distractor.reason = item.words("reason");
        }
        question.distractors.push_back(std::move(distractor));
    }
}

}  // namespace

std::string toString(const Problem& problem) {
    return problem.file + (problem.line > 0 ? ':' + std::to_string(problem.line) : std::string()) +
           ": " + problem.what + (problem.remedy.empty() ? "" : ". " + problem.remedy);
}

State readState(const JsonPart& part, const char* key) {
    State state;
    if (const auto object = part.object(key)) {
        for (const std::string& name : object->keys()) {
            state.push_back(entryOf(object->at(name), name));
        }
    }
    return state;
}

Place readPlace(const JsonPart& part) {
    return {readState(part, "state"), part.text("target", false), part.line()};
}

Givens readGivens(const JsonPart& part) {
    Givens givens;
    if (const auto draws = part.object("draw")) {
        for (const std::string& name : draws->keys()) {
            givens.draws.push_back(readDraw(draws->at(name), name));
        }
    }
    givens.require = part.texts("require");
    if (const auto values = part.object("values")) {
        for (const std::string& name : values->keys()) {
            givens.values.push_back(
                {name, values->expression(name.c_str()), values->at(name).line()});
        }
    }
    return givens;
}

Question readQuestion(const JsonPart& part, QuestionKind kind) {
    Question question;
    question.kind = kind;
    question.file = part.file();
    question.line = part.line();
    question.unit = part.text("unit", false);
    question.tolerance = part.expression("tolerance", kind == QuestionKind::Number);
    question.relative = part.flag("relative");
    question.falling = part.flag("falling");
    question.least = part.flag("least");
    if (kind == QuestionKind::Order) {
        question.by = readExpressions(part, "by", true);
    } else {
        question.right = part.expression("right");
    }
    question.proof = readExpressions(part, "proof", false);
    question.after = readState(part, "after");
    question.solution = readState(part, "solution");
    readDistractors(part, question);
    return question;
}

const Step* findStep(const Lesson& lesson, std::string_view id) {
    for (const Step& step : lesson.steps) {
        if (step.id == id) {
            return &step;
        }
    }
    return nullptr;
}

}  // namespace zeropoint::course
