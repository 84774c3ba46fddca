// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/problem.h"

namespace zeropoint::course {

/// How many words a text has; a placeholder counts as one.
int wordCount(std::string_view markdown);

/// What the rules of docs/lessons.md say of words, whatever their place: figures outside of
/// placeholders, HTML, images, tables, links other than term: and lesson:, hidden characters, text
/// that is no UTF-8. `most` words, 0: any number.
void checkWords(const Words& words, int most, const char* what, Problems& problems);

}  // namespace zeropoint::course
