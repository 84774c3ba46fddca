// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/standing.h"

#include "core/support/random.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <tuple>

namespace zeropoint::course {
namespace {

constexpr int answersThatCount = 3;

bool isDue(const CardMemory& memory, const Today& today) {
    return memory.phase == CardPhase::Review ? memory.due < today.end : memory.due <= today.now;
}

int introducedToday(std::span<const CardReview> reviews, const Today& today) {
    std::map<std::string_view, Timestamp> first;
    for (const CardReview& review : reviews) {
        const auto [entry, fresh] = first.emplace(review.card, review.at);
        entry->second = std::min(entry->second, review.at);
    }
    return static_cast<int>(std::count_if(first.begin(), first.end(), [&](const auto& entry) {
        return entry.second >= today.begin && entry.second < today.end;
    }));
}

std::map<std::string_view, TopicStanding> standings(std::span<const CardFacts> cards,
                                                    std::span<const CardReview> reviews) {
    std::map<std::string_view, std::string_view> topicOf;
    std::map<std::string_view, TopicStanding> found;
    for (const CardFacts& card : cards) {
        topicOf.emplace(card.id, card.topic);
        found[card.topic].topic = card.topic;
    }
    std::map<std::string_view, int> taken;
    for (std::size_t i = reviews.size(); i-- > 0;) {
        const CardReview& review = reviews[i];
        const auto topic = topicOf.find(review.card);
        if (topic == topicOf.end() || taken[review.card]++ >= answersThatCount) {
            continue;
        }
        TopicStanding& standing = found[topic->second];
        ++standing.answers;
        standing.held += static_cast<int>(review.ticks.size());
        standing.lines += std::max(review.lines, static_cast<int>(review.ticks.size()));
    }
    for (auto& [topic, standing] : found) {
        standing.weakness = 1 - (standing.held + 1.0) / (standing.lines + 2.0);
    }
    return found;
}

std::size_t countOf(std::span<const CardFacts> cards, std::string CardFacts::*field) {
    std::set<std::string_view> seen;
    for (const CardFacts& card : cards) {
        seen.insert(card.*field);
    }
    return std::max<std::size_t>(seen.size(), 1);
}

}  // namespace

Memories memoriesOf(std::span<const CardReview> reviews, const RepetitionConfig& config) {
    std::map<std::string_view, std::vector<GradedAt>> histories;
    for (const CardReview& review : reviews) {
        histories[review.card].push_back({review.grade, review.at});
    }
    Memories memories;
    for (const auto& [card, history] : histories) {
        memories.emplace(card, replay(history, config));
    }
    return memories;
}

Plan planOf(std::span<const CardFacts> cards, std::span<const CardReview> reviews,
            const Memories& memories, const Today& today, int newPerDay,
            const RepetitionConfig& config) {
    Plan plan;
    int room = std::max(newPerDay - introducedToday(reviews, today), 0);
    struct Waiting {
        bool inDays;
        double order;
        const std::string* card;
    };
    std::vector<Waiting> due;
    for (const CardFacts& card : cards) {
        const auto memory = memories.find(card.id);
        if (memory == memories.end()) {
            if (room > 0) {
                plan.fresh.push_back(card.id);
                --room;
            }
        } else if (isDue(memory->second, today)) {
            const bool inDays = memory->second.phase == CardPhase::Review;
            due.push_back({inDays,
                           inDays ? retrievability(memory->second, today.now, config)
                                  : static_cast<double>(memory->second.due),
                           &card.id});
        } else if (plan.next == 0 || memory->second.due < plan.next) {
            plan.next = memory->second.due;
        }
    }
    std::stable_sort(due.begin(), due.end(), [](const Waiting& a, const Waiting& b) {
        return std::tie(a.inDays, a.order) < std::tie(b.inDays, b.order);
    });
    for (const Waiting& waiting : due) {
        plan.due.push_back(*waiting.card);
    }
    return plan;
}

std::vector<TopicStanding> topicsOf(std::span<const CardFacts> cards,
                                    std::span<const CardReview> reviews) {
    std::vector<TopicStanding> all;
    for (auto& [topic, standing] : standings(cards, reviews)) {
        all.push_back(standing);
    }
    std::stable_sort(all.begin(), all.end(), [](const TopicStanding& a, const TopicStanding& b) {
        return a.weakness > b.weakness;
    });
    return all;
}

std::vector<std::string> drawMock(std::span<const CardFacts> cards,
                                  std::span<const CardReview> reviews, std::size_t count,
                                  std::uint64_t seed) {
    const auto standing = standings(cards, reviews);
    // Weighted without replacement (Efraimidis and Spirakis 2006): the largest of u^(1/weight).
    Random random(seed);
    struct Drawn {
        double key;
        const CardFacts* card;
    };
    std::vector<Drawn> drawn;
    for (const CardFacts& card : cards) {
        const double weakness = standing.at(card.topic).weakness;
        drawn.push_back({portableLog(openUnit(random.next())) / weakness, &card});
    }
    std::stable_sort(drawn.begin(), drawn.end(),
                     [](const Drawn& a, const Drawn& b) { return a.key > b.key; });
    std::vector<std::string> taken;
    // Each round lets a deck and a topic give one more.
    const std::size_t decks = countOf(cards, &CardFacts::deck);
    const std::size_t topics = countOf(cards, &CardFacts::topic);
    for (std::size_t extra = 0; taken.size() < std::min(count, cards.size()); ++extra) {
        const std::size_t mostOfDeck = (count + decks - 1) / decks + extra;
        const std::size_t mostOfTopic = (count + topics - 1) / topics + extra;
        std::map<std::string_view, std::size_t> ofDeck;
        std::map<std::string_view, std::size_t> ofTopic;
        taken.clear();
        for (const Drawn& next : drawn) {
            if (taken.size() < count && ofDeck[next.card->deck] < mostOfDeck &&
                ofTopic[next.card->topic] < mostOfTopic) {
                ++ofDeck[next.card->deck];
                ++ofTopic[next.card->topic];
                taken.push_back(next.card->id);
            }
        }
    }
    return taken;
}

std::vector<DayOfAnswers> answersByDay(std::span<const CardReview> reviews, const Today& today,
                                       int days) {
    std::vector<DayOfAnswers> all(static_cast<std::size_t>(std::max(days, 0)));
    for (const CardReview& review : reviews) {
        const Timestamp ago = (today.end - 1 - review.at) / secondsPerDay;
        if (review.at < today.end && ago < days) {
            DayOfAnswers& day = all[all.size() - 1 - static_cast<std::size_t>(ago)];
            ++day.answers;
            day.remembered += review.grade == Grade::Again ? 0 : 1;
        }
    }
    return all;
}

}  // namespace zeropoint::course
