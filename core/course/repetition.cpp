// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/repetition.h"

#include <algorithm>
#include <cmath>

namespace zeropoint::course {
namespace {

constexpr double leastStability = 0.001;
constexpr double leastDifficulty = 1;
constexpr double mostDifficulty = 10;
constexpr double halfPoints = 0.5;
constexpr double threeQuarters = 0.75;

/// The formulas of one set of weights.
class Fsrs {
public:
    explicit Fsrs(const RepetitionConfig& config)
        : m_config(config),
          w(config.weights),
          m_factor(std::pow(0.9, -1 / config.weights[20]) - 1) {}

    double retrievability(double days, double stability) const {
        return std::pow(1 + m_factor * days / stability, -w[20]);
    }

    /// I(r, S) = S / F * (r^(-1/w20) - 1), whole days.
    Timestamp interval(double stability) const {
        const double days =
            stability / m_factor * (std::pow(m_config.desiredRetention, -1 / w[20]) - 1);
        const double most = m_config.maximumInterval;
        return static_cast<Timestamp>(std::clamp(std::nearbyint(days), 1.0, std::max(most, 1.0)));
    }

    double firstStability(Grade grade) const {
        return std::max(w[static_cast<std::size_t>(grade) - 1], leastStability);
    }
    /// D0(G) = w4 - e^(w5 (G - 1)) + 1, not yet bounded.
    double firstDifficulty(Grade grade) const {
        return w[4] - std::exp(w[5] * (number(grade) - 1)) + 1;
    }

    /// A step of -w6 (G - 3), the smaller the nearer D is to 10, then drawn towards D0(Easy).
    double nextDifficulty(double difficulty, Grade grade) const {
        const double change = -w[6] * (number(grade) - 3);
        const double damped = difficulty + (mostDifficulty - difficulty) * change / 9;
        return bounded(w[7] * firstDifficulty(Grade::Easy) + (1 - w[7]) * damped);
    }

    /// S e^(w17 (G - 3 + w18)) S^-w19 for reviews of one day; a good answer never lowers it.
    double stabilityOfOneDay(double stability, Grade grade) const {
        double growth = std::exp(w[17] * (number(grade) - 3 + w[18])) * std::pow(stability, -w[19]);
        if (grade >= Grade::Good) {
            growth = std::max(growth, 1.0);
        }
        return std::max(stability * growth, leastStability);
    }

    double stabilityRecalled(double stability, double difficulty, double recall,
                             Grade grade) const {
        const double hard = grade == Grade::Hard ? w[15] : 1;
        const double easy = grade == Grade::Easy ? w[16] : 1;
        return stability * (1 + std::exp(w[8]) * (11 - difficulty) * std::pow(stability, -w[9]) *
                                    (std::exp((1 - recall) * w[10]) - 1) * hard * easy);
    }

    double stabilityForgotten(double stability, double difficulty, double recall) const {
        const double longTerm = w[11] * std::pow(difficulty, -w[12]) *
                                (std::pow(stability + 1, w[13]) - 1) *
                                std::exp((1 - recall) * w[14]);
        return std::min(longTerm, stability / std::exp(w[17] * w[18]));
    }

    static double bounded(double difficulty) {
        return std::clamp(difficulty, leastDifficulty, mostDifficulty);
    }

private:
    static double number(Grade grade) { return static_cast<double>(grade); }

    const RepetitionConfig& m_config;
    const std::array<double, 21>& w;
    double m_factor;
};

/// Stability and difficulty after the answer.
void learn(CardMemory& memory, Grade grade, Timestamp now, const Fsrs& fsrs) {
    if (memory.phase == CardPhase::New) {
        memory.stability = fsrs.firstStability(grade);
        memory.difficulty = Fsrs::bounded(fsrs.firstDifficulty(grade));
        return;
    }
    const Timestamp days = (now - memory.lastReview) / secondsPerDay;
    const double recall = fsrs.retrievability(static_cast<double>(days), memory.stability);
    if (days < 1) {
        memory.stability = fsrs.stabilityOfOneDay(memory.stability, grade);
    } else if (grade == Grade::Again) {
        memory.stability = fsrs.stabilityForgotten(memory.stability, memory.difficulty, recall);
    } else {
        memory.stability =
            fsrs.stabilityRecalled(memory.stability, memory.difficulty, recall, grade);
    }
    memory.stability = std::max(memory.stability, leastStability);
    memory.difficulty = fsrs.nextDifficulty(memory.difficulty, grade);
}

/// Seconds until the next step of a card that is being learned; nothing: it counts in days now.
std::optional<Timestamp> nextStep(CardMemory& memory, Grade grade,
                                  const std::vector<Timestamp>& steps) {
    if (steps.empty() || (memory.step >= steps.size() && grade != Grade::Again)) {
        return std::nullopt;
    }
    switch (grade) {
        case Grade::Again:
            memory.step = 0;
            return steps[0];
        case Grade::Hard:
            if (memory.step > 0) {
                return steps[memory.step];
            }
            return steps.size() == 1 ? steps[0] * 3 / 2 : (steps[0] + steps[1]) / 2;
        case Grade::Good:
            if (++memory.step < steps.size()) {
                return steps[memory.step];
            }
            return std::nullopt;
        case Grade::Easy:
            break;
    }
    return std::nullopt;
}

}  // namespace

double retrievability(const CardMemory& memory, Timestamp now, const RepetitionConfig& config) {
    if (memory.phase == CardPhase::New) {
        return 0;
    }
    const Timestamp days = std::max<Timestamp>(now - memory.lastReview, 0) / secondsPerDay;
    return Fsrs(config).retrievability(static_cast<double>(days), memory.stability);
}

CardMemory review(const CardMemory& memory, Grade grade, Timestamp now,
                  const RepetitionConfig& config) {
    const Fsrs fsrs(config);
    CardMemory next = memory;
    const Timestamp at = memory.phase == CardPhase::New ? now : std::max(now, memory.lastReview);
    learn(next, grade, at, fsrs);
    next.lastReview = at;
    std::optional<Timestamp> wait;
    if (memory.phase == CardPhase::Review) {
        if (grade == Grade::Again && !config.relearningSteps.empty()) {
            next.phase = CardPhase::Relearning;
            next.step = 0;
            wait = config.relearningSteps[0];
        }
    } else {
        const bool again = memory.phase == CardPhase::Relearning;
        next.phase = again ? CardPhase::Relearning : CardPhase::Learning;
        wait = nextStep(next, grade, again ? config.relearningSteps : config.learningSteps);
    }
    if (!wait) {
        next.phase = CardPhase::Review;
        next.step = 0;
        wait = fsrs.interval(next.stability) * secondsPerDay;
    }
    next.due = at + *wait;
    return next;
}

CardMemory replay(std::span<const GradedAt> history, const RepetitionConfig& config) {
    std::vector<GradedAt> ordered(history.begin(), history.end());
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const GradedAt& a, const GradedAt& b) { return a.at < b.at; });
    CardMemory memory;
    for (const GradedAt& answer : ordered) {
        memory = review(memory, answer.grade, answer.at, config);
    }
    return memory;
}

std::vector<int> dueByDay(std::span<const CardMemory> cards, Timestamp dayEnd, int days) {
    std::vector<int> counts(static_cast<std::size_t>(std::max(days, 0)), 0);
    for (const CardMemory& card : cards) {
        const Timestamp day = card.due < dayEnd ? 0 : (card.due - dayEnd) / secondsPerDay + 1;
        if (card.phase != CardPhase::New && day < days) {
            ++counts[static_cast<std::size_t>(day)];
        }
    }
    return counts;
}

std::optional<Grade> suggestedGrade(double points, double outOf) {
    if (!(outOf > 0)) {
        return std::nullopt;
    }
    const double share = points / outOf;
    if (share < halfPoints) {
        return Grade::Again;
    }
    if (share < threeQuarters) {
        return Grade::Hard;
    }
    return share < 1 ? Grade::Good : Grade::Easy;
}

}  // namespace zeropoint::course
