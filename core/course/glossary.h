// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/draw.h"
#include "core/course/problem.h"
#include "core/course/state.h"

#include <string>
#include <string_view>
#include <vector>

namespace zeropoint::course {

struct Term {
    std::string id;
    Words name;
    std::vector<std::string> also;  ///< other names of it
    std::vector<std::string> see;   ///< ids
    Words text;
    Place show;  ///< "show me"
    Givens givens;
};

struct Glossary {
    std::vector<Term> terms;

    const Term* find(std::string_view id) const;
    /// Markdown with a link (term:ID) at the first place of each term's names, longest names
    /// first; code, links and headings stay as they are, and so does `except`, a term's own entry.
    /// A link to no term, [words](term:), becomes its words: there they mean something else.
    std::string linked(std::string_view markdown, std::string_view except = {}) const;
};

/// What people believe that is not so; distractors name it.
struct Misconception {
    std::string id;
    Words name;
    Words text;  ///< what is true
};

}  // namespace zeropoint::course
