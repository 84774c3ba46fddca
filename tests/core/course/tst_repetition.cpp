// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/repetition.h"

#include <QtTest>

#include <cmath>

using namespace zeropoint::course;

// Expectations are those that the projects of open-spaced-repetition publish with their own tests
// (py-fsrs 6.3 tests/test_basic.py, fsrs-rs src/inference.rs), or are worked by hand.
class TestRepetition : public QObject {
    Q_OBJECT

private:
    static constexpr Timestamp start = 1'669'725'000;  // 2022-11-29 12:30 UTC, as in py-fsrs
    static constexpr auto A = Grade::Again;
    static constexpr auto H = Grade::Hard;
    static constexpr auto G = Grade::Good;
    static constexpr auto E = Grade::Easy;

    static RepetitionConfig withSteps(std::vector<Timestamp> learning,
                                      std::vector<Timestamp> relearning) {
        RepetitionConfig config;
        config.learningSteps = std::move(learning);
        config.relearningSteps = std::move(relearning);
        return config;
    }

private slots:
    // py-fsrs test_review_card: each review on its date.
    void intervalsOfThePublishedSequence() {
        CardMemory card;
        Timestamp now = start;
        std::vector<Timestamp> days;
        for (const Grade grade : {G, G, G, G, G, G, A, A, G, G, G, G, G}) {
            card = review(card, grade, now);
            days.push_back((card.due - card.lastReview) / secondsPerDay);
            now = card.due;
        }
        QCOMPARE(days, (std::vector<Timestamp>{0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21}));
    }

    void memoryOfThePublishedSequence_data() {
        QTest::addColumn<bool>("sameDay");
        QTest::addColumn<double>("stability");
        // fsrs-rs test_memory_state; the second with w17..w19 = 0.
        QTest::newRow("defaults") << true << 53.62691;
        QTest::newRow("no steps within a day") << false << 53.335106;
    }
    void memoryOfThePublishedSequence() {
        QFETCH(bool, sameDay);
        QFETCH(double, stability);
        RepetitionConfig config;
        if (!sameDay) {
            std::fill(config.weights.begin() + 17, config.weights.begin() + 20, 0.0);
        }
        CardMemory card;
        Timestamp now = start;
        const std::pair<Grade, int> history[] = {{A, 0}, {G, 0}, {G, 1}, {G, 3}, {G, 8}, {G, 21}};
        std::vector<GradedAt> log;
        for (const auto& [grade, days] : history) {
            now += days * secondsPerDay;
            card = review(card, grade, now, config);
            log.push_back({grade, now});
        }
        QCOMPARE_LE(std::abs(card.stability - stability), 1e-4);
        QCOMPARE_LE(std::abs(card.difficulty - 6.3574867), 1e-5);
        // A history read from a file comes to the same, in whatever order its rows are.
        std::swap(log[3], log[5]);
        const CardMemory again = replay(log, config);
        QCOMPARE(again.stability, card.stability);
        QCOMPARE(again.due, card.due);
    }

    void firstAnswers_data() {
        QTest::addColumn<int>("grade");
        QTest::addColumn<double>("stability");
        QTest::addColumn<double>("difficulty");
        // The next_states example of fsrs-rs.
        QTest::newRow("again") << 1 << 0.212 << 6.4133;
        QTest::newRow("hard") << 2 << 1.2931 << 5.1121707;
        QTest::newRow("good") << 3 << 2.3065 << 2.118104;
        QTest::newRow("easy") << 4 << 8.2956 << 1.0;
    }
    void firstAnswers() {
        QFETCH(int, grade);
        QFETCH(double, stability);
        QFETCH(double, difficulty);
        const CardMemory card = review({}, static_cast<Grade>(grade), start);
        QCOMPARE(card.stability, stability);
        QCOMPARE_LE(std::abs(card.difficulty - difficulty), 1e-6);
        QCOMPARE(card.lastReview, start);
    }

    // By the definition of stability, whatever the shape of the curve.
    void ninetyPercentAfterTheStability() {
        for (const double stability : {1.0, 7.0, 365.0}) {
            CardMemory card;
            card.phase = CardPhase::Review;
            card.stability = stability;
            card.lastReview = start;
            const auto after = [&](double days) {
                return retrievability(card, start + static_cast<Timestamp>(days * secondsPerDay));
            };
            QCOMPARE(after(0), 1.0);
            QCOMPARE_LE(std::abs(after(stability) - 0.9), 1e-12);
            QVERIFY(after(10 * stability) < after(stability));
            // A clock that was set back is no reason for more than certainty.
            QCOMPARE(after(-5), 1.0);
        }
        QCOMPARE(retrievability({}, start), 0.0);
    }

    // At the desired retention of 0.9 the interval is the stability; at others that of the curve:
    // with w20 = 0.5 it is S (r^-2 - 1) / (0.9^-2 - 1).
    void intervalsFollowTheDesiredRetention_data() {
        QTest::addColumn<double>("retention");
        QTest::addColumn<double>("perStability");
        for (const double r : {0.7, 0.8, 0.9, 0.95}) {
            QTest::addRow("%.2f", r) << r << (1 / (r * r) - 1) / (1 / 0.81 - 1);
        }
    }
    void intervalsFollowTheDesiredRetention() {
        QFETCH(double, retention);
        QFETCH(double, perStability);
        RepetitionConfig config = withSteps({}, {});
        config.weights[20] = 0.5;
        config.weights[3] = 40;
        config.desiredRetention = retention;
        const CardMemory card = review({}, E, start, config);
        QCOMPARE((card.due - start) / secondsPerDay, std::lround(40 * perStability));
        config.maximumInterval = 3;
        QCOMPARE(review({}, E, start, config).due, start + 3 * secondsPerDay);
    }

    // py-fsrs test_good/again/hard/easy_learning_steps and test_relearning_*.
    void stepsWithinADay_data() {
        QTest::addColumn<QList<int>>("grades");
        QTest::addColumn<QList<int>>("steps");
        QTest::addColumn<QList<int>>("again");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("phase");
        const QList<int> two{60, 600};
        const QList<int> ten{600};
        const int learning = static_cast<int>(CardPhase::Learning);
        const int relearning = static_cast<int>(CardPhase::Relearning);
        QTest::newRow("good") << QList<int>{3} << two << ten << 600 << learning;
        QTest::newRow("again") << QList<int>{1} << two << ten << 60 << learning;
        QTest::newRow("hard: between the steps") << QList<int>{2} << two << ten << 330 << learning;
        QTest::newRow("hard at one step") << QList<int>{2} << ten << ten << 900 << learning;
        QTest::newRow("hard at the second") << QList<int>{3, 2} << two << ten << 600 << learning;
        QTest::newRow("back to the first") << QList<int>{3, 1} << two << ten << 60 << learning;
        QTest::newRow("forgotten") << QList<int>{4, 1} << two << ten << 600 << relearning;
        QTest::newRow("forgotten, hard") << QList<int>{4, 1, 2} << two << ten << 900 << relearning;
        QTest::newRow("forgotten, hard of two")
            << QList<int>{4, 1, 2} << two << two << 330 << relearning;
    }
    void stepsWithinADay() {
        QFETCH(QList<int>, grades);
        QFETCH(QList<int>, steps);
        QFETCH(QList<int>, again);
        QFETCH(int, seconds);
        QFETCH(int, phase);
        const RepetitionConfig config =
            withSteps({steps.begin(), steps.end()}, {again.begin(), again.end()});
        CardMemory card;
        Timestamp now = start;
        for (const int grade : grades) {
            card = review(card, static_cast<Grade>(grade), now, config);
            now = card.due;
        }
        QCOMPARE(card.due - card.lastReview, Timestamp{seconds});
        QCOMPARE(static_cast<int>(card.phase), phase);
    }

    // test_no_learning_steps, test_no_relearning_steps, and steps that there are no longer.
    void withoutStepsACardCountsInDays() {
        const RepetitionConfig none = withSteps({}, {});
        QCOMPARE(review({}, A, start, none).phase, CardPhase::Review);
        QCOMPARE(review({}, A, start, none).due, start + secondsPerDay);
        CardMemory card = review(review({}, E, start, none), A, start + 9 * secondsPerDay, none);
        QCOMPARE(card.phase, CardPhase::Review);
        card = review(review({}, G, start), H, start + 600, withSteps({60}, {}));
        QCOMPARE(card.phase, CardPhase::Review);
    }

    // test_stability_lower_bound and test_repeated_correct_reviews.
    void boundsHold() {
        CardMemory card;
        for (int i = 0; i < 1000; ++i) {
            card = review(card, A, card.due + secondsPerDay);
            QCOMPARE_GE(card.stability, 0.001);
            QCOMPARE_LE(card.difficulty, 10.0);
        }
        card = {};
        for (int i = 0; i < 10; ++i) {
            card = review(card, E, start + i);
        }
        QCOMPARE(card.difficulty, 1.0);
    }

    // Better answers never bring a card back earlier.
    void betterAnswersWaitLonger() {
        for (int days = 0; days < 400; days += 13) {
            const CardMemory card = review(review({}, G, start), G, start + 600);
            const Timestamp now = card.lastReview + days * secondsPerDay;
            Timestamp last = 0;
            for (const Grade grade : allGrades) {
                const CardMemory next = review(card, grade, now);
                QVERIFY(next.due >= last);
                QVERIFY(next.due > now);
                last = next.due;
            }
        }
    }

    void aClockThatWasSetBackChangesNoOrder() {
        const CardMemory card = review({}, E, start);
        const CardMemory again = review(card, G, start - 3 * secondsPerDay);
        QCOMPARE(again.lastReview, start);
        QVERIFY(again.due > start);
    }

    void dueWithinDays() {
        const auto dueAt = [](Timestamp at) {
            CardMemory card;
            card.phase = CardPhase::Review;
            card.due = at;
            return card;
        };
        const Timestamp dayEnd = start + 3600;
        const std::vector<CardMemory> cards{dueAt(start - 1000),
                                            dueAt(start),
                                            dueAt(dayEnd - 1),
                                            dueAt(dayEnd),
                                            dueAt(dayEnd + 86'399),
                                            dueAt(dayEnd + 86'400),
                                            dueAt(dayEnd + 518'399),
                                            dueAt(dayEnd + 518'400),
                                            CardMemory{}};
        QCOMPARE(dueByDay(cards, dayEnd, 7), (std::vector<int>{3, 2, 1, 0, 0, 0, 1}));
        QVERIFY(dueByDay(cards, dayEnd, 0).empty());
    }

    void pointsSuggestAGrade_data() {
        QTest::addColumn<double>("points");
        QTest::addColumn<double>("of");
        QTest::addColumn<int>("grade");
        QTest::newRow("nothing") << 0.0 << 5.0 << 1;
        QTest::newRow("under half") << 2.0 << 5.0 << 1;
        QTest::newRow("half") << 2.0 << 4.0 << 2;
        QTest::newRow("three of five") << 3.0 << 5.0 << 2;
        QTest::newRow("four of five") << 4.0 << 5.0 << 3;
        QTest::newRow("three quarters") << 3.0 << 4.0 << 3;
        QTest::newRow("all") << 5.0 << 5.0 << 4;
        QTest::newRow("no rubric") << 0.0 << 0.0 << 0;
    }
    void pointsSuggestAGrade() {
        QFETCH(double, points);
        QFETCH(double, of);
        QFETCH(int, grade);
        const auto suggested = suggestedGrade(points, of);
        QCOMPARE(suggested ? static_cast<int>(*suggested) : 0, grade);
    }
};

QTEST_APPLESS_MAIN(TestRepetition)
#include "tst_repetition.moc"
