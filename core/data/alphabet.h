// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace zeropoint {

/// Offset of the first byte that is not UTF-8 text (NUL counts as none), or nothing.
std::optional<std::size_t> firstNonText(std::string_view text);

/// The symbols of a character model: symbol 0 stands for every character that it does not have,
/// 1 for the line feed, 2..96 for the printable ASCII characters, the rest for others of a text.
/// All alphabets begin alike, so that a model of one text reads ASCII of another.
class Alphabet {
public:
    static constexpr std::int32_t unknown = 0;
    static constexpr std::size_t largest = 256;

    /// Line feed and ASCII: 97 symbols.
    Alphabet();
    /// ASCII and the text's most frequent other characters, up to 256 symbols in all.
    static Alphabet of(std::string_view text);
    /// The inverse of characters().
    static Result<Alphabet> fromCharacters(std::string_view characters);

    std::size_t size() const { return m_characters.size(); }
    /// Valid UTF-8 -> one symbol a character. Carriage returns are left out, tabs are blanks.
    std::vector<std::int32_t> encode(std::string_view text) const;
    std::string decode(std::span<const std::int32_t> symbols) const;
    /// The characters from symbol 1 on, as UTF-8: what a checkpoint keeps.
    std::string characters() const;

private:
    void add(char32_t character);

    std::vector<char32_t> m_characters;
    std::unordered_map<char32_t, std::int32_t> m_symbols;
};

}  // namespace zeropoint
