// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace zeropoint::course {

/// Notes in Anki's text format ("Text Files" and "Notes in Plain Text" of the Anki manual): UTF-8,
/// one note a record, fields between separators, a field that holds a separator, a quote or a line
/// end between double quotes in which a quote is doubled; lines "#key:value" at the head say
/// separator, html, deck, tags, columns and which column holds deck, tags, notetype and guid.

struct AnkiNote {
    std::string guid;   ///< empty: none was given
    std::string deck;   ///< empty: none was given
    std::string front;  ///< plain text
    std::string back;   ///< plain text; the fields behind the first, each on lines of its own
    std::vector<std::string> tags;

    bool operator==(const AnkiNote&) const = default;
};

struct AnkiText {
    std::string deck;  ///< of the head; empty: none
    std::vector<AnkiNote> notes;
    /// Lines whose first field is empty, and pictures and sounds that were left out.
    std::size_t emptyNotes = 0;
    std::size_t leftOutMedia = 0;
};

/// HTML becomes plain text: line breaks stay, tags go, character references are resolved. Without a
/// "#separator" the first line that is no comment tells it: the first of tab, ';', ',' that it
/// holds.
/// Malformed with `where` "FILE:LINE" for text that is not UTF-8, an unknown separator or column,
/// and quotes that do not end; TooLarge above 16 MiB.
Result<AnkiText> readAnkiText(std::string_view text, std::string_view file);

/// Separator tab, no HTML; reading it gives the same notes.
std::string writeAnkiText(std::string_view deck, const std::vector<AnkiNote>& notes);

/// Plain text of a field in HTML.
std::string plainOfHtml(std::string_view html, std::size_t* leftOutMedia = nullptr);

}  // namespace zeropoint::course
