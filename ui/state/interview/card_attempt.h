// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/check.h"
#include "core/course/deck.h"
#include "core/course/progress_store.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace zeropoint::ui {

/// A card as it is asked: its fresh numbers are drawn and stand in every text (Markdown).
struct AskedCard {
    struct Option {
        QString id;
        QString label;
    };
    struct FollowUp {
        QString question;
        QString answer;
    };

    course::Card card;
    std::uint64_t seed = 0;
    course::Scope scope;
    QString deckTitle;
    QString question;
    std::vector<Option> options;  ///< of a choice
    QString answer;
    QString
        right;  ///< the right number, with its unit, or option; empty where the core checks none
    QStringList rubric;
    std::vector<FollowUp> followUps;
};

/// `scope` is that of the card and the seed. Fails with what an expression of the card fails with.
Result<AskedCard> askCard(const course::Card& card, const QString& deckTitle, std::uint64_t seed,
                          const Result<course::Scope>& scope);

/// What the learner has made of a card so far.
struct CardAttempt {
    AskedCard asked;
    QString answer;  ///< in own words
    QString given;   ///< a number as it was typed, or the id of an option
    std::vector<bool> ticks;
    bool revealed = false;
    double seconds = 0;                      ///< spent on it until it was revealed
    std::optional<course::Verdict> verdict;  ///< of `given`, once revealed

    int points() const;
    int outOf() const { return static_cast<int>(ticks.size()); }
    /// By the ticks, or by the verdict of a card without a rubric; nothing: no hint.
    std::optional<course::Grade> suggested() const;
    course::CardReview review(course::Grade grade, course::Timestamp at) const;
};

CardAttempt attemptOf(AskedCard asked);
/// Shows the answer, and checks what was given.
void reveal(CardAttempt& attempt);

}  // namespace zeropoint::ui
