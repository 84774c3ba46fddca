// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/draw.h"
#include "core/course/question.h"

#include <optional>
#include <string>
#include <vector>

namespace zeropoint::course {

enum class CardKind { Open, Numeric, Choice, SpotTheError };

struct FollowUp {
    Words question;
    Words answer;
};

/// One interview card.
struct Card {
    std::string id;  ///< "calibration.scale"
    std::string deck;
    CardKind kind = CardKind::Open;
    std::string topic;                   ///< id of a term of the glossary
    std::vector<std::string> tags;       ///< of a note that came from Anki, the topic among them
    std::vector<std::string> questions;  ///< "q27"
    std::string lesson;                  ///< "calibration/step-width"; may be empty
    int seconds = 120;
    Givens givens;
    Words question;                 ///< also the prompt of `asked`
    std::optional<Question> asked;  ///< Numeric and Choice: what the core checks
    Words answer;                   ///< model answer, paragraphs
    std::vector<Words> rubric;
    std::vector<FollowUp> followUps;
    std::optional<Place> show;  ///< "show me in the workbench"
    std::string file;
    int line = 0;
};

struct Deck {
    std::string id;
    Words title;
    std::vector<Card> cards;
};

}  // namespace zeropoint::course
