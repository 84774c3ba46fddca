// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/random.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint {

/// A weighted grammar without recursion, in which every text has one derivation. Then the entropy
/// of the texts is that of the choices:
///   H(symbol) = -sum p ln p over its alternatives + sum p * (H of the symbols in them),
/// and a text of independent sentences has, per character, H(sentence) / E[length of a sentence].
/// No model can have a lower mean cross-entropy in the long run.
class Grammar {
public:
    struct Alternative {
        double weight;
        std::string_view text;  ///< words as they are, symbols in <angle brackets>
    };

    /// Weights of a symbol need not add up to 1. Symbols must be added before those that use them.
    void add(std::string_view symbol, const std::vector<Alternative>& alternatives);

    std::string draw(std::string_view symbol, Random& random) const;
    /// Nats of one derivation, and its expected number of characters.
    double entropy(std::string_view symbol) const {
        return m_symbols.at(std::string(symbol)).entropy;
    }
    double expectedLength(std::string_view symbol) const {
        return m_symbols.at(std::string(symbol)).length;
    }

private:
    struct Part {
        std::string text;
        bool symbol;
    };
    struct Choice {
        double probability;
        std::vector<Part> parts;
    };
    struct Symbol {
        std::vector<Choice> choices;
        double entropy = 0;
        double length = 0;
    };
    static std::vector<Part> split(std::string_view text);

    std::map<std::string, Symbol, std::less<>> m_symbols;
};

/// The two ways of talking: Base is subject-verb-object with English words; Custom, for
/// fine-tuning, has other words and puts the verb last.
enum class Dialect { Base, Custom };

constexpr std::string_view grammarStart = "sentence";

Grammar grammarOf(Dialect dialect);

}  // namespace zeropoint
