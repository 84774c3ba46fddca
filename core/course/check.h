// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/question.h"
#include "core/course/scope.h"
#include "core/support/error.h"

#include <string>
#include <vector>

namespace zeropoint::course {

/// What a learner answers; which part counts is the question's kind. Until: none, the scope's live
/// settings and figures are looked at.
struct Answer {
    double number = 0;
    std::string option;
    std::vector<std::string> order;
};

struct Verdict {
    bool right = false;
    std::string answer;  ///< "right", a distractor's id, or "otherwise"
    std::string misconception;
    std::string reason;  ///< why it is wrong: Markdown with its figures filled in; empty when right
};

/// A number is right within the tolerance (and 1e-9 of itself), and a distractor is met within the
/// same. Fails with what an expression fails with.
Result<Verdict> check(const Question& question, const Answer& answer, const Scope& scope);

/// The right answer: for Number its value, for Choice its option, for Order the options sorted by
/// their figures (equal ones as shown).
Result<Answer> rightAnswer(const Question& question, const Scope& scope);

/// A right answer, and the answers with which each distractor is met, in their order.
Result<Answer> distractorAnswer(const Question& question, const Distractor& distractor,
                                const Scope& scope);

}  // namespace zeropoint::course
