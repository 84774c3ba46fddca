// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/parts_private.h"
#include "core/support/in_quotes.h"
#include "core/support/word.h"

#include <algorithm>

namespace zeropoint::course {
namespace {

constexpr double usualSeconds = 120;
constexpr double mostSeconds = 3600;

constexpr Word<CardKind> kindWords[] = {
    {"open", CardKind::Open},
    {"numeric", CardKind::Numeric},
    {"choice", CardKind::Choice},
    {"error", CardKind::SpotTheError},
};

std::vector<Words> readRubric(const JsonPart& part) {
    std::vector<Words> rubric;
    const auto list = part.list("rubric");
    for (std::size_t i = 0; list && i < list->size(); ++i) {
        const JsonPart item = list->at(i);
        if (item.value().is_string()) {
            rubric.push_back({item.value().get<std::string>(), item.file(), item.line()});
        } else {
            item.complain("A line of the rubric is no text", "Put it in quotes");
        }
    }
    return rubric;
}

std::vector<FollowUp> readFollowUps(const JsonPart& part) {
    std::vector<FollowUp> followUps;
    const auto list = part.list("follow_ups");
    for (std::size_t i = 0; list && i < list->size(); ++i) {
        const JsonPart item = list->at(i);
        if (!item.value().is_object()) {
            item.complain("A follow-up is no object", R"(Write {"question": ..., "answer": ...})");
            continue;
        }
        item.allow({"question", "answer"});
        followUps.push_back({item.words("question"), item.words("answer")});
    }
    return followUps;
}

void readOptions(const JsonPart& part, Question& question) {
    if (const auto options = part.object("options", true)) {
        for (const std::string& id : options->keys()) {
            question.options.push_back({id, options->words(id.c_str())});
        }
    }
}

Card readCard(const JsonPart& part, const std::string& deck) {
    part.allow({"id",        "kind",    "topic",   "questions",  "lesson", "seconds",
                "draw",      "require", "values",  "question",   "right",  "tolerance",
                "relative",  "unit",    "options", "proof",      "least",  "distractors",
                "otherwise", "answer",  "rubric",  "follow_ups", "show"});
    Card card;
    card.id = part.text("id");
    card.deck = deck;
    const std::string kind = part.text("kind");
    const auto known = valueOf(kindWords, kind);
    if (!known && !kind.empty()) {
        part.at("kind").complain(inQuotes(kind) + " is no kind of card", giveOneOf(kindWords));
    }
    card.kind = known.value_or(CardKind::Open);
    card.topic = part.text("topic");
    card.questions = part.texts("questions");
    card.lesson = part.text("lesson", false);
    card.seconds = int(part.number("seconds", usualSeconds, 1, mostSeconds));
    card.givens = readGivens(part);
    card.question = part.words("question");
    card.answer = part.words("answer");
    card.rubric = readRubric(part);
    card.followUps = readFollowUps(part);
    card.file = part.file();
    card.line = part.line();
    if (const auto show = part.object("show")) {
        show->allow({"state", "target"});
        card.show = readPlace(*show);
    }
    const bool numeric = card.kind == CardKind::Numeric;
    if (numeric || card.kind == CardKind::Choice) {
        card.asked = readQuestion(part, numeric ? QuestionKind::Number : QuestionKind::Choice);
        card.asked->prompt = card.question;
        card.asked->reveal = card.answer;
        card.asked->otherwise = part.words("otherwise", numeric);
        if (!numeric) {
            readOptions(part, *card.asked);
        }
    }
    return card;
}

void takeIfThere(const Words& words, Words& into) {
    if (!words.empty()) {
        into = words;
    }
}

void translate(Card& card, const JsonPart& part) {
    takeIfThere(part.words("question", false), card.question);
    takeIfThere(part.words("answer", false), card.answer);
    if (auto rubric = part.has("rubric") ? readRubric(part) : std::vector<Words>();
        rubric.size() == card.rubric.size()) {
        card.rubric = std::move(rubric);
    }
    if (auto followUps = part.has("follow_ups") ? readFollowUps(part) : std::vector<FollowUp>();
        followUps.size() == card.followUps.size()) {
        card.followUps = std::move(followUps);
    }
    if (!card.asked) {
        return;
    }
    card.asked->prompt = card.question;
    card.asked->reveal = card.answer;
    takeIfThere(part.words("otherwise", false), card.asked->otherwise);
    if (const auto options = part.object("options")) {
        for (Option& option : card.asked->options) {
            takeIfThere(options->words(option.id.c_str(), false), option.label);
        }
    }
    const auto distractors = part.list("distractors", false);
    for (std::size_t i = 0; distractors && i < distractors->size(); ++i) {
        const JsonPart item = distractors->at(i);
        for (Distractor& distractor : card.asked->distractors) {
            if (item.value().is_object() && distractor.id == item.text("id")) {
                takeIfThere(item.words("reason", false), distractor.reason);
            }
        }
    }
}

}  // namespace

Deck readDeck(const JsonFile& file, Problems& problems) {
    const JsonPart root(file, problems);
    root.allow({"deck", "title", "cards"});
    Deck deck;
    deck.id = root.text("deck");
    deck.title = root.words("title");
    const auto cards = root.list("cards");
    for (std::size_t i = 0; cards && i < cards->size(); ++i) {
        const JsonPart part = cards->at(i);
        if (part.value().is_object()) {
            deck.cards.push_back(readCard(part, deck.id));
        } else {
            part.complain("A card is no object", "Write {\"id\": ..., \"kind\": ...}");
        }
    }
    return deck;
}

void addWords(Deck& deck, const JsonFile& file, Problems& problems) {
    const JsonPart root(file, problems);
    takeIfThere(root.words("title", false), deck.title);
    const auto cards = root.list("cards");
    for (std::size_t i = 0; cards && i < cards->size(); ++i) {
        const JsonPart part = cards->at(i);
        const std::string id = part.value().is_object() ? part.text("id") : std::string();
        const auto card = std::find_if(deck.cards.begin(), deck.cards.end(),
                                       [&](const Card& known) { return known.id == id; });
        if (card != deck.cards.end()) {
            translate(*card, part);
        } else {
            part.complain("The card " + inQuotes(id) + " is not in the English deck",
                          "Add it there, or correct its id");
        }
    }
}

}  // namespace zeropoint::course
