// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/interview/mock_interview.h"

#include "ui/state/progress.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace zeropoint::ui {

MockInterview::MockInterview(Interview& interview, QObject* parent)
    : QObject(parent), m_interview(interview) {}

const CardAttempt* MockInterview::attempt() const {
    const auto index = static_cast<std::size_t>(m_current);
    return index < m_attempts.size() ? &m_attempts[index] : nullptr;
}

double MockInterview::secondsLeft() const {
    return std::max(allSeconds - m_spent, 0.0);
}

int MockInterview::points() const {
    return std::accumulate(
        m_attempts.begin(), m_attempts.end(), 0,
        [](int sum, const CardAttempt& attempt) { return sum + attempt.points(); });
}

int MockInterview::outOf() const {
    return std::accumulate(
        m_attempts.begin(), m_attempts.end(), 0,
        [](int sum, const CardAttempt& attempt) { return sum + attempt.outOf(); });
}

std::vector<MockInterview::Gap> MockInterview::gaps() const {
    std::vector<Gap> gaps;
    for (const CardAttempt& attempt : m_attempts) {
        const int missing = attempt.outOf() - attempt.points();
        const QString topic = QString::fromStdString(attempt.asked.card.topic);
        const auto same = std::find_if(gaps.begin(), gaps.end(),
                                       [&](const Gap& gap) { return gap.topic == topic; });
        if (missing > 0 && same != gaps.end()) {
            same->missing += missing;
        } else if (missing > 0) {
            gaps.push_back({topic, QString::fromStdString(attempt.asked.card.lesson), missing});
        }
    }
    std::stable_sort(gaps.begin(), gaps.end(),
                     [](const Gap& a, const Gap& b) { return a.missing > b.missing; });
    return gaps;
}

void MockInterview::begin(std::uint64_t seed) {
    m_attempts.clear();
    const std::vector<std::string> drawn =
        course::drawMock(m_interview.facts(), m_interview.progress().reviews(), questions, seed);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const course::Card* card = m_interview.card(QString::fromStdString(drawn[i]));
        if (card == nullptr) {
            continue;
        }
        if (Result<AskedCard> asked = m_interview.askedOf(*card, seed + i + 1)) {
            m_attempts.push_back(attemptOf(std::move(*asked)));
        }
    }
    m_phase = m_attempts.empty() ? Phase::Ready : Phase::Asking;
    m_current = 0;
    m_spent = 0;
    m_began = m_interview.today().now;
    emit changed();
}

void MockInterview::setAnswer(const QString& text) {
    if (m_phase == Phase::Asking && attempt() != nullptr) {
        m_attempts[static_cast<std::size_t>(m_current)].answer = text;
    }
}

void MockInterview::setGiven(const QString& text) {
    if (m_phase == Phase::Asking && attempt() != nullptr) {
        m_attempts[static_cast<std::size_t>(m_current)].given = text;
    }
}

void MockInterview::setTick(int line, bool on) {
    if (m_phase == Phase::Marking && attempt() != nullptr && line >= 0 &&
        line < attempt()->outOf()) {
        m_attempts[static_cast<std::size_t>(m_current)].ticks[static_cast<std::size_t>(line)] = on;
        emit marked();
    }
}

void MockInterview::next() {
    const bool last = m_current + 1 >= static_cast<int>(m_attempts.size());
    if (!last) {
        ++m_current;
    } else if (m_phase == Phase::Asking) {
        beginMarking();
    } else if (m_phase == Phase::Marking) {
        keep();
        m_phase = Phase::Done;
    }
    emit changed();
}

void MockInterview::back() {
    if (m_current > 0) {
        --m_current;
        emit changed();
    }
}

void MockInterview::finish() {
    if (m_phase == Phase::Asking) {
        beginMarking();
        emit changed();
    }
}

void MockInterview::beginMarking() {
    m_phase = Phase::Marking;
    m_current = 0;
    for (CardAttempt& attempt : m_attempts) {
        reveal(attempt);
    }
}

/// A card without rubric and check has no grade of its own: it stays as it was.
void MockInterview::keep() {
    const course::Timestamp now = m_interview.today().now;
    for (const CardAttempt& attempt : m_attempts) {
        if (const std::optional<course::Grade> grade = attempt.suggested()) {
            course::CardReview review = attempt.review(*grade, now);
            review.mock = m_began;
            m_interview.progress().add(review);
        }
    }
}

void MockInterview::spend(double seconds) {
    if (m_phase != Phase::Asking) {
        return;
    }
    m_spent += seconds;
    m_attempts[static_cast<std::size_t>(m_current)].seconds += seconds;
    if (timeIsUp()) {
        finish();
    } else {
        emit spent();
    }
}

void MockInterview::leave() {
    m_phase = Phase::Ready;
    m_attempts.clear();
    m_current = 0;
    emit changed();
}

}  // namespace zeropoint::ui
