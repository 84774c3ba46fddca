// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/coach_rule.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

namespace zeropoint::ui {

/// What the Coach asks where a rule applies, before the reader tries it: about the same figures,
/// and never what the rule itself says. The right option is computed from them wherever they decide
/// it.
template <typename Figures>
struct CoachQuestion {
    const char* rule;
    Prediction (*ask)(const Figures&);
    TryNext (*next)(const Figures&) = nullptr;  ///< where the rule itself names nothing to try
};

template <typename Figures>
const CoachQuestion<Figures>* questionOf(std::span<const CoachQuestion<Figures>> questions,
                                         const CoachRule<Figures>& rule) {
    const auto found = std::find_if(questions.begin(), questions.end(),
                                    [&](const CoachQuestion<Figures>& question) {
                                        return std::string_view(question.rule) == rule.name;
                                    });
    return found == questions.end() ? nullptr : &*found;
}

/// Figures can make two options of a question the same: then there is nothing to choose.
inline bool canBeAsked(const Prediction& prediction) {
    QStringList options = prediction.options;
    return !options.isEmpty() && options.removeDuplicates() == 0;
}

/// As advise() of rules alone, with the question of the heaviest rule that has one.
template <typename Figures>
CoachText advise(std::span<const CoachRule<Figures>> rules,
                 std::span<const CoachQuestion<Figures>> questions, const Figures& figures) {
    CoachText text = advise(rules, figures);
    text.next = {};
    for (const CoachRule<Figures>* rule : applying(rules, figures)) {
        const CoachQuestion<Figures>* question = questionOf(questions, *rule);
        if (question != nullptr && text.prediction.options.isEmpty()) {
            if (Prediction asked = question->ask(figures); canBeAsked(asked)) {
                text.prediction = std::move(asked);
            }
        }
        if (text.next.text.isEmpty() && rule->next != nullptr) {
            text.next = rule->next(figures);
        } else if (text.next.text.isEmpty() && question != nullptr && question->next != nullptr) {
            text.next = question->next(figures);
        }
    }
    return text;
}

}  // namespace zeropoint::ui
