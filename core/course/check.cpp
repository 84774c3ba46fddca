// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/check.h"

#include "core/course/expression.h"
#include "core/course/placeholders.h"

#include <algorithm>
#include <cmath>

namespace zeropoint::course {
namespace {

constexpr double sameShare = 1e-9;  ///< of what binary fractions cannot hold

struct Near {
    double right = 0;
    double tolerance = 0;

    bool holds(double given) const { return std::abs(given - right) <= tolerance; }
};

Result<Near> nearOf(const Question& question, const std::string& expression, const Scope& scope) {
    const Result<double> right = evaluateNumber(expression, scope);
    if (!right) {
        return tl::unexpected(right.error());
    }
    const Result<double> tolerance = question.tolerance.empty()
                                         ? Result<double>(0.0)
                                         : evaluateNumber(question.tolerance, scope);
    if (!tolerance) {
        return tl::unexpected(tolerance.error());
    }
    const double share = question.relative ? std::abs(*right) : 1.0;
    return Near{*right, std::abs(*tolerance) * share + sameShare * std::abs(*right)};
}

Result<bool> truth(const std::string& condition, const Scope& scope) {
    const Result<double> value = evaluateNumber(condition, scope);
    return value ? Result<bool>(*value != 0) : Result<bool>(tl::unexpected(value.error()));
}

/// Whether the answer is what `distractor` stands for, or the right one for null.
Result<bool> meets(const Question& question, const Distractor* distractor, const Answer& answer,
                   const Scope& scope) {
    switch (question.kind) {
        case QuestionKind::Number: {
            const auto near =
                nearOf(question, distractor != nullptr ? distractor->value : question.right, scope);
            return near ? Result<bool>(near->holds(answer.number))
                        : Result<bool>(tl::unexpected(near.error()));
        }
        case QuestionKind::Choice:
            return answer.option == (distractor != nullptr ? distractor->id : question.right);
        case QuestionKind::Order: {
            if (distractor != nullptr) {
                return answer.order == distractor->order;
            }
            const auto right = rightAnswer(question, scope);
            return right ? Result<bool>(answer.order == right->order)
                         : Result<bool>(tl::unexpected(right.error()));
        }
        case QuestionKind::Until:
            return truth(distractor != nullptr ? distractor->when : question.right, scope);
    }
    return false;
}

Result<Verdict> wrong(const Words& reason, const std::string& answer,
                      const std::string& misconception, const Scope& scope) {
    const Result<std::string> filled = fillIn(reason.text, scope);
    return filled ? Result<Verdict>(Verdict{false, answer, misconception, *filled})
                  : Result<Verdict>(tl::unexpected(filled.error()));
}

Result<Answer> sortedOptions(const Question& question, const Scope& scope) {
    std::vector<std::pair<double, std::string>> keyed;
    for (const Option& option : question.options) {
        const auto by = question.by.find(option.id);
        const Result<double> key =
            by == question.by.end()
                ? fail(ErrorCode::InvalidArgument, "An option has nothing to be put in order by",
                       option.id, "Name it under \"by\"")
                : evaluateNumber(by->second, scope);
        if (!key) {
            return tl::unexpected(key.error());
        }
        keyed.emplace_back(question.falling ? -*key : *key, option.id);
    }
    std::stable_sort(keyed.begin(), keyed.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    Answer answer;
    for (auto& [key, id] : keyed) {
        answer.order.push_back(std::move(id));
    }
    return answer;
}

}  // namespace

const Option* findOption(const Question& question, std::string_view id) {
    const auto found = std::find_if(question.options.begin(), question.options.end(),
                                    [&](const Option& option) { return option.id == id; });
    return found == question.options.end() ? nullptr : &*found;
}

Result<Verdict> check(const Question& question, const Answer& answer, const Scope& scope) {
    const Result<bool> right = meets(question, nullptr, answer, scope);
    if (!right) {
        return tl::unexpected(right.error());
    }
    if (*right) {
        return Verdict{true, "right", {}, {}};
    }
    for (const Distractor& distractor : question.distractors) {
        const Result<bool> met = meets(question, &distractor, answer, scope);
        if (!met) {
            return tl::unexpected(met.error());
        }
        if (*met) {
            return wrong(distractor.reason, distractor.id, distractor.misconception, scope);
        }
    }
    return wrong(question.otherwise, "otherwise", {}, scope);
}

Result<Answer> rightAnswer(const Question& question, const Scope& scope) {
    Answer answer;
    if (question.kind == QuestionKind::Order) {
        return sortedOptions(question, scope);
    }
    if (question.kind == QuestionKind::Choice) {
        answer.option = question.right;
        return answer;
    }
    if (question.kind == QuestionKind::Until) {
        return answer;
    }
    const Result<double> number = evaluateNumber(question.right, scope);
    if (!number) {
        return tl::unexpected(number.error());
    }
    answer.number = *number;
    return answer;
}

Result<Answer> distractorAnswer(const Question& question, const Distractor& distractor,
                                const Scope& scope) {
    Answer answer{0, distractor.id, distractor.order};
    if (question.kind == QuestionKind::Number) {
        const Result<double> number = evaluateNumber(distractor.value, scope);
        if (!number) {
            return tl::unexpected(number.error());
        }
        answer.number = *number;
    }
    return answer;
}

}  // namespace zeropoint::course
