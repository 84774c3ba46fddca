// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/markdown_sections_private.h"
#include "core/support/in_quotes.h"
#include "core/support/plain_text.h"

#include <algorithm>

namespace zeropoint::course {
namespace {

constexpr const char* idRemedy = "Write ## Title {#id}, with small letters, digits and -";

std::string trimmedWords(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    const std::size_t end = text.find_last_not_of(blanks);
    return begin == std::string_view::npos ? std::string()
                                           : std::string(text.substr(begin, end - begin + 1));
}

bool isId(std::string_view id) {
    return !id.empty() &&
           id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") == std::string_view::npos;
}

class Cutter {
public:
    Cutter(const std::string& file, Problems& problems) : m_file(file), m_problems(problems) {}

    void line(std::string_view text) {
        ++m_line;
        if (text.ends_with('\r')) {
            text.remove_suffix(1);
        }
        if (text.starts_with("```")) {
            m_fenced = !m_fenced;
        }
        const bool heading = !m_fenced && text.starts_with('#');
        if (!heading) {
            add(text);
        } else if (text.starts_with("# ")) {
            title(text.substr(2));
        } else if (text.starts_with("## ")) {
            section(text.substr(3));
        } else if (text.starts_with("### ")) {
            part(trimmedWords(text.substr(4)));
        } else {
            complain("This heading is none of # ## ###", "Use three levels at most");
        }
    }

    MarkdownFile finished() {
        if (m_fenced) {
            complain("A block that begins with ``` has no end", "Close it with ```");
        }
        trim(made.summary);
        for (MarkdownSection& section : made.sections) {
            trim(section.text);
            for (auto& [name, words] : section.parts) {
                trim(words);
            }
        }
        if (made.title.empty()) {
            m_line = 1;
            complain("The file has no title", "Begin it with # Title");
        }
        return std::move(made);
    }

    MarkdownFile made;

private:
    void complain(const std::string& what, const std::string& remedy) {
        m_problems.push_back({m_file, m_line, what, remedy});
    }

    Words begun() const { return {{}, m_file, m_line + 1}; }

    void title(std::string_view text) {
        made.title = {trimmedWords(text), m_file, m_line};
        made.summary = begun();
        m_words = &made.summary;
    }

    void section(std::string_view text) {
        const std::size_t brace = text.rfind("{#");
        const std::size_t close = text.rfind('}');
        const bool whole =
            brace != std::string_view::npos && close != std::string_view::npos && close > brace;
        const std::string id = whole ? trimmedWords(text.substr(brace + 2, close - brace - 2)) : "";
        if (!isId(id)) {
            complain("This heading has no id", idRemedy);
        } else if (made.find(id) != nullptr) {
            complain("The id " + inQuotes(id) + " stands twice", "Give each its own");
        }
        MarkdownSection section;
        section.id = id;
        section.title = {trimmedWords(text.substr(0, brace)), m_file, m_line};
        section.text = begun();
        section.line = m_line;
        made.sections.push_back(std::move(section));
        m_words = &made.sections.back().text;
    }

    void part(const std::string& name) {
        if (made.sections.empty()) {
            complain("A part stands before the first step", idRemedy);
            return;
        }
        auto& parts = made.sections.back().parts;
        if (parts.contains(name)) {
            complain(inQuotes("### " + name) + " stands twice", "Join them");
        }
        m_words = &(parts[name] = begun());
    }

    void add(std::string_view text) {
        if (m_words == nullptr) {
            if (validUtf8(text) != text) {
                complain("This is no UTF-8", "Save the file in that encoding");
            } else if (!trimmedWords(text).empty()) {
                complain("This stands before the title", "Begin the file with # Title");
            }
            return;
        }
        m_words->text += std::string(text) + '\n';
    }

    /// Cuts blank lines off, and counts the ones before.
    static void trim(Words& words) {
        const std::size_t begin = words.text.find_first_not_of(" \t\n");
        if (begin != std::string::npos) {
            words.line += int(
                std::count(words.text.begin(), words.text.begin() + std::ptrdiff_t(begin), '\n'));
        }
        words.text = trimmedWords(words.text);
    }

    const std::string& m_file;
    Problems& m_problems;
    int m_line = 0;
    bool m_fenced = false;
    Words* m_words = nullptr;
};

}  // namespace

const MarkdownSection* MarkdownFile::find(std::string_view id) const {
    const auto found =
        std::find_if(sections.begin(), sections.end(),
                     [&](const MarkdownSection& section) { return section.id == id; });
    return found == sections.end() ? nullptr : &*found;
}

MarkdownFile cutMarkdown(const std::string& file, std::string_view text, Problems& problems) {
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    text.remove_prefix(text.starts_with(byteOrderMark) ? byteOrderMark.size() : 0);
    Cutter cutter(file, problems);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        cutter.line(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return cutter.finished();
}

}  // namespace zeropoint::course
