// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/interview/card_attempt.h"

#include "core/course/placeholders.h"
#include "ui/text/numbers.h"
#include "ui/text/unit_number.h"

#include <algorithm>
#include <utility>

namespace zeropoint::ui {
namespace {

/// Texts with their figures; remembers the first that failed.
class Filler {
public:
    explicit Filler(const course::Scope& scope) : m_scope(scope) {}

    QString operator()(const course::Words& words) {
        // Cards of others are text as it is: two brackets in them mean nothing.
        if (words.file.ends_with(".txt")) {
            return QString::fromStdString(words.text);
        }
        const Result<std::string> filled = course::fillIn(words.text, m_scope);
        if (!filled && m_failure) {
            m_failure = tl::unexpected(filled.error());
        }
        return QString::fromStdString(filled ? *filled : words.text);
    }
    const Result<void>& failure() const { return m_failure; }

private:
    const course::Scope& m_scope;
    Result<void> m_failure;
};

QString rightText(const AskedCard& asked, const course::Question& question) {
    const Result<course::Answer> right = course::rightAnswer(question, asked.scope);
    if (!right) {
        return {};
    }
    if (question.kind == course::QuestionKind::Number) {
        constexpr int digits = 6;
        const QString unit = QString::fromStdString(question.unit);
        return formatNumber(right->number, digits) + (unit.isEmpty() ? unit : QChar(0x00A0) + unit);
    }
    const QString id = QString::fromStdString(right->option);
    for (const AskedCard::Option& option : asked.options) {
        if (option.id == id) {
            return option.label;
        }
    }
    return {};
}

std::optional<course::Answer> answerOf(const CardAttempt& attempt) {
    const auto& question = attempt.asked.card.asked;
    if (!question || attempt.given.isEmpty()) {
        return std::nullopt;
    }
    course::Answer answer;
    answer.option = attempt.given.toStdString();
    if (question->kind == course::QuestionKind::Number) {
        const std::optional<double> number =
            readWithUnit(attempt.given, QString::fromStdString(question->unit));
        if (!number) {
            return std::nullopt;
        }
        answer.number = *number;
    }
    return answer;
}

}  // namespace

Result<AskedCard> askCard(const course::Card& card, const QString& deckTitle, std::uint64_t seed,
                          const Result<course::Scope>& scope) {
    if (!scope) {
        return tl::unexpected(scope.error());
    }
    AskedCard asked;
    asked.card = card;
    asked.seed = seed;
    asked.scope = *scope;
    asked.deckTitle = deckTitle;
    Filler fill(asked.scope);
    asked.question = fill(card.question);
    asked.answer = fill(card.answer);
    for (const course::Words& line : card.rubric) {
        asked.rubric << fill(line);
    }
    for (const course::FollowUp& next : card.followUps) {
        asked.followUps.push_back({fill(next.question), fill(next.answer)});
    }
    if (card.asked) {
        for (const course::Option& option : card.asked->options) {
            asked.options.push_back({QString::fromStdString(option.id), fill(option.label)});
        }
        asked.right = rightText(asked, *card.asked);
    }
    if (!fill.failure()) {
        return tl::unexpected(fill.failure().error());
    }
    return asked;
}

int CardAttempt::points() const {
    return static_cast<int>(std::count(ticks.begin(), ticks.end(), true));
}

std::optional<course::Grade> CardAttempt::suggested() const {
    if (outOf() > 0) {
        return course::suggestedGrade(points(), outOf());
    }
    if (verdict) {
        return verdict->right ? course::Grade::Good : course::Grade::Again;
    }
    return std::nullopt;
}

course::CardReview CardAttempt::review(course::Grade grade, course::Timestamp at) const {
    course::CardReview review;
    review.card = asked.card.id;
    review.at = at;
    review.grade = grade;
    review.answer = answer.toStdString();
    if (!given.isEmpty()) {
        review.answer += (review.answer.empty() ? "= " : "\n= ") + given.toStdString();
    }
    review.seed = asked.seed;
    review.seconds = seconds;
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        if (ticks[i]) {
            review.ticks.push_back(static_cast<int>(i));
        }
    }
    review.lines = outOf();
    return review;
}

CardAttempt attemptOf(AskedCard asked) {
    CardAttempt attempt;
    attempt.ticks.assign(static_cast<std::size_t>(asked.rubric.size()), false);
    attempt.asked = std::move(asked);
    return attempt;
}

void reveal(CardAttempt& attempt) {
    attempt.revealed = true;
    if (const std::optional<course::Answer> answer = answerOf(attempt)) {
        if (const auto verdict =
                course::check(*attempt.asked.card.asked, *answer, attempt.asked.scope)) {
            attempt.verdict = *verdict;
        }
    }
}

}  // namespace zeropoint::ui
