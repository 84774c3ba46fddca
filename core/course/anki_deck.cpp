// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/anki_deck.h"

#include "core/support/sha256.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace zeropoint::course {
namespace {

constexpr std::size_t idDigits = 12;

std::string digestOf(const std::string& text) {
    Sha256 digest;
    digest.add(std::as_bytes(std::span(text)));
    return digest.finish().substr(0, idDigits);
}

constexpr std::string_view marks = "\\`*_{}[]()#+-.!<>|~";

/// What Markdown would take for marks stays as it was typed, and lines stay lines.
std::string literally(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (marks.find(c) != std::string_view::npos) {
            result += '\\';
        }
        if (c == '\n' && !result.ends_with('\n')) {
            result += "  ";
        }
        result += c;
    }
    return result;
}

/// What literally() was given.
std::string asTyped(const std::string& markdown) {
    std::string result;
    for (std::size_t at = 0; at < markdown.size(); ++at) {
        const bool escape = markdown[at] == '\\' && at + 1 < markdown.size() &&
                            marks.find(markdown[at + 1]) != std::string_view::npos;
        at += escape ? 1 : 0;
        if (markdown[at] == '\n' && !result.ends_with('\n')) {
            result.resize(result.size() - std::min<std::size_t>(2, result.size()));
        }
        result += markdown[at];
    }
    return result;
}

std::string deckId(std::string_view name) {
    return "own-" + std::string(name);
}

std::string cardId(const AnkiNote& note, const std::string& deck) {
    if (note.guid.starts_with(deck + '.')) {
        return note.guid;
    }
    return deck + '.' + digestOf(note.guid.empty() ? note.front : note.guid);
}

}  // namespace

AnkiUpdate updateOf(const AnkiText& old, std::string_view name, const AnkiText& now,
                    std::string_view title) {
    AnkiUpdate update{old.notes, 0};
    if ((old.deck.empty() ? name : std::string_view(old.deck)) != title) {
        return update;
    }
    const std::string deck = deckId(name);
    for (const AnkiNote& note : now.notes) {
        const auto same = std::find_if(
            update.notes.begin(), update.notes.end(),
            [&](const AnkiNote& other) { return cardId(other, deck) == cardId(note, deck); });
        if (same == update.notes.end()) {
            update.notes.push_back(note);
        } else {
            *same = note;
            ++update.known;
        }
    }
    return update;
}

std::optional<AnkiNote> noteOf(const Card& card, const std::string& deck) {
    if (card.tags.empty() && card.topic != card.deck) {
        return std::nullopt;
    }
    return AnkiNote{card.id, deck, asTyped(card.question.text), asTyped(card.answer.text),
                    card.tags};
}

Deck deckOf(const AnkiText& text, std::string_view name, const std::string& file) {
    Deck deck;
    deck.id = deckId(name);
    deck.title = {text.deck.empty() ? std::string(name) : text.deck, file, 0};
    for (const AnkiNote& note : text.notes) {
        Card card;
        card.id = cardId(note, deck.id);
        card.deck = deck.id;
        card.topic = note.tags.empty() ? deck.id : note.tags.front();
        card.tags = note.tags;
        card.question = {literally(note.front), file, 0};
        card.answer = {literally(note.back), file, 0};
        card.file = file;
        const auto same = std::find_if(deck.cards.begin(), deck.cards.end(),
                                       [&](const Card& other) { return other.id == card.id; });
        if (same == deck.cards.end()) {
            deck.cards.push_back(std::move(card));
        } else {
            *same = std::move(card);
        }
    }
    return deck;
}

}  // namespace zeropoint::course
