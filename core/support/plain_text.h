// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace zeropoint {

/// Takes one character from the front of `text`; nothing is taken when it is empty or does not
/// begin with UTF-8 (overlong forms, surrogates and values above U+10FFFF are none).
std::optional<char32_t> takeUtf8(std::string_view& text);

/// Whether a character is not to be seen but acts: controls (C0, DEL, C1), line and paragraph
/// separators, and those that turn the direction of writing.
bool isHidden(char32_t character);

/// Text from a file or a user as a terminal or a label may show it: hidden characters and bytes
/// that are not UTF-8 become \xNN, so that a name can neither colour nor reorder nor break a line.
std::string plainText(std::string_view text);

/// The same text where it is UTF-8; each byte that is not becomes U+FFFD. For JSON, which has no
/// other way, and for everything that takes nothing but UTF-8.
std::string validUtf8(std::string_view text);

}  // namespace zeropoint
