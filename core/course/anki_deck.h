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
/// changed answer keeps the card's history. Of notes with the same id the last one counts.
/// @param name of the file without its ending: the deck's id is "own-NAME"
/// @param file as problems name it; ends in ".txt"
Deck deckOf(const AnkiText& text, std::string_view name, const std::string& file);

/// The note that a card of such a deck came from, as it was typed; nothing for other cards.
std::optional<AnkiNote> noteOf(const Card& card, const std::string& deck);

}  // namespace zeropoint::course
