// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/anki_text.h"
#include "core/course/deck.h"

namespace zeropoint::course {

/// Cards of somebody's own out of Anki's notes: open ones without a rubric, whose texts are text as
/// it is. A card's id follows from the note's guid, or from its front where it has none, so that a
/// changed answer keeps the card's history. Of notes with the same id the last one counts.
/// @param name of the file without its ending: the deck's id is "own-NAME"
/// @param file as problems name it; ends in ".txt"
Deck deckOf(const AnkiText& text, std::string_view name, const std::string& file);

}  // namespace zeropoint::course
