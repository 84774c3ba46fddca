// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/problem.h"
#include "core/course/state.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint::course {

enum class QuestionKind {
    Number,
    Choice,
    Order,  ///< options to be put in order
    Until,  ///< drag it until a condition holds
};

struct Option {
    std::string id;
    Words label;
};

/// A wrong answer that somebody may well give, and why it is wrong.
struct Distractor {
    std::string id;
    std::string value;               ///< Number: expression
    std::vector<std::string> order;  ///< Order: ids of options
    std::string when;                ///< Until: condition
    State by;                        ///< Until: settings with which the mistake is made
    std::string misconception;       ///< id; empty in a glossary of none
    Words reason;
    int line = 0;
};

/// What is asked, and how the answer is checked: by the core, from the figures of its scope.
struct Question {
    QuestionKind kind = QuestionKind::Number;
    Words prompt;
    std::vector<Option> options;            ///< Choice, Order: as they are shown
    std::string right;                      ///< Number: expression; Choice: id; Until: condition
    std::map<std::string, std::string> by;  ///< Order: what each option is put in order by
    bool falling = false;
    std::map<std::string, std::string> proof;  ///< Choice: the right one has the largest of these
    bool least = false;                        ///< or the smallest
    std::string tolerance;                     ///< Number: expression
    bool relative = false;                     ///< a share of the right value
    std::string unit;
    State after;     ///< what the answer sets: the page then shows it
    State solution;  ///< Until: settings that make the condition true
    std::vector<Distractor> distractors;
    Words otherwise;  ///< reason for any other wrong answer
    Words reveal;
    std::string file;
    int line = 0;
};

const Option* findOption(const Question& question, std::string_view id);

}  // namespace zeropoint::course
