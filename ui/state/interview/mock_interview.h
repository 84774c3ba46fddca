// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/interview/interview.h"

#include <QObject>

#include <vector>

namespace zeropoint::ui {

/// Ten questions in thirty minutes, more of them on weak topics: answered first without a look at
/// the answers, then marked, then summed up. The answers count as reviews once they are marked.
class MockInterview : public QObject {
    Q_OBJECT

public:
    enum class Phase { Ready, Asking, Marking, Done };
    static constexpr std::size_t questions = 10;
    static constexpr double allSeconds = 30 * 60;

    explicit MockInterview(Interview& interview, QObject* parent = nullptr);

    Phase phase() const { return m_phase; }
    const std::vector<CardAttempt>& attempts() const { return m_attempts; }
    /// Of the question that is asked or marked.
    int current() const { return m_current; }
    const CardAttempt* attempt() const;
    double secondsLeft() const;
    bool timeIsUp() const { return secondsLeft() <= 0; }

    int points() const;
    int outOf() const;
    /// A topic of the questions and what of it was missing, most first; those of which nothing was
    /// are left out.
    struct Gap {
        QString topic;
        QString lesson;  ///< "calibration/step-width"; may be empty
        int missing = 0;
    };
    std::vector<Gap> gaps() const;

    // Commands.
    void begin(std::uint64_t seed);
    void setAnswer(const QString& text);
    void setGiven(const QString& text);
    void setTick(int line, bool on);
    /// To the next question; behind the last one to the marking, and from there to the end.
    void next();
    void back();
    /// Stops asking: what was not reached is marked as nothing.
    void finish();
    void spend(double seconds);
    /// Back to the beginning; nothing of it is kept.
    void leave();

signals:
    void changed();  ///< phase, question
    void marked();   ///< a tick
    void spent();

private:
    void beginMarking();
    void keep();

    Interview& m_interview;
    Phase m_phase = Phase::Ready;
    std::vector<CardAttempt> m_attempts;
    int m_current = 0;
    double m_spent = 0;
    course::Timestamp m_began = 0;
};

}  // namespace zeropoint::ui
