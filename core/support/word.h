// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace zeropoint {

/// A word that people write for a value, on the command line or in a JSON document. The values of
/// one setting are an array of them, and the words of each are unique.
template <typename Value>
struct Word {
    std::string_view text;
    Value value;
};

/// Empty for a value without a word.
template <typename Value, std::size_t Size>
std::string_view wordOf(const Word<Value> (&words)[Size], Value value) {
    for (const Word<Value>& word : words) {
        if (word.value == value) {
            return word.text;
        }
    }
    return {};
}

template <typename Value, std::size_t Size>
std::optional<Value> valueOf(const Word<Value> (&words)[Size], std::string_view text) {
    for (const Word<Value>& word : words) {
        if (word.text == text) {
            return word.value;
        }
    }
    return std::nullopt;
}

/// The remedy for a word that is none of them: "Give one of fp32 fp16".
template <typename Value, std::size_t Size>
std::string giveOneOf(const Word<Value> (&words)[Size]) {
    std::string text = "Give one of";
    for (const Word<Value>& word : words) {
        text += ' ';
        text += word.text;
    }
    return text;
}

}  // namespace zeropoint
