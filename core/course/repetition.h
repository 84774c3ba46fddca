// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace zeropoint::course {

/// Spaced repetition by FSRS version 6 (Free Spaced Repetition Scheduler, Jarrett Ye et al.,
/// github.com/open-spaced-repetition). Formulas, the 21 default weights and the order of the steps
/// are those of its reference implementation py-fsrs 6.3; its published sequences are this file's
/// tests. Intervals are not blurred by chance, so that the same history gives the same dates.
///
/// Symbols: stability S, in days: after S days the chance to remember is 90 %. Difficulty D in
/// 1..10. Retrievability R in 0..1: the chance to remember now.

/// How well a card was answered. The values are those of the formulas.
enum class Grade { Again = 1, Hard = 2, Good = 3, Easy = 4 };
inline constexpr std::array allGrades{Grade::Again, Grade::Hard, Grade::Good, Grade::Easy};

/// w0..w20 of FSRS-6, as published with py-fsrs 6.3.
inline constexpr std::array<double, 21> fsrs6Weights{
    0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001,  1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

/// Seconds since 1970 in UTC.
using Timestamp = std::int64_t;
inline constexpr Timestamp secondsPerDay = 86'400;

struct RepetitionConfig {
    std::array<double, 21> weights = fsrs6Weights;
    double desiredRetention = 0.9;                  ///< R at which a card falls due; 0 < r < 1
    int maximumInterval = 36'500;                   ///< days
    std::vector<Timestamp> learningSteps{60, 600};  ///< seconds, before a new card counts in days
    std::vector<Timestamp> relearningSteps{600};    ///< the same after it was forgotten
};

/// One answer in a card's history.
struct GradedAt {
    Grade grade = Grade::Good;
    Timestamp at = 0;
};

enum class CardPhase { New, Learning, Review, Relearning };

/// What a history comes to.
struct CardMemory {
    CardPhase phase = CardPhase::New;
    std::size_t step = 0;   ///< of the (re)learning steps
    double stability = 0;   ///< 0 while new
    double difficulty = 0;  ///< 0 while new
    Timestamp lastReview = 0;
    Timestamp due = 0;  ///< a new card is due at once
};

/// R(t, S) = (1 + F t / S)^-w20 with F = 0.9^(-1/w20) - 1, t in whole days since the last review;
/// 0 for a new card.
double retrievability(const CardMemory& memory, Timestamp now, const RepetitionConfig& config = {});

/// The card after one more answer at `now`. A time before the last review counts as that time.
CardMemory review(const CardMemory& memory, Grade grade, Timestamp now,
                  const RepetitionConfig& config = {});

/// The memory that a history leaves, its answers taken in the order of their times.
CardMemory replay(std::span<const GradedAt> history, const RepetitionConfig& config = {});

/// How many cards fall due on each of `days` days, of which the first ends at `dayEnd` and holds
/// the overdue too. New cards are in none.
std::vector<int> dueByDay(std::span<const CardMemory> cards, Timestamp dayEnd, int days);

/// The grade that points of a rubric suggest: under half Again, under three quarters Hard, all of
/// them Easy, else Good. Nothing where there are none to give.
std::optional<Grade> suggestedGrade(double points, double outOf);

}  // namespace zeropoint::course
