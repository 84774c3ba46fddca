// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace zeropoint::course {

/// What is wrong with a lesson, a glossary or a deck, as its author has to know it.
struct Problem {
    std::string file;
    int line = 0;  ///< from 1; 0: the file as a whole
    std::string what;
    std::string remedy;

    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

/// "lessons/en/5-calibration.md:12: WHAT. REMEDY"
std::string toString(const Problem& problem);

/// Words of people: Markdown with placeholders, and where they stand.
struct Words {
    std::string text;
    std::string file;
    int line = 0;  ///< of the first one

    bool empty() const { return text.empty(); }
};

}  // namespace zeropoint::course
