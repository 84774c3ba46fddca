// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/deck.h"
#include "core/course/glossary.h"
#include "core/course/json_file_private.h"
#include "core/course/lesson.h"
#include "core/course/markdown_sections_private.h"

namespace zeropoint::course {

// Parts that lessons, glossary and decks share.
State readState(const JsonPart& part, const char* key);
Place readPlace(const JsonPart& part);
Givens readGivens(const JsonPart& part);
/// Everything of a question but its words, from an object with "kind" (lesson) or of a known kind.
Question readQuestion(const JsonPart& part, QuestionKind kind);

/// A lesson's figures and states; its words are in the Markdown beside it.
Lesson readLesson(const JsonFile& file, Problems& problems);
/// Puts the words of `file` into a lesson; what is missing stays as it is. `complete`: what is
/// missing is a problem, as in English.
void addWords(Lesson& lesson, const MarkdownFile& file, bool complete, Problems& problems);

Glossary readGlossary(const MarkdownFile& words);
void addPlaces(Glossary& glossary, const JsonFile& file, Problems& problems);
void addWords(Glossary& glossary, const MarkdownFile& words);
std::vector<Misconception> readMisconceptions(const MarkdownFile& words);

Deck readDeck(const JsonFile& file, Problems& problems);
/// The words of the same deck in another language.
void addWords(Deck& deck, const JsonFile& file, Problems& problems);

}  // namespace zeropoint::course
