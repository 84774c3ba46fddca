// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/grammar.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {

std::vector<Grammar::Part> Grammar::split(std::string_view text) {
    std::vector<Part> parts;
    while (!text.empty()) {
        const bool symbol = text.front() == '<';
        const std::size_t end = std::min(text.find(symbol ? '>' : '<'), text.size());
        parts.push_back(
            {std::string(symbol ? text.substr(1, end - 1) : text.substr(0, end)), symbol});
        text.remove_prefix(symbol ? end + 1 : end);
    }
    return parts;
}

void Grammar::add(std::string_view symbol, const std::vector<Alternative>& alternatives) {
    double total = 0;
    for (const Alternative& alternative : alternatives) {
        total += alternative.weight;
    }
    Symbol added;
    for (const Alternative& alternative : alternatives) {
        const double p = alternative.weight / total;
        added.choices.push_back({p, split(alternative.text)});
        added.entropy -= p * std::log(p);
        for (const Part& part : added.choices.back().parts) {
            added.entropy += part.symbol ? p * entropy(part.text) : 0.0;
            added.length += p * (part.symbol ? expectedLength(part.text)
                                             : static_cast<double>(part.text.size()));
        }
    }
    m_symbols.insert_or_assign(std::string(symbol), std::move(added));
}

std::string Grammar::draw(std::string_view symbol, Random& random) const {
    const Symbol& from = m_symbols.find(symbol)->second;
    double left = random.uniform();
    std::size_t chosen = 0;
    while (chosen + 1 < from.choices.size() && left >= from.choices[chosen].probability) {
        left -= from.choices[chosen].probability;
        ++chosen;
    }
    std::string text;
    for (const Part& part : from.choices[chosen].parts) {
        text += part.symbol ? draw(part.text, random) : part.text;
    }
    return text;
}

}  // namespace zeropoint
