// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/anki_text.h"

#include "core/support/plain_text.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>

namespace zeropoint::course {
namespace {

constexpr std::size_t mostBytes = std::size_t{16} << 20;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

struct Head {
    char separator = 0;  ///< 0: not said
    bool html = false;
    std::string deck;
    std::vector<std::string> tags;
    /// Columns from 0 that are no field of the note.
    std::optional<std::size_t> deckColumn, tagsColumn, typeColumn, guidColumn;
};

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> found;
    while (!(text = trimmed(text)).empty()) {
        const std::string_view word = text.substr(0, text.find_first_of(" \t"));
        found.emplace_back(word);
        text.remove_prefix(word.size());
    }
    return found;
}

char separatorOf(std::string_view said) {
    static constexpr std::pair<std::string_view, char> names[] = {
        {"comma", ','}, {"semicolon", ';'}, {"tab", '\t'},
        {"space", ' '}, {"pipe", '|'},      {"colon", ':'}};
    for (const auto& [name, separator] : names) {
        if (lower(said) == name || (said.size() == 1 && said[0] == separator)) {
            return separator;
        }
    }
    return 0;
}

class NoteReader {
public:
    NoteReader(std::string_view text, std::string_view file) : m_text(text), m_file(file) {}

    Result<AnkiText> read() {
        if (Result<void> head = readHead(); !head) {
            return tl::unexpected(head.error());
        }
        AnkiText found;
        found.deck = m_head.deck;
        if (skipToRecord() && m_head.separator == 0) {
            m_head.separator = guessSeparator();
        }
        while (skipToRecord()) {
            Result<std::vector<std::string>> fields = readRecord();
            if (!fields) {
                return tl::unexpected(fields.error());
            }
            take(*fields, found);
        }
        return found;
    }

private:
    tl::unexpected<Error> malformed(std::string what, std::string remedy) const {
        return fail(ErrorCode::Malformed, std::move(what),
                    std::string(m_file) + ':' + std::to_string(m_line), std::move(remedy));
    }

    std::string_view line() const { return m_text.substr(m_at, m_text.find('\n', m_at) - m_at); }
    void nextLine() {
        const std::size_t end = m_text.find('\n', m_at);
        m_at = end == std::string_view::npos ? m_text.size() : end + 1;
        ++m_line;
    }

    Result<void> readHead() {
        for (; m_at < m_text.size(); nextLine()) {
            const std::string_view said = trimmed(line());
            const std::size_t colon = said.find(':');
            if (said.starts_with("tags:")) {
                m_head.tags = words(said.substr(colon + 1));
            } else if (!said.starts_with('#')) {
                break;
            } else if (colon != std::string_view::npos) {
                // The separator itself may be a tab: the value is trimmed where it is words.
                std::string_view raw = line().substr(line().find(':') + 1);
                raw = raw.ends_with('\r') ? raw.substr(0, raw.size() - 1) : raw;
                if (Result<void> taken = takeHead(lower(said.substr(1, colon - 1)), raw); !taken) {
                    return taken;
                }
            }
        }
        return {};
    }

    Result<void> takeHead(const std::string& key, std::string_view raw) {
        const std::string_view value = trimmed(raw);
        if (key == "separator") {
            m_head.separator = separatorOf(value.empty() ? raw : value);
            if (m_head.separator == 0) {
                return malformed("There is no such separator", "Give tab, comma or semicolon");
            }
        } else if (key == "html") {
            m_head.html = lower(value) == "true";
        } else if (key == "deck") {
            m_head.deck = value;
        } else if (key == "tags") {
            m_head.tags = words(value);
        } else if (key.ends_with(" column")) {
            std::size_t column = 0;
            const auto parsed = std::from_chars(value.data(), value.data() + value.size(), column);
            if (parsed.ec != std::errc() || column == 0) {
                return malformed("This is no number of a column", "Columns count from 1");
            }
            const std::string_view what = std::string_view(key).substr(0, key.size() - 7);
            (what == "deck"       ? m_head.deckColumn
             : what == "tags"     ? m_head.tagsColumn
             : what == "guid"     ? m_head.guidColumn
             : what == "notetype" ? m_head.typeColumn
                                  : m_unknownColumn) = column - 1;
        }
        return {};  // other keys are comments
    }

    char guessSeparator() const {
        const std::string_view first = line();
        for (const char separator : {'\t', ';', ','}) {
            if (first.find(separator) != std::string_view::npos) {
                return separator;
            }
        }
        return '\t';
    }

    /// Over empty lines and comments.
    bool skipToRecord() {
        while (m_at < m_text.size() && (trimmed(line()).empty() || line().starts_with('#'))) {
            nextLine();
        }
        return m_at < m_text.size();
    }

    Result<std::vector<std::string>> readRecord() {
        std::vector<std::string> fields;
        for (bool more = true; more;) {
            std::string field;
            if (m_at < m_text.size() && m_text[m_at] == '"') {
                if (Result<void> read = readQuoted(field); !read) {
                    return tl::unexpected(read.error());
                }
            }
            const std::size_t stop =
                m_text.find_first_of(std::string{m_head.separator, '\n'}, m_at);
            const std::size_t end = stop == std::string_view::npos ? m_text.size() : stop;
            field += m_text.substr(m_at, end - m_at);
            more = end < m_text.size() && m_text[end] == m_head.separator;
            if (field.ends_with('\r')) {
                field.pop_back();
            }
            fields.push_back(std::move(field));
            m_at = std::min(end + 1, m_text.size());
        }
        ++m_line;
        return fields;
    }

    Result<void> readQuoted(std::string& field) {
        const std::size_t opened = m_line;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == '"') {
                if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
                    ++m_at;
                } else {
                    ++m_at;
                    return {};
                }
            }
            m_line += m_text[m_at] == '\n' ? 1 : 0;
            field += m_text[m_at];
        }
        m_line = opened;
        return malformed("A quoted field does not end", "Close it with a double quote");
    }

    void take(const std::vector<std::string>& fields, AnkiText& found) const {
        AnkiNote note;
        note.tags = m_head.tags;
        note.deck = m_head.deck;
        bool first = true;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const std::string text = m_head.html ? plainOfHtml(fields[i], &found.leftOutMedia)
                                                 : std::string(trimmed(fields[i]));
            if (i == m_head.deckColumn) {
                note.deck = text;
            } else if (i == m_head.guidColumn) {
                note.guid = text;
            } else if (i == m_head.tagsColumn) {
                const std::vector<std::string> more = words(text);
                note.tags.insert(note.tags.end(), more.begin(), more.end());
            } else if (i == m_head.typeColumn) {
                continue;
            } else if (first) {
                note.front = text;
                first = false;
            } else if (!text.empty()) {
                note.back += (note.back.empty() ? "" : "\n\n") + text;
            }
        }
        if (note.front.empty()) {
            ++found.emptyNotes;
        } else {
            found.notes.push_back(std::move(note));
        }
    }

    std::string_view m_text;
    std::string_view m_file;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    Head m_head;
    std::optional<std::size_t> m_unknownColumn;
};

void appendUtf8(std::string& text, unsigned long point) {
    if (point == 0 || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) {
        text += "\xEF\xBF\xBD";
    } else if (point < 0x80) {
        text += static_cast<char>(point);
    } else if (point < 0x800) {
        text += static_cast<char>(0xC0 | (point >> 6));
        text += static_cast<char>(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        text += static_cast<char>(0xE0 | (point >> 12));
        text += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (point & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | (point >> 18));
        text += static_cast<char>(0x80 | ((point >> 12) & 0x3F));
        text += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (point & 0x3F));
    }
}

/// Takes "&name;" or "&#..;" from the front; what is none stays as it is.
void takeReference(std::string_view& html, std::string& text) {
    static constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"lt", "<"}, {"gt", ">"}, {"amp", "&"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", " "}};
    constexpr std::size_t longest = 10;
    const std::size_t end = html.substr(0, longest).find(';');
    if (end != std::string_view::npos) {
        const std::string_view name = html.substr(1, end - 1);
        for (const auto& [known, meaning] : names) {
            if (name == known) {
                text += meaning;
                html.remove_prefix(end + 1);
                return;
            }
        }
        if (name.starts_with('#') && name.size() > 1) {
            const bool hex = name[1] == 'x' || name[1] == 'X';
            const std::string_view digits = name.substr(hex ? 2 : 1);
            unsigned long point = 0;
            const auto parsed =
                std::from_chars(digits.data(), digits.data() + digits.size(), point, hex ? 16 : 10);
            if (parsed.ec == std::errc() && parsed.ptr == digits.data() + digits.size()) {
                appendUtf8(text, point);
                html.remove_prefix(end + 1);
                return;
            }
        }
    }
    text += '&';
    html.remove_prefix(1);
}

/// A sign for "less than" is no tag.
bool beginsTag(std::string_view html) {
    return html.size() > 1 && html[0] == '<' &&
           (std::isalpha(static_cast<unsigned char>(html[1])) != 0 || html[1] == '/' ||
            html[1] == '!');
}

/// Takes "<...>" from the front: a line end for what begins a line, nothing for the rest.
void takeTag(std::string_view& html, std::string& text, std::size_t& media) {
    const std::size_t end = html.find('>');
    if (end == std::string_view::npos) {
        text += html;
        html = {};
        return;
    }
    const std::string tag = lower(html.substr(1, end - 1));
    const std::string name = tag.substr(0, tag.find_first_of(" /\t\n", 1));
    html.remove_prefix(end + 1);
    if (name == "img" || name == "audio" || name == "video" || name == "object") {
        ++media;
    } else if (name == "li") {
        text += text.empty() || text.back() == '\n' ? "- " : "\n- ";
    } else if (name == "br" || name == "p" || name == "div" || name == "tr" || name == "hr") {
        if (!text.empty() && (name == "br" || text.back() != '\n')) {
            text += '\n';
        }
    } else if (name == "script" || name == "style") {
        const std::size_t close = lower(html).find("</" + name);
        html.remove_prefix(close == std::string::npos ? html.size() : close);
    }
}

std::string quoted(std::string_view field, bool first) {
    const bool needed = field.find_first_of("\t\"\n\r") != std::string_view::npos ||
                        (first && field.starts_with('#')) || field != trimmed(field);
    if (!needed) {
        return std::string(field);
    }
    std::string text = "\"";
    for (const char c : field) {
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
    }
    return text + '"';
}

}  // namespace

std::string plainOfHtml(std::string_view html, std::size_t* leftOutMedia) {
    std::string text;
    std::size_t media = 0;
    while (!html.empty()) {
        if (beginsTag(html)) {
            takeTag(html, text, media);
        } else if (html.front() == '&') {
            takeReference(html, text);
        } else if (html.starts_with("[sound:") && html.find(']') != std::string_view::npos) {
            ++media;
            html.remove_prefix(html.find(']') + 1);
        } else {
            text += html.front();
            html.remove_prefix(1);
        }
    }
    if (leftOutMedia != nullptr) {
        *leftOutMedia += media;
    }
    return std::string(trimmed(text));
}

Result<AnkiText> readAnkiText(std::string_view text, std::string_view file) {
    if (text.size() > mostBytes) {
        return fail(ErrorCode::TooLarge, "A file of cards is at most 16 MiB", std::string(file),
                    "Is this the right file?");
    }
    if (text.starts_with(byteOrderMark)) {
        text.remove_prefix(byteOrderMark.size());
    }
    for (std::string_view rest = text; !rest.empty();) {
        if (!takeUtf8(rest)) {
            const auto line = std::count(text.begin(), text.end() - rest.size(), '\n') + 1;
            return fail(ErrorCode::Malformed, "This text is not UTF-8",
                        std::string(file) + ':' + std::to_string(line), "Save the file as UTF-8");
        }
    }
    return NoteReader(text, file).read();
}

std::string writeAnkiText(std::string_view deck, const std::vector<AnkiNote>& notes) {
    std::string text = "#separator:tab\n#html:false\n";
    if (!deck.empty()) {
        text += "#deck:" + std::string(deck) + '\n';
    }
    text += "#columns:Guid\tFront\tBack\tTags\n#guid column:1\n#tags column:4\n";
    for (const AnkiNote& note : notes) {
        std::string tags;
        for (const std::string& tag : note.tags) {
            tags += (tags.empty() ? "" : " ") + tag;
        }
        text += quoted(note.guid, true) + '\t' + quoted(note.front, false) + '\t' +
                quoted(note.back, false) + '\t' + quoted(tags, false) + '\n';
    }
    return text;
}

}  // namespace zeropoint::course
