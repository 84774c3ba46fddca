// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/words_rules.h"

#include "core/course/placeholders.h"
#include "core/support/in_quotes.h"
#include "core/support/plain_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <regex>

namespace zeropoint::course {
namespace {

/// Of one text: regular expressions nest by its length.
constexpr std::size_t mostTextBytes = 8192;
constexpr const char* figureRemedy =
    "Let the core compute it: {{expression}}; docs/lessons.md says which names may hold digits";

int lineAt(const Words& words, std::size_t offset) {
    return words.line +
           int(std::count(words.text.begin(), words.text.begin() + std::ptrdiff_t(offset), '\n'));
}

void complain(const Words& words, std::size_t offset, const std::string& what,
              const std::string& remedy, Problems& problems) {
    problems.push_back({words.file, lineAt(words, offset), what, remedy});
}

/// Overwrites [at, at + size) with blanks, line ends stay: offsets keep their lines.
void blank(std::string& text, std::size_t at, std::size_t size) {
    for (std::size_t i = at; i < at + size && i < text.size(); ++i) {
        text[i] = text[i] == '\n' ? '\n' : ' ';
    }
}

/// What may hold digits: names that begin with a letter (INT8, Q4_0, LLM.int8), sizes of models
/// (70B), "4-bit", "Llama 2", "lesson 5", "step 3", a year in brackets.
void blankNames(std::string& text) {
    static const std::array names{
        std::regex(R"([A-Za-z][A-Za-z]*(?:[-._]?[A-Za-z]*[0-9]+[A-Za-z]*)+)"),
        std::regex(R"(\b[0-9]+(?:\.[0-9]+)?[BMK]\b)"),
        std::regex(R"(\b[0-9]+-bit)"),
        std::regex(
            R"(\b(?:Llama|Qwen|Gemma|Mistral|lesson|Lesson|step|Step) [0-9]+(?:\.[0-9]+)?\b)"),
        std::regex(R"(\((?:[^()0-9]*,? ?)(?:19|20)[0-9][0-9]\))"),
        std::regex(R"(\[[^\]]*\]\([^)]*\))"),
    };
    for (const std::regex& name : names) {
        // The words of a link are words; only its address may hold what it likes.
        const std::string before = text;
        for (std::sregex_iterator it(before.begin(), before.end(), name), end; it != end; ++it) {
            const bool link = it->str().front() == '[';
            const std::size_t skip = link ? it->str().find("](") : 0;
            blank(text, std::size_t(it->position()) + skip, std::size_t(it->length()) - skip);
        }
    }
}

/// The constants of a formula in code: 0, 1, 2 and 10 where a letter stands too.
void blankFormulas(std::string& text) {
    static const std::regex code("`([^`]*)`");
    static const std::regex constant(R"((^|[^0-9.])(0|1|2|10)(?![0-9.]))");
    const std::string before = text;
    for (std::sregex_iterator it(before.begin(), before.end(), code), end; it != end; ++it) {
        const std::string inside = (*it)[1].str();
        if (std::none_of(inside.begin(), inside.end(),
                         [](unsigned char c) { return std::isalpha(c) != 0; })) {
            continue;
        }
        for (std::sregex_iterator number(inside.begin(), inside.end(), constant); number != end;
             ++number) {
            blank(text, std::size_t(it->position(1) + number->position(2)),
                  std::size_t(number->length(2)));
        }
    }
}

void checkFigures(const Words& words, std::string text, Problems& problems) {
    blankNames(text);
    blankFormulas(text);
    const auto digit = std::find_if(text.begin(), text.end(),
                                    [](unsigned char c) { return std::isdigit(c) != 0; });
    if (digit == text.end()) {
        return;
    }
    const auto at = std::size_t(digit - text.begin());
    const auto end = std::find_if(digit, text.end(), [](unsigned char c) {
        return std::isdigit(c) == 0 && c != '.' && c != ',';
    });
    complain(words, at, "The figure " + inQuotes(std::string(digit, end)) + " is typed in",
             figureRemedy, problems);
}

struct Forbidden {
    const char* pattern;
    const char* what;
    const char* remedy;
};

void checkForm(const Words& words, const std::string& text, Problems& problems) {
    static constexpr std::array forbidden{
        Forbidden{R"(<[A-Za-z/!][^>]*>)", "This is HTML", "Use plain Markdown"},
        Forbidden{R"(!\[)", "This is an image", "Point at the live page instead"},
        Forbidden{R"((https?|ftp|file)://|\bwww\.)", "This is a link to somewhere else",
                  "Name the source in words; lessons use no network"},
        Forbidden{R"((^|\n)\s*\|)", "This is a table", "Use a list"},
        Forbidden{R"(\]\((?!term:|lesson:))", "This link leads nowhere",
                  "Links are [words](term:id) and [words](lesson:id/step)"},
    };
    for (const Forbidden& rule : forbidden) {
        std::smatch match;
        if (std::regex_search(text, match, std::regex(rule.pattern))) {
            complain(words, std::size_t(match.position()), rule.what, rule.remedy, problems);
        }
    }
}

/// False where nothing more can be said of it.
bool checkCharacters(const Words& words, Problems& problems) {
    std::string_view rest = words.text;
    while (!rest.empty()) {
        const std::size_t at = words.text.size() - rest.size();
        const auto character = takeUtf8(rest);
        const bool sound =
            character && (*character == '\n' || *character == '\t' || !isHidden(*character));
        if (!sound) {
            complain(words, at, "A character here is hidden or no UTF-8", "Type it anew", problems);
            return false;
        }
    }
    return true;
}

}  // namespace

int wordCount(std::string_view markdown) {
    int count = 0;
    bool inside = false;
    for (std::size_t i = 0; i < markdown.size(); ++i) {
        if (markdown.substr(i).starts_with("{{")) {
            const std::size_t close = markdown.find("}}", i);
            count += inside ? 0 : 1;
            inside = true;
            i = close == std::string_view::npos ? markdown.size() : close + 1;
            continue;
        }
        const auto byte = static_cast<unsigned char>(markdown[i]);
        const bool word = std::isalnum(byte) != 0 || byte >= 0x80;
        const bool space = std::isspace(byte) != 0;
        count += word && !inside ? 1 : 0;
        inside = word || (inside && !space);
    }
    return count;
}

void checkWords(const Words& words, int most, const char* what, Problems& problems) {
    if (words.empty() || !checkCharacters(words, problems)) {
        return;
    }
    if (words.text.size() > mostTextBytes) {
        complain(words, 0, std::string(what) + " is too long", "Shorten it", problems);
        return;
    }
    if (const int count = wordCount(words.text); most > 0 && count > most) {
        complain(words, 0,
                 std::string(what) + " has " + std::to_string(count) + " words, at most " +
                     std::to_string(most) + " are wanted",
                 "Shorten it, or make two steps of it", problems);
    }
    const auto placeholders = placeholdersOf(words.text);
    if (!placeholders) {
        const Error& error = placeholders.error();
        complain(words, std::size_t(std::stoul(error.where)), error.what, error.remedy, problems);
        return;
    }
    std::string text = words.text;
    for (const Placeholder& placeholder : *placeholders) {
        blank(text, placeholder.at, placeholder.size);
    }
    checkForm(words, text, problems);
    checkFigures(words, std::move(text), problems);
}

}  // namespace zeropoint::course
