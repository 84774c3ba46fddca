// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/course.h"

#include <string>
#include <string_view>
#include <vector>

namespace zeropoint::course {

enum class FoundKind { Term, Step, Card };

struct Found {
    FoundKind kind = FoundKind::Term;
    std::string id;     ///< of the term or card; "calibration/step-width"
    std::string title;  ///< as it is written, placeholders left out
};

/// Terms, steps and cards that hold every word of `text`, whatever their case: those whose names
/// begin with it first, then names, then texts; each kind in the order of the course. Nothing for
/// no words.
std::vector<Found> search(const Course& course, std::string_view text);

/// Words as they can be read on one line and without figures, cut at a word.
std::string oneLine(const Words& words);

/// The term that is called most like `text`, by letters that have to be changed, whatever their
/// case; null when no name shares at least half of its letters with it.
const Term* nearestTerm(const Glossary& glossary, std::string_view text);

}  // namespace zeropoint::course
