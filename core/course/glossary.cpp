// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/glossary.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>

namespace zeropoint::course {
namespace {

constexpr std::string_view noTerm = "](term:)";

bool isWordByte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) != 0 || byte >= 0x80 || c == '_';
}

bool sameLetter(char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) ==
           std::tolower(static_cast<unsigned char>(b));
}

struct Name {
    std::string text;
    std::string id;
};

/// Behind `at` stands the name as a word of its own, perhaps in the plural: how many bytes.
std::size_t matched(std::string_view text, std::size_t at, const std::string& name) {
    if (text.size() - at < name.size() ||
        !std::equal(name.begin(), name.end(), text.begin() + std::ptrdiff_t(at), sameLetter)) {
        return 0;
    }
    std::size_t size = name.size();
    if (at + size < text.size() && text[at + size] == 's') {
        ++size;
    }
    const bool ends = at + size == text.size() || !isWordByte(text[at + size]);
    return ends ? size : 0;
}

/// The words of "[words](term:)" at `at`; nothing where none stands there.
std::optional<std::string_view> unlinkedWords(std::string_view text, std::size_t at) {
    const std::size_t close = text.find(']', at);
    const bool found = text[at] == '[' && close != std::string_view::npos &&
                       text.substr(close).starts_with(noTerm);
    return found ? std::optional(text.substr(at + 1, close - at - 1)) : std::nullopt;
}

/// Where what begins at `at` and shall not be touched ends: code, a link, a placeholder, a heading;
/// `at` itself for ordinary text.
std::size_t skipped(std::string_view text, std::size_t at) {
    const auto behind = [&](std::string_view close, std::size_t from) {
        const std::size_t end = text.find(close, from);
        return end == std::string_view::npos ? text.size() : end + close.size();
    };
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("```")) {
        return behind("```", at + 3);
    }
    if (rest.starts_with('`')) {
        return behind("`", at + 1);
    }
    if (rest.starts_with("{{")) {
        return behind("}}", at + 2);
    }
    if (rest.starts_with('[')) {
        const std::size_t close = text.find(']', at);
        const bool link = close != std::string_view::npos && text.substr(close).starts_with("](");
        return link ? behind(")", close) : at;
    }
    const bool heading = rest.starts_with('#') && (at == 0 || text[at - 1] == '\n');
    return heading ? behind("\n", at) : at;
}

}  // namespace

const Term* Glossary::find(std::string_view id) const {
    const auto found =
        std::find_if(terms.begin(), terms.end(), [&](const Term& term) { return term.id == id; });
    return found == terms.end() ? nullptr : &*found;
}

std::string Glossary::linked(std::string_view markdown, std::string_view except) const {
    std::vector<Name> names;
    for (const Term& term : terms) {
        if (term.id == except) {
            continue;
        }
        names.push_back({term.name.text, term.id});
        for (const std::string& also : term.also) {
            names.push_back({also, term.id});
        }
    }
    std::stable_sort(names.begin(), names.end(),
                     [](const Name& a, const Name& b) { return a.text.size() > b.text.size(); });
    std::set<std::string> used;
    std::string result;
    for (std::size_t at = 0; at < markdown.size();) {
        if (const auto words = unlinkedWords(markdown, at)) {
            result += *words;
            at += words->size() + 1 + noTerm.size();
            continue;
        }
        if (const std::size_t end = skipped(markdown, at); end > at) {
            result += markdown.substr(at, end - at);
            at = end;
            continue;
        }
        if (at > 0 && isWordByte(markdown[at - 1])) {
            result += markdown[at++];
            continue;
        }
        const auto name = std::find_if(names.begin(), names.end(), [&](const Name& candidate) {
            return !used.contains(candidate.id) && matched(markdown, at, candidate.text) > 0;
        });
        if (name == names.end()) {
            result += markdown[at++];
            continue;
        }
        const std::size_t size = matched(markdown, at, name->text);
        result += '[' + std::string(markdown.substr(at, size)) + "](term:" + name->id + ')';
        used.insert(name->id);
        at += size;
    }
    return result;
}

}  // namespace zeropoint::course
