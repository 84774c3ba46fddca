// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/anki_text.h"
#include "core/course/deck.h"

#include <optional>
#include <string>
#include <string_view>

namespace zeropoint::course {

/// Cards of somebody's own out of Anki's notes: open ones without a rubric, whose texts are text as
/// it is. A card's id follows from the note's guid, or from its front where it has none, so that a
/// changed answer keeps the card's history; a guid that writing such a deck gave is the id. Of
/// notes with the same id the last one counts.
/// @param name of the file without its ending: the deck's id is "own-NAME"
/// @param file as problems name it; ends in ".txt"
Deck deckOf(const AnkiText& text, std::string_view name, const std::string& file);

/// A deck that comes once more.
struct AnkiUpdate {
    std::vector<AnkiNote> notes;  ///< those of `now` in the old one's places, and new ones behind
    std::size_t known = 0;        ///< notes of `now` that were there; 0: it is another deck
};
/// `now` as an update of `old`, the deck of a file NAME. The same deck is called alike and shares a
/// card; what `now` leaves out stays.
/// @param title of `now`: of its head, or of its file
AnkiUpdate updateOf(const AnkiText& old, std::string_view name, const AnkiText& now,
                    std::string_view title);

/// The note that a card of such a deck came from, as it was typed; nothing for other cards.
std::optional<AnkiNote> noteOf(const Card& card, const std::string& deck);

}  // namespace zeropoint::course
