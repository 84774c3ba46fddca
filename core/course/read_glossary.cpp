// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/parts_private.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <sstream>

namespace zeropoint::course {
namespace {

std::vector<std::string> listOf(const std::string& text) {
    std::vector<std::string> items;
    std::istringstream stream(text);
    for (std::string item; std::getline(stream, item, ',');) {
        const std::size_t begin = item.find_first_not_of(' ');
        const std::size_t end = item.find_last_not_of(' ');
        if (begin != std::string::npos) {
            items.push_back(item.substr(begin, end - begin + 1));
        }
    }
    return items;
}

/// Takes the lines "also: ..." and "see: ..." from the front of a text.
void takeLists(Term& term) {
    std::string& text = term.text.text;
    for (;;) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string line = text.substr(0, end);
        const bool also = line.starts_with("also:");
        if (!also && !line.starts_with("see:")) {
            break;
        }
        (also ? term.also : term.see) = listOf(line.substr(line.find(':') + 1));
        text.erase(0, std::min(end + 1, text.size()));
        ++term.text.line;
    }
    const std::size_t begin = std::min(text.find_first_not_of('\n'), text.size());
    term.text.line += int(begin);
    text.erase(0, begin);
}

Term termOf(const MarkdownSection& section) {
    Term term;
    term.id = section.id;
    term.name = section.title;
    term.text = section.text;
    takeLists(term);
    return term;
}

}  // namespace

Glossary readGlossary(const MarkdownFile& words) {
    Glossary glossary;
    for (const MarkdownSection& section : words.sections) {
        glossary.terms.push_back(termOf(section));
    }
    return glossary;
}

void addPlaces(Glossary& glossary, const JsonFile& file, Problems& problems) {
    const JsonPart root(file, problems);
    root.allow({"terms"});
    const auto terms = root.object("terms", true);
    for (const std::string& id : terms ? terms->keys() : std::vector<std::string>()) {
        const JsonPart part = terms->at(id);
        const auto term = std::find_if(glossary.terms.begin(), glossary.terms.end(),
                                       [&](const Term& known) { return known.id == id; });
        if (term == glossary.terms.end() || !part.value().is_object()) {
            part.complain("The term " + inQuotes(id) + " is not in glossary.md",
                          "Add it there, or correct its id");
            continue;
        }
        part.allow({"target", "state", "values"});
        term->show = readPlace(part);
        term->givens = readGivens(part);
    }
}

void addWords(Glossary& glossary, const MarkdownFile& words) {
    for (Term& term : glossary.terms) {
        if (const MarkdownSection* section = words.find(term.id)) {
            Term translated = termOf(*section);
            term.name = translated.name;
            term.also = translated.also;
            term.text = translated.text.empty() ? term.text : translated.text;
        }
    }
}

std::vector<Misconception> readMisconceptions(const MarkdownFile& words) {
    std::vector<Misconception> all;
    for (const MarkdownSection& section : words.sections) {
        all.push_back({section.id, section.title, section.text});
    }
    return all;
}

}  // namespace zeropoint::course
