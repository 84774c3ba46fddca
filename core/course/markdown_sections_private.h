// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/problem.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint::course {

/// "## Title {#id}" with what follows it up to the next one.
struct MarkdownSection {
    std::string id;
    Words title;
    Words text;                          ///< up to the first "###"
    std::map<std::string, Words> parts;  ///< "reason divisor-256" -> words
    int line = 0;
};

/// A Markdown file cut at its headings.
struct MarkdownFile {
    Words title;    ///< "# Title"
    Words summary;  ///< between it and the first section
    std::vector<MarkdownSection> sections;

    const MarkdownSection* find(std::string_view id) const;
};

/// Headings without an id, ids that stand twice and headings deeper than three are problems. What
/// stands in a fenced block is no heading.
MarkdownFile cutMarkdown(const std::string& file, std::string_view text, Problems& problems);

}  // namespace zeropoint::course
