// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/draw.h"
#include "core/course/question.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint::course {

enum class StepKind { Case, Contrast, Predict, Rule, NewCase, Return, Explain };

/// One screen of a lesson: a state of the workbench, a place to look at, few words, and perhaps a
/// question that is asked before the answer is shown.
struct Step {
    std::string id;
    StepKind kind = StepKind::Case;
    Words title;
    Words text;
    Words rule;
    Words tryIt;  ///< what to move then
    Words model;  ///< Explain: a model answer
    std::vector<Words> rubric;
    Place place;                       ///< the lesson's state with the step's own on top
    std::vector<std::string> answers;  ///< "q27"
    std::string returns;               ///< "formats/overflow": the earlier step that comes back
    Givens givens;
    std::optional<Question> question;
    std::string file;  ///< of the JSON
    int line = 0;
};

struct Lesson {
    int number = 0;
    std::string id;
    Words title;
    Words summary;
    int minutes = 0;
    std::vector<NamedExpression> values;
    std::vector<std::string> cards;
    std::vector<Step> steps;
    std::string file;  ///< of the JSON
};

const Step* findStep(const Lesson& lesson, std::string_view id);

}  // namespace zeropoint::course
