// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/search.h"

#include "core/course/placeholders.h"

#include <algorithm>
#include <cctype>
#include <numeric>
#include <sstream>

namespace zeropoint::course {
namespace {

constexpr std::size_t titleBytes = 90;
constexpr double mostDistance = 0.5;  ///< of two names that may be meant for each other

std::string lowered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

/// Words as they can be read without figures.
std::string plain(const std::string& words) {
    std::string text = words;
    const auto placeholders = placeholdersOf(words);
    if (placeholders) {
        for (auto it = placeholders->rbegin(); it != placeholders->rend(); ++it) {
            text.replace(it->at, it->size, "\u2026");
        }
    }
    std::erase_if(text, [](char c) { return c == '*' || c == '`'; });
    return text;
}

std::string shortened(std::string text) {
    text = text.substr(0, text.find('\n'));
    if (text.size() <= titleBytes) {
        return text;
    }
    std::size_t end = text.rfind(' ', titleBytes);
    end = end == std::string::npos ? titleBytes : end;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;  // not within a character
    }
    return text.substr(0, end) + "\u2026";
}

/// Letters to be put in, left out or changed (Levenshtein, 1966), row by row.
std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

class Search {
public:
    explicit Search(std::string_view text) : m_whole(lowered(text)) {
        std::istringstream stream(m_whole);
        for (std::string word; stream >> word;) {
            m_words.push_back(word);
        }
    }

    bool empty() const { return m_words.empty(); }

    void look(FoundKind kind, const std::string& id, const std::string& title,
              const std::string& names, const std::string& text) {
        const std::string inNames = lowered(title + ' ' + names);
        const bool begins = lowered(title).starts_with(m_words.front());
        const bool named = holds(inNames);
        if (named || holds(inNames + ' ' + lowered(text))) {
            m_found.push_back({begins && named ? 0 : named ? 1 : 2, {kind, id, shortened(title)}});
        }
    }

    std::vector<Found> sorted() {
        std::stable_sort(m_found.begin(), m_found.end(), [](const Ranked& a, const Ranked& b) {
            return std::pair(a.found.kind, a.rank) < std::pair(b.found.kind, b.rank);
        });
        std::vector<Found> result;
        for (Ranked& ranked : m_found) {
            result.push_back(std::move(ranked.found));
        }
        return result;
    }

private:
    struct Ranked {
        int rank;
        Found found;
    };

    bool holds(const std::string& text) const {
        return std::all_of(m_words.begin(), m_words.end(), [&](const std::string& word) {
            return text.find(word) != std::string::npos;
        });
    }

    std::string m_whole;
    std::vector<std::string> m_words;
    std::vector<Ranked> m_found;
};

}  // namespace

std::string oneLine(const Words& words) {
    return shortened(plain(words.text));
}

const Term* nearestTerm(const Glossary& glossary, std::string_view text) {
    const std::string wanted = lowered(text);
    const Term* nearest = nullptr;
    double least = mostDistance;
    const auto look = [&](const Term& term, const std::string& name) {
        const double distance = static_cast<double>(editDistance(wanted, name)) /
                                static_cast<double>(std::max(wanted.size(), name.size()));
        if (distance < least || (nearest == nullptr && distance == least)) {
            least = distance;
            nearest = &term;
        }
    };
    for (const Term& term : glossary.terms) {
        if (wanted.empty()) {
            break;
        }
        look(term, lowered(plain(term.name.text)));
        for (const std::string& name : term.also) {
            look(term, lowered(name));
        }
    }
    return nearest;
}

std::vector<Found> search(const Course& course, std::string_view text) {
    Search search(text);
    if (search.empty()) {
        return {};
    }
    for (const Term& term : course.glossary.terms) {
        std::string also;
        for (const std::string& name : term.also) {
            also += name + ' ';
        }
        search.look(FoundKind::Term, term.id, plain(term.name.text), also, plain(term.text.text));
    }
    for (const Lesson& lesson : course.lessons) {
        for (const Step& step : lesson.steps) {
            search.look(FoundKind::Step, lesson.id + '/' + step.id, plain(step.title.text),
                        plain(lesson.title.text), plain(step.text.text));
        }
    }
    for (const Deck& deck : course.decks) {
        for (const Card& card : deck.cards) {
            search.look(FoundKind::Card, card.id, plain(card.question.text), card.topic,
                        plain(card.answer.text));
        }
    }
    return search.sorted();
}

}  // namespace zeropoint::course
