// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/progress_store.h"
#include "core/course/repetition.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace zeropoint::course {

/// What planning needs to know of a card.
struct CardFacts {
    std::string id;
    std::string deck;
    std::string topic;
};

/// The learner's day: it begins and ends by the local clock, which the core does not know.
struct Today {
    Timestamp now = 0;
    Timestamp begin = 0;
    Timestamp end = 0;  ///< the first second of the next day
};

using Memories = std::map<std::string, CardMemory, std::less<>>;

/// The memory of every card that was answered. Answers of mock interviews count like others.
Memories memoriesOf(std::span<const CardReview> reviews, const RepetitionConfig& config = {});

/// What to ask today, in this order.
struct Plan {
    std::vector<std::string> due;    ///< being learned, by time; then the least likely remembered
    std::vector<std::string> fresh;  ///< never answered, as the decks have them
    Timestamp next = 0;              ///< when the next card that is not in `due` falls due; 0: none
};

/// A card that is being learned is due at its minute, one that counts in days on its day.
/// @param newPerDay how many cards may be answered for the first time on one day; those that were
///                  today already count
Plan planOf(std::span<const CardFacts> cards, std::span<const CardReview> reviews,
            const Memories& memories, const Today& today, int newPerDay,
            const RepetitionConfig& config = {});

/// How well a topic is known by the rubric's lines that the last three answers to each of its cards
/// held. weakness = 1 - (held + 1) / (lines + 2), the rule of succession: 1/2 for a topic that was
/// never asked about, towards 0 the more lines held, towards 1 the more were missing.
struct TopicStanding {
    std::string topic;
    int answers = 0;
    int held = 0;
    int lines = 0;
    double weakness = 0.5;
};

/// Of every topic of the cards, the weakest first, then by name.
std::vector<TopicStanding> topicsOf(std::span<const CardFacts> cards,
                                    std::span<const CardReview> reviews);

/// Cards of a mock interview, without repetition and in the order in which they are asked. A card's
/// chance grows with the weakness of its topic; no deck and no topic gives more than it must for
/// `count` to be reached. The same seed draws the same.
std::vector<std::string> drawMock(std::span<const CardFacts> cards,
                                  std::span<const CardReview> reviews, std::size_t count,
                                  std::uint64_t seed);

/// Answers of one day.
struct DayOfAnswers {
    int answers = 0;
    int remembered = 0;  ///< not graded Again
};

/// The last `days` days, the present one last.
std::vector<DayOfAnswers> answersByDay(std::span<const CardReview> reviews, const Today& today,
                                       int days);

}  // namespace zeropoint::course
