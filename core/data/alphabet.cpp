// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/alphabet.h"

#include "core/support/plain_text.h"

#include <algorithm>
#include <map>

namespace zeropoint {
namespace {

constexpr char32_t replacement = 0xFFFD;

void appendUtf8(char32_t c, std::string& out) {
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

}  // namespace

std::optional<std::size_t> firstNonText(std::string_view text) {
    const std::size_t size = text.size();
    while (!text.empty()) {
        if (text.front() == '\0') {
            return size - text.size();
        }
        if (!takeUtf8(text)) {
            return size - text.size();
        }
    }
    return std::nullopt;
}

Alphabet::Alphabet() {
    add(replacement);
    add(U'\n');
    for (char32_t c = U' '; c <= U'~'; ++c) {
        add(c);
    }
}

void Alphabet::add(char32_t character) {
    m_symbols.emplace(character, static_cast<std::int32_t>(m_characters.size()));
    m_characters.push_back(character);
}

Alphabet Alphabet::of(std::string_view text) {
    Alphabet alphabet;
    std::map<char32_t, std::size_t> counts;
    while (!text.empty()) {
        const std::optional<char32_t> c = takeUtf8(text);
        if (!c) {
            break;
        }
        if (*c >= 0x80 && *c != replacement) {
            ++counts[*c];
        }
    }
    std::vector<std::pair<char32_t, std::size_t>> ranked(counts.begin(), counts.end());
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [character, count] : ranked) {
        if (alphabet.size() < largest) {
            alphabet.add(character);
        }
    }
    return alphabet;
}

Result<Alphabet> Alphabet::fromCharacters(std::string_view characters) {
    Alphabet alphabet;
    const std::string ascii = alphabet.characters();
    if (characters.substr(0, ascii.size()) != ascii || firstNonText(characters)) {
        return fail(ErrorCode::Malformed, "This is not an alphabet of a character model");
    }
    characters.remove_prefix(ascii.size());
    while (!characters.empty()) {
        alphabet.add(*takeUtf8(characters));
    }
    if (alphabet.size() > largest || alphabet.m_symbols.size() != alphabet.size()) {
        return fail(ErrorCode::Malformed, "This is not an alphabet of a character model");
    }
    return alphabet;
}

std::vector<std::int32_t> Alphabet::encode(std::string_view text) const {
    std::vector<std::int32_t> symbols;
    symbols.reserve(text.size());
    while (!text.empty()) {
        const std::optional<char32_t> c = takeUtf8(text);
        if (!c) {
            text.remove_prefix(1);
            symbols.push_back(unknown);
            continue;
        }
        if (*c == U'\r') {
            continue;
        }
        const auto found = m_symbols.find(*c == U'\t' ? U' ' : *c);
        symbols.push_back(found == m_symbols.end() ? unknown : found->second);
    }
    return symbols;
}

std::string Alphabet::decode(std::span<const std::int32_t> symbols) const {
    std::string text;
    for (const std::int32_t symbol : symbols) {
        const auto index = static_cast<std::size_t>(symbol);
        appendUtf8(index < m_characters.size() ? m_characters[index] : replacement, text);
    }
    return text;
}

std::string Alphabet::characters() const {
    std::string text;
    for (std::size_t i = 1; i < m_characters.size(); ++i) {
        appendUtf8(m_characters[i], text);
    }
    return text;
}

}  // namespace zeropoint
