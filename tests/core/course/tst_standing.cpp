// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/standing.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace zeropoint::course;

namespace {

constexpr Timestamp morning = 1'700'000'000;
constexpr Today today{morning, morning - 9 * 3600, morning + 15 * 3600};

CardReview answer(const std::string& card, Timestamp at, Grade grade, int held = 0, int lines = 4) {
    CardReview review;
    review.card = card;
    review.at = at;
    review.grade = grade;
    for (int i = 0; i < held; ++i) {
        review.ticks.push_back(i);
    }
    review.lines = lines;
    return review;
}

using Names = std::vector<std::string>;

}  // namespace

class TestStanding : public QObject {
    Q_OBJECT

private:
    const std::vector<CardFacts> cards{{"a", "one", "scale"}, {"b", "one", "scale"},
                                       {"c", "one", "ties"},  {"d", "two", "nf4"},
                                       {"e", "two", "nf4"},   {"f", "two", "lora"}};

private slots:
    void whatIsAskedToday() {
        const std::vector<CardReview> reviews{
            // Easy at first: eight days. Two of them, the longer ago the less likely remembered.
            answer("a", morning - 9 * secondsPerDay, Grade::Easy),
            answer("b", morning - 12 * secondsPerDay, Grade::Easy),
            // On its day, though not yet at its hour.
            answer("c", morning - 8 * secondsPerDay + 3600, Grade::Easy),
            // Being learned: due a minute ago, and in nine minutes.
            answer("d", morning - 120, Grade::Again),
            answer("e", morning - 60, Grade::Good),
        };
        const Memories memories = memoriesOf(reviews);
        const Plan plan = planOf(cards, reviews, memories, today, 10);
        QCOMPARE(plan.due, (Names{"d", "b", "a", "c"}));
        QCOMPARE(plan.fresh, (Names{"f"}));
        QCOMPARE(plan.next, morning + 540);
        // d and e were new today.
        QCOMPARE(planOf(cards, reviews, memories, today, 3).fresh, (Names{"f"}));
        QVERIFY(planOf(cards, reviews, memories, today, 2).fresh.empty());
        QVERIFY(planOf(cards, reviews, memories, today, 0).fresh.empty());
    }

    void nothingWasAnswered() {
        const Plan plan = planOf(cards, {}, {}, today, 4);
        QVERIFY(plan.due.empty());
        QCOMPARE(plan.fresh, (Names{"a", "b", "c", "d"}));
        QCOMPARE(plan.next, Timestamp{0});
        QVERIFY(planOf({}, {}, {}, today, 4).fresh.empty());
    }

    // By hand: of scale's lines 0, 1 and 4 of 4 held, so 1 - 6 / 14; of those of ties none of 4, so
    // 1 - 1 / 6; nothing is known of the others: 1 / 2. The fourth answer back no longer counts.
    void weakTopics() {
        const std::vector<CardReview> reviews{
            answer("a", 1, Grade::Again, 0, 4), answer("c", 2, Grade::Again, 0, 4),
            answer("b", 3, Grade::Hard, 1, 4), answer("a", 4, Grade::Good, 4, 4),
            answer("gone", 5, Grade::Easy, 4, 4)};
        const auto find = [](const std::vector<TopicStanding>& all, const std::string& name) {
            return *std::find_if(all.begin(), all.end(),
                                 [&](const TopicStanding& t) { return t.topic == name; });
        };
        std::vector<TopicStanding> all = topicsOf(cards, reviews);
        QCOMPARE(all.size(), std::size_t{4});
        QCOMPARE(all[0].topic, std::string("ties"));
        QCOMPARE(all[0].weakness, 1 - 1.0 / 6);
        QCOMPARE(find(all, "scale").held, 5);
        QCOMPARE(find(all, "scale").lines, 12);
        QCOMPARE(find(all, "scale").weakness, 1 - 6.0 / 14);
        QCOMPARE(find(all, "lora").weakness, 0.5);
        QCOMPARE(find(all, "lora").answers, 0);
        std::vector<CardReview> more = reviews;
        for (int i = 0; i < 3; ++i) {
            more.push_back(answer("a", 10 + i, Grade::Easy, 4, 4));
        }
        QCOMPARE(find(topicsOf(cards, more), "scale").held, 13);  // three of a and one of b
    }

    void aMockIsDrawnFromAllDecks() {
        std::vector<CardFacts> many;
        for (int i = 0; i < 120; ++i) {
            many.push_back({"card" + std::to_string(i), "deck" + std::to_string(i % 8),
                            "topic" + std::to_string(i % 40)});
        }
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            const Names drawn = drawMock(many, {}, 10, seed);
            QCOMPARE(drawn.size(), std::size_t{10});
            QCOMPARE(std::set<std::string>(drawn.begin(), drawn.end()).size(), std::size_t{10});
            std::map<std::string, int> decks;
            for (const std::string& id : drawn) {
                ++decks["deck" + std::to_string(std::stoi(id.substr(4)) % 8)];
            }
            QCOMPARE_GE(decks.size(), std::size_t{5});
            for (const auto& [deck, count] : decks) {
                QCOMPARE_LE(count, 2);
            }
            QCOMPARE(drawMock(many, {}, 10, seed), drawn);
        }
        QVERIFY(drawMock(many, {}, 10, 1) != drawMock(many, {}, 10, 2));
    }

    // Of two topics in one deck, the weaker is asked about more often: by its weight, which is 1 -
    // 1/14 against 1 - 13/14 and so 13 to 1.
    void weakTopicsAreAskedMore() {
        const std::vector<CardFacts> pair{{"weak", "deck", "x"}, {"strong", "deck", "y"}};
        std::vector<CardReview> reviews;
        for (int i = 0; i < 3; ++i) {
            reviews.push_back(answer("weak", i, Grade::Again, 0, 4));
            reviews.push_back(answer("strong", i, Grade::Easy, 4, 4));
        }
        int weak = 0;
        constexpr int draws = 4000;
        for (int seed = 0; seed < draws; ++seed) {
            weak += drawMock(pair, reviews, 1, static_cast<std::uint64_t>(seed))[0] == "weak";
        }
        // Five standard deviations of a binomial around 13/14.
        const double expected = 13.0 / 14;
        QCOMPARE_LE(std::abs(weak / double(draws) - expected),
                    5 * std::sqrt(expected * (1 - expected) / draws));
    }

    void fewCardsAreAllAsked() {
        Names drawn = drawMock(cards, {}, 10, 3);
        std::sort(drawn.begin(), drawn.end());
        QCOMPARE(drawn, (Names{"a", "b", "c", "d", "e", "f"}));
        QVERIFY(drawMock({}, {}, 10, 3).empty());
        // One topic and one deck hold nothing back.
        const std::vector<CardFacts> alike(12, CardFacts{"x", "deck", "topic"});
        QCOMPARE(drawMock(alike, {}, 10, 3).size(), std::size_t{10});
    }

    void historyByDay() {
        const std::vector<CardReview> reviews{
            answer("a", today.begin, Grade::Again),
            answer("a", today.end - 1, Grade::Good),
            answer("a", today.begin - 1, Grade::Hard),
            answer("a", today.end, Grade::Easy),
            answer("a", today.begin - 6 * secondsPerDay, Grade::Easy),
            answer("a", today.begin - 6 * secondsPerDay - 1, Grade::Easy)};
        const auto days = answersByDay(reviews, today, 7);
        QCOMPARE(days.size(), std::size_t{7});
        QCOMPARE(days[6].answers, 2);
        QCOMPARE(days[6].remembered, 1);
        QCOMPARE(days[5].answers, 1);
        QCOMPARE(days[0].answers, 1);
    }
};

QTEST_APPLESS_MAIN(TestStanding)
#include "tst_standing.moc"
