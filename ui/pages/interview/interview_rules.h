// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/coach_rule.h"
#include "ui/state/interview/interview.h"

#include <QCoreApplication>

namespace zeropoint::ui {

/// The translation context of the words of this page's Coach.
class InterviewCoach {
    Q_DECLARE_TR_FUNCTIONS(InterviewCoach)
};

/// What the Coach of the Interview page compares.
struct InterviewFigures {
    Interview::Standing all;
    int fresh = 0;        ///< cards that were never answered
    QString weakTopic;    ///< the weakest of which something was missed; empty: none
    double weakness = 0;  ///< of it
    int answersOfWeek = 0;
    int rememberedOfWeek = 0;
    // The card that is asked.
    bool asked = false;
    bool revealed = false;
    bool written = false;  ///< something was
    bool right = false;    ///< the core's verdict on what was given
    bool judged = false;   ///< there is one
    double seconds = 0;
    double limit = 0;
    int points = 0;
    int outOf = 0;
    double retention = 0.9;  ///< the chance at which a card falls due
};

InterviewFigures interviewFigures(const Interview& interview);
std::span<const CoachRule<InterviewFigures>> interviewRules();

}  // namespace zeropoint::ui
