// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/parts_private.h"
#include "core/support/in_quotes.h"
#include "core/support/word.h"

#include <sstream>

namespace zeropoint::course {
namespace {

constexpr double mostLessons = 1000;
constexpr double mostMinutes = 600;

constexpr Word<StepKind> stepWords[] = {
    {"case", StepKind::Case},        {"contrast", StepKind::Contrast},
    {"predict", StepKind::Predict},  {"rule", StepKind::Rule},
    {"new-case", StepKind::NewCase}, {"return", StepKind::Return},
    {"explain", StepKind::Explain},
};
constexpr Word<QuestionKind> questionWords[] = {
    {"number", QuestionKind::Number},
    {"choice", QuestionKind::Choice},
    {"order", QuestionKind::Order},
    {"until", QuestionKind::Until},
};

template <typename Enum, std::size_t Size>
Enum wordAt(const JsonPart& part, const char* key, const Word<Enum> (&words)[Size]) {
    const std::string text = part.text(key);
    const auto value = valueOf(words, text);
    if (!value && !text.empty()) {
        part.at(std::string(key)).complain(inQuotes(text) + " is no " + key, giveOneOf(words));
    }
    return value.value_or(words[0].value);
}

Question readPrediction(const JsonPart& part) {
    part.allow({"kind", "right", "tolerance", "relative", "unit", "options", "by", "falling",
                "proof", "least", "after", "solution", "distractors"});
    const auto kind = wordAt(part, "kind", questionWords);
    Question question = readQuestion(part, kind);
    const bool options = kind == QuestionKind::Choice || kind == QuestionKind::Order;
    for (const std::string& id : part.texts("options", options)) {
        question.options.push_back({id, {}});
    }
    return question;
}

Step readStep(const JsonPart& part, const State& base) {
    part.allow({"id", "kind", "state", "target", "answers", "returns", "draw", "require", "values",
                "predict"});
    Step step;
    step.id = part.text("id");
    step.kind = wordAt(part, "kind", stepWords);
    step.place = readPlace(part);
    step.place.state = joined(base, step.place.state);
    step.answers = part.texts("answers");
    step.returns = part.text("returns", false);
    step.givens = readGivens(part);
    step.file = part.file();
    step.line = part.line();
    if (const auto predict = part.object("predict")) {
        step.question = readPrediction(*predict);
    }
    return step;
}

/// "- one" lines of a rubric.
std::vector<Words> listOf(const Words& words) {
    std::vector<Words> lines;
    std::istringstream text(words.text);
    int line = words.line;
    for (std::string row; std::getline(text, row); ++line) {
        if (row.starts_with("- ")) {
            lines.push_back({row.substr(2), words.file, line});
        } else if (!lines.empty() && !row.empty()) {
            lines.back().text += ' ' + row.substr(row.find_first_not_of(' '));
        }
    }
    return lines;
}

/// Puts the words of one section into a step, and remembers which parts were of use.
class StepWords {
public:
    StepWords(const MarkdownSection& section, bool complete, Problems& problems)
        : m_section(section), m_complete(complete), m_problems(problems) {}

    void into(Step& step) {
        step.title = m_section.title;
        if (!m_section.text.empty()) {
            step.text = m_section.text;
        }
        take("rule", step.rule, false);
        take("try", step.tryIt, false);
        if (step.kind == StepKind::Explain) {
            take("model", step.model, true);
            Words rubric;
            take("rubric", rubric, true);
            step.rubric = rubric.empty() ? step.rubric : listOf(rubric);
        }
        if (step.question) {
            intoQuestion(*step.question);
        }
        for (const auto& [name, words] : m_section.parts) {
            if (!m_used.contains(name)) {
                complain(words.line - 1, inQuotes("### " + name) + " belongs to nothing",
                         "Is it misspelt, or is its option missing in the JSON?");
            }
        }
    }

private:
    void complain(int line, const std::string& what, const std::string& remedy) {
        m_problems.push_back({m_section.title.file, line, what, remedy});
    }

    void take(const std::string& name, Words& into, bool required) {
        m_used[name] = true;
        const auto found = m_section.parts.find(name);
        if (found != m_section.parts.end() && !found->second.empty()) {
            into = found->second;
        } else if (required && m_complete) {
            complain(m_section.line, inQuotes("### " + name) + " is missing",
                     "Write it below this step");
        }
    }

    void intoQuestion(Question& question) {
        take("predict", question.prompt, true);
        take("reveal", question.reveal, true);
        for (Option& option : question.options) {
            take("option " + option.id, option.label, true);
        }
        for (Distractor& distractor : question.distractors) {
            take("reason " + distractor.id, distractor.reason, true);
        }
        take("reason otherwise", question.otherwise, question.kind != QuestionKind::Choice);
    }

    const MarkdownSection& m_section;
    bool m_complete;
    Problems& m_problems;
    std::map<std::string, bool> m_used;
};

}  // namespace

Lesson readLesson(const JsonFile& file, Problems& problems) {
    const JsonPart root(file, problems);
    root.allow({"lesson", "id", "minutes", "state", "values", "cards", "steps"});
    Lesson lesson;
    lesson.file = file.file();
    lesson.number = int(root.number("lesson", 0, 1, mostLessons));
    lesson.id = root.text("id");
    lesson.minutes = int(root.number("minutes", 0, 1, mostMinutes));
    lesson.values = readGivens(root).values;
    lesson.cards = root.texts("cards");
    const State base = readState(root, "state");
    const auto steps = root.list("steps");
    for (std::size_t i = 0; steps && i < steps->size(); ++i) {
        const JsonPart part = steps->at(i);
        if (!part.value().is_object()) {
            part.complain("A step is no object", "Write {\"id\": ..., \"kind\": ...}");
            continue;
        }
        Step step = readStep(part, base);
        if (findStep(lesson, step.id) != nullptr) {
            part.complain("The step " + inQuotes(step.id) + " stands twice",
                          "Give each its own id");
            continue;
        }
        std::vector<NamedExpression> values = lesson.values;
        values.insert(values.end(), step.givens.values.begin(), step.givens.values.end());
        step.givens.values = std::move(values);
        lesson.steps.push_back(std::move(step));
    }
    return lesson;
}

void addWords(Lesson& lesson, const MarkdownFile& file, bool complete, Problems& problems) {
    lesson.title = file.title;
    if (!file.summary.empty()) {
        lesson.summary = file.summary;
    }
    for (Step& step : lesson.steps) {
        if (const MarkdownSection* section = file.find(step.id)) {
            StepWords(*section, complete, problems).into(step);
        } else if (complete) {
            problems.push_back({step.file, step.line,
                                "The step " + inQuotes(step.id) + " has no words",
                                "Write ## Title {#" + step.id + "} in the Markdown file"});
        }
    }
    for (const MarkdownSection& section : file.sections) {
        if (!section.id.empty() && findStep(lesson, section.id) == nullptr) {
            problems.push_back({section.title.file, section.line,
                                "The step " + inQuotes(section.id) + " is not in the JSON",
                                "Add it there, or correct its id"});
        }
    }
}

}  // namespace zeropoint::course
